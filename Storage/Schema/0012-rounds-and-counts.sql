-- Rounds that belong together, amendments before what they amend, timers, and votes taken without devices.

-- The poll that this one repeats, annulled or without a decision.
ALTER TABLE poll ADD COLUMN repeats TEXT REFERENCES poll (id);
-- The poll whose text this one would change: it comes first.
ALTER TABLE poll ADD COLUMN amends TEXT REFERENCES poll (id);
-- How long the poll stays open once it is opened; closes_at is then set at the opening.
ALTER TABLE poll ADD COLUMN duration_s BIGINT;
-- devices: each votes on his own; rollCall, hands: one account enters, another confirms.
ALTER TABLE poll ADD COLUMN taking TEXT NOT NULL DEFAULT 'devices';

-- What one account entered, until another confirmed it. `votes` is JSON: numbers, or a choice for each name.
CREATE TABLE hand_count (
  poll TEXT PRIMARY KEY REFERENCES poll (id), votes TEXT NOT NULL, entered_by TEXT NOT NULL REFERENCES account (id), entered_at BIGINT NOT NULL,
  confirmed_by TEXT REFERENCES account (id), confirmed_at BIGINT, CHECK (confirmed_by IS NULL OR confirmed_by <> entered_by));

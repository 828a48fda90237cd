-- Opinions by slip: why, by when, approved by whom; slips that came too late; reminders.

CREATE TABLE circulation (
  meeting TEXT PRIMARY KEY REFERENCES meeting (id), reason TEXT NOT NULL, working_days BIGINT NOT NULL, approved_by TEXT REFERENCES account (id), approved_at BIGINT,
  announced_in TEXT REFERENCES meeting (id));

-- Recorded, never counted. The text is sealed.
CREATE TABLE late_slip (
  poll TEXT NOT NULL REFERENCES poll (id), account TEXT NOT NULL REFERENCES account (id), choice TEXT NOT NULL, text TEXT, at BIGINT NOT NULL, PRIMARY KEY (poll, account));

-- Where somebody is reminded; in no fact.
CREATE TABLE account_mail (account TEXT PRIMARY KEY REFERENCES account (id), address TEXT NOT NULL);

-- What is to be sent, and how it went: waiting, sent, dropped (the slip came first, or no address), failed.
CREATE TABLE reminder (
  poll TEXT NOT NULL REFERENCES poll (id), stage TEXT NOT NULL, account TEXT NOT NULL REFERENCES account (id), state TEXT NOT NULL, attempts BIGINT NOT NULL DEFAULT 0,
  next_at BIGINT NOT NULL, PRIMARY KEY (poll, stage, account));
CREATE INDEX reminder_next ON reminder (state, next_at);

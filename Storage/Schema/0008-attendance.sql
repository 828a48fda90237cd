-- Who recorded a coming or going: the person himself, or the secretary for him.
ALTER TABLE attendance_change ADD COLUMN entered_by TEXT NOT NULL DEFAULT '';

-- What was found out later about where somebody was. Verdicts stay as they were given; the note says why. The note is sealed.
CREATE TABLE attendance_correction (
  meeting TEXT NOT NULL REFERENCES meeting (id), seq BIGINT NOT NULL, account TEXT NOT NULL REFERENCES account (id), state TEXT NOT NULL, from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL, note TEXT, polls BIGINT NOT NULL, entered_by TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (meeting, seq));

-- Answers to the invitation. The reason of a decline is sealed. consent: pending, approved, refused; NULL where none is needed.
CREATE TABLE invitation_answer (
  meeting TEXT NOT NULL REFERENCES meeting (id), account TEXT NOT NULL REFERENCES account (id), answer TEXT NOT NULL, reason TEXT, consent TEXT,
  substitute TEXT REFERENCES account (id), answered_at BIGINT NOT NULL, decided_by TEXT NOT NULL DEFAULT '', decided_at BIGINT, PRIMARY KEY (meeting, account));

-- Who sits in the place of an absent member: reads and speaks, has no vote.
CREATE TABLE substitute (
  meeting TEXT NOT NULL REFERENCES meeting (id), member TEXT NOT NULL REFERENCES account (id), account TEXT NOT NULL REFERENCES account (id),
  PRIMARY KEY (meeting, member), UNIQUE (meeting, account));

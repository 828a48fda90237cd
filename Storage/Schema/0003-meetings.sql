-- Meetings, their people, their agenda.

CREATE TABLE meeting (
  id TEXT PRIMARY KEY, body TEXT NOT NULL REFERENCES body (id), title TEXT NOT NULL, type TEXT NOT NULL, form TEXT NOT NULL,
  starts_at BIGINT NOT NULL, ends_at BIGINT NOT NULL, place TEXT NOT NULL, state TEXT NOT NULL,
  presiding TEXT REFERENCES account (id), presiding_ground TEXT NOT NULL DEFAULT '', clerk TEXT REFERENCES account (id),
  current_item TEXT, rule_set TEXT, rule_version BIGINT,
  created_at BIGINT NOT NULL, convened_at BIGINT, opened_at BIGINT, closed_at BIGINT, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX meeting_starts ON meeting (starts_at, id);
CREATE INDEX meeting_body ON meeting (body);

-- Names, titles and weights as they were at the opening; before it the body's members stand in for it.
CREATE TABLE roster (
  meeting TEXT NOT NULL REFERENCES meeting (id), account TEXT NOT NULL REFERENCES account (id), name TEXT NOT NULL, title TEXT NOT NULL, role TEXT NOT NULL,
  weight BIGINT NOT NULL, sort_order BIGINT NOT NULL, PRIMARY KEY (meeting, account));
CREATE INDEX roster_account ON roster (account);

CREATE TABLE invited (meeting TEXT NOT NULL REFERENCES meeting (id), account TEXT NOT NULL REFERENCES account (id), capacity TEXT NOT NULL, PRIMARY KEY (meeting, account));
CREATE INDEX invited_account ON invited (account);

-- The state now. The reason is personal: sealed, only its id stands here.
CREATE TABLE attendance (
  meeting TEXT NOT NULL REFERENCES meeting (id), account TEXT NOT NULL REFERENCES account (id), state TEXT NOT NULL, reason TEXT, since BIGINT NOT NULL,
  PRIMARY KEY (meeting, account));
-- Every change, for the minutes and for disputes.
CREATE TABLE attendance_change (
  meeting TEXT NOT NULL, seq BIGINT NOT NULL, account TEXT NOT NULL, state TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (meeting, seq, account));

CREATE TABLE agenda_item (
  id TEXT PRIMARY KEY, meeting TEXT NOT NULL REFERENCES meeting (id), number BIGINT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, ask TEXT NOT NULL, submitter TEXT NOT NULL, rapporteur TEXT NOT NULL,
  minutes BIGINT, late BIGINT NOT NULL DEFAULT 0, conclusion TEXT NOT NULL DEFAULT '', version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting, number);

CREATE TABLE announcement (meeting TEXT NOT NULL REFERENCES meeting (id), seq BIGINT NOT NULL, sealed TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (meeting, seq));

-- The draft exists from the instant of closing; each change of its prose is a new version. pdf is the SHA-256 of the set paper.
CREATE TABLE minutes (meeting TEXT PRIMARY KEY REFERENCES meeting (id), version BIGINT NOT NULL, state TEXT NOT NULL, at BIGINT NOT NULL);

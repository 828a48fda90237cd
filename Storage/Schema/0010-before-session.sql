-- What is known before the session: on what ground it was called, what members think of each item, what changed since.

ALTER TABLE meeting ADD COLUMN convening_ground TEXT;
ALTER TABLE meeting ADD COLUMN convening_note TEXT NOT NULL DEFAULT '';
-- Members who asked for the meeting, where that is its ground.
CREATE TABLE convening_request (meeting TEXT NOT NULL REFERENCES meeting (id), account TEXT NOT NULL REFERENCES account (id), PRIMARY KEY (meeting, account));

-- The law of each type of meeting as data: who may call it, how long before it the papers must be out.
CREATE TABLE meeting_type_rule (type TEXT NOT NULL, version BIGINT NOT NULL, body TEXT NOT NULL, created_at BIGINT NOT NULL, PRIMARY KEY (type, version));

-- stance: agree, object, or NULL for who only wants to speak.
CREATE TABLE item_position (
  item TEXT NOT NULL REFERENCES agenda_item (id), account TEXT NOT NULL REFERENCES account (id), stance TEXT, wants_to_speak BIGINT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (item, account));

-- Items that a member took out of the consent list, and the polls that were opened together as one.
CREATE TABLE consent_pull (item TEXT PRIMARY KEY REFERENCES agenda_item (id), account TEXT NOT NULL REFERENCES account (id), at BIGINT NOT NULL);
CREATE TABLE consent_poll (poll TEXT PRIMARY KEY REFERENCES poll (id), meeting TEXT NOT NULL REFERENCES meeting (id), at BIGINT NOT NULL);
CREATE INDEX consent_poll_meeting ON consent_poll (meeting);

-- A late item needs the chair's word.
ALTER TABLE agenda_item ADD COLUMN late_approved_by TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN late_approved_at BIGINT;

-- What changed after convening, numbered, for everybody who was invited.
CREATE TABLE change_notice (
  meeting TEXT NOT NULL REFERENCES meeting (id), number BIGINT NOT NULL, kind TEXT NOT NULL, item TEXT, subject TEXT NOT NULL, seq BIGINT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (meeting, number));

-- Items on their way to the agenda: written by a member, reviewed by the Office, approved by the chair; or returned with remarks.
CREATE TABLE proposal (
  id TEXT PRIMARY KEY, meeting TEXT NOT NULL REFERENCES meeting (id), proposer TEXT NOT NULL REFERENCES account (id), title TEXT NOT NULL, kind TEXT NOT NULL, ask TEXT NOT NULL,
  submitter TEXT NOT NULL, rapporteur TEXT NOT NULL, minutes BIGINT, stage TEXT NOT NULL, remarks TEXT NOT NULL DEFAULT '', item TEXT REFERENCES agenda_item (id),
  at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX proposal_meeting ON proposal (meeting, at, id);

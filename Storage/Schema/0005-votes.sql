-- Polls and open ballots. Secret ballots have tables of their own and come with their issue.

CREATE TABLE poll (
  id TEXT PRIMARY KEY, meeting TEXT NOT NULL REFERENCES meeting (id), item TEXT REFERENCES agenda_item (id), title TEXT NOT NULL, method TEXT NOT NULL, secrecy TEXT NOT NULL,
  round BIGINT NOT NULL, show_when TEXT NOT NULL, rules TEXT NOT NULL, rules_patch TEXT NOT NULL, rule_version BIGINT, subject_document TEXT, subject_version BIGINT, subject_sha256 TEXT,
  state TEXT NOT NULL, created_at BIGINT NOT NULL, closes_at BIGINT, opened_at BIGINT, closed_at BIGINT, present_at_opening TEXT NOT NULL DEFAULT '[]',
  present_at_closing TEXT NOT NULL DEFAULT '[]', decider TEXT REFERENCES account (id), casting_choice TEXT, casting_basis TEXT, casting_until BIGINT, casting_expired BIGINT NOT NULL DEFAULT 0,
  annul_reason TEXT NOT NULL DEFAULT '', version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX poll_meeting ON poll (meeting, created_at, id);
CREATE INDEX poll_closes ON poll (state, closes_at);

-- One row a seat: the last choice counts. An open ballot is open by the body's decision; its text is sealed.
CREATE TABLE ballot (
  poll TEXT NOT NULL REFERENCES poll (id), account TEXT NOT NULL REFERENCES account (id), choice TEXT NOT NULL, remote BIGINT NOT NULL, text TEXT, at BIGINT NOT NULL,
  seq BIGINT NOT NULL, receipt TEXT NOT NULL, PRIMARY KEY (poll, account));

CREATE TABLE recusal (meeting TEXT NOT NULL, item TEXT NOT NULL REFERENCES agenda_item (id), account TEXT NOT NULL REFERENCES account (id), PRIMARY KEY (item, account));

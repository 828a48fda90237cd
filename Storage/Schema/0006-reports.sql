-- Reports of citizens, escalations, conclusions and their tasks (Docs/escalation.md).

-- Head or deputy of the unit: may return, escalate, ask for more time and approve answers.
ALTER TABLE account ADD COLUMN head BIGINT NOT NULL DEFAULT 0;

-- Versions of the tree of units; `record` of a unit is its seed, names in both languages and validity included.
CREATE TABLE unit_tree (id TEXT PRIMARY KEY, body TEXT NOT NULL, valid_from TEXT NOT NULL);
ALTER TABLE unit ADD COLUMN record TEXT NOT NULL DEFAULT '';

-- `value` is the report as the rules know it; the other columns repeat what is searched and sorted by. `due`, `remind_at` and `wakes_at` come from its
-- clocks. `original` and `contact` are ids in the vault. `public_text` is what anybody may read. `master` is the root of a chain of duplicates.
CREATE TABLE report (
  id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, value TEXT NOT NULL, version BIGINT NOT NULL, state TEXT NOT NULL, bucket TEXT NOT NULL, is_open BIGINT NOT NULL,
  holder TEXT NOT NULL REFERENCES unit (id), handler TEXT REFERENCES unit (id), officer TEXT REFERENCES account (id), category TEXT, legal_kind TEXT NOT NULL,
  urgency TEXT NOT NULL, place TEXT REFERENCES unit (id), channel TEXT NOT NULL, received_at BIGINT NOT NULL, moved_at BIGINT NOT NULL, due BIGINT NOT NULL,
  remind_at BIGINT NOT NULL, wakes_at BIGINT, escalation TEXT, master TEXT REFERENCES report (id),
  integration TEXT REFERENCES account (id), external_code TEXT, reporter TEXT REFERENCES account (id), link_hash BYTEA,
  address TEXT NOT NULL, latitude_e7 BIGINT, longitude_e7 BIGINT, original TEXT NOT NULL, contact TEXT, public_text TEXT NOT NULL, hidden BIGINT NOT NULL DEFAULT 0,
  answer TEXT, public_answer TEXT NOT NULL DEFAULT '', answer_asked_at BIGINT, answer_hint TEXT NOT NULL DEFAULT '',
  UNIQUE (integration, external_code));
CREATE INDEX report_due ON report (is_open, due, id);
CREATE INDEX report_received ON report (received_at, id);
CREATE INDEX report_wakes ON report (wakes_at);
CREATE INDEX report_holder ON report (holder, bucket);
CREATE INDEX report_master ON report (master);
CREATE INDEX report_escalation ON report (escalation);
CREATE INDEX report_place ON report (place, category, received_at);
CREATE INDEX report_reporter ON report (reporter, received_at);

-- Units on a report's trail; `active` while something of it is theirs to do.
CREATE TABLE report_unit (report TEXT NOT NULL REFERENCES report (id), unit TEXT NOT NULL REFERENCES unit (id), active BIGINT NOT NULL, PRIMARY KEY (report, unit));
CREATE INDEX report_unit_unit ON report_unit (unit, active);

-- One row a transition. `notice` says what the citizen was told, or why nothing; `note` is what an official wrote for officials.
CREATE TABLE report_hop (
  report TEXT NOT NULL REFERENCES report (id), seq BIGINT NOT NULL, kind TEXT NOT NULL, from_state TEXT, to_state TEXT NOT NULL, from_unit TEXT, to_unit TEXT, actor TEXT,
  reason TEXT, rule TEXT, at BIGINT NOT NULL, holder TEXT NOT NULL, due BIGINT, notice TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', PRIMARY KEY (report, seq));

-- What the reporter wrote after submitting: sealed.
CREATE TABLE report_word (report TEXT NOT NULL REFERENCES report (id), seq BIGINT NOT NULL, kind TEXT NOT NULL, sealed TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (report, seq));

-- Photos (cleaned of all but their picture) and papers. `difference_hash` is the 64 bits as a signed number.
CREATE TABLE report_file (
  id TEXT PRIMARY KEY, report TEXT NOT NULL REFERENCES report (id), side TEXT NOT NULL, kind TEXT NOT NULL, sha256 TEXT NOT NULL, bytes BIGINT NOT NULL, media_type TEXT NOT NULL,
  name TEXT NOT NULL, width_px BIGINT, height_px BIGINT, difference_hash BIGINT, taken_at BIGINT, latitude_e7 BIGINT, longitude_e7 BIGINT, is_public BIGINT NOT NULL,
  actor TEXT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX report_file_report ON report_file (report, at, id);
CREATE INDEX report_file_sha256 ON report_file (sha256);
CREATE INDEX report_file_side ON report_file (side, at);

-- What a unit answered, for the look at the next answer.
CREATE TABLE report_answer (report TEXT NOT NULL, round BIGINT NOT NULL, unit TEXT NOT NULL, place TEXT NOT NULL, shingles TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (report, round));
CREATE INDEX report_answer_unit ON report_answer (unit, at);

-- An answer being written, one an officer; and who is at it just now.
CREATE TABLE answer_draft (report TEXT NOT NULL REFERENCES report (id), account TEXT NOT NULL REFERENCES account (id), body TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (report, account));
CREATE TABLE report_hold (report TEXT PRIMARY KEY REFERENCES report (id), account TEXT NOT NULL REFERENCES account (id), until BIGINT NOT NULL);

-- How many reports are in each bucket; the sum is what was received.
CREATE TABLE report_count (bucket TEXT PRIMARY KEY, n BIGINT NOT NULL);
INSERT INTO report_count (bucket, n) VALUES ('waiting', 0), ('processing', 0), ('answered', 0), ('rejected', 0);

CREATE TABLE escalation (
  id TEXT PRIMARY KEY, value TEXT NOT NULL, version BIGINT NOT NULL, state TEXT NOT NULL, is_open BIGINT NOT NULL, from_unit TEXT NOT NULL REFERENCES unit (id), urgency TEXT NOT NULL,
  submitted_at BIGINT NOT NULL, short_dossier TEXT, dossier TEXT, item TEXT, meeting TEXT, meeting_at BIGINT, conclusion TEXT);
CREATE INDEX escalation_open ON escalation (is_open, submitted_at, id);
CREATE INDEX escalation_item ON escalation (item);
CREATE INDEX escalation_meeting ON escalation (meeting);
CREATE TABLE escalation_report (escalation TEXT NOT NULL REFERENCES escalation (id), report TEXT NOT NULL REFERENCES report (id), number BIGINT NOT NULL, PRIMARY KEY (escalation, report));
CREATE INDEX escalation_report_report ON escalation_report (report);
CREATE TABLE escalation_decision (
  escalation TEXT NOT NULL REFERENCES escalation (id), seq BIGINT NOT NULL, decider TEXT NOT NULL, body TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (escalation, seq));

-- What a step of an escalation still has to do to reports beyond those one transaction may change; done by the clock, in order.
CREATE TABLE escalation_errand (escalation TEXT NOT NULL, report TEXT NOT NULL, seq BIGINT NOT NULL, command TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (report, seq));

-- The private text stays with those who carry it out; the public one is shown once released.
CREATE TABLE conclusion (
  id TEXT PRIMARY KEY, meeting TEXT NOT NULL REFERENCES meeting (id), item TEXT NOT NULL REFERENCES agenda_item (id), private_text TEXT NOT NULL, public_text TEXT NOT NULL,
  released_at BIGINT, signed_at BIGINT NOT NULL, signer TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX conclusion_item ON conclusion (item);
CREATE INDEX conclusion_meeting ON conclusion (meeting);

CREATE TABLE action_item (
  id TEXT PRIMARY KEY, conclusion TEXT NOT NULL REFERENCES conclusion (id), meeting TEXT NOT NULL REFERENCES meeting (id), number BIGINT NOT NULL, title TEXT NOT NULL,
  lead_unit TEXT NOT NULL REFERENCES unit (id), co_units TEXT NOT NULL, due BIGINT NOT NULL, state TEXT NOT NULL CHECK (state IN ('open', 'done')), result TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '[]', done_at BIGINT, done_by TEXT, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX action_item_conclusion ON action_item (conclusion, number);
CREATE INDEX action_item_lead ON action_item (lead_unit, state, due);

-- One row: under which calendars the open clocks were last counted, and how far a new count has got.
CREATE TABLE recount (id BIGINT PRIMARY KEY CHECK (id = 1), calendars TEXT NOT NULL, done_for TEXT NOT NULL, after TEXT NOT NULL);

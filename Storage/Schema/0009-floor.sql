-- Who asks to speak, who has the floor, and the clock.

-- closed: the list takes no new requests. limit_ms: what a speaker is given, unless the chair says otherwise.
CREATE TABLE floor (meeting TEXT PRIMARY KEY REFERENCES meeting (id), closed BIGINT NOT NULL DEFAULT 0, limit_ms BIGINT);

-- state: waiting, speaking, paused, done, withdrawn. spoken_ms is what was spoken until running_since, which is set while the clock runs.
CREATE TABLE floor_request (
  id TEXT PRIMARY KEY, meeting TEXT NOT NULL REFERENCES meeting (id), item TEXT REFERENCES agenda_item (id), account TEXT NOT NULL REFERENCES account (id),
  place BIGINT NOT NULL, state TEXT NOT NULL, requested_at BIGINT NOT NULL, granted_at BIGINT, running_since BIGINT, spoken_ms BIGINT NOT NULL DEFAULT 0,
  limit_ms BIGINT, ended_at BIGINT, fact BIGINT);
CREATE INDEX floor_request_meeting ON floor_request (meeting, state, place);

-- A closed meeting that somebody wants to open again, and who agreed. The reason is prose of the record, as that of an annulment.
CREATE TABLE reopening (
  id TEXT PRIMARY KEY, meeting TEXT NOT NULL REFERENCES meeting (id), reason TEXT NOT NULL, asked_by TEXT NOT NULL, asked_at BIGINT NOT NULL,
  decided_by TEXT NOT NULL DEFAULT '', decided_at BIGINT, state TEXT NOT NULL);
CREATE INDEX reopening_meeting ON reopening (meeting, asked_at);

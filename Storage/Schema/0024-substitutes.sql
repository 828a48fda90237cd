-- A substitute comes and goes as members do, in a record of his own: he never counts for the quorum.
ALTER TABLE substitute ADD COLUMN state TEXT;
ALTER TABLE substitute ADD COLUMN since BIGINT;

-- Every change, for the minutes; it stays when the member comes himself and his substitute's place ends.
CREATE TABLE substitute_change (
  meeting TEXT NOT NULL REFERENCES meeting (id), seq BIGINT NOT NULL, member TEXT NOT NULL REFERENCES account (id), account TEXT NOT NULL REFERENCES account (id),
  state TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (meeting, seq));

-- In whose place somebody asked to speak; NULL for who speaks for himself.
ALTER TABLE floor_request ADD COLUMN substitute_for TEXT REFERENCES account (id);

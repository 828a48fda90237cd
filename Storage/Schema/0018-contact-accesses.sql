-- Who opened how a reporter can be reached, and for which unit he worked then; `seq` is the number of the fact in the report's stream.

CREATE TABLE contact_access (
  report TEXT NOT NULL REFERENCES report (id), seq BIGINT NOT NULL, account TEXT NOT NULL REFERENCES account (id), unit TEXT NOT NULL REFERENCES unit (id), at BIGINT NOT NULL,
  PRIMARY KEY (report, seq));
CREATE INDEX contact_access_at ON contact_access (at, report, seq);
CREATE INDEX contact_access_unit ON contact_access (unit, at);

-- Ratings of answers, one a round of handling, by the unit that answered; reasons are codes of Storage/Seeds/reports/policy.json.

CREATE TABLE report_rating (
  report TEXT NOT NULL REFERENCES report (id), round BIGINT NOT NULL, unit TEXT NOT NULL REFERENCES unit (id), level TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (report, round));
CREATE INDEX report_rating_unit ON report_rating (unit, level);
CREATE TABLE report_rating_reason (report TEXT NOT NULL, round BIGINT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (report, round, reason));
CREATE INDEX report_rating_reason_reason ON report_rating_reason (reason);

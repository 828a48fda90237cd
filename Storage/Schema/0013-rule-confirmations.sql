-- The legal unit's word on a version of the rules: a logged act. The version itself is never changed; a meeting that opened before goes by what was known then.
CREATE TABLE rule_confirmation (
  rule_set TEXT NOT NULL, version BIGINT NOT NULL, authority TEXT NOT NULL, act TEXT NOT NULL, entered_by TEXT NOT NULL REFERENCES account (id), at BIGINT NOT NULL,
  PRIMARY KEY (rule_set, version), FOREIGN KEY (rule_set, version) REFERENCES rule_set (id, version));

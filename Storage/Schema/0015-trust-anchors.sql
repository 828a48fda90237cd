-- Trust anchors that were uploaded, beside those of the trust folder. The bytes are content; what the certificates say of themselves stands here, so that a
-- list needs no worker. Who took one out stands in the log.
CREATE TABLE trust_anchor (
  name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, certificates TEXT NOT NULL, added_at BIGINT NOT NULL, added_by TEXT REFERENCES account (id));

-- What happened: numbered, hash-chained facts (Docs/log.md). Tables beside it hold what is.

CREATE TABLE schema_version (version BIGINT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL);

-- One row: the folder's identity. A restore gives it a new epoch.
CREATE TABLE folder (id BIGINT PRIMARY KEY CHECK (id = 1), epoch TEXT NOT NULL);

-- A stream is the unit of order; its row is its lock.
CREATE TABLE stream (id TEXT PRIMARY KEY, head BIGINT NOT NULL, hash BYTEA NOT NULL);

CREATE TABLE shard (id BIGINT PRIMARY KEY, pos BIGINT NOT NULL);
INSERT INTO shard (id, pos) VALUES (0, 0);

CREATE TABLE event (
  stream TEXT NOT NULL, seq BIGINT NOT NULL, shard BIGINT NOT NULL, pos BIGINT NOT NULL, kind TEXT NOT NULL, at BIGINT NOT NULL,
  actor TEXT NOT NULL, audience TEXT NOT NULL, body TEXT NOT NULL, parent BYTEA NOT NULL, hash BYTEA NOT NULL,
  PRIMARY KEY (stream, seq), UNIQUE (shard, pos));

-- The stored answer of a command. `digest` is a keyed digest of the request; NULL where even that would say too much.
-- `answer` is what the caller was told where that says more than the receipt: a resource as it was at that moment.
CREATE TABLE receipt (
  actor TEXT NOT NULL, key TEXT NOT NULL, command TEXT NOT NULL, digest BYTEA, stream TEXT NOT NULL, seq BIGINT NOT NULL,
  body TEXT NOT NULL, answer TEXT, at BIGINT NOT NULL, PRIMARY KEY (actor, key));
CREATE INDEX receipt_at ON receipt (at);

-- Signed statements over all stream heads; heads are kept for the newest one only.
CREATE TABLE checkpoint (id BIGINT PRIMARY KEY, at BIGINT NOT NULL, pos BIGINT NOT NULL, root BYTEA NOT NULL, key TEXT NOT NULL, signature BYTEA NOT NULL);
CREATE TABLE checkpoint_head (stream TEXT PRIMARY KEY, seq BIGINT NOT NULL, hash BYTEA NOT NULL);

-- Personal or erasable content, each row under a key of its own that lies outside the database.
CREATE TABLE sealed (id TEXT PRIMARY KEY, box BYTEA NOT NULL, commitment TEXT NOT NULL, at BIGINT NOT NULL);

-- How far each follower has got in each shard.
CREATE TABLE follower (name TEXT NOT NULL, shard BIGINT NOT NULL, pos BIGINT NOT NULL, PRIMARY KEY (name, shard));

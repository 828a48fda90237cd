-- People, bodies, rules of voting, sessions.

CREATE TABLE unit (id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, parent TEXT REFERENCES unit (id), sort_key TEXT NOT NULL);

-- Names are NFC; username is lower case. password_hash: scrypt, with its parameters and salt.
CREATE TABLE account (
  id TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT NOT NULL, role TEXT NOT NULL,
  unit TEXT REFERENCES unit (id), password_hash TEXT NOT NULL, disabled BIGINT NOT NULL DEFAULT 0, created_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1);

-- A browser session or a token; only the SHA-256 of its secret is kept.
CREATE TABLE session (
  id TEXT PRIMARY KEY, secret_hash BYTEA NOT NULL UNIQUE, account TEXT NOT NULL REFERENCES account (id), kind TEXT NOT NULL CHECK (kind IN ('browser', 'token')),
  scope TEXT NOT NULL, label TEXT NOT NULL, created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, ended_at BIGINT);
CREATE INDEX session_account ON session (account);

-- The law as data: each change is a new version; a meeting uses the one current at its opening.
CREATE TABLE rule_set (id TEXT NOT NULL, version BIGINT NOT NULL, body TEXT NOT NULL, created_at BIGINT NOT NULL, PRIMARY KEY (id, version));

CREATE TABLE body (id TEXT PRIMARY KEY, name TEXT NOT NULL, sort_key TEXT NOT NULL, unit TEXT REFERENCES unit (id), rule_set TEXT NOT NULL, rule_version BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1, FOREIGN KEY (rule_set, rule_version) REFERENCES rule_set (id, version));

-- sort_order is the order of protocol: lists, roll-calls and minutes follow it.
CREATE TABLE body_member (
  body TEXT NOT NULL REFERENCES body (id), account TEXT NOT NULL REFERENCES account (id), role TEXT NOT NULL, weight BIGINT NOT NULL CHECK (weight BETWEEN 1 AND 1000),
  position TEXT NOT NULL, sort_order BIGINT NOT NULL, PRIMARY KEY (body, account));
CREATE INDEX body_member_account ON body_member (account);

-- Secret ballots, and polls with options.
--
-- `voted` says that a seat has voted, `slip` holds what somebody voted, sealed under a key that lies outside the database
-- and its backups. The two share no key, no time and no order: neither keeps the order of arrival (WITHOUT ROWID; a slip's id
-- is random). Closing writes `secret_vote` in shuffled order and empties `slip` in one transaction; the key is destroyed after it.

CREATE TABLE voted (poll TEXT NOT NULL REFERENCES poll (id), account TEXT NOT NULL REFERENCES account (id), PRIMARY KEY (poll, account)) WITHOUT ROWID;
CREATE TABLE slip (poll TEXT NOT NULL REFERENCES poll (id), slip TEXT NOT NULL, sealed BYTEA NOT NULL, PRIMARY KEY (poll, slip)) WITHOUT ROWID;
CREATE TABLE secret_vote (
  poll TEXT NOT NULL REFERENCES poll (id), number BIGINT NOT NULL, tracker TEXT NOT NULL, choice TEXT, selections TEXT, PRIMARY KEY (poll, number)) WITHOUT ROWID;

CREATE TABLE poll_option (
  poll TEXT NOT NULL REFERENCES poll (id), id TEXT NOT NULL, number BIGINT NOT NULL, title TEXT NOT NULL, PRIMARY KEY (poll, id), UNIQUE (poll, number));
-- How many options a ballot may name, and so how many places there are.
ALTER TABLE poll ADD COLUMN places BIGINT NOT NULL DEFAULT 1;
-- JSON list of option ids where the poll has options; `choice` is then empty.
ALTER TABLE ballot ADD COLUMN selections TEXT;
-- With the ballot's other fields it makes the receipt again; ballots from before this file have theirs in the log alone.
ALTER TABLE ballot ADD COLUMN nonce TEXT;

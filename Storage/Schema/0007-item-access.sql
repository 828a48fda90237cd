-- Who may read which item, and who takes no part in one.

-- visibility: public (everyone of the meeting), internal (no guests), hidden (secretariat and who presides). is_closed: a private part
-- of the session, without guests.
ALTER TABLE agenda_item ADD COLUMN visibility TEXT NOT NULL DEFAULT 'public';
ALTER TABLE agenda_item ADD COLUMN is_closed BIGINT NOT NULL DEFAULT 0;

-- The reason is personal: sealed, only its id stands here. entered_by: the member himself, or the secretary who recorded it.
ALTER TABLE recusal ADD COLUMN reason TEXT;
ALTER TABLE recusal ADD COLUMN entered_by TEXT NOT NULL DEFAULT '';
ALTER TABLE recusal ADD COLUMN at BIGINT NOT NULL DEFAULT 0;

-- Who was recused when a poll closed: a recusal declared or taken back later changes no verdict.
CREATE TABLE poll_recusal (poll TEXT NOT NULL REFERENCES poll (id), account TEXT NOT NULL REFERENCES account (id), PRIMARY KEY (poll, account));

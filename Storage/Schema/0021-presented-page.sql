-- The page that is shown to everybody, one a meeting. It lasts while the session stays at the item it was shown at.
CREATE TABLE presented_page (
  meeting TEXT PRIMARY KEY REFERENCES meeting (id), document TEXT NOT NULL REFERENCES document (id), document_version BIGINT NOT NULL, page BIGINT NOT NULL CHECK (page > 0),
  at_item TEXT REFERENCES agenda_item (id), presenter TEXT NOT NULL REFERENCES account (id), at BIGINT NOT NULL);

-- Papers. Content lies in the content store by SHA-256; here stands what it is and what was found in it.

CREATE TABLE content (
  sha256 TEXT PRIMARY KEY, bytes BIGINT NOT NULL, media_type TEXT NOT NULL, state TEXT NOT NULL, fault TEXT NOT NULL DEFAULT '', pages BIGINT,
  sizes TEXT NOT NULL DEFAULT '[]', verdict TEXT, verdict_at BIGINT, stored_at BIGINT NOT NULL);

CREATE TABLE document (
  id TEXT PRIMARY KEY, meeting TEXT NOT NULL REFERENCES meeting (id), item TEXT REFERENCES agenda_item (id), title TEXT NOT NULL, kind TEXT NOT NULL,
  sort_order BIGINT NOT NULL, current BIGINT NOT NULL, released_at BIGINT, removed_at BIGINT, version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX document_meeting ON document (meeting, sort_order);

CREATE TABLE document_version (
  document TEXT NOT NULL REFERENCES document (id), version BIGINT NOT NULL, sha256 TEXT NOT NULL REFERENCES content (sha256), file_name TEXT NOT NULL,
  uploaded_by TEXT NOT NULL, uploaded_at BIGINT NOT NULL, PRIMARY KEY (document, version));
CREATE INDEX document_version_sha256 ON document_version (sha256);

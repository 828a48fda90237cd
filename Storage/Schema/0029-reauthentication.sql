-- When the owner last gave his password in this session; 0: never, a long-lived token.
ALTER TABLE session ADD COLUMN authenticated_at BIGINT NOT NULL DEFAULT 0;

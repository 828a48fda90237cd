-- 1: nobody named a ground, and convening took the first of the type.
ALTER TABLE meeting ADD COLUMN convening_assumed BIGINT NOT NULL DEFAULT 0;

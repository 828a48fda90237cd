-- What stands on the slip beside its question: number and date of the paper, the body that submits the matter; and how the draft was
-- changed after the opinions, written by the Office.

ALTER TABLE circulation ADD COLUMN number TEXT NOT NULL DEFAULT '';
ALTER TABLE circulation ADD COLUMN issued_on TEXT;
ALTER TABLE circulation ADD COLUMN submitter TEXT NOT NULL DEFAULT '';
ALTER TABLE circulation ADD COLUMN summary TEXT NOT NULL DEFAULT '';

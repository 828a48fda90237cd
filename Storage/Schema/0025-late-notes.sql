-- What the secretary noted when he recorded the chair's word on a late item.
ALTER TABLE agenda_item ADD COLUMN late_note TEXT NOT NULL DEFAULT '';

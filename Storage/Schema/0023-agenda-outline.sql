-- Below which item an item stands; NULL at the top. `number` stays its place in the order of reading: an item comes before those below it.

ALTER TABLE agenda_item ADD COLUMN parent TEXT REFERENCES agenda_item (id);

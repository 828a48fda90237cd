-- Why the secretary recorded somebody's coming or going for him. Personal: sealed, only its id stands here.
ALTER TABLE attendance_change ADD COLUMN note TEXT;

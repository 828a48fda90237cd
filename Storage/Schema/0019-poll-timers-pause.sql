-- What was left of an open poll's time when its session paused; closes_at is then empty, and set anew when the session goes on.
ALTER TABLE poll ADD COLUMN remaining_ms BIGINT;

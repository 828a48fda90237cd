-- Which body's sessions an account with role screen shows on its wall.
CREATE TABLE room_screen (account TEXT PRIMARY KEY REFERENCES account (id), body TEXT NOT NULL REFERENCES body (id), assigned_at BIGINT NOT NULL);
CREATE INDEX room_screen_body ON room_screen (body);

-- The invitation (giấy mời) as a paper, and how far it got with each person.

-- Number and date as the Office's register gives them; the date is NULL for the day of convening. locality: the place it is dated at.
CREATE TABLE invitation_paper (meeting TEXT PRIMARY KEY REFERENCES meeting (id), number TEXT NOT NULL, issued_on TEXT, locality TEXT NOT NULL);

-- mail: none, waiting (for another attempt), sent, failed. reached_at: a page of his told him of the meeting;
-- opened_at: he opened the meeting's page or the invitation itself (opened_by: page, paper). Each is set once.
CREATE TABLE invitation_track (
  meeting TEXT NOT NULL REFERENCES meeting (id), account TEXT NOT NULL REFERENCES account (id), mail TEXT NOT NULL, attempts BIGINT NOT NULL DEFAULT 0,
  next_at BIGINT NOT NULL, mailed_at BIGINT, reached_at BIGINT, opened_at BIGINT, opened_by TEXT, PRIMARY KEY (meeting, account));

-- Why a proposal was returned, each time: writing it anew does not take the reason back.
CREATE TABLE proposal_return (proposal TEXT NOT NULL REFERENCES proposal (id), at BIGINT NOT NULL, remarks TEXT NOT NULL, PRIMARY KEY (proposal, at));

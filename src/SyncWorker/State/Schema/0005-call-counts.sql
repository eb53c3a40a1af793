-- How many calls an account made in each minute, by the quota they count against. A minute that is older than the quota's window is forgotten.
CREATE TABLE call_count (
    quota  TEXT NOT NULL,
    minute TEXT NOT NULL,
    calls  INTEGER NOT NULL,
    PRIMARY KEY (quota, minute)
) WITHOUT ROWID;

-- The Salesforce org whose records the links name; one row at most.
CREATE TABLE org (
    number INTEGER PRIMARY KEY CHECK (number = 1),
    id     TEXT NOT NULL
);

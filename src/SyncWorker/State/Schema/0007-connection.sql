-- What is remembered of the connection as a whole; one row at most. A store that has links already belongs to a connection that writes.
CREATE TABLE connection (
    number INTEGER PRIMARY KEY CHECK (number = 1),
    state  TEXT NOT NULL
);
INSERT INTO connection (number, state) SELECT 1, '{"IsLive":true,"Only":[]}' WHERE EXISTS (SELECT 1 FROM link);

-- Which process's commits count: the one that took the connection over last holds this number. One row.
CREATE TABLE owner (
    number INTEGER PRIMARY KEY CHECK (number = 1),
    fence  INTEGER NOT NULL
);
INSERT INTO owner (number, fence) VALUES (1, 0);

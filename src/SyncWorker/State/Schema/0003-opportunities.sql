-- What lists told of the opportunities at AWS, linked or not: a new deal may be one of them.
CREATE TABLE opportunity (
    id            TEXT NOT NULL PRIMARY KEY,
    mapped_object TEXT,
    website       TEXT,
    is_open       INTEGER NOT NULL
);
CREATE INDEX opportunity_mapped_object ON opportunity (mapped_object) WHERE is_open;
CREATE INDEX opportunity_website ON opportunity (website) WHERE is_open;

-- One row a deal: what joins the two records, and what is remembered of them.
CREATE TABLE link (
    number           INTEGER PRIMARY KEY AUTOINCREMENT,
    id               TEXT NOT NULL UNIQUE,
    record_id        TEXT UNIQUE,
    opportunity_id   TEXT UNIQUE,
    invitation_id    TEXT UNIQUE,
    mapped_object_id TEXT,
    link             TEXT NOT NULL,
    baseline         TEXT NOT NULL,
    due              INTEGER NOT NULL DEFAULT 0,
    cleared          INTEGER NOT NULL DEFAULT 0,
    priority         INTEGER NOT NULL DEFAULT 0,
    failures         INTEGER NOT NULL DEFAULT 0,
    not_before       TEXT
);
CREATE INDEX link_due ON link (priority DESC, number) WHERE due > cleared;
CREATE INDEX link_mapped_object ON link (mapped_object_id);

-- The newest stamp seen from each source, exactly as that source wrote it.
CREATE TABLE watermark (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- Append-only: every decision, losing value, write and refusal.
CREATE TABLE journal (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    link_id TEXT NOT NULL,
    kind    TEXT NOT NULL,
    row     TEXT,
    detail  TEXT NOT NULL,
    ref     TEXT
);
CREATE INDEX journal_link ON journal (link_id, number);

-- The identifier that a create under way carries: an opportunity that turns up with it is the one that was made.
ALTER TABLE link ADD COLUMN creating TEXT GENERATED ALWAYS AS (json_extract(baseline, '$.Intent.Identifier')) VIRTUAL;
CREATE INDEX link_creating ON link (creating) WHERE creating IS NOT NULL;

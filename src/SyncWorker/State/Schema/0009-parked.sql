-- A record that keeps failing by itself is parked: it is not tried again before somebody asks or edits it.
ALTER TABLE link ADD COLUMN own_failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN parked_at TEXT;
-- The mark by which a person asked for another try.
ALTER TABLE link ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
-- Since when a row of it is held because another tool keeps changing it.
ALTER TABLE link ADD COLUMN tool_since TEXT GENERATED ALWAYS AS (json_extract(baseline, '$.ToolSince')) VIRTUAL;
CREATE INDEX link_tool_since ON link (tool_since) WHERE tool_since IS NOT NULL;

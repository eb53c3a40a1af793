-- What each poll asks after, without reading every deal's memory.
ALTER TABLE link ADD COLUMN invitation_status TEXT GENERATED ALWAYS AS (json_extract(link, '$.InvitationStatus')) VIRTUAL;
ALTER TABLE link ADD COLUMN intent TEXT GENERATED ALWAYS AS (json_extract(baseline, '$.Intent.Kind')) VIRTUAL;
CREATE INDEX link_invitation_status ON link (invitation_status);
CREATE INDEX link_intent ON link (intent);

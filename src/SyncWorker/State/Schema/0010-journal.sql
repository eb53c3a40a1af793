-- A losing value is asked for by the reference that its seller reads.
CREATE INDEX journal_ref ON journal (ref) WHERE ref IS NOT NULL;

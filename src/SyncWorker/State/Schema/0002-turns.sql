-- Of one priority, what has waited longest goes first. A link draws a turn when it becomes due, and again when it was looked at and stays due: what stays open cannot keep the others waiting.
ALTER TABLE link ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
CREATE INDEX link_turn ON link (turn);
DROP INDEX link_due;
CREATE INDEX link_due ON link (priority DESC, turn) WHERE due > cleared;

-- An endorsement of a track is by an actor, not by another track: there is none to name.

ALTER TABLE track_relation ALTER COLUMN other_track_id DROP NOT NULL;

UPDATE track_relation SET other_track_id = NULL WHERE other_track_id = '';

-- The manifest of a run: by which coder and libraries, on what, and what came of it.

ALTER TABLE run ADD COLUMN coder_version VARCHAR;   -- code, model, lexicon and knowledge together, as in coding
ALTER TABLE run ADD COLUMN versions VARCHAR;        -- JSON object: Python and libraries
ALTER TABLE run ADD COLUMN inputs VARCHAR;          -- JSON list: path, files, bytes, sha256
ALTER TABLE run ADD COLUMN summary VARCHAR;         -- JSON object: read, coded, failed ...; null where it broke off

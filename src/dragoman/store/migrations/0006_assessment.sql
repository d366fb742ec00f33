-- Unit, format, disclosure, third parties' depth and strategy, and outcome of events (codebook 1.14, 2.5 to 2.8). Null until the
-- event layer is computed again.

ALTER TABLE event ADD COLUMN unit_level VARCHAR;
ALTER TABLE event ADD COLUMN "format" VARCHAR;
ALTER TABLE event ADD COLUMN disclosure VARCHAR;
ALTER TABLE event ADD COLUMN third_party_involvement VARCHAR;
ALTER TABLE event ADD COLUMN strategy VARCHAR[];
ALTER TABLE event ADD COLUMN outcome VARCHAR;

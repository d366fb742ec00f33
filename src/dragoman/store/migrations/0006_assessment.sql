-- Unit, format, disclosure, third parties' depth and strategy, and outcome of mentions and events (codebook 1.14, 2.5 to 2.8); of mentions
-- also what a text and a ceasefire are (1.17, 1.19, 2.12, 2.13). Null until articles are coded and linked again.

ALTER TABLE event_mention ADD COLUMN unit_level VARCHAR;
ALTER TABLE event_mention ADD COLUMN "format" VARCHAR;
ALTER TABLE event_mention ADD COLUMN disclosure VARCHAR;
ALTER TABLE event_mention ADD COLUMN third_party_involvement VARCHAR;
ALTER TABLE event_mention ADD COLUMN strategy VARCHAR[];
ALTER TABLE event_mention ADD COLUMN outcome VARCHAR;
ALTER TABLE event_mention ADD COLUMN agreement_class VARCHAR;
ALTER TABLE event_mention ADD COLUMN form VARCHAR;
ALTER TABLE event_mention ADD COLUMN ceasefire_class VARCHAR;
ALTER TABLE event_mention ADD COLUMN ceasefire_purpose VARCHAR;
ALTER TABLE event_mention ADD COLUMN ceasefire_second_purpose VARCHAR;
ALTER TABLE event_mention ADD COLUMN ceasefire_declaration_type VARCHAR;
ALTER TABLE event_mention ADD COLUMN ceasefire_scope VARCHAR;

ALTER TABLE event ADD COLUMN unit_level VARCHAR;
ALTER TABLE event ADD COLUMN "format" VARCHAR;
ALTER TABLE event ADD COLUMN disclosure VARCHAR;
ALTER TABLE event ADD COLUMN third_party_involvement VARCHAR;
ALTER TABLE event ADD COLUMN strategy VARCHAR[];
ALTER TABLE event ADD COLUMN outcome VARCHAR;

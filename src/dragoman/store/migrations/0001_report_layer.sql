-- The report layer: what was read, what was made of it, by which version (codebook 1.2 to 1.4, 1.15, 1.16).
-- Columns bear the names of the records' fields; `position` keeps the order in which rows were given.

CREATE TABLE run (
    id VARCHAR NOT NULL,
    command VARCHAR NOT NULL,
    started TIMESTAMP NOT NULL,   -- UTC, as all times here
    finished TIMESTAMP,           -- null while it runs, and for ever where it broke off
    package_version VARCHAR NOT NULL,
    model_version VARCHAR,
    lexicon_version VARCHAR,
    options VARCHAR NOT NULL      -- JSON object
);

CREATE TABLE document (
    id VARCHAR NOT NULL,
    url VARCHAR,
    sha256 VARCHAR NOT NULL,
    title VARCHAR,
    outlet VARCHAR,
    published VARCHAR,            -- ISO date or date-time
    author VARCHAR,
    language VARCHAR,
    genre VARCHAR,
    path VARCHAR,
    text VARCHAR NOT NULL,
    added_run VARCHAR,
    position BIGINT NOT NULL
);

CREATE TABLE failure (
    path VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    problem VARCHAR NOT NULL,
    remedy VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    first_run VARCHAR,
    last_run VARCHAR,
    position BIGINT NOT NULL
);

CREATE TABLE coding (
    document_id VARCHAR NOT NULL,
    coder_version VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,      -- of the text that was coded
    run_id VARCHAR,
    coded_at TIMESTAMP NOT NULL,
    n_mentions INTEGER NOT NULL,
    is_current BOOLEAN NOT NULL   -- the coding whose mentions are in event_mention
);

CREATE TABLE event_mention (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    type VARCHAR,
    plover_event VARCHAR,
    plover_mode VARCHAR,
    plover_context VARCHAR[] NOT NULL,
    cameo VARCHAR,
    status VARCHAR NOT NULL,
    polarity VARCHAR NOT NULL,
    certainty VARCHAR NOT NULL,
    tense VARCHAR NOT NULL,
    speech_mode VARCHAR NOT NULL,
    background BOOLEAN NOT NULL,
    venue_name VARCHAR,
    venue_country VARCHAR,
    venue_lat DOUBLE,
    venue_lon DOUBLE,
    venue_status VARCHAR,
    venue_start INTEGER,          -- characters in document.text, from 0, the end left out; so all *_start, *_end
    venue_end INTEGER,
    venue_text VARCHAR,
    date_start VARCHAR,
    date_end VARCHAR,
    date_precision VARCHAR,
    date_text VARCHAR,
    date_mention_start INTEGER,
    date_mention_end INTEGER,
    date_mention_text VARCHAR,
    issues VARCHAR[] NOT NULL,
    track VARCHAR,
    evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    evidence_text VARCHAR NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    trigger_text VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    coder_name VARCHAR NOT NULL,
    coder_version VARCHAR NOT NULL,
    coder_model VARCHAR NOT NULL,
    coder_lexicon VARCHAR NOT NULL,
    coder_rule VARCHAR NOT NULL,
    record VARCHAR NOT NULL,      -- the whole mention as JSON, as `dragoman code --format jsonl` prints it
    position INTEGER NOT NULL     -- among the mentions of its document
);

CREATE TABLE participant (
    mention_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    actor VARCHAR,
    name VARCHAR,
    actor_type VARCHAR,
    country VARCHAR,
    sector VARCHAR,
    person_name VARCHAR,
    person_office VARCHAR,
    side VARCHAR,
    mention_start INTEGER,
    mention_end INTEGER,
    mention_text VARCHAR,
    why VARCHAR,
    position INTEGER NOT NULL
);

CREATE TABLE exclusion_claim (
    mention_id VARCHAR NOT NULL,
    excluded_actor VARCHAR,
    excluded_name VARCHAR,
    mode VARCHAR NOT NULL,
    asserted_by VARCHAR,
    scope VARCHAR NOT NULL,
    excluded_by VARCHAR,
    reason VARCHAR NOT NULL,
    position INTEGER NOT NULL     -- of the participant
);

CREATE TABLE attribution (
    mention_id VARCHAR NOT NULL,
    step INTEGER NOT NULL,        -- 1 is nearest the reader
    speaker VARCHAR,
    actor VARCHAR,
    relation VARCHAR NOT NULL,
    source_type VARCHAR,
    stake VARCHAR,
    mention_start INTEGER,
    mention_end INTEGER,
    mention_text VARCHAR
);

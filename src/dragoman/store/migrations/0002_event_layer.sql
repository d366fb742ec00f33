-- The event layer: what the record holds to have happened (codebook 1.12 to 1.17). All of it is computed
-- from the report layer and replaced as a whole.

CREATE TABLE root (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    position INTEGER NOT NULL
);

CREATE TABLE event (
    id VARCHAR NOT NULL,
    type VARCHAR,
    plover_event VARCHAR,
    cameo VARCHAR,
    status VARCHAR NOT NULL,
    factuality VARCHAR NOT NULL,
    "start" VARCHAR,
    "end" VARCHAR,
    date_precision VARCHAR,
    observed_first_at VARCHAR,
    venue VARCHAR,
    venue_country VARCHAR,
    venue_status VARCHAR,
    lat DOUBLE,
    lon DOUBLE,
    conflict VARCHAR,
    track_id VARCHAR,
    issues VARCHAR[] NOT NULL,
    n_mentions INTEGER NOT NULL,
    n_documents INTEGER NOT NULL,
    n_roots INTEGER NOT NULL,
    mention_ids VARCHAR[] NOT NULL,
    agg_rule VARCHAR NOT NULL,
    disagreement_score DOUBLE NOT NULL,
    position INTEGER NOT NULL
);

CREATE TABLE event_mention_link (
    event_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    position INTEGER NOT NULL
);

CREATE TABLE participation (
    event_id VARCHAR NOT NULL,
    actor VARCHAR,
    name VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    country VARCHAR,
    sector VARCHAR,
    actor_type VARCHAR,
    side VARCHAR,
    n_mentions INTEGER NOT NULL,
    n_roots INTEGER NOT NULL,
    basis VARCHAR[] NOT NULL,
    position INTEGER NOT NULL
);

CREATE TABLE status_change (
    event_id VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    date VARCHAR,
    mention_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    asserted_by VARCHAR,
    position INTEGER NOT NULL
);

CREATE TABLE track (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    conflict VARCHAR,
    brokers VARCHAR[] NOT NULL,
    parties VARCHAR[] NOT NULL,
    excluded VARCHAR[] NOT NULL,
    hosts VARCHAR[] NOT NULL,
    venue VARCHAR,
    venue_country VARCHAR,
    state VARCHAR NOT NULL,
    first_seen VARCHAR,
    last_change VARCHAR,
    last_status VARCHAR,
    n_events INTEGER NOT NULL,
    n_documents INTEGER NOT NULL,
    n_roots INTEGER NOT NULL,
    cue VARCHAR NOT NULL,
    position INTEGER NOT NULL
);

CREATE TABLE track_relation (
    track_id VARCHAR NOT NULL,
    relation VARCHAR NOT NULL,
    other_track_id VARCHAR NOT NULL,
    asserted_by VARCHAR NOT NULL,
    date VARCHAR,
    mention_id VARCHAR,
    basis VARCHAR NOT NULL,
    position INTEGER NOT NULL
);

CREATE TABLE exclusion (
    id VARCHAR NOT NULL,
    event_id VARCHAR,
    track_id VARCHAR,
    excluded_actor VARCHAR,
    excluded_name VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    excluded_by VARCHAR,
    reason VARCHAR NOT NULL,
    asserted_by VARCHAR,
    scope VARCHAR NOT NULL,
    date VARCHAR,
    mention_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    position INTEGER NOT NULL
);

CREATE TABLE agreement (
    id VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    agreement_class VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    announced VARCHAR,
    signed VARCHAR,
    effective VARCHAR,
    ended VARCHAR,
    status VARCHAR NOT NULL,
    signatories VARCHAR[] NOT NULL,
    brokers VARCHAR[] NOT NULL,
    conflict VARCHAR,
    track_id VARCHAR,
    n_roots INTEGER NOT NULL,
    position INTEGER NOT NULL
);

-- Documents that were set aside before coding, and why; one that is coded later has no row here.

CREATE TABLE screening (
    document_id VARCHAR NOT NULL,
    screen_version VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,      -- of the text that was screened
    run_id VARCHAR,
    screened_at TIMESTAMP NOT NULL,
    reason VARCHAR NOT NULL,      -- language: not English; relevance: hardly a word of war and peace
    language VARCHAR,             -- ISO 639 code, where that is the reason
    score DOUBLE                  -- weighted cues per 100 words, where relevance is the reason
);

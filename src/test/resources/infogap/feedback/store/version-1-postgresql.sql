-- PostgreSQL 14 or newer (CREATE OR REPLACE TRIGGER).
-- Two servers that start at once create the tables one after the other. The number names this schema among the users of such locks.
DO $$ BEGIN PERFORM pg_advisory_xact_lock(7233170612940218); END $$;

-- One line per schema version that this database has seen.
CREATE TABLE IF NOT EXISTS feedback_schema (version INTEGER NOT NULL PRIMARY KEY);
INSERT INTO feedback_schema (version) VALUES (1) ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS customer (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
    initial_trust NUMERIC(7, 6) NOT NULL CHECK (initial_trust BETWEEN 0 AND 1)
);

-- No score is stored: scores are computed from this log, which only grows.
CREATE TABLE IF NOT EXISTS feedback_event (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id     BIGINT NOT NULL REFERENCES customer (id),
    kind            TEXT NOT NULL CHECK (kind IN ('positive', 'negative')),
    text            TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
    idempotency_key TEXT NOT NULL UNIQUE,
    -- microseconds since 1970-01-01T00:00Z
    received_at     BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS feedback_event_by_customer ON feedback_event (customer_id, id, kind);

CREATE OR REPLACE FUNCTION feedback_event_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'feedback_event is append-only';
END
$$;

CREATE OR REPLACE TRIGGER feedback_event_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON feedback_event
FOR EACH STATEMENT EXECUTE FUNCTION feedback_event_only_grows();

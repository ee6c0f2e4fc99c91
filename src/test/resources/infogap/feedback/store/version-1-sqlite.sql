-- One line per schema version that this database has seen.
CREATE TABLE IF NOT EXISTS feedback_schema (version INTEGER NOT NULL PRIMARY KEY);
INSERT INTO feedback_schema (version) VALUES (1) ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS customer (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
    -- a decimal as text: SQLite's own numbers are binary
    initial_trust TEXT NOT NULL CHECK (CAST(initial_trust AS REAL) BETWEEN 0 AND 1)
);

-- No score is stored: scores are computed from this log, which only grows.
CREATE TABLE IF NOT EXISTS feedback_event (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id     INTEGER NOT NULL REFERENCES customer (id),
    kind            TEXT NOT NULL CHECK (kind IN ('positive', 'negative')),
    text            TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
    idempotency_key TEXT NOT NULL UNIQUE,
    -- microseconds since 1970-01-01T00:00Z
    received_at     INTEGER NOT NULL
);

CREATE INDEX IF NOT EXISTS feedback_event_by_customer ON feedback_event (customer_id, id, kind);

CREATE TRIGGER IF NOT EXISTS feedback_event_is_not_changed BEFORE UPDATE ON feedback_event
BEGIN SELECT RAISE(ABORT, 'feedback_event is append-only'); END;

CREATE TRIGGER IF NOT EXISTS feedback_event_is_not_deleted BEFORE DELETE ON feedback_event
BEGIN SELECT RAISE(ABORT, 'feedback_event is append-only'); END;

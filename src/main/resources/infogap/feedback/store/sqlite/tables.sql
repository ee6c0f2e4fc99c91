-- One line per schema version that this database has seen.
CREATE TABLE IF NOT EXISTS feedback_schema (version INTEGER NOT NULL PRIMARY KEY);
INSERT INTO feedback_schema (version) VALUES (2);

-- Written by every check of the server's health: a database that cannot be written is not well.
CREATE TABLE feedback_health (id INTEGER PRIMARY KEY CHECK (id = 1), checked_at INTEGER NOT NULL);
INSERT INTO feedback_health (id, checked_at) VALUES (1, 0);

CREATE TABLE customer (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
    -- the name as a search compares it: without case and accents
    search_key    TEXT NOT NULL,
    -- a decimal as text: SQLite's own numbers are binary
    initial_trust TEXT NOT NULL CHECK (CAST(initial_trust AS REAL) BETWEEN 0 AND 1),
    -- the tally of the log about the customer: of the feedbacks that were not retracted
    positive      INTEGER NOT NULL DEFAULT 0 CHECK (positive >= 0),
    negative      INTEGER NOT NULL DEFAULT 0 CHECK (negative >= 0),
    -- microseconds since 1970-01-01T00:00Z, where the person was erased
    erased_at     INTEGER
);
CREATE INDEX customer_by_search_key ON customer (search_key, id);

-- No score is stored: scores are computed from tallies of this log, which only grows.
CREATE TABLE feedback_event (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id     INTEGER NOT NULL REFERENCES customer (id),
    kind            TEXT NOT NULL CHECK (kind IN ('positive', 'negative')),
    -- null where it was erased, as are the author and the purchase then
    text            TEXT CHECK (length(text) BETWEEN 1 AND 2000),
    idempotency_key TEXT NOT NULL UNIQUE,
    -- microseconds since 1970-01-01T00:00Z
    received_at     INTEGER NOT NULL,
    author          TEXT CHECK (length(author) BETWEEN 1 AND 80),
    purchase        TEXT CHECK (length(purchase) BETWEEN 1 AND 80),
    -- the feedback that this event takes back
    retracts        INTEGER UNIQUE REFERENCES feedback_event (id),
    -- the customer's tally up to and including this event
    positive        INTEGER NOT NULL CHECK (positive >= 0),
    negative        INTEGER NOT NULL CHECK (negative >= 0)
);
CREATE INDEX feedback_event_by_customer ON feedback_event (customer_id, id);
CREATE INDEX feedback_event_by_author ON feedback_event (author, customer_id) WHERE author IS NOT NULL;
CREATE INDEX feedback_event_by_purchase ON feedback_event (purchase) WHERE purchase IS NOT NULL;

-- The tally of the feedbacks that were received on one day and not retracted. Days since 1970-01-01 in UTC.
CREATE TABLE customer_day (
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    day         INTEGER NOT NULL,
    positive    INTEGER NOT NULL CHECK (positive >= 0),
    negative    INTEGER NOT NULL CHECK (negative >= 0),
    PRIMARY KEY (customer_id, day)
) WITHOUT ROWID;

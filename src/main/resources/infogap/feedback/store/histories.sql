-- The customers of one page of the list, each with the latest events and the running tally of the whole log about them.
-- One statement, so that what it returns is one state of the database.
WITH chosen AS (
    SELECT id, name, initial_trust FROM customer WHERE id >= ? ORDER BY id LIMIT ?
),
ranked AS (
    SELECT e.id AS event_id, e.customer_id, e.kind, e.text, e.idempotency_key, e.received_at,
           SUM(CASE WHEN e.kind = 'positive' THEN 1 ELSE 0 END) OVER (PARTITION BY e.customer_id ORDER BY e.id) AS positive,
           SUM(CASE WHEN e.kind = 'negative' THEN 1 ELSE 0 END) OVER (PARTITION BY e.customer_id ORDER BY e.id) AS negative,
           ROW_NUMBER() OVER (PARTITION BY e.customer_id ORDER BY e.id DESC) AS recency
    FROM feedback_event e JOIN chosen ON chosen.id = e.customer_id
)
SELECT chosen.id, chosen.name, chosen.initial_trust,
       ranked.event_id, ranked.kind, ranked.text, ranked.idempotency_key, ranked.received_at, ranked.positive, ranked.negative
FROM chosen LEFT JOIN ranked ON ranked.customer_id = chosen.id AND ranked.recency <= ?
ORDER BY chosen.id, ranked.event_id

-- The customers of one part of the list, each with the tally of the whole log about them and their latest events.
-- One statement, so that what it returns is one state of the database. The counts read only an index; of the events
-- themselves only those are read that are returned.
WITH chosen AS MATERIALIZED (
    SELECT c.id, c.name, c.initial_trust,
           (SELECT COUNT(*) FROM feedback_event e WHERE e.customer_id = c.id AND e.kind = 'positive') AS positive,
           (SELECT COUNT(*) FROM feedback_event e WHERE e.customer_id = c.id AND e.kind = 'negative') AS negative,
           COALESCE((SELECT e.id FROM feedback_event e WHERE e.customer_id = c.id ORDER BY e.id DESC LIMIT 1 OFFSET ?), 0) AS first_event
    FROM customer c WHERE c.id >= ? ORDER BY c.id LIMIT ?
)
SELECT chosen.id, chosen.name, chosen.initial_trust, chosen.positive, chosen.negative,
       e.id AS event_id, e.customer_id, e.kind, e.text, e.idempotency_key, e.received_at
FROM chosen LEFT JOIN feedback_event e ON e.customer_id = chosen.id AND e.id >= chosen.first_event
ORDER BY chosen.id, e.id

INSERT INTO feedback_event (id, customer_id, kind, text, idempotency_key, received_at, positive, negative)
SELECT id, customer_id, kind, text, idempotency_key, received_at,
       SUM(CASE kind WHEN 'positive' THEN 1 ELSE 0 END) OVER so_far, SUM(CASE kind WHEN 'negative' THEN 1 ELSE 0 END) OVER so_far
FROM feedback_event_1
WINDOW so_far AS (PARTITION BY customer_id ORDER BY id)
ORDER BY id;

INSERT INTO customer_day (customer_id, day, positive, negative)
SELECT customer_id, received_at / 86400000000,
       SUM(CASE kind WHEN 'positive' THEN 1 ELSE 0 END), SUM(CASE kind WHEN 'negative' THEN 1 ELSE 0 END)
FROM feedback_event_1
GROUP BY 1, 2;

UPDATE customer SET
    positive = COALESCE((SELECT SUM(d.positive) FROM customer_day d WHERE d.customer_id = customer.id), 0),
    negative = COALESCE((SELECT SUM(d.negative) FROM customer_day d WHERE d.customer_id = customer.id), 0);

DROP TABLE feedback_event_1;
DROP TABLE customer_1;

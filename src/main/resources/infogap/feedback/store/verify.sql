-- Everything that does not follow from the log: one line for each, at most a hundred.
WITH folded AS (
    SELECT e.id, e.customer_id, e.kind, e.retracts, e.positive, e.negative, e.received_at,
           SUM(CASE WHEN e.kind <> 'positive' THEN 0 WHEN e.retracts IS NULL THEN 1 ELSE -1 END) OVER so_far AS positive_so_far,
           SUM(CASE WHEN e.kind <> 'negative' THEN 0 WHEN e.retracts IS NULL THEN 1 ELSE -1 END) OVER so_far AS negative_so_far
    FROM feedback_event e
    WINDOW so_far AS (PARTITION BY e.customer_id ORDER BY e.id)
), totals AS (
    SELECT customer_id, SUM(CASE WHEN kind <> 'positive' THEN 0 WHEN retracts IS NULL THEN 1 ELSE -1 END) AS positive,
           SUM(CASE WHEN kind <> 'negative' THEN 0 WHEN retracts IS NULL THEN 1 ELSE -1 END) AS negative
    FROM feedback_event GROUP BY customer_id
), days AS (
    SELECT e.customer_id, e.received_at / 86400000000 AS day, SUM(CASE e.kind WHEN 'positive' THEN 1 ELSE 0 END) AS positive,
           SUM(CASE e.kind WHEN 'negative' THEN 1 ELSE 0 END) AS negative
    FROM feedback_event e
    WHERE e.retracts IS NULL AND NOT EXISTS (SELECT 1 FROM feedback_event r WHERE r.retracts = e.id)
    GROUP BY 1, 2
)
SELECT 'event ' || f.id || ' carries the tally ' || f.positive || ', ' || f.negative || ', and the log says ' || f.positive_so_far || ', '
       || f.negative_so_far AS finding
FROM folded f WHERE f.positive <> f.positive_so_far OR f.negative <> f.negative_so_far
UNION ALL
SELECT 'customer ' || c.id || ' has the tally ' || c.positive || ', ' || c.negative || ', and the log says ' || COALESCE(t.positive, 0) || ', '
       || COALESCE(t.negative, 0)
FROM customer c LEFT JOIN totals t ON t.customer_id = c.id
WHERE c.positive <> COALESCE(t.positive, 0) OR c.negative <> COALESCE(t.negative, 0)
UNION ALL
SELECT 'customer ' || d.customer_id || ' has the tally ' || d.positive || ', ' || d.negative || ' of day ' || d.day || ', and the log says '
       || COALESCE(l.positive, 0) || ', ' || COALESCE(l.negative, 0)
FROM customer_day d LEFT JOIN days l ON l.customer_id = d.customer_id AND l.day = d.day
WHERE d.positive <> COALESCE(l.positive, 0) OR d.negative <> COALESCE(l.negative, 0)
UNION ALL
SELECT 'customer ' || l.customer_id || ' has no tally of day ' || l.day || ', and the log says ' || l.positive || ', ' || l.negative
FROM days l LEFT JOIN customer_day d ON l.customer_id = d.customer_id AND l.day = d.day
WHERE d.customer_id IS NULL
UNION ALL
SELECT 'event ' || e.id || ' is about customer ' || e.customer_id || ', and there is none'
FROM feedback_event e LEFT JOIN customer c ON c.id = e.customer_id WHERE c.id IS NULL
UNION ALL
SELECT 'event ' || e.id || ' retracts event ' || e.retracts || ', which is no feedback of this kind about this customer before it'
FROM feedback_event e LEFT JOIN feedback_event r ON r.id = e.retracts
WHERE e.retracts IS NOT NULL AND (r.id IS NULL OR r.retracts IS NOT NULL OR r.kind <> e.kind OR r.customer_id <> e.customer_id OR r.id > e.id)
LIMIT 100

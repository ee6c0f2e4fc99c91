DROP TRIGGER feedback_event_is_not_changed ON feedback_event;
DROP INDEX feedback_event_by_customer;
ALTER TABLE feedback_event RENAME TO feedback_event_1;
ALTER TABLE customer RENAME TO customer_1;

-- What SQL may not do to the log, whoever asks. REPLACE deletes rows without firing DELETE triggers, so that inserting over a row is refused too; another
-- client may not enforce foreign keys, so that the triggers do.
CREATE TRIGGER feedback_event_is_not_changed BEFORE UPDATE ON feedback_event
WHEN NOT (NEW.text IS NULL AND NEW.author IS NULL AND NEW.purchase IS NULL AND NEW.idempotency_key = 'erased ' || OLD.id
    AND NEW.id = OLD.id AND NEW.customer_id = OLD.customer_id AND NEW.kind = OLD.kind AND NEW.received_at = OLD.received_at
    AND NEW.retracts IS OLD.retracts AND NEW.positive = OLD.positive AND NEW.negative = OLD.negative)
BEGIN SELECT RAISE(ABORT, 'feedback_event is append-only'); END;

CREATE TRIGGER feedback_event_is_not_deleted BEFORE DELETE ON feedback_event
BEGIN SELECT RAISE(ABORT, 'feedback_event is append-only'); END;

CREATE TRIGGER feedback_event_is_not_replaced BEFORE INSERT ON feedback_event
WHEN EXISTS (SELECT 1 FROM feedback_event e
    WHERE e.id = NEW.id OR e.idempotency_key = NEW.idempotency_key OR e.retracts = NEW.retracts)
BEGIN SELECT RAISE(ABORT, 'feedback_event is append-only'); END;

CREATE TRIGGER feedback_event_fits_the_tally BEFORE INSERT ON feedback_event
WHEN NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = NEW.customer_id AND c.positive = NEW.positive AND c.negative = NEW.negative)
BEGIN SELECT RAISE(ABORT, 'feedback_event must be about a customer and carry the tally of that customer'); END;

CREATE TRIGGER customer_is_not_deleted BEFORE DELETE ON customer
BEGIN SELECT RAISE(ABORT, 'customer is append-only: a person is erased, not deleted'); END;

CREATE TRIGGER customer_is_not_replaced BEFORE INSERT ON customer
WHEN EXISTS (SELECT 1 FROM customer c WHERE c.id = NEW.id OR c.name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'customer is append-only: the number or the name is taken'); END;

CREATE TRIGGER customer_is_not_renamed_over_another BEFORE UPDATE ON customer
WHEN NEW.id <> OLD.id OR NEW.initial_trust IS NOT OLD.initial_trust
    OR EXISTS (SELECT 1 FROM customer c WHERE c.name = NEW.name AND c.id <> OLD.id)
BEGIN SELECT RAISE(ABORT, 'customer keeps its number and initial trust, and a name is not taken twice'); END;

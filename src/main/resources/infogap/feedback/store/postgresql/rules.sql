-- What SQL may not do to the log, whoever asks but the owner of the tables, who can take the triggers away.
CREATE OR REPLACE FUNCTION feedback_event_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'feedback_event is append-only';
END
$$;

CREATE OR REPLACE FUNCTION feedback_event_is_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.text IS NULL AND NEW.author IS NULL AND NEW.purchase IS NULL AND NEW.idempotency_key = 'erased ' || OLD.id
        AND (NEW.id, NEW.customer_id, NEW.kind, NEW.received_at, NEW.retracts, NEW.positive, NEW.negative)
            IS NOT DISTINCT FROM (OLD.id, OLD.customer_id, OLD.kind, OLD.received_at, OLD.retracts, OLD.positive, OLD.negative) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'feedback_event is append-only';
END
$$;

CREATE OR REPLACE FUNCTION feedback_event_fits_the_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = NEW.customer_id AND c.positive = NEW.positive AND c.negative = NEW.negative) THEN
        RAISE EXCEPTION 'feedback_event must be about a customer and carry the tally of that customer';
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION customer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.id = OLD.id AND NEW.initial_trust = OLD.initial_trust THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'customer keeps its number and initial trust';
    END IF;
    RAISE EXCEPTION 'customer is append-only: a person is erased, not deleted';
END
$$;

CREATE TRIGGER feedback_event_is_not_changed BEFORE UPDATE ON feedback_event FOR EACH ROW EXECUTE FUNCTION feedback_event_is_only_erased();
CREATE TRIGGER feedback_event_is_not_deleted BEFORE DELETE OR TRUNCATE ON feedback_event FOR EACH STATEMENT EXECUTE FUNCTION feedback_event_only_grows();
CREATE TRIGGER feedback_event_fits_the_tally BEFORE INSERT ON feedback_event FOR EACH ROW EXECUTE FUNCTION feedback_event_fits_the_tally();
CREATE TRIGGER customer_is_not_deleted BEFORE DELETE OR TRUNCATE ON customer FOR EACH STATEMENT EXECUTE FUNCTION customer_stays();
CREATE TRIGGER customer_is_not_changed BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION customer_stays();

-- New numbers follow those that were carried over.
DO $$
BEGIN
    PERFORM setval(pg_get_serial_sequence('customer', 'id'), GREATEST((SELECT MAX(id) FROM customer), 1), EXISTS (SELECT 1 FROM customer));
    PERFORM setval(pg_get_serial_sequence('feedback_event', 'id'), GREATEST((SELECT MAX(id) FROM feedback_event), 1),
        EXISTS (SELECT 1 FROM feedback_event));
END
$$;

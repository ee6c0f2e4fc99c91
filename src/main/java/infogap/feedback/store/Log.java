package infogap.feedback.store;

import infogap.feedback.Customer;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The statements that append to the log, and with it to the tallies: of the customer, of the day, and the one that the event carries.
///
/// @param connection a connection in a transaction
/// @param embedded   does the database let one transaction write at a time?
record Log(Connection connection, boolean embedded) {

    static final String EVENT_COLUMNS = "e.id AS event_id, e.customer_id, e.kind, e.text, e.idempotency_key, e.received_at, e.author, e.purchase, "
            + "e.retracts, e.positive AS event_positive, e.negative AS event_negative";

    private static final String STANDS = " AND e.retracts IS NULL AND NOT EXISTS (SELECT 1 FROM feedback_event r WHERE r.retracts = e.id)";
    private static final long MICROS_OF_A_DAY = TimeUnit.DAYS.toMicros(1);

    AppendResult append(NewFeedback feedback, Set<FeedbackSource> once, Instant at) throws SQLException {
        Optional<FeedbackEvent> earlier = withKey(feedback.idempotencyKey());
        if (earlier.isPresent()) {
            return known(earlier.get(), feedback, OptionalLong.empty());
        }
        for (FeedbackSource source : once) {
            Optional<String> value = source.in(feedback);
            if (value.isEmpty()) {
                return new AppendResult.SourceMissing(source);
            }
            Optional<FeedbackEvent> standing = standing(source, value.get(), feedback.customerId());
            if (standing.isPresent()) {
                return new AppendResult.AlreadyGiven(source, standing.get());
            }
        }
        return stored(count(feedback.customerId(), feedback.kind(), 1, micros(at)), feedback, OptionalLong.empty(), at);
    }

    AppendResult retract(long eventId, String reason, String key, Instant at) throws SQLException {
        Optional<FeedbackEvent> target = withId(eventId);
        if (target.isEmpty() || target.get().isRetraction()) {
            return new AppendResult.UnknownFeedback(eventId);
        }
        NewFeedback given = target.get().feedback();
        NewFeedback retraction = new NewFeedback(given.customerId(), given.kind(), reason, key);
        Optional<FeedbackEvent> earlier = withKey(key);
        if (earlier.isPresent()) {
            return known(earlier.get(), retraction, OptionalLong.of(eventId));
        }
        PreparedStatement before = connection.prepareStatement("SELECT " + EVENT_COLUMNS + " FROM feedback_event e WHERE e.retracts = ?");
        before.setLong(1, eventId);
        List<FeedbackEvent> retractions = Rows.all(before, Rows::event);
        if (!retractions.isEmpty()) {
            return new AppendResult.AlreadyRetracted(retractions.getFirst());
        }
        return stored(count(given.customerId(), given.kind(), -1, micros(target.get().at())), retraction, OptionalLong.of(eventId), at);
    }

    /// A customer and the tally with what is being stored.
    private record Counted(Customer customer, Tally tally) {}

    private AppendResult stored(Optional<Counted> counted, NewFeedback feedback, OptionalLong retracts, Instant at) throws SQLException {
        return counted.isEmpty()
                ? new AppendResult.UnknownCustomer(feedback.customerId())
                : new AppendResult.Stored(insert(feedback, retracts, counted.get().tally(), at), counted.get().customer(), counted.get().tally());
    }

    private static AppendResult known(FeedbackEvent earlier, NewFeedback feedback, OptionalLong retracts) {
        boolean same = earlier.feedback().equals(feedback) && earlier.retracts().equals(retracts);
        return same ? new AppendResult.Repeated(earlier) : new AppendResult.KeyTaken(earlier);
    }

    Optional<FeedbackEvent> withId(long id) throws SQLException {
        PreparedStatement select = connection.prepareStatement("SELECT " + EVENT_COLUMNS + " FROM feedback_event e WHERE e.id = ?");
        select.setLong(1, id);
        return Rows.all(select, Rows::event).stream().findAny();
    }

    private Optional<FeedbackEvent> withKey(String key) throws SQLException {
        PreparedStatement select = connection.prepareStatement("SELECT " + EVENT_COLUMNS + " FROM feedback_event e WHERE e.idempotency_key = ?");
        select.setString(1, key);
        return Rows.all(select, Rows::event).stream().findAny();
    }

    private Optional<FeedbackEvent> standing(FeedbackSource source, String value, long customerId) throws SQLException {
        if (!embedded) {
            // two servers that look at once would both find none
            PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 7233170612940218))::text");
            lock.setString(1, source.label() + " " + value);
            Rows.all(lock, row -> row.getString(1));
        }
        PreparedStatement select = connection.prepareStatement("SELECT " + EVENT_COLUMNS + " FROM feedback_event e WHERE e."
                + (source == FeedbackSource.AUTHOR ? "author = ? AND e.customer_id = ?" : "purchase = ?") + STANDS);
        select.setString(1, value);
        if (source == FeedbackSource.AUTHOR) {
            select.setLong(2, customerId);
        }
        return Rows.all(select, Rows::event).stream().findAny();
    }

    /// Counts one feedback more or less, received at this time; the tally after it, or none when there is no such customer.
    private Optional<Counted> count(long customerId, FeedbackKind kind, int step, long receivedAt) throws SQLException {
        int positive = kind == FeedbackKind.POSITIVE ? step : 0;
        int negative = step - positive;
        PreparedStatement total = connection.prepareStatement("UPDATE customer SET positive = positive + ?, negative = negative + ?"
                + " WHERE id = ? AND erased_at IS NULL RETURNING id, name, initial_trust, positive, negative");
        total.setInt(1, positive);
        total.setInt(2, negative);
        total.setLong(3, customerId);
        List<Counted> counted = Rows.all(total,
                row -> new Counted(Rows.customer(row), new Tally(row.getLong("positive"), row.getLong("negative"))));
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        try (PreparedStatement day = connection.prepareStatement(step > 0
                ? "INSERT INTO customer_day (positive, negative, customer_id, day) VALUES (?, ?, ?, ?) ON CONFLICT (customer_id, day)"
                        + " DO UPDATE SET positive = customer_day.positive + excluded.positive, negative = customer_day.negative + excluded.negative"
                : "UPDATE customer_day SET positive = positive + ?, negative = negative + ? WHERE customer_id = ? AND day = ?")) {
            day.setInt(1, positive);
            day.setInt(2, negative);
            day.setLong(3, customerId);
            day.setLong(4, Math.floorDiv(receivedAt, MICROS_OF_A_DAY));
            day.executeUpdate();
        }
        return Optional.of(counted.getFirst());
    }

    private FeedbackEvent insert(NewFeedback feedback, OptionalLong retracts, Tally tally, Instant at) throws SQLException {
        PreparedStatement insert = connection.prepareStatement("INSERT INTO feedback_event (customer_id, kind, text, idempotency_key, received_at,"
                + " author, purchase, positive, negative, retracts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
        insert.setLong(1, feedback.customerId());
        insert.setString(2, feedback.kind().label());
        insert.setString(3, feedback.text());
        insert.setString(4, feedback.idempotencyKey());
        insert.setLong(5, micros(at));
        insert.setString(6, feedback.author().orElse(null));
        insert.setString(7, feedback.purchase().orElse(null));
        insert.setLong(8, tally.positive());
        insert.setLong(9, tally.negative());
        if (retracts.isPresent()) {
            insert.setLong(10, retracts.getAsLong());
        } else {
            insert.setNull(10, Types.BIGINT);
        }
        return Rows.all(insert, row -> new FeedbackEvent(row.getLong(1), feedback, at, retracts, false)).getFirst();
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}

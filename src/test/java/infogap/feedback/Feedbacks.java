package infogap.feedback;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Customers and events for tests.
public final class Feedbacks {

    public static final Customer ALICE = new Customer(1, "Alice", new BigDecimal("0.3"));
    public static final Customer BOB = new Customer(2, "Bob", new BigDecimal("0.7"));
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Feedbacks() {}

    public static FeedbackEvent event(long id, Customer customer, FeedbackKind kind, Instant at) {
        return new FeedbackEvent(id, new NewFeedback(customer.id(), kind, "feedback " + id, "key-" + id), at);
    }

    /// One event an hour, kinds from the letters `+` and `-`.
    public static List<FeedbackEvent> hourly(Customer customer, String kinds) {
        List<FeedbackEvent> events = new ArrayList<>();
        for (int i = 0; i < kinds.length(); i++) {
            FeedbackKind kind = kinds.charAt(i) == '+' ? FeedbackKind.POSITIVE : FeedbackKind.NEGATIVE;
            events.add(event(i + 1, customer, kind, START.plus(Duration.ofHours(i + 1))));
        }
        return events;
    }

    public static String randomKinds(RandomGenerator random, int longest) {
        StringBuilder kinds = new StringBuilder();
        random.ints(random.nextInt(longest + 1), 0, 2).forEach(bit -> kinds.append(bit == 0 ? '+' : '-'));
        return kinds.toString();
    }
}

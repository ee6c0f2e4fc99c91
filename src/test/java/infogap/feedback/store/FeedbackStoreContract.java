package infogap.feedback.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.FeedbackKind;
import infogap.feedback.Feedbacks;
import infogap.feedback.NewFeedback;
import infogap.feedback.Tally;
import infogap.feedback.TrustPolicy;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What the store promises, on whichever database. A subclass gives the database.
abstract class FeedbackStoreContract extends ConcurrentWritersContract {

    private void reopen() {
        store.close();
        store = FeedbackStore.open(database, () -> NOW);
    }

    private List<Customer> customers() {
        return store.customers(CustomerQuery.first(100), 1).items().stream().map(CustomerHistory::customer).toList();
    }

    @Test
    void theDemonstrationIsTheArticlesTwoCustomersOnFirstStartOnly() {
        store.append(feedback(1, "k"));
        store.addDemonstration();
        reopen();
        store.addDemonstration();
        assertEquals(List.of(Feedbacks.ALICE, Feedbacks.BOB), customers());
        assertEquals(1, store.events(1).size());
    }

    @Test
    void theDemonstrationLeavesOtherCustomersAlone() {
        try (FeedbackStore other = FeedbackStore.open(emptyDatabase(), () -> NOW)) {
            other.add("Carol", new BigDecimal("0.5"));
            other.addDemonstration();
            assertEquals(1, other.customers(CustomerQuery.first(100), 1).items().size());
        }
    }

    @Test
    void whatIsStoredIsReadBackAfterReopening() {
        NewFeedback feedback = new NewFeedback(1, FeedbackKind.NEGATIVE, "'; DROP TABLE customer; --\n<b>信任 😀</b>", "key-\"1\"");
        FeedbackEvent event = stored(feedback);
        reopen();
        assertEquals(List.of(event), store.events(1));
        assertEquals(feedback, event.feedback());
        assertEquals(Instant.parse("2026-03-04T05:06:07.123456Z"), event.at());
    }

    @Test
    void aliceGainsATenthAndBobDoesNot() {
        stored(feedback(1, "k"));
        assertEquals("2/5", store.history(1, 1).orElseThrow().score(TrustPolicy.AS_PRINTED).exact());
        assertEquals("7/10", store.history(2, 1).orElseThrow().score(TrustPolicy.AS_PRINTED).exact());
    }

    @Test
    void switchingThePolicyRecomputesAndLosesNothing() {
        IntStream.range(0, 8).forEach(i -> stored(feedback(1, "k" + i)));
        CustomerHistory before = store.history(1, 100).orElseThrow();
        assertEquals("11/10", before.score(TrustPolicy.AS_PRINTED).exact());
        assertEquals("43/50", before.score(TrustPolicy.BETA).exact());
        assertEquals("11/10", store.history(1, 100).orElseThrow().score(TrustPolicy.AS_PRINTED).exact());
        assertEquals(before, store.history(1, 100).orElseThrow());
    }

    @Test
    void theSameKeyAndFeedbackCountOnce() {
        FeedbackEvent first = stored(feedback(1, "k"));
        assertEquals(new AppendResult.Repeated(first), store.append(feedback(1, "k")));
        assertEquals(List.of(first), store.events(1));
    }

    @Test
    void theSameKeyOnAnotherFeedbackStoresNothing() {
        FeedbackEvent first = stored(feedback(1, "k"));
        assertEquals(new AppendResult.KeyTaken(first), store.append(feedback(2, "k")));
        assertEquals(new AppendResult.KeyTaken(first),
                store.append(new NewFeedback(1, FeedbackKind.NEGATIVE, "kept its promise", "k")));
        assertEquals(List.of(first), store.events(1));
        assertEquals(List.of(), store.events(2));
    }

    @Test
    void anUnknownCustomerStoresNothing() {
        assertEquals(new AppendResult.UnknownCustomer(3), store.append(feedback(3, "k")));
        assertEquals(Optional.empty(), store.history(3, 10));
        assertEquals(List.of(), store.events(3));
        stored(feedback(1, "k"));
    }

    @Test
    void aNameIsTakenOnce() {
        assertEquals(Optional.empty(), store.add("Alice", new BigDecimal("0.9")));
        Customer carol = store.add("Carol", new BigDecimal("0.123456")).orElseThrow();
        assertEquals(List.of(Feedbacks.ALICE, Feedbacks.BOB, carol), customers());
        assertEquals(new BigDecimal("0.123456"), customers().getLast().initialTrust());
    }

    /// The tally that the database computes is the fold over the log, for every page size.
    @Test
    void theRunningTallyIsTheFoldOverTheLog() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 60; i++) {
            FeedbackKind kind = random.nextBoolean() ? FeedbackKind.POSITIVE : FeedbackKind.NEGATIVE;
            stored(new NewFeedback(random.nextInt(1, 3), kind, "t", "k" + i));
        }
        for (Customer customer : customers()) {
            List<FeedbackEvent> log = store.events(customer.id());
            CustomerHistory whole = CustomerHistory.of(customer, log);
            assertEquals(Tally.of(log), whole.tally());
            for (int most : new int[] {1, 2, 7, log.size(), 1000}) {
                List<CustomerHistory.Entry> latest =
                        whole.entries().subList(Math.max(0, log.size() - most), log.size());
                assertEquals(new CustomerHistory(customer, latest, whole.tally(), most < log.size(), false),
                        store.history(customer.id(), most).orElseThrow());
            }
        }
    }

    @Test
    void theListOfCustomersIsReadInParts() {
        IntStream.range(0, 8).forEach(i -> store.add("Customer " + i, new BigDecimal("0.5")));
        List<Customer> all = customers();
        assertEquals(10, all.size());
        CustomerQuery query = new CustomerQuery(
                "", CustomerQuery.Order.NUMBER, TrustPolicy.AS_PRINTED, OptionalLong.of(all.get(2).id()), OptionalLong.empty(), 4);
        assertEquals(all.subList(3, 7), store.customers(query, 1).items().stream().map(CustomerHistory::customer).toList());
    }

    /// Whoever asks: the database itself keeps the log append-only.
    @Test
    void anEventCannotBeChangedOrDeleted() throws SQLException {
        stored(feedback(1, "k"));
        List<FeedbackEvent> before = store.events(1);
        for (String attempt : List.of(
                "UPDATE feedback_event SET kind = 'negative'", "DELETE FROM feedback_event", "DELETE FROM customer WHERE id = 1")) {
            try (var connection = database.source().getConnection();
                    var statement = connection.createStatement()) {
                SQLException refusal = assertThrows(SQLException.class, () -> statement.executeUpdate(attempt));
                assertTrue(refusal.getMessage().toLowerCase(Locale.ROOT).matches("(?s).*(append-only|foreign key).*"),
                        refusal.getMessage());
            }
        }
        assertEquals(before, store.events(1));
    }

    @Test
    void tablesOfANewerVersionAreLeftAlone() throws SQLException {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO feedback_schema (version) VALUES (3)");
        }
        assertEquals(
                "database must have the tables of version 2 at most, but has version 3: a newer Infogap wrote it",
                assertThrows(IllegalArgumentException.class, () -> FeedbackStore.open(database, () -> NOW)).getMessage());
    }

    @Test
    void numbersGrowWithTheLog() {
        List<Long> ids = LongStream.range(0, 20).mapToObj(i -> stored(feedback(1, "k" + i)).id()).toList();
        assertEquals(new ArrayList<>(ids).stream().sorted().distinct().toList(), ids);
        assertFalse(ids.contains(0L));
    }

    @Test
    void theVersionNamesTheProduct() {
        assertTrue(store.version().matches(database.product() + " \\d+\\.\\d+.*"), store.version());
    }
}

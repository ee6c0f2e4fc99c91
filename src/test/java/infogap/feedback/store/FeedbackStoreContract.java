package infogap.feedback.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void aRetractionIsAFurtherEventAndTheFeedbackStays() {
        FeedbackEvent praise = stored(feedback(1, "k1"));
        FeedbackEvent complaint = stored(new NewFeedback(1, FeedbackKind.NEGATIVE, "by mistake", "k2"));
        FeedbackEvent retraction = assertInstanceOf(AppendResult.Stored.class, store.retract(complaint.id(), "another shop", "k3")).event();
        assertEquals(OptionalLong.of(complaint.id()), retraction.retracts());
        assertEquals(List.of(praise, complaint, retraction), store.events(1));
        assertEquals(new Tally(1, 0), store.history(1, 10).orElseThrow().tally());
        assertEquals(List.of(new Tally(1, 0), new Tally(1, 1), new Tally(1, 0)),
                store.history(1, 10).orElseThrow().entries().stream().map(CustomerHistory.Entry::tally).toList());
        assertEquals(new AppendResult.Repeated(retraction), store.retract(complaint.id(), "another shop", "k3"));
        assertEquals(new AppendResult.KeyTaken(retraction), store.retract(praise.id(), "another shop", "k3"));
        assertEquals(new AppendResult.AlreadyRetracted(retraction), store.retract(complaint.id(), "again", "k4"));
        assertEquals(new AppendResult.UnknownFeedback(retraction.id()), store.retract(retraction.id(), "no", "k5"));
        assertEquals(new AppendResult.UnknownFeedback(99), store.retract(99, "no", "k5"));
        assertThrows(IllegalArgumentException.class, () -> store.retract(praise.id(), " ", "k6"));
        assertEquals(3, store.events(1).size());
    }

    @Test
    void oneFeedbackOfEachAuthorAndPurchase() {
        NewFeedback first = from("k1", "Ann", "P-1");
        assertEquals(first, stored(first).feedback());
        FeedbackEvent earlier = store.events(1).getFirst();
        Set<FeedbackSource> author = Set.of(FeedbackSource.AUTHOR);
        Set<FeedbackSource> purchase = Set.of(FeedbackSource.PURCHASE);
        assertEquals(new AppendResult.AlreadyGiven(FeedbackSource.AUTHOR, earlier), store.append(from("k2", "Ann", "P-2"), author));
        assertEquals(new AppendResult.AlreadyGiven(FeedbackSource.PURCHASE, earlier), store.append(from("k2", "Ben", "P-1"), purchase));
        assertEquals(new AppendResult.SourceMissing(FeedbackSource.AUTHOR), store.append(feedback(1, "k2"), author));
        assertEquals(new AppendResult.Repeated(earlier), store.append(first, author), "the same sent again is no second one");
        assertInstanceOf(AppendResult.Stored.class,
                store.append(new NewFeedback(2, FeedbackKind.POSITIVE, "t", "k3", Optional.of("Ann"), Optional.empty()), author), "about another customer");
        store.retract(earlier.id(), "taken back", "k4");
        assertInstanceOf(AppendResult.Stored.class, store.append(from("k5", "Ann", "P-1"), Set.of(FeedbackSource.values())), "the first stands no longer");
    }

    @Test
    void oneFeedbackOfAPurchaseFromEightWritersAtOnceIsOne() throws Exception {
        try (FeedbackStore second = FeedbackStore.open(database, () -> NOW); var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> writers = IntStream.range(0, 8).<Callable<Integer>>mapToObj(writer -> () -> {
                int stored = 0;
                for (int i = 0; i < 10; i++) {
                    FeedbackStore used = writer % 2 == 0 ? store : second;
                    AppendResult result = used.append(from("w" + writer + "-" + i, "Ann", "P-" + i), Set.of(FeedbackSource.PURCHASE));
                    stored += result instanceof AppendResult.Stored ? 1 : 0;
                }
                return stored;
            }).toList();
            int sum = 0;
            for (Future<Integer> done : threads.invokeAll(writers)) {
                sum += done.get();
            }
            assertEquals(10, sum);
        }
    }

    private static NewFeedback from(String key, String author, String purchase) {
        return new NewFeedback(1, FeedbackKind.POSITIVE, "t", key, Optional.of(author), Optional.of(purchase));
    }

    @Test
    void aCustomerIsRenamedAndNobodyElse() {
        assertEquals(new RenameResult.Renamed(new Customer(1, "Alicia", new BigDecimal("0.3"))), store.rename(1, " Alicia "));
        assertEquals(new RenameResult.NameTaken(), store.rename(1, "Bob"));
        assertEquals(new RenameResult.UnknownCustomer(), store.rename(9, "Carol"));
        assertEquals(List.of("Alicia", "Bob"), customers().stream().map(Customer::name).toList());
        assertEquals(1, store.customers(new CustomerQuery("ALIC", CustomerQuery.Order.NUMBER, TrustPolicy.BETA, OptionalLong.empty(), OptionalLong.empty(), 9), 1)
                .items().size());
    }

    /// In every order that is kept the database looks the place up where a part begins, and reads no other customer.
    @ParameterizedTest
    @EnumSource
    void aPartOfAListIsLookedUp(CustomerQuery.Order order) {
        store.keepOrders(TrustPolicy.BETA);
        store.inOneTransaction(writer -> {
            // many are alike, and one has all of the feedback
            IntStream.range(0, 3000).forEach(i -> writer.add("N" + i, new BigDecimal("0." + (1 + i % 9))));
            return IntStream.range(0, 500).mapToObj(i -> writer.append(new NewFeedback(1, FeedbackKind.POSITIVE, "t", "k" + i), writer.now())).toList();
        });
        store.analyse();
        boolean embedded = store.database().isEmbedded();
        for (boolean backward : new boolean[] {false, true}) {
            OptionalLong place = OptionalLong.of(1000);
            CustomerQuery query = new CustomerQuery("", order, TrustPolicy.BETA, backward ? OptionalLong.empty() : place, backward ? place : OptionalLong.empty(), 9);
            String plan = store.read("plan", connection -> {
                // a plan is made of the tables and indexes that the connection last saw
                Rows.all(connection.prepareStatement("SELECT id FROM customer"), row -> row.getLong(1));
                return String.join("\n", Rows.all(CustomerList.select(connection, embedded, embedded ? "EXPLAIN QUERY PLAN " : "EXPLAIN ", query, 5),
                        row -> row.getString(embedded ? "detail" : "QUERY PLAN")));
            });
            String index = switch (order) {
                case NUMBER -> embedded ? "INTEGER PRIMARY KEY" : "customer_pkey";
                case NAME -> "customer_by_search_key";
                default -> "customer_by_" + order.label() + "_";
            };
            String lookedUp = embedded ? "SEARCH customer USING (?:COVERING )?INDEX " + index : "using " + index + "\\w* on customer.*\\n\\s*Index Cond: \\(ROW\\(";
            long found = Pattern.compile(order == CustomerQuery.Order.NUMBER && embedded ? "SEARCH customer USING " + index : lookedUp).matcher(plan).results().count();
            assertTrue(found >= (embedded ? 2 : 1), plan);
            assertFalse(plan.contains("SCAN customer") || plan.contains("Seq Scan") || plan.contains("using feedback_event_pkey"), plan);
        }
    }

    /// Forward and backward from any place, in every order, the parts are those of the whole list, which is sorted by the definition of the order; whether
    /// or not the database keeps the orders.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aListIsTheSameInPartsOfAnySizeAndDirection(boolean kept) {
        if (kept) {
            store.keepOrders(TrustPolicy.AS_PRINTED);
            store.keepOrders(TrustPolicy.BETA);
            // a second server on the same log
            store.keepOrders(TrustPolicy.BETA);
        }
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 30; i++) {
            store.add("N" + random.nextInt(10) + "-" + i, new BigDecimal("0." + random.nextInt(1, 10)));
        }
        for (int i = 0; i < 60; i++) {
            stored(new NewFeedback(random.nextInt(1, 33), random.nextBoolean() ? FeedbackKind.POSITIVE : FeedbackKind.NEGATIVE, "t", "k" + i));
        }
        for (TrustPolicy policy : List.of(TrustPolicy.AS_PRINTED, TrustPolicy.BETA)) {
            Comparator<CustomerHistory> byScore = Comparator.comparing(history -> history.score(policy).value());
            Map<CustomerQuery.Order, Comparator<CustomerHistory>> definitions = Map.of(
                    CustomerQuery.Order.NUMBER, Comparator.comparing(history -> 0),
                    CustomerQuery.Order.NAME, Comparator.comparing(history -> history.customer().name().toLowerCase(Locale.ROOT)),
                    CustomerQuery.Order.FEEDBACK, Comparator.comparing(history -> -history.tally().total()),
                    CustomerQuery.Order.LOWEST, byScore,
                    CustomerQuery.Order.HIGHEST, byScore.reversed());
            definitions.forEach((order, definition) -> {
                List<CustomerHistory> whole = part(order, policy, OptionalLong.empty(), OptionalLong.empty(), 100).items();
                assertEquals(whole.stream().sorted(definition.thenComparing(history -> history.customer().id())).toList(), whole, order.label());
                for (int i = 0; i < whole.size(); i += 5) {
                    OptionalLong cursor = OptionalLong.of(whole.get(i).customer().id());
                    for (int size : new int[] {1, 7}) {
                        CustomerQuery.Part<CustomerHistory> after = part(order, policy, cursor, OptionalLong.empty(), size);
                        assertEquals(whole.subList(i + 1, Math.min(whole.size(), i + 1 + size)), after.items());
                        assertEquals(i + 1 + size < whole.size(), after.next());
                        CustomerQuery.Part<CustomerHistory> before = part(order, policy, OptionalLong.empty(), cursor, size);
                        assertEquals(whole.subList(Math.max(0, i - size), i), before.items());
                        assertEquals(i > size, before.previous());
                    }
                }
            });
        }
    }

    private CustomerQuery.Part<CustomerHistory> part(CustomerQuery.Order order, TrustPolicy policy, OptionalLong after, OptionalLong before, int size) {
        return store.customers(new CustomerQuery("", order, policy, after, before, size), 1);
    }

    @Test
    void aHistoryIsTheSameInPartsOfAnySizeAndDirection() {
        for (int i = 0; i < 23; i++) {
            stored(feedback(1 + i % 2, "k" + i));
        }
        List<CustomerHistory.Entry> whole = store.history(1, 100).orElseThrow().entries();
        assertEquals(12, whole.size());
        for (int i = 0; i < whole.size(); i++) {
            OptionalLong cursor = OptionalLong.of(whole.get(i).event().id());
            for (int size : new int[] {1, 5, 20}) {
                CustomerHistory after = store.history(1, new HistoryPart(cursor, OptionalLong.empty(), size)).orElseThrow();
                assertEquals(whole.subList(i + 1, Math.min(12, i + 1 + size)), after.entries());
                assertEquals(i + 1 + size < 12, after.newer());
                CustomerHistory before = store.history(1, new HistoryPart(OptionalLong.empty(), cursor, size)).orElseThrow();
                assertEquals(whole.subList(Math.max(0, i - size), i), before.entries());
                assertEquals(i > size, before.older());
                assertEquals(new Tally(12, 0), before.tally());
            }
        }
        assertThrows(IllegalArgumentException.class, () -> new HistoryPart(OptionalLong.of(1), OptionalLong.of(2), 1));
    }

    @Test
    void healthIsWrittenAndRead() throws SQLException {
        store.check();
        try (var connection = database.source().getConnection()) {
            assertEquals(List.of(Log.micros(NOW)), Rows.all(connection.prepareStatement("SELECT checked_at FROM feedback_health"), row -> row.getLong(1)));
        }
    }
}

package infogap.feedback.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import infogap.feedback.FeedbackEvent;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.TrustPolicy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A new database with Alice, number 1, and Bob, number 2, for each test; and what the store promises to many writers at once.
abstract class ConcurrentWritersContract {

    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456789Z");

    Database database;
    FeedbackStore store;

    /// A new, empty database.
    abstract Database emptyDatabase();

    /// The database's own report on damage; empty when there is none.
    abstract List<String> damage(Database database) throws SQLException;

    @BeforeEach
    void openWithDemonstration() {
        database = emptyDatabase();
        store = FeedbackStore.open(database, () -> NOW);
        store.addDemonstration();
    }

    @AfterEach
    void noDamage() throws SQLException {
        try (FeedbackStore again = FeedbackStore.open(database, () -> NOW)) {
            assertEquals(List.of(), again.verify(), "every tally follows from the log");
        } catch (IllegalArgumentException newerTables) {
            // the test that makes such tables looks itself
        }
        store.close();
        assertEquals(List.of(), damage(database));
    }

    static NewFeedback feedback(long customer, String key) {
        return new NewFeedback(customer, FeedbackKind.POSITIVE, "kept its promise", key);
    }

    FeedbackEvent stored(NewFeedback feedback) {
        return assertInstanceOf(AppendResult.Stored.class, store.append(feedback)).event();
    }

    @Test
    void eightWritersAtOnceLoseNothingAndDoubleNothing() throws Exception {
        List<Callable<Integer>> writers = IntStream.range(0, 8).<Callable<Integer>>mapToObj(writer -> () -> {
            IntStream.range(0, 25).forEach(i -> stored(feedback(1 + i % 2, "w" + writer + "-" + i)));
            return 25;
        }).toList();
        assertEquals(200, sum(writers));
        assertEquals(104, store.events(1).size());
        assertEquals(96, store.events(2).size());
        assertEquals("107/10", store.history(1, 1).orElseThrow().score(TrustPolicy.AS_PRINTED).exact());
    }

    @Test
    void oneKeyFromEightWritersAtOnceCountsOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            String key = "key-" + round;
            List<Callable<Integer>> writers = IntStream.range(0, 8).<Callable<Integer>>mapToObj(
                    writer -> () -> store.append(feedback(1, key)) instanceof AppendResult.Stored ? 1 : 0).toList();
            assertEquals(1, sum(writers));
        }
        assertEquals(10, store.events(1).size());
    }

    @Test
    void twoStoresOnOneDatabaseShareTheLog() throws Exception {
        try (FeedbackStore second = FeedbackStore.open(database, () -> NOW)) {
            List<FeedbackStore> stores = List.of(store, second, store, second);
            List<Callable<Integer>> writers = IntStream.range(0, 4).<Callable<Integer>>mapToObj(writer -> () -> {
                IntStream.range(0, 15).forEach(i -> stores.get(writer).append(feedback(1, "w" + writer + "-" + i)));
                return 15;
            }).toList();
            assertEquals(60, sum(writers));
            assertEquals(60, second.events(1).size());
            assertEquals(store.events(1), second.events(1));
        }
    }

    private static int sum(List<Callable<Integer>> tasks) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            int sum = 0;
            for (Future<Integer> done : threads.invokeAll(tasks)) {
                sum += done.get();
            }
            return sum;
        }
    }
}

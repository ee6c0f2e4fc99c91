package infogap.feedback.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresFeedbackStoreTest extends FeedbackStoreContract {

    private static Optional<PostgresServer> server = Optional.empty();

    @BeforeAll
    static void startServer() {
        server = PostgresServer.start();
        assumeTrue(server.isPresent(), "PostgreSQL is not installed (Debian: apt-get install postgresql)");
    }

    @AfterAll
    static void stopServer() {
        server.ifPresent(PostgresServer::close);
    }

    @Override
    Database emptyDatabase() {
        return Database.at(server.orElseThrow().newDatabase());
    }

    /// What the extension `amcheck` finds in the tables; a damaged index makes it throw.
    @Override
    List<String> damage(Database database) throws SQLException {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("CREATE EXTENSION IF NOT EXISTS amcheck");
            List<Long> indexes = Rows.all(
                    connection.prepareStatement("SELECT bt_index_check(c.oid, true), c.oid FROM pg_class c"
                            + " WHERE c.relkind = 'i' AND c.relnamespace = 'public'::regnamespace"),
                    row -> row.getLong(2));
            // the keys of five tables, three unique columns and four indexes, and those of the orders that are kept
            assertTrue(indexes.size() >= 12, "found only " + indexes.size() + " indexes to check");
            return Rows.all(
                    connection.prepareStatement("SELECT msg FROM verify_heapam('feedback_event')"
                            + " UNION ALL SELECT msg FROM verify_heapam('customer') UNION ALL SELECT msg FROM verify_heapam('customer_day')"),
                    row -> row.getString(1));
        }
    }

    @Test
    void aCrashOfTheServerLosesNothingAndTheStoreFindsItAgain() {
        try (FeedbackStore store = FeedbackStore.open(emptyDatabase(), Instant::now)) {
            long carol = store.add("Carol", new BigDecimal("0.5")).orElseThrow().id();
            for (int i = 0; i < 20; i++) {
                assertInstanceOf(AppendResult.Stored.class,
                        store.append(new NewFeedback(carol, FeedbackKind.POSITIVE, "text", "before-" + i)));
            }
            server.orElseThrow().crashAndRestart();
            assertEquals(20, store.events(carol).size());
            assertInstanceOf(AppendResult.Stored.class,
                    store.append(new NewFeedback(carol, FeedbackKind.POSITIVE, "text", "after")));
        }
    }
}

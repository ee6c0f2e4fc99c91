package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import infogap.feedback.store.Database;
import infogap.feedback.store.PostgresServer;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The interface for programs with its log in PostgreSQL.
class PostgresApiTest extends ApiTest {

    private static Optional<PostgresServer> postgres = Optional.empty();

    @BeforeAll
    static void startPostgres() {
        postgres = PostgresServer.start();
        assumeTrue(postgres.isPresent(), "PostgreSQL is not installed (Debian: apt-get install postgresql)");
    }

    @AfterAll
    static void stopPostgres() {
        postgres.ifPresent(PostgresServer::close);
    }

    @Override
    Database database() {
        return Database.at(postgres.orElseThrow().newDatabase());
    }

    /// The commit itself breaks off: the answer does not claim to know, and the same key sent again makes it known.
    @Test
    void anOutcomeThatIsNotKnownIsCalledSo() throws SQLException {
        try (Connection connection = server.store().database().source().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION end_me() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); "
                    + "RETURN NULL; END $$");
            statement.execute("CREATE CONSTRAINT TRIGGER ended AFTER INSERT ON feedback_event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION end_me()");
            HttpResponse<String> unknown = client.give(1, "positive", "text", "k");
            assertEquals(503, unknown.statusCode());
            assertTrue(unknown.body().contains("It is not known whether this is stored.") && !unknown.body().contains("Nothing was stored"), unknown.body());
            HttpResponse<String> page = client.form(Map.of("customer", "1", "kind", "positive", "text", "typed", "key", "l", "policy", "beta"), "Accept", "text/html");
            assertTrue(page.body().contains("It is not known whether this is stored.") && page.body().contains("name=\"key\" value=\"l\""), page.body());
            statement.execute("DROP TRIGGER ended ON feedback_event");
        }
        assertEquals(201, client.give(1, "positive", "text", "k").statusCode());
        assertEquals(200, client.give(1, "positive", "text", "k").statusCode());
        assertEquals(1, events(1).size());
        String metrics = client.get("/metrics").body();
        assertTrue(metrics.contains("infogap_feedback_posts_total{outcome=\"unknown\"} 2"), metrics);
    }
}

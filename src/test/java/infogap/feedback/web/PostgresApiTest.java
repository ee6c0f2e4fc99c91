package infogap.feedback.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import infogap.feedback.store.Database;
import infogap.feedback.store.PostgresServer;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

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
}

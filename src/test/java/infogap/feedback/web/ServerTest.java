package infogap.feedback.web;

import infogap.feedback.FeedbackEvent;
import infogap.feedback.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with a running server on a new database with Alice, number 1, and Bob, number 2.
abstract class ServerTest {

    @TempDir
    private Path folder;

    protected FeedbackServer server;
    protected Client client;

    /// The options of the server; a subclass may add to them.
    FeedbackOptions options(FeedbackOptions plain) {
        return plain;
    }

    /// An empty database: SQLite, unless a subclass has another.
    Database database() {
        return Database.inFolder(folder);
    }

    @BeforeEach
    void startServer() throws IOException {
        server = FeedbackServer.start(options(FeedbackOptions.of(database()).withDemonstration()));
        client = new Client(server.address());
    }

    @AfterEach
    void stopServer() {
        client.close();
        server.close();
    }

    List<FeedbackEvent> events(long customer) {
        return server.store().events(customer);
    }
}

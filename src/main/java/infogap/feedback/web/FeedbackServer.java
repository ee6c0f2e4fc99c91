package infogap.feedback.web;

import infogap.feedback.store.FeedbackStore;
import infogap.numeric.Checks;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// A running feedback server: the log in its database, and the page and the interface on it.
///
/// ```java
/// try (FeedbackServer server = FeedbackServer.start(FeedbackOptions.of(Database.inFolder(folder)).withDemonstration())) {
///     System.out.println(server.address());
///     server.await();
/// }
/// ```
public final class FeedbackServer implements AutoCloseable {

    private static final long IDLE_MILLIS = 30_000;
    private static final long GRACE_MILLIS = 5_000;

    private final FeedbackStore store;
    private final Server server;
    private final URI address;

    private FeedbackServer(FeedbackStore store, Server server, URI address) {
        this.store = store;
        this.server = server;
        this.address = address;
    }

    /// Opens the database and listens.
    ///
    /// @throws infogap.feedback.store.StoreException if the database cannot be opened
    /// @throws IOException                           if the host and port cannot be listened on
    public static FeedbackServer start(FeedbackOptions options) throws IOException {
        Checks.present("options", options);
        FeedbackStore store = FeedbackStore.open(options.database(), options.clock());
        try {
            if (options.demonstration()) {
                store.addDemonstration();
            }
            Server server = new Server(new VirtualThreadPool());
            ServerConnector connector = connector(server, options);
            server.addConnector(connector);
            Routes routes = new Routes(store, new Guard(options.isLoopback(), options.token()), options.policy());
            server.setHandler(new GracefulHandler(routes));
            server.setErrorHandler(Routes::refuse);
            server.setStopTimeout(GRACE_MILLIS);
            listen(server);
            String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
            return new FeedbackServer(store, server, URI.create("http://" + host + ":" + connector.getLocalPort() + "/"));
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static ServerConnector connector(Server server, FeedbackOptions options) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }

    private static void listen(Server server) throws IOException {
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the server cannot start", e);
        }
    }

    /// Where the page is.
    public URI address() {
        return address;
    }

    /// The log that the server works on.
    public FeedbackStore store() {
        return store;
    }

    /// Waits until the server is closed.
    ///
    /// @throws InterruptedException if the waiting thread is interrupted
    public void await() throws InterruptedException {
        server.join();
    }

    /// Takes no new requests, finishes those under way for at most five seconds, and closes the database. A second call does nothing.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop cleanly", e);
        } finally {
            store.close();
        }
    }
}

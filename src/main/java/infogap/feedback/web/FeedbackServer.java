package infogap.feedback.web;

import infogap.feedback.TrustPolicy;
import infogap.feedback.page.Site;
import infogap.feedback.store.FeedbackSource;
import infogap.feedback.store.FeedbackStore;
import infogap.feedback.store.StoreException;
import infogap.numeric.Checks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    private static final long IDLE_MILLIS = 10_000;
    private static final long GRACE_MILLIS = 5_000;

    private final FeedbackStore store;
    private final Server server;
    private final SlowRequests slow;
    private final URI address;

    private FeedbackServer(FeedbackStore store, Server server, SlowRequests slow, URI address) {
        this.store = store;
        this.server = server;
        this.slow = slow;
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
            keepOrders(store, options);
            // a request that waits for its client holds a thread that costs little; a bound on their number would be one on who is served
            VirtualThreadPool threads = new VirtualThreadPool(0);
            Server server = new Server(threads);
            ServerConnector connector = connector(server, options);
            server.addConnector(connector);
            Guard guard = new Guard(names(options), options.publicUrl(), options.token(), options.clock());
            Routes routes = new Routes(store, guard, site(options), options);
            server.setHandler(new GracefulHandler(routes));
            server.setErrorHandler(routes::refuse);
            server.setStopTimeout(GRACE_MILLIS);
            listen(server, options);
            String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
            return new FeedbackServer(store, server, new SlowRequests(connector), URI.create("http://" + host + ":" + connector.getLocalPort() + "/"));
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static void keepOrders(FeedbackStore store, FeedbackOptions options) {
        try {
            // those that the page offers; one that fades is sorted as the beta policy of its weight
            for (TrustPolicy policy : List.of(TrustPolicy.AS_PRINTED, TrustPolicy.BETA, options.policy())) {
                store.keepOrders(policy);
            }
        } catch (StoreException e) {
            options.log().warning("lists by score or feedback look at every customer", e);
        }
    }

    private static Site site(FeedbackOptions options) {
        String base = options.publicUrl().map(url -> url.getRawPath().replaceFirst("/$", "")).orElse("");
        Set<FeedbackSource> once = options.rules().once();
        return new Site(base, options.zone(), options.token().isPresent(), once.contains(FeedbackSource.AUTHOR), once.contains(FeedbackSource.PURCHASE));
    }

    /// The names that a client may rightly use: the loopback's, the one to listen on, the public one and the machine's own.
    private static Set<String> names(FeedbackOptions options) {
        Set<String> names = new HashSet<>(List.of("localhost", options.host().toLowerCase(Locale.ROOT)));
        options.publicUrl().ifPresent(url -> names.add(url.getHost().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "")));
        try {
            names.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
        } catch (UnknownHostException e) {
            // a machine without a name of its own is asked under another
        }
        return Set.copyOf(names);
    }

    private static ServerConnector connector(Server server, FeedbackOptions options) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(1024);
        return connector;
    }

    private static void listen(Server server, FeedbackOptions options) throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            throw new IOException("the server cannot listen on " + options.host() + " port " + options.port() + " (" + reason(e)
                    + "); --port gives another, --port 0 any free one", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the server cannot start", e);
        }
    }

    private static String reason(Throwable failure) {
        return failure.getCause() == null ? failure.getMessage() : failure.getCause().getMessage();
    }

    /// Where the page is on this machine.
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

    /// Takes no new requests, finishes those under way for at most five seconds, and closes the database. A second call does nothing but wait for the
    /// first one's end, so that a program that ends meanwhile leaves no log behind beside the database.
    @Override
    public synchronized void close() {
        slow.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop cleanly", e);
        } finally {
            store.close();
        }
    }
}

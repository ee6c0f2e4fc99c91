package infogap.feedback.web;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;

/// Closes connections that have begun a request and do not get it said: between two requests a connection may be silent until it is idle, but once
/// the first byte of a request is there, the line and the headers must follow in time. Bodies have their own limit, in [RequestBody].
final class SlowRequests implements AutoCloseable {

    private static final long HEADERS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK = 500;

    /// What was seen of a connection when its last request was complete, and when the first byte after that was seen.
    private record Seen(long messages, long bytes, long since) {}

    private final ServerConnector connector;
    private final Thread thread;

    SlowRequests(ServerConnector connector) {
        this.connector = connector;
        this.thread = Thread.ofVirtual().name("feedback-slow-requests").start(this::watch);
    }

    private void watch() {
        Map<EndPoint, Seen> seen = new HashMap<>();
        try {
            while (true) {
                Thread.sleep(LOOK);
                seen.keySet().retainAll(connector.getConnectedEndPoints());
                for (EndPoint end : connector.getConnectedEndPoints()) {
                    if (end.getConnection() instanceof Connection connection) {
                        look(end, connection, seen);
                    }
                }
            }
        } catch (InterruptedException e) {
            // the server is closed
        }
    }

    private static void look(EndPoint end, Connection connection, Map<EndPoint, Seen> seen) {
        long messages = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        Seen before = seen.getOrDefault(end, new Seen(0, 0, 0));
        if (messages != before.messages() || connection.getMessagesOut() < messages || bytes == before.bytes()) {
            seen.put(end, new Seen(messages, bytes, 0));
        } else if (before.since() == 0) {
            seen.put(end, new Seen(messages, before.bytes(), System.nanoTime()));
        } else if (System.nanoTime() - before.since() > HEADERS) {
            end.close();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

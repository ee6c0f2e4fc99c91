package infogap.benchmarks;

import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.TrustPolicy;
import infogap.feedback.store.CustomerQuery;
import infogap.feedback.store.Database;
import infogap.feedback.store.FeedbackStore;
import infogap.feedback.store.HistoryPart;
import infogap.feedback.store.PostgresServer;
import infogap.feedback.web.FeedbackOptions;
import infogap.feedback.web.FeedbackServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/// How much does a feedback cost? Posts over loopback against the bare driver that commits a row at a time, in the same run; posts about a customer with
/// many events against one with few; parts of a long list and of a long history, from the store and as pages.
///
///     mvn -q test-compile exec:exec@benchmark -Dbenchmark=Feedback
public final class FeedbackBenchmark {

    private static final int CLIENTS = 32;
    private static final long SPAN = 4_000_000_000L;
    private static final int EVENTS = 200_000;
    private static final int CUSTOMERS = 100_000;
    private static final int TOGETHER = 1000;

    private FeedbackBenchmark() {}

    /// Runs everything on SQLite and, where it is installed, on PostgreSQL.
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("infogap-feedback-benchmark");
        run(Database.inFolder(folder));
        Optional<PostgresServer> postgres = PostgresServer.start();
        if (postgres.isPresent()) {
            try (PostgresServer server = postgres.get()) {
                run(Database.at(server.newDatabase()));
            }
        }
    }

    private static void run(Database database) throws Exception {
        try (FeedbackServer server = FeedbackServer.start(FeedbackOptions.of(database).withDemonstration())) {
            FeedbackStore store = server.store();
            posts(server.address(), 1);
            double driver = bareDriver(database);
            double few = posts(server.address(), 1);
            fill(store);
            double many = posts(server.address(), 2);
            print("%s: bare driver %.0f commits/s; posts over loopback %.0f/s, %.2f of it; about a customer with %d events %.0f/s, %.2f of it%n",
                    database.product(), driver, few, few / driver, EVENTS, many, many / few);
            lists(store);
            histories(server);
        }
    }

    private static double bareDriver(Database database) throws SQLException {
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE bare (id INTEGER, text TEXT)");
            long start = System.nanoTime();
            int rows = 0;
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bare VALUES (?, 'a text of usual length')")) {
                for (; System.nanoTime() - start < SPAN; rows++) {
                    insert.setInt(1, rows);
                    insert.executeUpdate();
                }
            }
            return rows * 1e9 / (System.nanoTime() - start);
        }
    }

    private static double posts(URI address, long customer) throws InterruptedException {
        AtomicLong posts = new AtomicLong();
        long start = System.nanoTime();
        List<Thread> clients = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
            String prefix = start + "-" + c + "-";
            clients.add(Thread.ofPlatform().start(() -> {
                try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                    socket.setTcpNoDelay(true);
                    InputStream in = new BufferedInputStream(socket.getInputStream());
                    for (int i = 0; System.nanoTime() - start < SPAN; i++) {
                        String body = "{\"kind\":\"positive\",\"text\":\"a text of usual length\"}";
                        String request = "POST /api/customers/" + customer + "/feedback HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Idempotency-Key: " + prefix + i + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
                        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                        readAnswer(in);
                        posts.incrementAndGet();
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread client : clients) {
            client.join();
        }
        return posts.get() * 1e9 / (System.nanoTime() - start);
    }

    private static void readAnswer(InputStream in) throws IOException {
        int length = 0;
        String line = readLine(in);
        if (!line.startsWith("HTTP/1.1 201")) {
            throw new IOException(line);
        }
        while (!line.isEmpty()) {
            line = readLine(in);
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
                length = Integer.parseInt(line.substring(16));
            }
        }
        in.skipNBytes(length);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /// In many transactions: PostgreSQL keeps what one has overwritten until it ends, so that the ten-thousandth feedback about a customer in it looks through thousands.
    private static void fill(FeedbackStore store) {
        for (int from = 0; from < EVENTS; from += TOGETHER) {
            int first = from;
            store.inOneTransaction(writer -> {
                for (int i = first; i < Math.min(EVENTS, first + TOGETHER); i++) {
                    writer.append(new NewFeedback(2, FeedbackKind.POSITIVE, "a text of usual length", "fill-" + i), writer.now());
                }
                return true;
            });
        }
        store.inOneTransaction(writer -> {
            for (int i = 0; i < CUSTOMERS; i++) {
                writer.add("Customer " + Integer.toString(i * 7919 % 1_000_003, 36) + " " + i, new BigDecimal("0." + (10 + i % 90)));
            }
            return true;
        });
        store.analyse();
    }

    private static void lists(FeedbackStore store) {
        for (CustomerQuery.Order order : CustomerQuery.Order.values()) {
            for (String search : List.of("", "77")) {
                CustomerQuery middle = new CustomerQuery(search, order, TrustPolicy.BETA, OptionalLong.of(CUSTOMERS / 2), OptionalLong.empty(), 20);
                CustomerQuery back = new CustomerQuery(search, order, TrustPolicy.BETA, OptionalLong.empty(), OptionalLong.of(CUSTOMERS / 2), 20);
                print("  list by %s%s: %.1f ms forward, %.1f ms backward%n", order.label(), search.isEmpty() ? "" : " searched",
                        median(() -> store.customers(middle, 20)), median(() -> store.customers(back, 20)));
            }
        }
    }

    /// Both ends of a long history and its middle, and the page of each over loopback.
    private static void histories(FeedbackServer server) throws IOException {
        long middle = server.store().history(2, HistoryPart.latest(1)).orElseThrow().entries().getFirst().event().id() - EVENTS / 2;
        HistoryPart older = new HistoryPart(OptionalLong.empty(), OptionalLong.of(middle), 100);
        HistoryPart newer = new HistoryPart(OptionalLong.of(middle), OptionalLong.empty(), 100);
        print("  history of %d events: latest %.1f ms, middle %.1f ms backward, %.1f ms forward%n", EVENTS,
                median(() -> server.store().history(2, HistoryPart.latest(100))), median(() -> server.store().history(2, older)),
                median(() -> server.store().history(2, newer)));
        for (String path : List.of("", "?sort=lowest&policy=beta&search=77", "customers/2?policy=beta", "customers/2?policy=fading")) {
            print("  page /%s: %.1f ms%n", path, median(() -> page(server.address().resolve(path))));
        }
    }

    private static void page(URI address) {
        try (InputStream in = address.toURL().openStream()) {
            in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double median(Runnable work) {
        double[] times = new double[9];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}

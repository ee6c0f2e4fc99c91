package infogap.feedback.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A real PostgreSQL for tests: Debian's binaries on a new data folder and a free loopback port, stopped and deleted at the end.
///
/// PostgreSQL refuses to run as root; then it runs as the user `postgres` that Debian's package makes.
public final class PostgresServer implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path binaries;
    private final Path folder;
    private final int port;

    private PostgresServer(Path binaries) {
        this.binaries = binaries;
        this.port = freePort();
        // made by the user that the server runs as, who must own it
        this.folder = Path.of(run("mktemp", "-d", "/tmp/infogap-postgres-XXXXXXXX").strip());
        run(binaries.resolve("initdb").toString(), "--pgdata", folder.resolve("data").toString(), "--username=tester",
                "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync");
        run(binaries.resolve("pg_ctl").toString(), "--pgdata", folder.resolve("data").toString(), "--wait", "--log",
                folder.resolve("log").toString(), "--options",
                "-c listen_addresses=127.0.0.1 -c port=" + port + " -c unix_socket_directories=" + folder, "start");
    }

    /// A started server; empty, where PostgreSQL is not installed.
    public static Optional<PostgresServer> start() {
        return newestBinaries().map(PostgresServer::new);
    }

    private static Optional<Path> newestBinaries() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_ctl")))
                    .max(Comparator.comparingInt(bin -> Integer.parseInt(bin.getParent().getFileName().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The JDBC address of a new, empty database.
    public String newDatabase() {
        return newDatabase("");
    }

    /// The JDBC address of a new, empty database made with these options.
    public String newDatabase(String options) {
        String name = "feedback_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(address("postgres"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("CREATE DATABASE " + name + " " + options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return address(name);
    }

    private String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=tester";
    }

    /// Stops and starts again as after a power cut: connections break, what was not committed is gone.
    public void crashAndRestart() {
        control("restart");
    }

    private void control(String action) {
        run(binaries.resolve("pg_ctl").toString(), "--pgdata", folder.resolve("data").toString(), "--wait", "--log",
                folder.resolve("log").toString(), "--mode=immediate", action);
    }

    /// Stops the server and deletes its folder.
    @Override
    public void close() {
        control("stop");
        run("rm", "-r", folder.toString());
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String run(String... command) {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        whole.addAll(List.of(command));
        try {
            Path output = Files.createTempFile("infogap-postgres", ".log");
            try {
                // a file and no pipe, because the server inherits it and would keep a pipe open
                Process process = new ProcessBuilder(whole).directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(whole + " did not end: " + Files.readString(output));
                }
                if (process.exitValue() != 0) {
                    throw new IllegalStateException(whole + " failed: " + Files.readString(output));
                }
                return Files.readString(output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

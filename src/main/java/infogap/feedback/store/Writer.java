package infogap.feedback.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/// All that is written, in the order of asking, on one connection. What waits while the disk is busy is committed together: one wait for the
/// disk serves many. A piece of work that fails takes no other with it: the others are done again without it.
///
/// A connection whose transaction did not end as it should is closed and never used again.
final class Writer implements AutoCloseable {

    private static final int TOGETHER = 128;
    private static final int TRIES = 5;

    /// PostgreSQL's unique_violation, serialization_failure and deadlock_detected: another server was faster, and a second look finds what it did.
    private static final Set<String> RACES = Set.of("23505", "40001", "40P01");

    private final HikariDataSource pool;
    private final Optional<Path> file;
    private final Object fileKey;
    private final LinkedBlockingQueue<Task<?>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private boolean closed;

    private static final class Task<T> {

        private final String failure;
        private final SqlFunction<Connection, T> work;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private T value;

        Task(String failure, SqlFunction<Connection, T> work) {
            this.failure = failure;
            this.work = work;
        }

        void run(Connection connection) throws SQLException {
            value = work.apply(connection);
        }

        void succeed() {
            result.complete(value);
        }
    }

    Writer(Database database) {
        this.file = database.file();
        this.fileKey = file.map(Writer::key).orElse("");
        this.pool = database.pool(true);
        this.thread = Thread.ofPlatform().daemon().name("feedback-writer").start(this::loop);
    }

    /// Does the work in a transaction, and returns when it is on the disk.
    ///
    /// @throws StoreException if the database fails
    <T> T write(String failure, SqlFunction<Connection, T> work) {
        Task<T> task = new Task<>(failure, work);
        synchronized (this) {
            if (closed) {
                throw StoreException.nothingStored(failure + ": the store is closed");
            }
            waiting.add(task);
        }
        try {
            return task.result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreException.unknown(failure, e);
        }
    }

    private void loop() {
        try {
            while (true) {
                List<Task<?>> together = new ArrayList<>();
                together.add(waiting.take());
                waiting.drainTo(together, TOGETHER - 1);
                together.removeIf(task -> task.work == null);
                if (!together.isEmpty()) {
                    commit(together, TRIES);
                }
                synchronized (this) {
                    if (closed && waiting.isEmpty()) {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whatever is thrown, nobody waits for an answer that does not come, and the next work finds a thread and a connection.
    private void commit(List<Task<?>> tasks, int tries) {
        Connection connection;
        try {
            refuseMissingFile();
            connection = begin();
        } catch (SQLException e) {
            // what came meanwhile has waited too: one patience after the other would be none
            List<Task<?>> all = new ArrayList<>(tasks);
            waiting.drainTo(all);
            all.forEach(task -> task.result.completeExceptionally(StoreException.nothingStored(task.failure, e)));
            return;
        } catch (RuntimeException | Error e) {
            tasks.forEach(task -> task.result.completeExceptionally(e));
            return;
        }
        try {
            for (Task<?> task : tasks) {
                task.run(connection);
            }
        } catch (SQLException | RuntimeException | Error e) {
            boolean usable = end(connection, e);
            if (usable && tasks.size() > 1) {
                tasks.forEach(task -> commit(List.of(task), TRIES));
            } else if (usable && tries > 1 && lostARace(e)) {
                commit(tasks, tries - 1);
            } else {
                tasks.forEach(task -> task.result.completeExceptionally(
                        e instanceof SQLException sql ? StoreException.nothingStored(task.failure, sql) : e));
            }
            return;
        }
        try {
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            end(connection, e);
            tasks.forEach(task -> task.result.completeExceptionally(StoreException.unknown(task.failure, e)));
            return;
        }
        giveBack(connection);
        tasks.forEach(Task::succeed);
    }

    private static boolean lostARace(Throwable failure) {
        return failure instanceof SQLException sql && sql.getSQLState() != null && RACES.contains(sql.getSQLState());
    }

    private Connection begin() throws SQLException {
        Connection connection = pool.getConnection();
        try {
            // in SQLite this takes the lock, and fails when another process holds it
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException | RuntimeException | Error e) {
            pool.evictConnection(connection);
            throw e;
        }
    }

    /// Rolls back; false, and the connection is gone, when that fails too.
    private boolean end(Connection connection, Throwable cause) {
        if (rollBack(connection, cause)) {
            return giveBack(connection);
        }
        pool.evictConnection(connection);
        return false;
    }

    private boolean giveBack(Connection connection) {
        try {
            connection.setAutoCommit(true);
            connection.close();
            return true;
        } catch (SQLException | RuntimeException e) {
            pool.evictConnection(connection);
            return false;
        }
    }

    /// Rolls back after a failure that stays the one to report.
    static boolean rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
            return false;
        }
    }

    /// A file that was deleted under a running server takes what is written and is gone when the server ends. The file is not opened to look: a process
    /// that closes a file gives up all its locks on it, those of the database too, and the next program to close the database would delete its
    /// write-ahead log under this server.
    private void refuseMissingFile() {
        if (file.isPresent() && !fileKey.equals(key(file.get()))) {
            throw StoreException.nothingStored("the database file " + file.get() + " was deleted or replaced");
        }
    }

    private static Object key(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? "" : key;
        } catch (IOException e) {
            return "missing";
        }
    }

    /// Writes what is waiting, and takes no more.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            // work that is none wakes the thread
            waiting.add(new Task<>("", null));
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.close();
    }
}

package infogap.notebook;

import com.google.gson.JsonObject;
import infogap.notebook.KernelClient.Channel;
import infogap.notebook.KernelException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A kernel in a process of its own, ready to execute. Everything happens on the thread that starts it, which nobody may interrupt (see
/// [KernelClient]); to stop early, let `cancelled` become true.
final class KernelProcess implements AutoCloseable {

    private static final long TICK_MILLIS = 50;
    private static final Duration UNTIL_SUBSCRIBED = Duration.ofMillis(300);
    private static final Duration UNTIL_SHUT_DOWN = Duration.ofSeconds(2);
    /// Three unlucky draws of ports in a row are no bad luck any more.
    private static final int ATTEMPTS = 3;

    private final RunLimits limits;
    private final boolean signalled;
    private final BooleanSupplier cancelled;
    private final Path connectionFile;
    private final ChildProcess process;
    private final KernelClient client;
    private final JsonObject info;

    private KernelProcess(KernelLaunch launch, Path folder, RunLimits limits, BooleanSupplier cancelled) {
        this.limits = limits;
        this.signalled = launch.signalled();
        this.cancelled = cancelled;
        KernelConnection connection = KernelConnection.fresh();
        connectionFile = connection.writeFile(launch.name());
        ChildProcess started = null;
        KernelClient connected = null;
        try {
            started = ChildProcess.start(launch.commandFor(connectionFile), launch.environment(), folder);
            connected = new KernelClient(connection);
            process = started;
            client = connected;
            info = awaitReady();
        } catch (RuntimeException | Error e) {
            release(connected, started, connectionFile);
            throw e;
        }
    }

    /// Starts a kernel and waits until it answers and its output is heard.
    ///
    /// @param folder    the process's working folder
    /// @param cancelled asked again and again while waiting
    /// @throws KernelException when it does not become ready
    static KernelProcess start(KernelLaunch launch, Path folder, RunLimits limits, BooleanSupplier cancelled) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new KernelProcess(launch, folder, limits, cancelled);
            } catch (KernelException e) {
                if (attempt == ATTEMPTS || !lostPort(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean lostPort(KernelException e) {
        return e.reason() == Reason.PROTOCOL
                || e.asCellError().traceback().stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("address already in use"));
    }

    /// What the kernel said about itself: the content of its `kernel_info_reply`.
    JsonObject info() {
        return info.deepCopy();
    }

    ProcessHandle handle() {
        return process.handle();
    }

    /// Executes code and returns the content of the reply, after everything that the code printed and displayed was handed over.
    ///
    /// @param stopOnError whether the kernel should drop requests that wait behind a failing one
    /// @param output      gets every `iopub` message of this execution, in order
    /// @throws KernelException when the process dies, the time is over or the caller wants to stop
    JsonObject execute(String code, boolean stopOnError, Consumer<Message> output) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("silent", false);
        content.addProperty("store_history", true);
        content.add("user_expressions", new JsonObject());
        content.addProperty("allow_stdin", false);
        content.addProperty("stop_on_error", stopOnError);
        PendingRequest request = new PendingRequest(client, client.send(Channel.SHELL, "execute_request", content), output);
        Deadline deadline = Deadline.in(limits.cell());
        boolean interrupted = false;
        while (!request.complete()) {
            if (!request.step(TICK_MILLIS)) {
                failIfDead(request);
            }
            failIfCancelled();
            if (deadline.passed() && !request.complete()) {
                if (interrupted) {
                    throw overTime(" and did not stop when interrupted, so its process was killed");
                }
                interrupt();
                interrupted = true;
                deadline = Deadline.in(limits.grace());
            }
        }
        process.noteDescendants();
        if (interrupted) {
            throw overTime(" and was interrupted");
        }
        return request.reply().content();
    }

    private void interrupt() {
        client.send(Channel.CONTROL, "interrupt_request", new JsonObject());
        if (signalled) {
            process.interrupt();
        }
    }

    private KernelException overTime(String consequence) {
        return new KernelException(Reason.TIME_LIMIT,
                "the cell ran longer than its limit of " + seconds(limits.cell()) + consequence, List.of());
    }

    /// A subscription reaches the kernel some time after the connection. Only when the kernel's status for one of our own requests has been
    /// heard is it certain that no output will be missed.
    private JsonObject awaitReady() {
        Deadline deadline = Deadline.in(limits.start());
        client.askForBeat();
        while (!client.beats((int) TICK_MILLIS)) {
            failIfNotStarting(deadline, "did not open its channels");
        }
        while (true) {
            PendingRequest request = new PendingRequest(client, client.send(Channel.SHELL, "kernel_info_request", new JsonObject()), _ -> {});
            while (!request.complete() && !request.silentSinceReply(UNTIL_SUBSCRIBED)) {
                request.step(TICK_MILLIS);
                failIfNotStarting(deadline, request.reply() == null ? "did not answer" : "answered, but its output cannot be heard,");
            }
            if (request.complete()) {
                return request.reply().content();
            }
        }
    }

    private void failIfNotStarting(Deadline deadline, String soFar) {
        failIfCancelled();
        if (!process.isAlive()) {
            throw new KernelException(Reason.NOT_STARTED,
                    "the kernel's process ended before it was ready (" + process.exit() + ")", process.lastLines());
        }
        if (deadline.passed()) {
            throw new KernelException(Reason.NOT_STARTED, "the kernel " + soFar + " within " + seconds(limits.start()), process.lastLines());
        }
    }

    private void failIfDead(PendingRequest request) {
        if (!process.isAlive()) {
            while (request.step(TICK_MILLIS)) {
                // what the cell printed before its process died is still on the way
            }
            throw new KernelException(Reason.DIED, "the kernel's process ended while the cell was running (" + process.exit() + ")",
                    process.lastLines());
        }
        if (request.silentSinceReply(limits.grace())) {
            throw new KernelException(Reason.PROTOCOL,
                    "the kernel answered but never said that the cell had ended, so output may be missing", process.lastLines());
        }
    }

    private void failIfCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new KernelException(Reason.CANCELLED, "the run was stopped", List.of());
        }
    }

    /// Ends the kernel: asks it to, and kills what is still there.
    void shutDown() {
        shutDown(UNTIL_SHUT_DOWN);
    }

    /// The same with more patience, for a kernel that has something to do at its end.
    void shutDown(Duration patience) {
        if (process.isAlive()) {
            JsonObject content = new JsonObject();
            content.addProperty("restart", false);
            client.send(Channel.CONTROL, "shutdown_request", content);
            process.awaitEnd(patience);
        }
        close();
    }

    /// Kills the kernel's process and all that it started. No-op when it is gone.
    @Override
    public void close() {
        release(client, process, connectionFile);
    }

    private static void release(KernelClient client, ChildProcess process, Path connectionFile) {
        try (client; process) {
            Files.deleteIfExists(connectionFile);
        } catch (IOException e) {
            throw new UncheckedIOException("the connection file cannot be deleted: " + e.getMessage(), e);
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}

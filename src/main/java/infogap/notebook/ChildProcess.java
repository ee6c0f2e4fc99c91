package infogap.notebook;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// An operating system process that never outlives this one: it and everything it started is killed on [#close], and when this JVM ends
/// first. Its output is read as it comes, so that it cannot block on a full pipe, and the last lines are kept.
final class ChildProcess implements AutoCloseable {

    private static final int KEPT_LINES = 40;
    private static final Duration UNTIL_GONE = Duration.ofSeconds(10);
    private static final Duration UNTIL_READ = Duration.ofSeconds(1);

    private final Process process;
    /// Once a process has ended, nothing tells any more what it had started.
    private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread reader;
    private final Thread hook = new Thread(this::killTree, "kill-kernel");

    private ChildProcess(Process process) {
        this.process = process;
        reader = Thread.ofPlatform().daemon().name("kernel-output-" + process.pid()).start(this::readOutput);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// @throws KernelException when the operating system cannot start the command
    static ChildProcess start(List<String> command, Map<String, String> environment, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        // what Jupyter's own launcher tells a kernel, for one that ends by itself when its parent is gone
        builder.environment().put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new ChildProcess(process);
        } catch (IOException e) {
            throw new KernelException(KernelException.Reason.NOT_STARTED, "the kernel's command cannot be started: " + e.getMessage(), List.of());
        }
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (lastLines) {
                    lastLines.addLast(line);
                    if (lastLines.size() > KEPT_LINES) {
                        lastLines.removeFirst();
                    }
                }
            }
        } catch (IOException e) {
            // the pipe breaks when the process is killed, and there is nothing more to read
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /// Sends the signal that Ctrl-C sends; no-op where the system has none.
    void interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).inheritIO().start();
        } catch (IOException e) {
            // a system without signals: the message alone has to do
        }
    }

    /// How a dead process ended.
    String exit() {
        return "exit code " + process.exitValue();
    }

    /// The last lines that it wrote; of a dead process all that it wrote at the end.
    List<String> lastLines() {
        if (!process.isAlive()) {
            uninterrupted(() -> reader.join(UNTIL_READ));
        }
        synchronized (lastLines) {
            return List.copyOf(lastLines);
        }
    }

    /// Remembers what the process has started so far, to be killed with it even if the process ends before.
    void noteDescendants() {
        process.descendants().forEach(started::add);
    }

    /// Waits for the process to end by itself.
    void awaitEnd(Duration limit) {
        uninterrupted(() -> process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        killTree();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // this JVM is ending, and the hook is doing the same
        }
    }

    private void killTree() {
        noteDescendants();
        List<ProcessHandle> tree = Stream.concat(Stream.of(process.toHandle()), started.stream()).toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle killed : tree) {
            uninterrupted(() -> killed.onExit().orTimeout(UNTIL_GONE.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> killed).join());
        }
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    /// A kernel is killed whatever happens, also while this thread is being interrupted.
    private static void uninterrupted(Waiting waiting) {
        try {
            waiting.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

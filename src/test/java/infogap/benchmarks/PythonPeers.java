package infogap.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The jobs of a script under `src/bench`, in a Python that runs beside this JVM and takes its turns: `-Dpython=` names the interpreter.
///
/// The script starts with `--serve`. It prints the number of its jobs and their names, a line each; then, for each line with a job's position
/// that it reads, it does the job and prints the milliseconds. It ends with its input. `src/bench/peers.py` is the other half.
final class PythonPeers implements AutoCloseable {

    private static final String PROPERTY = "python";
    /// The threads of a linear algebra library spin for some milliseconds when their work is done; the next contestant shall not pay for it.
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Process process;
    private final List<Contestant> contestants = new ArrayList<>();

    private PythonPeers(Process process) {
        this.process = process;
    }

    /// Starts the script, or prints how that is asked for.
    ///
    /// @throws IllegalStateException if the interpreter or a package is missing
    static PythonPeers start(String script) {
        Path path = Path.of("src", "bench", script);
        String interpreter = System.getProperty(PROPERTY, "");
        if (interpreter.isBlank()) {
            System.out.println("-D" + PROPERTY + "=/usr/bin/python3 adds the peers of " + path);
            return new PythonPeers(null);
        }
        try {
            Process process = new ProcessBuilder(interpreter, path.toString(), "--serve").redirectError(ProcessBuilder.Redirect.INHERIT).start();
            PythonPeers peers = new PythonPeers(process);
            int jobs = Integer.parseInt(peers.line());
            for (int job = 0; job < jobs; job++) {
                peers.contestants.add(peers.contestant(peers.line(), job));
            }
            return peers;
        } catch (IOException e) {
            throw new IllegalStateException(interpreter + " " + path + " cannot be started: " + e.getMessage(), e);
        }
    }

    /// The script's jobs in its order; none without an interpreter.
    List<Contestant> contestants() {
        return List.copyOf(contestants);
    }

    private Contestant contestant(String name, int job) {
        return new Contestant() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void warmUp() {
                turn();
            }

            @Override
            public double turn() {
                return milliseconds(job);
            }
        };
    }

    private double milliseconds(int job) {
        try {
            Writer requests = process.outputWriter();
            requests.write(job + "\n");
            requests.flush();
            double milliseconds = Double.parseDouble(line());
            Thread.sleep(PAUSE);
            return milliseconds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String line() throws IOException {
        BufferedReader answers = process.inputReader();
        String line = answers.readLine();
        if (line == null) {
            throw new IllegalStateException("the Python process ended; what it wrote stands above");
        }
        return line;
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        try {
            process.outputWriter().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

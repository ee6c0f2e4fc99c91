package infogap.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/// A [Job] in a JVM of its own, so that none pays for another's heap and none runs on what another has compiled.
///
/// The process runs the same benchmark's main class with a property that names one contestant of one comparison; it makes its data as everybody does,
/// comes to that comparison, and serves: one line with `ready` and the milliseconds of the first run, then one with the milliseconds of a turn for each line that it
/// reads. It ends with its input.
final class OwnProcess implements Contestant, AutoCloseable {

    private static final String SERVED_TITLE = "benchmark.served.title";
    private static final String SERVED_NAME = "benchmark.served.name";
    private static final String READY = "@ready ";
    private static final String FAILED = "@failed ";
    private static final String TURN = "@turn ";

    private final String name;
    private final Process process;
    private final List<String> printed = new ArrayList<>();
    private OptionalDouble first = OptionalDouble.empty();

    private OwnProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /// Whether this JVM is such a process.
    static boolean isServing() {
        return System.getProperty(SERVED_NAME) != null;
    }

    /// Whether this JVM is the process of that contestant.
    static boolean isOf(String title, Contestant contestant) {
        return title.equals(System.getProperty(SERVED_TITLE)) && contestant.name().equals(System.getProperty(SERVED_NAME));
    }

    static OwnProcess start(String title, Contestant contestant) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(argument -> !argument.startsWith("-Dpython=")).toList());
        command.addAll(List.of("-D" + SERVED_TITLE + "=" + title, "-D" + SERVED_NAME + "=" + contestant.name(), "-cp", System.getProperty("java.class.path")));
        // "sun.java.command" is the main class and its arguments
        command.addAll(List.of(System.getProperty("sun.java.command").split(" ")));
        try {
            return new OwnProcess(contestant.name(), new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException("a process for " + contestant.name() + " cannot be started", e);
        }
    }

    /// Serves the contestant until the input ends, and ends this JVM.
    static void serve(Job job) {
        PrintStream out = System.out;
        try {
            double first = job.firstTurn();
            job.warmUp();
            out.println(READY + first);
        } catch (LinkageError | RuntimeException e) {
            out.println(FAILED + e);
            System.exit(1);
        }
        try (BufferedReader requests = new BufferedReader(new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.US_ASCII))) {
            while (requests.readLine() != null) {
                out.println(TURN + job.turn());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.exit(0);
    }

    @Override
    public String name() {
        return name;
    }

    /// Waits until it is ready.
    ///
    /// @throws IllegalStateException if it is not able to
    @Override
    public void warmUp() {
        first = OptionalDouble.of(answer(READY));
    }

    /// Milliseconds of the first run in a fresh JVM.
    @Override
    public OptionalDouble first() {
        return first;
    }

    @Override
    public double turn() {
        try {
            Writer requests = process.outputWriter();
            requests.write("\n");
            requests.flush();
            return answer(TURN);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " has ended", e);
        }
    }

    private double answer(String kind) {
        try {
            BufferedReader answers = process.inputReader();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(kind)) {
                    return Double.parseDouble(line.substring(kind.length()));
                }
                if (line.startsWith(FAILED)) {
                    throw new IllegalStateException(line.substring(FAILED.length()));
                }
                printed.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("its process ended; it printed " + printed);
    }

    @Override
    public void close() {
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

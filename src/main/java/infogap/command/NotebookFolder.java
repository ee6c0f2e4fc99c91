package infogap.command;

import infogap.notebook.Kernels;
import infogap.notebook.NotebookJob;
import infogap.notebook.NotebookRun;
import infogap.notebook.NotebookRunner;
import infogap.notebook.Progress;
import infogap.notebook.RunListener;
import infogap.notebook.RunLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Which notebooks to execute and how: the options that several commands share.
final class NotebookFolder {

    @Option(names = "--project", paramLabel = "FOLDER", defaultValue = ".",
            description = "the folder with 'notebooks' and 'papers' (default: ${DEFAULT-VALUE})")
    private Path project;

    @Option(names = "--cell-limit", paramLabel = "SECONDS", defaultValue = "600",
            description = "how long a cell may run (default: ${DEFAULT-VALUE})")
    private int cellLimit;

    @Option(names = "--parallel", paramLabel = "N", defaultValue = "0",
            description = "how many notebooks to execute at a time (default: one for each processor)")
    private int parallel;

    @Option(names = "--quiet", description = "show no progress")
    private boolean quiet;

    Path project() {
        return project;
    }

    Path notebooks() {
        return project.resolve("notebooks");
    }

    /// The notebooks of the folder in reading order.
    ///
    /// @throws UncheckedIOException if the folder cannot be listed
    /// @throws IllegalArgumentException if it has no notebook
    List<Path> files() {
        List<Path> found = found();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(notebooks() + ": the folder has no notebook (*.ipynb)");
        }
        return found;
    }

    private List<Path> found() {
        try (Stream<Path> files = Files.list(notebooks())) {
            return files.filter(file -> file.getFileName().toString().endsWith(".ipynb")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(notebooks() + ": the folder of notebooks cannot be listed: " + e, e);
        }
    }

    /// Whether there is a notebook.
    boolean exist() {
        return Files.isDirectory(notebooks()) && !found().isEmpty();
    }

    /// Executes all notebooks, each in a kernel process of its own and up to the first cell that fails.
    List<NotebookRun> execute() throws InterruptedException {
        return execute(NotebookRunner.of(Kernels.ofThisMachine()));
    }

    /// As [#execute], but a cell that fails does not stop the cells after it.
    List<NotebookRun> executeAll() throws InterruptedException {
        return execute(NotebookRunner.of(Kernels.ofThisMachine()).goingOn());
    }

    private List<NotebookRun> execute(NotebookRunner any) throws InterruptedException {
        List<NotebookJob> jobs = files().stream().map(NotebookJob::of).toList();
        NotebookRunner runner = any.withLimits(RunLimits.DEFAULT.withCell(Duration.ofSeconds(cellLimit)));
        return (parallel == 0 ? runner : runner.withParallel(parallel)).run(jobs, quiet ? RunListener.NONE : Progress.on(System.out));
    }
}

package infogap.notebook;

import infogap.notebook.RunListener.Position;
import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/// Executes notebooks through the Jupyter protocol, each in a fresh kernel process of its own, without Python.
///
/// The outputs are those of Jupyter's `nbclient`, with three exceptions, each of which makes a second run give the same file: consecutive
/// pieces of one stream are one output; no times are recorded, and recorded ones are dropped; a cell that is not executed loses its old
/// outputs, unless it is tagged `skip-execution`.
///
/// @param kernels  which kernel executes a notebook
/// @param limits   how long to wait for it
/// @param parallel how many notebooks to execute at a time, at least 1
/// @param goesOn   whether the cells after a failing one are executed too
public record NotebookRunner(Kernels kernels, RunLimits limits, int parallel, boolean goesOn) {

    /// @throws IllegalArgumentException when a part is missing or `parallel` is below 1
    public NotebookRunner {
        Checks.present("kernels", kernels);
        Checks.present("limits", limits);
        Checks.atLeast("parallel", parallel, 1);
    }

    /// A runner with the default limits and as many notebooks at a time as there are processors.
    public static NotebookRunner of(KernelLaunch launch) {
        return of(Kernels.only(launch));
    }

    /// A runner that executes each notebook in the kernel that it names.
    public static NotebookRunner of(Kernels kernels) {
        return new NotebookRunner(kernels, RunLimits.DEFAULT, Runtime.getRuntime().availableProcessors(), false);
    }

    /// The same runner, but a cell that fails does not keep the cells after it from being executed; see [NotebookRun.Failed#later].
    public NotebookRunner goingOn() {
        return new NotebookRunner(kernels, limits, parallel, true);
    }

    /// The same runner with other limits.
    public NotebookRunner withLimits(RunLimits other) {
        return new NotebookRunner(kernels, other, parallel, goesOn);
    }

    /// The same runner with another number of notebooks at a time.
    public NotebookRunner withParallel(int notebooks) {
        return new NotebookRunner(kernels, limits, notebooks, goesOn);
    }

    /// Executes the notebooks. One that fails does not stop the others. When the calling thread is interrupted, the runs are stopped and
    /// their kernels killed before this method ends.
    ///
    /// @return what became of each, in the order of the jobs
    /// @throws InterruptedException     when the calling thread was interrupted
    /// @throws IllegalArgumentException when a job is missing
    public List<NotebookRun> run(List<NotebookJob> jobs, RunListener listener) throws InterruptedException {
        Checks.notEmpty("jobs", jobs);
        Checks.present("listener", listener);
        AtomicBoolean stopped = new AtomicBoolean();
        RunListener inTurn = new InTurn(listener);
        // its threads are never interrupted: that would close ZeroMQ's sockets under its feet
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(parallel, jobs.size()));
        try {
            List<Future<NotebookRun>> futures = new ArrayList<>();
            for (int i = 0; i < jobs.size(); i++) {
                NotebookJob job = jobs.get(i);
                Position position = new Position(job.name(), i + 1, jobs.size());
                futures.add(executor.submit(() -> run(job, position, inTurn, stopped)));
            }
            List<NotebookRun> runs = new ArrayList<>();
            for (Future<NotebookRun> future : futures) {
                runs.add(future.get());
            }
            return List.copyOf(runs);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            stopped.set(true);
            executor.shutdown();
            awaitQuietly(executor);
        }
    }

    /// Executes one notebook; see [#run(List, RunListener)].
    ///
    /// @throws InterruptedException when the calling thread was interrupted
    public NotebookRun run(NotebookJob job) throws InterruptedException {
        return run(List.of(job), RunListener.NONE).getFirst();
    }

    private NotebookRun run(NotebookJob job, Position position, RunListener listener, AtomicBoolean stopped) {
        int cells = job.notebook().codeCells();
        listener.started(position);
        NotebookRun run = execute(job, cell -> listener.cell(position, cell, cells), stopped);
        listener.finished(position, run);
        return run;
    }

    private NotebookRun execute(NotebookJob job, IntConsumer progress, AtomicBoolean stopped) {
        try {
            return new NotebookExecution(job, kernels.forNotebook(job.notebook()), goesOn, progress).run(limits, stopped::get);
        } catch (IllegalArgumentException e) {
            KernelException.Reason reason = KernelException.Reason.NOT_STARTED;
            return new NotebookRun.Failed(
                    job.name(), Optional.empty(), new CellError(reason.errorName(), e.getMessage(), List.of()), Optional.of(reason), job.notebook());
        }
    }

    private static void awaitQuietly(ExecutorService executor) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = executor.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Hands calls on one at a time.
    private record InTurn(RunListener listener) implements RunListener {

        @Override
        public synchronized void started(Position notebook) {
            listener.started(notebook);
        }

        @Override
        public synchronized void cell(Position notebook, int cell, int cells) {
            listener.cell(notebook, cell, cells);
        }

        @Override
        public synchronized void finished(Position notebook, NotebookRun run) {
            listener.finished(notebook, run);
        }
    }
}

package infogap.notebook;

import com.google.gson.JsonObject;
import infogap.notebook.KernelException.Reason;
import infogap.notebook.NotebookRun.Executed;
import infogap.notebook.NotebookRun.Failed;
import infogap.notebook.NotebookRun.FailedCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/// One execution of one notebook, with `nbclient`'s rules: code cells from top to bottom, blank ones and those tagged `skip-execution`
/// left out, stopping at the first that fails unless it is tagged `raises-exception`.
final class NotebookExecution {

    private static final String SKIP = "skip-execution";
    private static final String MAY_RAISE = "raises-exception";

    private final NotebookJob job;
    private final KernelLaunch launch;
    private final boolean goesOn;
    private final IntConsumer progress;
    private final List<NotebookRun.CellFailure> failures = new ArrayList<>();
    private final OutputCollector collector = new OutputCollector();
    private JsonObject languageInfo;
    private Optional<FailedCell> current = Optional.empty();

    /// @param goesOn   whether the cells after a failing one are executed too
    /// @param progress gets the number of the code cell that is about to be executed, from 1
    NotebookExecution(NotebookJob job, KernelLaunch launch, boolean goesOn, IntConsumer progress) {
        this.job = job;
        this.launch = launch;
        this.goesOn = goesOn;
        this.progress = progress;
    }

    NotebookRun run(RunLimits limits, BooleanSupplier cancelled) {
        try (KernelProcess kernel = KernelProcess.start(launch, job.folder(), limits, cancelled)) {
            languageInfo = kernel.info().getAsJsonObject("language_info");
            executeCells(kernel);
            kernel.shutDown();
            if (failures.isEmpty()) {
                return new Executed(job.name(), outcome());
            }
            NotebookRun.CellFailure first = failures.getFirst();
            return new Failed(job.name(), Optional.of(first.cell()), first.error(), Optional.empty(), outcome(), failures.subList(1, failures.size()));
        } catch (KernelException e) {
            return new Failed(job.name(), current, recorded(e), Optional.of(e.reason()), outcome(), failures);
        }
    }

    private void executeCells(KernelProcess kernel) {
        int number = 0;
        for (int i = 0; i < job.notebook().cells().size(); i++) {
            Cell cell = job.notebook().cells().get(i);
            if (cell.type() != CellType.CODE) {
                continue;
            }
            progress.accept(++number);
            if (cell.source().isBlank() || cell.tags().contains(SKIP)) {
                continue;
            }
            current = Optional.of(new FailedCell(i, cell.id(), cell.source()));
            collector.begin(i);
            boolean mayRaise = cell.tags().contains(MAY_RAISE);
            JsonObject reply = kernel.execute(cell.source(), !mayRaise && !goesOn, collector::accept);
            if (!succeeded(reply) && !mayRaise) {
                failures.add(new NotebookRun.CellFailure(current.get(), CellError.of(reply)));
                if (!goesOn) {
                    return;
                }
            }
        }
    }

    private static boolean succeeded(JsonObject reply) {
        return reply.has("status") && reply.get("status").getAsString().equals("ok");
    }

    /// The kernel's failure as the cell's error. A cell that was interrupted says itself where it stood; one whose kernel died says nothing,
    /// and gets an output that does.
    private CellError recorded(KernelException e) {
        CellError error = e.asCellError();
        if (current.isPresent() && e.reason() != Reason.CANCELLED) {
            List<Output> outputs = collector.outputs(current.get().index());
            if (e.reason() == Reason.TIME_LIMIT && !outputs.isEmpty() && outputs.getLast().type() == OutputType.ERROR) {
                return new CellError(error.name(), error.message(), outputs.getLast().error().traceback());
            }
            collector.addError(error);
        }
        return error;
    }

    /// The notebook with this run's outputs and no others: those of cells that were not executed are dropped, except where a cell says that
    /// it is to be skipped.
    private Notebook outcome() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < job.notebook().cells().size(); i++) {
            Cell cell = job.notebook().cells().get(i);
            if (collector.began(i)) {
                cells.add(cell.withExecution(collector.executionCount(i), collector.outputs(i)));
            } else if (cell.type() == CellType.CODE && !cell.tags().contains(SKIP)) {
                cells.add(cell.withExecution(OptionalInt.empty(), List.of()));
            } else {
                cells.add(cell);
            }
        }
        return job.notebook().withCells(cells).withMetadata(metadata());
    }

    /// The kernel's description of its language, as `nbclient` puts it there; which kernel it was only where the notebook does not say.
    private JsonObject metadata() {
        JsonObject metadata = job.notebook().metadata();
        if (languageInfo != null) {
            metadata.add("language_info", languageInfo);
        }
        if (!metadata.has("kernelspec")) {
            JsonObject kernelspec = new JsonObject();
            kernelspec.addProperty("display_name", launch.displayName());
            kernelspec.addProperty("language", launch.language());
            kernelspec.addProperty("name", launch.name());
            metadata.add("kernelspec", kernelspec);
        }
        return metadata;
    }
}

package infogap.notebook;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What became of executing a notebook. Nothing has been written: the caller decides where [#notebook] goes, and a failed run leaves an
/// earlier output file as it was.
public sealed interface NotebookRun {

    /// The notebook's name, as in its [NotebookJob].
    String name();

    /// The notebook with the outputs of this run; of a failed run only those up to the failing cell, and none after it.
    Notebook notebook();

    /// Every code cell was executed, and none failed (or those that did were tagged `raises-exception`).
    record Executed(String name, Notebook notebook) implements NotebookRun {

        /// @throws IllegalArgumentException when a part is missing
        public Executed {
            Checks.text("name", name);
            Checks.present("notebook", notebook);
        }

        @Override
        public String toString() {
            return name + ": executed, " + notebook.codeCells() + " code cells";
        }
    }

    /// The run ended at a cell, or before the first one.
    ///
    /// @param name     the notebook
    /// @param cell     where it ended; empty when the kernel did not become ready
    /// @param error    why: the exception of the cell, or a failure of the kernel
    /// @param reason   the kind of the kernel's failure; empty when the cell's own code failed
    /// @param notebook the outputs up to and including the failing cell; of a run that went on, all outputs
    /// @param later    what else failed: cells after the first in a run that went on, cells before the kernel's own failure
    record Failed(
            String name, Optional<FailedCell> cell, CellError error, Optional<KernelException.Reason> reason, Notebook notebook, List<CellFailure> later)
            implements NotebookRun {

        /// A run in which nothing else failed.
        public Failed(String name, Optional<FailedCell> cell, CellError error, Optional<KernelException.Reason> reason, Notebook notebook) {
            this(name, cell, error, reason, notebook, List.of());
        }

        /// @throws IllegalArgumentException when a part is missing
        public Failed {
            Checks.text("name", name);
            Checks.present("cell", cell);
            Checks.present("error", error);
            Checks.present("reason", reason);
            Checks.present("notebook", notebook);
            later = List.copyOf(Checks.present("later", later));
        }

        /// All cells that failed, with their errors.
        public List<CellFailure> failures() {
            List<CellFailure> all = new ArrayList<>(later);
            cell.ifPresent(first -> all.addFirst(new CellFailure(first, error)));
            return all;
        }

        /// Everything a reader needs to find the mistake: notebook, cell, source, error and traceback without colour codes.
        @Override
        public String toString() {
            String where = cell.map(FailedCell::toString).orElse("no cell was executed");
            String traceback = error.plainTraceback();
            // most kernels begin the traceback with the error itself
            boolean saidTwice = traceback.lines().findFirst().filter(error.toString()::equals).isPresent();
            String cause = saidTwice ? traceback : error + (traceback.isEmpty() ? "" : "\n" + traceback.indent(2).stripTrailing());
            String others = later.stream()
                    .map(failure -> "\n" + name + ", cell " + (failure.cell().index() + 1) + " (id " + failure.cell().id() + ") failed too: " + failure.error())
                    .collect(Collectors.joining());
            return name + ", " + where + "\n" + cause + others;
        }
    }

    /// A cell and why it failed.
    record CellFailure(FailedCell cell, CellError error) {

        /// @throws IllegalArgumentException when a part is missing
        public CellFailure {
            Checks.present("cell", cell);
            Checks.present("error", error);
        }
    }

    /// The cell at which a run ended.
    ///
    /// @param index  its place in the notebook, counted from 0 over all cells
    /// @param id     its identifier
    /// @param source its text
    record FailedCell(int index, String id, String source) {

        private static final int SHOWN_LINES = 12;

        @Override
        public String toString() {
            List<String> lines = source.lines().toList();
            String shown = lines.stream().limit(SHOWN_LINES).map(line -> "  | " + line).collect(Collectors.joining("\n"));
            return "cell " + (index + 1) + " (id " + id + "):\n" + shown
                    + (lines.size() > SHOWN_LINES ? "\n  | … (" + (lines.size() - SHOWN_LINES) + " more lines)" : "");
        }
    }
}

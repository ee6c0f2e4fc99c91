package infogap.hosts;

import com.google.gson.JsonObject;
import infogap.notebook.Cell;
import infogap.notebook.CellType;
import infogap.notebook.Notebook;
import infogap.notebook.Output;
import infogap.notebook.OutputComparison;
import infogap.notebook.OutputType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a kernel made of a notebook, beside what is committed.
///
/// @param cells    code cells
/// @param failed   those that have an error which the committed notebook has not
/// @param pictures images in the committed outputs
/// @param shown    images in the fresh outputs, where the committed ones have one
/// @param poorer   cells that lack a MIME type which is committed
/// @param other    cells that say something else: text, HTML, LaTeX, JSON, images aside
/// @param notes    of each cell that is not as committed, what is different
record KernelComparison(int cells, int failed, int pictures, int shown, int poorer, int other, List<String> notes) {

    static KernelComparison of(String name, Notebook committed, Notebook fresh) {
        int cells = 0;
        int failed = 0;
        int pictures = 0;
        int shown = 0;
        int poorer = 0;
        int other = 0;
        var notes = new ArrayList<String>();
        for (int i = 0; i < committed.cells().size(); i++) {
            Cell before = committed.cells().get(i);
            if (before.type() != CellType.CODE) {
                continue;
            }
            Cell after = fresh.cells().get(i);
            cells++;
            int expected = images(before);
            pictures += expected;
            shown += Math.min(expected, images(after));
            boolean error = hasError(after) && !hasError(before);
            var missing = new HashSet<>(types(before));
            missing.removeAll(types(after));
            var differing = new OutputComparison(name, OutputComparison.of(name, committed.withCells(List.of(before)), fresh.withCells(List.of(after)))
                    .differences().stream().filter(difference -> !difference.place().equals("source")).toList());
            failed += error ? 1 : 0;
            poorer += missing.isEmpty() ? 0 : 1;
            other += differing.same() ? 0 : 1;
            if (error || !missing.isEmpty() || !differing.same()) {
                notes.add("cell " + i + (missing.isEmpty() ? "" : " lacks " + missing) + "\n" + differing);
            }
        }
        return new KernelComparison(cells, failed, pictures, shown, poorer, other, List.copyOf(notes));
    }

    KernelComparison plus(KernelComparison more) {
        var all = new ArrayList<>(notes);
        all.addAll(more.notes);
        return new KernelComparison(cells + more.cells, failed + more.failed, pictures + more.pictures, shown + more.shown, poorer + more.poorer,
                other + more.other, List.copyOf(all));
    }

    private static int images(Cell cell) {
        return (int) cell.outputs().stream().filter(output -> output.data().has("image/png")).count();
    }

    private static boolean hasError(Cell cell) {
        return cell.outputs().stream().anyMatch(output -> output.type() == OutputType.ERROR);
    }

    private static Set<String> types(Cell cell) {
        var types = new HashSet<String>();
        cell.outputs().stream().map(Output::data).map(JsonObject::keySet).forEach(types::addAll);
        return types;
    }
}

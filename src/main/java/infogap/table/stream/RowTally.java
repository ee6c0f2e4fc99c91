package infogap.table.stream;

import infogap.table.data.MissingCells;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts what became of the rows of a pass: used, left out because a cell is missing, bad.
final class RowTally {

    /// What is done with a row's numbers.
    interface Use {
        /// @return what is wrong with them; empty if they were used
        Optional<String> row(CellReader row);
    }

    private final Path file;
    private final List<SourceColumn> sources;
    private final BadRows.Rule badRule;
    private final MissingCells missingRule;
    private final List<String> first = new ArrayList<>();
    private final Map<String, Long> missing = new LinkedHashMap<>();
    private long used;
    private long incomplete;
    private long bad;

    RowTally(Path file, List<SourceColumn> sources, BadRows.Rule badRule, MissingCells missingRule) {
        this.file = file;
        this.sources = sources;
        this.badRule = badRule;
        this.missingRule = missingRule;
    }

    /// Uses the row or says why not.
    ///
    /// @throws IllegalArgumentException if this is the tenth that is refused
    void add(CellReader row, Use use) {
        if (!row.isRow()) {
            return;
        }
        if (row.problem() != null) {
            bad(row, row.problem());
        } else if (row.isIncomplete()) {
            incomplete(row);
        } else {
            use.row(row).ifPresentOrElse(problem -> bad(row, problem), () -> used++);
        }
    }

    private void bad(CellReader row, String problem) {
        bad++;
        if (first.size() < BadRows.SHOWN) {
            first.add("line " + row.line() + ": " + problem);
        }
        if (badRule == BadRows.Rule.REFUSE && bad == BadRows.SHOWN) {
            refuse(bad + " bad rows or more");
        }
    }

    private void incomplete(CellReader row) {
        incomplete++;
        List<String> names = new ArrayList<>();
        for (int source = 0; source < sources.size(); source++) {
            String name = sources.get(source).name();
            if (row.isMissing(source) && !names.contains(name)) {
                names.add(name);
                missing.merge(name, 1L, Long::sum);
            }
        }
        if (missingRule == MissingCells.REFUSE) {
            throw new IllegalArgumentException(file + ", line " + row.line() + ", column '" + names.getFirst() + "' must have a value, but is missing");
        }
    }

    private void refuse(String count) {
        throw new IllegalArgumentException(file + " has " + count + ":\n  " + String.join("\n  ", first)
                + "\nMend them, or leave bad rows out (" + BadRows.Rule.class.getSimpleName() + "." + BadRows.Rule.SKIP + ")");
    }

    /// After the last row.
    ///
    /// @throws IllegalArgumentException if there were bad rows that are refused
    void end() {
        if (badRule == BadRows.Rule.REFUSE && bad > 0) {
            refuse(bad == 1 ? "1 bad row" : bad + " bad rows");
        }
    }

    long used() {
        return used;
    }

    MissingRows missing() {
        return new MissingRows(incomplete, missing);
    }

    BadRows bad() {
        return new BadRows(bad, first);
    }
}

package infogap.table.stream;

import java.util.ArrayList;
import java.util.List;

/// The rows of a file that could not be used: how many, and what was wrong with the first ten.
///
/// @param count how many
/// @param first what was wrong with the first of them, with line, column and value
public record BadRows(long count, List<String> first) {

    /// So many are shown.
    public static final int SHOWN = 10;

    /// What becomes of a bad row: one with another number of fields than the header, or with a cell that cannot be
    /// read as a number or as a level. A row with a missing cell is another matter ([infogap.table.data.MissingCells]).
    public enum Rule {

        /// The file is refused at the tenth bad row, or at its end.
        REFUSE,

        /// Bad rows are left out and counted.
        SKIP
    }

    /// Copies the list.
    public BadRows {
        first = List.copyOf(first);
    }

    /// `3 bad rows` and a line for each of the first ten.
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(count == 1 ? "1 bad row" : count + " bad rows");
        first.forEach(message -> lines.add("  " + message));
        if (count > first.size()) {
            lines.add("  … and " + (count - first.size()) + " more");
        }
        return String.join("\n", lines);
    }
}

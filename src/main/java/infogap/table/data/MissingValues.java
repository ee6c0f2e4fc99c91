package infogap.table.data;

import infogap.numeric.Checks;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/// Whether a cell is empty.
public final class MissingValues {

    private MissingValues() {}

    /// As [Column#isMissing(int)], and also right for a text that was emptied after the column was made, where Tablesaw says no.
    public static boolean at(Column<?> column, int row) {
        return Checks.present("column", column).isMissing(row) || column instanceof StringColumn texts && texts.get(row).isEmpty();
    }
}

package infogap.table.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows of a file that were left out because a cell that the model reads is missing ([infogap.table.data.MissingCells#DROP_ROWS]).
///
/// @param count how many
/// @param byColumn in how many of them each column's cell is missing; a row with two counts under both, a column without any is not there
public record MissingRows(long count, Map<String, Long> byColumn) {

    /// Copies the map, in its order.
    public MissingRows {
        byColumn = Collections.unmodifiableMap(new LinkedHashMap<>(byColumn));
    }

    /// `age missing in 2, income missing in 70`
    @Override
    public String toString() {
        List<String> columns = new ArrayList<>();
        byColumn.forEach((column, rows) -> columns.add(column + " missing in " + rows));
        return String.join(", ", columns);
    }
}

package infogap.table.clean;

import infogap.numeric.Checks;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/// A cleaning rule with its number learned, ready for any rows.
public final class FittedRule {

    private final String description;
    private final Function<Table, Change> change;

    FittedRule(String description, Function<Table, Change> change) {
        this.description = description;
        this.change = change;
    }

    /// The cleaned copy and what was changed in it.
    ///
    /// @throws IllegalArgumentException if the rule's column is not in the table
    public CleaningStep apply(Table table) {
        Change made = change.apply(Checks.present("table", table));
        return new CleaningStep(made.table(), description, made.effect(), made.rows());
    }

    /// The rule and the number that it learned.
    @Override
    public String toString() {
        return description;
    }

    /// What one application did.
    record Change(Table table, CleaningStep.Effect effect, List<Integer> rows) {}

    static Change dropping(Table table, List<Integer> rows) {
        Table kept = rows.isEmpty() ? table.copy() : table.dropRows(rows.stream().mapToInt(Integer::intValue).toArray());
        return new Change(kept, CleaningStep.Effect.ROWS_DROPPED, rows);
    }

    static Change filling(Table table, String column, double value) {
        NumericColumn<?> before = Columns.numeric(table, column);
        List<Integer> rows = Columns.missingRows(before);
        DoubleColumn after = before.asDoubleColumn().copy();
        for (int row : rows) {
            after.set(row, value);
        }
        return replaced(table, column, after, CleaningStep.Effect.CELLS_FILLED, rows);
    }

    /// Applies the function to every number; NaN empties the cell.
    static Change replacing(Table table, String column, DoubleUnaryOperator function) {
        NumericColumn<?> before = Columns.numeric(table, column);
        List<Integer> rows = Columns.rows(before.size(), row -> !before.isMissing(row)
                && function.applyAsDouble(before.getDouble(row)) != before.getDouble(row));
        DoubleColumn after = before.asDoubleColumn().copy();
        for (int row : rows) {
            after.set(row, function.applyAsDouble(before.getDouble(row)));
        }
        return replaced(table, column, after, CleaningStep.Effect.CELLS_CHANGED, rows);
    }

    static Change flagging(Table table, String column, CleaningRule.Fence fence) {
        List<Integer> rows = fence.rowsOutside(Columns.numeric(table, column));
        BooleanColumn flag = BooleanColumn.create(column + "_outlier", table.rowCount());
        for (int row = 0; row < table.rowCount(); row++) {
            flag.set(row, false);
        }
        for (int row : rows) {
            flag.set(row, true);
        }
        Table copy = table.copy();
        copy.addColumns(flag);
        return new Change(copy, CleaningStep.Effect.ROWS_FLAGGED, rows);
    }

    private static Change replaced(Table table, String column, DoubleColumn after, CleaningStep.Effect effect, List<Integer> rows) {
        Table copy = table.copy();
        copy.replaceColumn(column, after.setName(column));
        return new Change(copy, effect, rows);
    }
}

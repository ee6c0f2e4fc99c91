package infogap.table.formula;

import infogap.regression.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A column of categories with the levels of the training table, coded against a reference level or against the mean of the levels.
///
/// @param name   how it is printed
/// @param column the table's column
/// @param levels the levels, the reference first where there is one
/// @param sum    sum coding (the last level is −1 in every column) instead of treatment coding
record CategoricalFactor(String name, String column, List<String> levels, boolean sum) implements Factor {

    /// Learns the levels: numbers in their order, texts in that of their characters.
    ///
    /// @param reference the level to compare with; the first one where it is empty
    static CategoricalFactor fit(String name, String column, Optional<String> reference, boolean sum, Table table, int[] rows) {
        TreeSet<String> found = new TreeSet<>(Cells.column(table, column) instanceof NumericColumn<?>
                ? Comparator.comparing(BigDecimal::new)
                : Comparator.<String>naturalOrder());
        Column<?> cells = Cells.column(table, column);
        for (int row : rows) {
            found.add(Cells.level(table, cells, row));
        }
        List<String> levels = new ArrayList<>(found);
        if (levels.size() < 2) {
            throw new IllegalArgumentException(table.name() + ", column '" + column + "' must have at least two levels to compare, but has " + levels
                    + " in the " + rows.length + " rows that are used");
        }
        reference.ifPresent(level -> {
            if (!levels.remove(level)) {
                throw new IllegalArgumentException("reference of '" + name + "' must be one of " + found + ", but is '" + level + "'");
            }
            levels.addFirst(level);
        });
        return new CategoricalFactor(name, column, List.copyOf(levels), sum);
    }

    /// The position of each row's level.
    int[] positions(Table table, int[] rows) {
        Map<String, Integer> positions = new HashMap<>();
        levels.forEach(level -> positions.put(level, positions.size()));
        Column<?> cells = Cells.column(table, column);
        int[] found = new int[rows.length];
        for (int i = 0; i < found.length; i++) {
            String level = Cells.level(table, cells, rows[i]);
            Integer position = positions.get(level);
            if (position == null) {
                throw new IllegalArgumentException(Cells.place(table, rows[i], column) + " must be one of the levels that were fitted, " + levels + ", but is '" + level + "'");
            }
            found[i] = position;
        }
        return found;
    }

    @Override
    public List<Variable> columns(Table table, int[] rows, boolean full, ColumnNames names) {
        int first = full || sum ? 0 : 1;
        int end = full || !sum ? levels.size() : levels.size() - 1;
        double[][] values = new double[levels.size()][rows.length];
        int[] positions = positions(table, rows);
        for (int i = 0; i < rows.length; i++) {
            int level = positions[i];
            values[level][i] = 1;
            if (sum && !full && level == levels.size() - 1) {
                for (int k = 0; k < end; k++) {
                    values[k][i] = -1;
                }
            }
        }
        List<Variable> columns = new ArrayList<>();
        for (int k = first; k < end; k++) {
            String label = full ? names.full(name, levels.get(k)) : sum ? names.sum(name, levels.get(k), k + 1) : names.treatment(name, levels.get(k));
            columns.add(Variable.of(label, values[k]));
        }
        return columns;
    }
}

package infogap.table.prepare;

import infogap.table.data.MissingValues;
import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A table's columns as the matrix that a model takes: n rows, one named column each.
///
/// @param names the columns' names, all different
/// @param rows n × p finite numbers; a copy is kept and copies are given out
public record Features(List<String> names, double[][] rows) {

    /// @throws IllegalArgumentException if a name stands twice, the matrix is empty or ragged, or a number is not finite
    public Features {
        names = Checks.distinct("names", names);
        rows = Checks.finiteMatrix("rows", rows);
        Checks.sameLength("names", names.size(), "the rows' columns", rows[0].length);
    }

    /// Numeric and true/false columns of a table; true is 1.
    ///
    /// @throws IllegalArgumentException if a column is not there, holds text (see [#withIndicators]), or has a missing value; the
    ///     message names the row
    public static Features of(Table table, String... columns) {
        Checks.present("table", table);
        double[][] rows = new double[table.rowCount()][Checks.present("columns", columns).length];
        for (int c = 0; c < columns.length; c++) {
            double[] values = column(table, columns[c]);
            for (int row = 0; row < values.length; row++) {
                rows[row][c] = values[row];
            }
        }
        return new Features(Arrays.asList(columns), rows);
    }

    /// A matrix whose columns are named by their position: `x1`, `x2`, ….
    ///
    /// @throws IllegalArgumentException if the matrix is empty or ragged, or a number is not finite
    public static Features of(double[][] rows) {
        double[][] copy = Checks.finiteMatrix("rows", rows);
        return new Features(IntStream.rangeClosed(1, copy[0].length).mapToObj(i -> "x" + i).toList(), copy);
    }

    /// One numeric or true/false column of a table.
    ///
    /// @throws IllegalArgumentException as [#of]
    public static double[] column(Table table, String name) {
        Column<?> column = existing(table, name);
        double[] values = new double[table.rowCount()];
        for (int row = 0; row < values.length; row++) {
            if (MissingValues.at(column, row)) {
                throw new IllegalArgumentException(table.name() + ", row " + (row + 1) + ", column '" + name
                        + "' must have a value, but is missing: clean the table first");
            }
            values[row] = switch (column) {
                case NumericColumn<?> numeric -> numeric.getDouble(row);
                case BooleanColumn flags -> flags.get(row) ? 1 : 0;
                default -> throw new IllegalArgumentException(table.name() + ", row " + (row + 1) + ", column '" + name
                        + "' must be a number, but is the text '" + column.get(row) + "'");
            };
        }
        return values;
    }

    /// A copy with one 0/1 column `<column>=<category>` for every category of a text column but the first in alphabetical order,
    /// which is the reference: all indicators 0.
    ///
    /// @throws IllegalArgumentException if the column is no text, has a missing value or only one category, or the table has
    ///     another number of rows
    public Features withIndicators(Table table, String column) {
        if (!(existing(table, column) instanceof StringColumn texts)) {
            throw new IllegalArgumentException(table.name() + ", column '" + column + "' must hold text");
        }
        Checks.sameLength("rows", rows.length, "rows of " + table.name(), table.rowCount());
        if (IntStream.range(0, texts.size()).anyMatch(row -> MissingValues.at(texts, row))) {
            throw new IllegalArgumentException(table.name() + ", column '" + column + "' must have no missing value");
        }
        List<String> categories = texts.asList().stream().distinct().sorted().toList();
        if (categories.size() < 2) {
            throw new IllegalArgumentException(table.name() + ", column '" + column + "' must have at least two categories, but has "
                    + categories);
        }
        List<String> indicated = categories.subList(1, categories.size());
        double[][] wider = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            wider[row] = Arrays.copyOf(rows[row], rows[row].length + indicated.size());
            int category = indicated.indexOf(texts.get(row));
            if (category >= 0) {
                wider[row][rows[row].length + category] = 1;
            }
        }
        return new Features(Stream.concat(names.stream(), indicated.stream().map(category -> column + "=" + category)).toList(), wider);
    }

    /// The number of rows.
    public int size() {
        return rows.length;
    }

    /// A copy of the matrix.
    @Override
    public double[][] rows() {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /// A copy of one column.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public double[] column(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("column must be one of " + names + ", but is '" + name + "'");
        }
        return Arrays.stream(rows).mapToDouble(row -> row[index]).toArray();
    }

    /// The rows at these indices, in this order.
    ///
    /// @throws IllegalArgumentException if there is none, or one is out of range
    public Features at(int... indices) {
        return new Features(names, select(rows, indices));
    }

    static double[][] select(double[][] rows, int[] indices) {
        return Arrays.stream(indices).mapToObj(i -> rows[index(i, rows.length)]).toArray(double[][]::new);
    }

    static double[] select(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> values[index(i, values.length)]).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Features features && names.equals(features.names) && Arrays.deepEquals(rows, features.rows);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.deepHashCode(rows);
    }

    /// The first rows as an aligned table.
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(String.join("  ", names.stream().map(name -> String.format(Locale.ROOT, "%12s", name)).toList()));
        for (int row = 0; row < Math.min(5, rows.length); row++) {
            lines.add(String.join("  ", Arrays.stream(rows[row]).mapToObj(value -> String.format(Locale.ROOT, "%12.6g", value)).toList()));
        }
        if (rows.length > 5) {
            lines.add("… " + rows.length + " rows");
        }
        return String.join("\n", lines);
    }

    private static int index(int index, int size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("row index must be in [0, " + (size - 1) + "], but is " + index);
        }
        return index;
    }

    private static Column<?> existing(Table table, String name) {
        if (!Checks.present("table", table).columnNames().contains(name)) {
            throw new IllegalArgumentException(table.name() + " must have a column '" + name + "', but has " + table.columnNames());
        }
        return table.column(name);
    }
}

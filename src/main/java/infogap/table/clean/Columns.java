package infogap.table.clean;

import infogap.table.data.MissingValues;
import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.numeric.Vectors;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// Looking at a table's columns, with messages that name the table and the column.
final class Columns {

    private Columns() {}

    static Column<?> any(Table table, String column) {
        Checks.present("table", table);
        if (!table.columnNames().contains(column)) {
            throw new IllegalArgumentException(
                    table.name() + " must have a column '" + column + "', but has " + table.columnNames());
        }
        return table.column(column);
    }

    static NumericColumn<?> numeric(Table table, String column) {
        if (any(table, column) instanceof NumericColumn<?> numeric) {
            return numeric;
        }
        throw new IllegalArgumentException(table.name() + ", column '" + column + "' must hold numbers, but holds "
                + any(table, column).type().name().toLowerCase(Locale.ROOT) + " values");
    }

    /// The numbers that are there.
    static double[] values(Table table, String column) {
        NumericColumn<?> numeric = numeric(table, column);
        double[] values = IntStream.range(0, numeric.size())
                .filter(row -> !numeric.isMissing(row))
                .mapToDouble(numeric::getDouble)
                .toArray();
        if (values.length == 0) {
            throw new IllegalArgumentException(table.name() + ", column '" + column + "' must have a value to learn from, but has none");
        }
        return values;
    }

    static double mean(double[] values) {
        return CompensatedSum.of(values) / values.length;
    }

    static double spread(String column, String measure, double[] values, double spread) {
        double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
        if (spread <= Vectors.ROUNDING_SPREAD * size) {
            throw new IllegalArgumentException("column '" + column + "' must have a " + measure
                    + " above rounding, but it is " + text(spread) + ": at least half of the values are equal, and every other value would be an outlier");
        }
        return spread;
    }

    static List<Integer> missingRows(Column<?> column) {
        return rows(column.size(), row -> MissingValues.at(column, row));
    }

    static List<Integer> rows(int size, IntPredicate wanted) {
        return IntStream.range(0, size).filter(wanted).boxed().toList();
    }

    /// Six significant digits, without trailing zeros.
    static String text(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}

package infogap.table.formula;

import infogap.numeric.DoubleDouble;
import infogap.table.data.MissingValues;
import java.math.BigDecimal;
import java.util.Locale;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// The cells of a table as numbers or as levels, with messages that name table, row, column and value.
final class Cells {

    private Cells() {}

    static Column<?> column(Table table, String name) {
        if (!table.columnNames().contains(name)) {
            throw new IllegalArgumentException(table.name() + " must have a column '" + name + "', but has " + table.columnNames()
                    + "; a name with blanks or signs stands between backquotes");
        }
        return table.column(name);
    }

    static String place(Table table, int row, String column) {
        return table.name() + ", row " + (row + 1) + ", column '" + column + "'";
    }

    static boolean isCategorical(Column<?> column) {
        return column instanceof StringColumn || column instanceof BooleanColumn;
    }

    /// The cell as a number: what a decimal prints; true is 1; a date is the number of days since 1970-01-01, as in R.
    static DoubleDouble number(Table table, String name, int row) {
        return number(table, column(table, name), row);
    }

    static DoubleDouble number(Table table, Column<?> column, int row) {
        requirePresent(table, column, row);
        return switch (column) {
            case NumericColumn<?> numeric -> DoubleDouble.ofDecimal(numeric.getDouble(row));
            case BooleanColumn flags -> DoubleDouble.of(flags.get(row) ? 1 : 0);
            case DateColumn dates -> DoubleDouble.of(dates.get(row).toEpochDay());
            default -> throw new IllegalArgumentException(place(table, row, column.name()) + " must be a number, but is '" + column.getString(row) + "', of type "
                    + column.type().name().toLowerCase(Locale.ROOT));
        };
    }

    /// The cell as a level: a whole number without a decimal point, a truth value as R prints it.
    static String level(Table table, String name, int row) {
        return level(table, column(table, name), row);
    }

    static String level(Table table, Column<?> column, int row) {
        requirePresent(table, column, row);
        return switch (column) {
            case NumericColumn<?> numeric -> new BigDecimal(Double.toString(numeric.getDouble(row))).stripTrailingZeros().toPlainString();
            case BooleanColumn flags -> flags.get(row) ? "TRUE" : "FALSE";
            default -> column.getString(row);
        };
    }

    static void requirePresent(Table table, Column<?> column, int row) {
        if (MissingValues.at(column, row)) {
            throw new IllegalArgumentException(place(table, row, column.name()) + " must have a value, but is missing");
        }
    }
}

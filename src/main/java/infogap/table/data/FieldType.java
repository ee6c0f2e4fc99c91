package infogap.table.data;

import java.util.Optional;
import java.util.regex.Pattern;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/// What a column holds: how a cell is written, and the Tablesaw column that it becomes. The names are those of the Frictionless
/// Table Schema in lower case.
public enum FieldType {

    /// A whole number, written with digits and an optional sign, from −2147483647 to 2147483647 (Tablesaw keeps the lowest
    /// `int` for "missing").
    INTEGER("an integer such as 42") {
        @Override
        Optional<Object> parse(String cell) {
            if (!WHOLE.matcher(cell).matches()) {
                return Optional.empty();
            }
            try {
                int value = Integer.parseInt(cell);
                return value == Integer.MIN_VALUE ? Optional.empty() : Optional.of(value);
            } catch (NumberFormatException tooLarge) {
                return Optional.empty();
            }
        }

        @Override
        Column<?> emptyColumn(String name) {
            return IntColumn.create(name);
        }
    },

    /// A decimal number with a point, optionally with an exponent; no thousands separator, unit, `NaN` or `Infinity`.
    NUMBER("a decimal number such as 12.5") {
        @Override
        Optional<Object> parse(String cell) {
            if (!DECIMAL.matcher(cell).matches()) {
                return Optional.empty();
            }
            double value = Double.parseDouble(cell);
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        }

        @Override
        Column<?> emptyColumn(String name) {
            return DoubleColumn.create(name);
        }
    },

    /// Any text.
    STRING("a text") {
        @Override
        Optional<Object> parse(String cell) {
            return Optional.of(cell);
        }

        @Override
        Column<?> emptyColumn(String name) {
            return StringColumn.create(name);
        }
    },

    /// `true` or `false`.
    BOOLEAN("true or false") {
        @Override
        Optional<Object> parse(String cell) {
            return cell.equals("true") || cell.equals("false") ? Optional.of(cell.equals("true")) : Optional.empty();
        }

        @Override
        Column<?> emptyColumn(String name) {
            return BooleanColumn.create(name);
        }
    };

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private final String expected;

    FieldType(String expected) {
        this.expected = expected;
    }

    /// What a cell of this type looks like, in words.
    public String expected() {
        return expected;
    }

    /// The cell's value, or empty when the text is not of this type.
    abstract Optional<Object> parse(String cell);

    /// A Tablesaw column of this type without rows.
    abstract Column<?> emptyColumn(String name);
}

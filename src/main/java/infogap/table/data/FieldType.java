package infogap.table.data;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
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

    /// A decimal number, optionally with an exponent; no unit, `NaN` or `Infinity`. Decimal mark and groups are those of the [CsvFormat].
    NUMBER("a decimal number such as 12.5") {
        @Override
        Optional<Object> parse(String cell) {
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

    /// `true` or `false`, also in upper case or with a capital.
    BOOLEAN("true or false") {
        @Override
        Optional<Object> parse(String cell) {
            return TRUE.contains(cell) ? Optional.of(true) : FALSE.contains(cell) ? Optional.of(false) : Optional.empty();
        }

        @Override
        Column<?> emptyColumn(String name) {
            return BooleanColumn.create(name);
        }
    },

    /// A day, written in the field's [DateForm].
    DATE("a date such as 2024-03-07") {
        @Override
        Optional<Object> parse(String cell) {
            return DateForm.ISO.parse(cell).map(day -> day);
        }

        @Override
        Column<?> emptyColumn(String name) {
            return DateColumn.create(name);
        }
    },

    /// A day and a time without a zone, `2024-03-07T12:30:00` or with a space in place of the T.
    DATETIME("a date and time such as 2024-03-07T12:30:00") {
        @Override
        Optional<Object> parse(String cell) {
            try {
                return Optional.of(LocalDateTime.parse(cell.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T")));
            } catch (DateTimeParseException other) {
                return Optional.empty();
            }
        }

        @Override
        Column<?> emptyColumn(String name) {
            return DateTimeColumn.create(name);
        }
    },

    /// A calendar year of four digits, kept as a whole number.
    YEAR("a year such as 2024") {
        @Override
        Optional<Object> parse(String cell) {
            return FOUR_DIGITS.matcher(cell).matches() ? Optional.of(Integer.parseInt(cell)) : Optional.empty();
        }

        @Override
        Column<?> emptyColumn(String name) {
            return IntColumn.create(name);
        }
    };

    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    private final String expected;

    FieldType(String expected) {
        this.expected = expected;
    }

    /// The type with this name in a description.
    ///
    /// @throws IllegalArgumentException if a description may have it and this reader has not, or nobody knows it; the message lists those that there are
    public static FieldType of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("type must be one of " + List.of(values()) + ", but is '" + name + "'"));
    }

    /// What a cell of this type looks like, in words.
    public String expected() {
        return expected;
    }

    /// Whether a cell is a number, which the file's [CsvFormat] writes.
    boolean isNumeric() {
        return this == INTEGER || this == NUMBER;
    }

    /// The cell's value, or empty when the text is not of this type. Numbers come with a decimal point and without groups.
    abstract Optional<Object> parse(String cell);

    /// A Tablesaw column of this type without rows.
    abstract Column<?> emptyColumn(String name);

    /// The name in a description.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package infogap.table.data;

import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The columns that a table must have, in order.
///
/// @param fields at least one, with different names
/// @param missingValues the texts that stand for a missing cell, in every column; usually only the empty text
public record TableSchema(List<Field> fields, List<String> missingValues) {

    /// The missing values where a description names none.
    private static final List<String> EMPTY_CELL = List.of("");

    /// @throws IllegalArgumentException if there is no field, two have the same name, or a missing value is null or stands twice
    public TableSchema {
        fields = Checks.notEmpty("fields", fields);
        Checks.distinct("field names", fields.stream().map(Field::name).toList());
        Checks.present("missingValues", missingValues);
        missingValues = missingValues.isEmpty() ? List.of() : Checks.distinct("missingValues", missingValues);
    }

    /// Columns in which only an empty cell is missing.
    ///
    /// @throws IllegalArgumentException if there is no field, or two have the same name
    public TableSchema(List<Field> fields) {
        this(fields, EMPTY_CELL);
    }

    /// The columns in this order.
    public static TableSchema of(Field... fields) {
        return new TableSchema(Arrays.asList(Checks.present("fields", fields)));
    }

    /// A copy in which these texts stand for a missing cell.
    ///
    /// @throws IllegalArgumentException if one is null or stands twice
    public TableSchema missing(String... texts) {
        return new TableSchema(fields, Arrays.asList(Checks.present("texts", texts)));
    }

    /// A copy in which this field stands in the place of the one of its name.
    ///
    /// @throws IllegalArgumentException if there is none
    public TableSchema with(Field field) {
        field(Checks.present("field", field).name());
        return new TableSchema(fields.stream().map(each -> each.name().equals(field.name()) ? field : each).toList(), missingValues);
    }

    /// The columns' names in order.
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /// The column of that name.
    ///
    /// @throws IllegalArgumentException if there is none; the message lists those that there are
    public Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("column must be one of " + names() + ", but is '" + name + "'"));
    }

    /// One line per column: name, type, unit, allowed values, meaning.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int width = names().stream().mapToInt(String::length).max().orElse(0);
        for (Field field : fields) {
            text.append(String.format(Locale.ROOT, "%-" + width + "s  %-8s  %s%n",
                    field.name(),
                    field.type(),
                    field.expected() + (field.description().isEmpty() ? "" : ": " + field.description())));
        }
        return text.toString();
    }
}

package infogap.table.data;

import infogap.numeric.Checks;
import java.util.List;
import java.util.Locale;

/// The columns that a table must have, in order.
///
/// @param fields at least one, with different names
public record TableSchema(List<Field> fields) {

    /// @throws IllegalArgumentException if there is no field, or two have the same name
    public TableSchema {
        fields = Checks.notEmpty("fields", fields);
        Checks.distinct("field names", fields.stream().map(Field::name).toList());
    }

    /// The columns in this order.
    public static TableSchema of(Field... fields) {
        return new TableSchema(List.of(fields));
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
            text.append(String.format(Locale.ROOT, "%-" + width + "s  %-7s  %s%n",
                    field.name(),
                    field.type().name().toLowerCase(Locale.ROOT),
                    field.expected() + (field.description().isEmpty() ? "" : ": " + field.description())));
        }
        return text.toString();
    }
}

package infogap.table.data;

import infogap.numeric.Checks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One column of a table: its name, what it holds, and which values are allowed.
///
/// The allowed range is what is *possible*; a value that is possible and implausible is left to the outlier rules.
///
/// @param name the column's header
/// @param type what a cell holds
/// @param unit the unit of a number (`yuan`, `years`), or empty
/// @param description what the column means
/// @param required whether a cell must not be empty
/// @param unique whether no value may stand twice
/// @param minimum the least number allowed
/// @param maximum the greatest number allowed
/// @param categories the texts allowed; empty when any text is
public record Field(
        String name,
        FieldType type,
        String unit,
        String description,
        boolean required,
        boolean unique,
        OptionalDouble minimum,
        OptionalDouble maximum,
        List<String> categories) {

    /// @throws IllegalArgumentException if the name is blank, the range is empty, or a range or categories do not fit the type
    public Field {
        Checks.text("field name", name);
        Checks.present("type of field '" + name + "'", type);
        boolean numeric = type == FieldType.INTEGER || type == FieldType.NUMBER;
        if (!numeric && (minimum.isPresent() || maximum.isPresent())) {
            throw new IllegalArgumentException("field '" + name + "' of type " + type + " must have no minimum or maximum");
        }
        if (minimum.isPresent() && maximum.isPresent() && minimum.getAsDouble() > maximum.getAsDouble()) {
            throw new IllegalArgumentException("field '" + name + "' must have a minimum of at most its maximum, but has "
                    + minimum.getAsDouble() + " and " + maximum.getAsDouble());
        }
        if (!categories.isEmpty() && type != FieldType.STRING) {
            throw new IllegalArgumentException("field '" + name + "' of type " + type + " must have no categories");
        }
        categories = categories.isEmpty() ? List.of() : Checks.distinct("categories of field '" + name + "'", categories);
    }

    /// A column without constraints that may have empty cells.
    public static Field of(String name, FieldType type) {
        return new Field(name, type, "", "", false, false, OptionalDouble.empty(), OptionalDouble.empty(), List.of());
    }

    /// A copy with a unit and a meaning.
    public Field described(String unit, String description) {
        return new Field(name, type, unit, description, required, unique, minimum, maximum, categories);
    }

    /// A copy that refuses numbers outside `[least, most]`.
    public Field between(double least, double most) {
        return new Field(name, type, unit, description, required, unique, OptionalDouble.of(least), OptionalDouble.of(most), categories);
    }

    /// A copy that refuses texts other than these.
    public Field oneOf(String... allowed) {
        return new Field(name, type, unit, description, required, unique, minimum, maximum, List.of(allowed));
    }

    /// A copy that refuses an empty cell.
    public Field mandatory() {
        return new Field(name, type, unit, description, true, unique, minimum, maximum, categories);
    }

    /// A copy that refuses an empty cell and a value that stands twice.
    public Field key() {
        return new Field(name, type, unit, description, true, true, minimum, maximum, categories);
    }

    /// What a cell must be, in words: the type and the allowed values.
    public String expected() {
        StringBuilder text = new StringBuilder(type.expected());
        if (minimum.isPresent() && maximum.isPresent()) {
            text.append(" in [").append(number(minimum.getAsDouble())).append(", ").append(number(maximum.getAsDouble())).append(']');
        } else if (minimum.isPresent()) {
            text.append(" of at least ").append(number(minimum.getAsDouble()));
        } else if (maximum.isPresent()) {
            text.append(" of at most ").append(number(maximum.getAsDouble()));
        }
        if (!categories.isEmpty()) {
            text.append(" out of ").append(categories);
        }
        return text.append(unit.isEmpty() ? "" : " (" + unit + ")").append(required ? "" : ", or an empty cell").toString();
    }

    /// The cell's value, or empty when it is not allowed here.
    Optional<Object> accept(String cell) {
        return type.parse(cell).filter(value -> switch (value) {
            case Number number -> inRange(number.doubleValue());
            case String text -> categories.isEmpty() || categories.contains(text);
            default -> true;
        });
    }

    private boolean inRange(double value) {
        return value >= minimum.orElse(Double.NEGATIVE_INFINITY) && value <= maximum.orElse(Double.POSITIVE_INFINITY);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}

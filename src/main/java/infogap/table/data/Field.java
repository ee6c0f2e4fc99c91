package infogap.table.data;

import infogap.numeric.Checks;
import java.util.Arrays;
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
/// @param dates how a date is written; other types have [DateForm#ISO]
public record Field(
        String name,
        FieldType type,
        String unit,
        String description,
        boolean required,
        boolean unique,
        OptionalDouble minimum,
        OptionalDouble maximum,
        List<String> categories,
        DateForm dates) {

    /// @throws IllegalArgumentException if the name is blank, something is null, the range is empty, or a range, categories or form of date do not fit the type
    public Field {
        Checks.text("field name", name);
        Checks.present("type of field '" + name + "'", type);
        Checks.present("unit of field '" + name + "'", unit);
        Checks.present("description of field '" + name + "'", description);
        Checks.present("minimum of field '" + name + "'", minimum);
        Checks.present("maximum of field '" + name + "'", maximum);
        Checks.present("categories of field '" + name + "'", categories);
        Checks.present("dates of field '" + name + "'", dates);
        boolean numeric = type.isNumeric() || type == FieldType.YEAR;
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
        if (dates != DateForm.ISO && type != FieldType.DATE) {
            throw new IllegalArgumentException("field '" + name + "' of type " + type + " must have no form of dates, but has " + dates);
        }
        categories = categories.isEmpty() ? List.of() : Checks.distinct("categories of field '" + name + "'", categories);
    }

    /// A column without constraints that may have empty cells.
    public static Field of(String name, FieldType type) {
        return new Field(name, type, "", "", false, false, OptionalDouble.empty(), OptionalDouble.empty(), List.of(), DateForm.ISO);
    }

    /// A copy with a unit and a meaning.
    public Field described(String unit, String description) {
        return new Field(name, type, unit, description, required, unique, minimum, maximum, categories, dates);
    }

    /// A copy that refuses numbers outside `[least, most]`.
    public Field between(double least, double most) {
        return new Field(name, type, unit, description, required, unique, OptionalDouble.of(least), OptionalDouble.of(most), categories, dates);
    }

    /// A copy that refuses texts other than these.
    public Field oneOf(String... allowed) {
        return new Field(name, type, unit, description, required, unique, minimum, maximum, Checks.notEmpty("allowed", Arrays.asList(Checks.present("allowed", allowed))), dates);
    }

    /// A copy whose dates are written in this form.
    ///
    /// @throws IllegalArgumentException if the field holds no dates
    public Field written(DateForm form) {
        return new Field(name, type, unit, description, required, unique, minimum, maximum, categories, form);
    }

    /// A copy that refuses an empty cell.
    public Field mandatory() {
        return new Field(name, type, unit, description, true, unique, minimum, maximum, categories, dates);
    }

    /// A copy that refuses an empty cell and a value that stands twice.
    public Field key() {
        return new Field(name, type, unit, description, true, true, minimum, maximum, categories, dates);
    }

    /// What a cell must be, in words: the type and the allowed values.
    public String expected() {
        StringBuilder text = new StringBuilder(type == FieldType.DATE ? "a date such as " + dates.example() : type.expected());
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
    Optional<Object> accept(String cell, CsvFormat format) {
        Optional<String> standard = type == FieldType.STRING ? Optional.of(cell) : type.isNumeric() ? format.plain(cell.strip()) : Optional.of(cell.strip());
        return standard.flatMap(this::value).filter(value -> switch (value) {
            case Number number -> inRange(number.doubleValue());
            case String text -> categories.isEmpty() || categories.contains(text);
            default -> true;
        });
    }

    private Optional<Object> value(String cell) {
        return type == FieldType.DATE ? dates.parse(cell).map(day -> day) : type.parse(cell);
    }

    private boolean inRange(double value) {
        return value >= minimum.orElse(Double.NEGATIVE_INFINITY) && value <= maximum.orElse(Double.POSITIVE_INFINITY);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}

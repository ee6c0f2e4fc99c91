package infogap.table.data;

import infogap.numeric.Checks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/// What a CSV file without a description seems to hold: its format, its columns, and the table that follows.
///
/// ```java
/// TableGuess guess = TableGuess.of(Path.of("shop.csv"));
/// Table table = guess.table();
/// ```
///
/// All cells are looked at. A column is numeric, of dates or true/false only if every cell that is there is; where most are and some are not, the
/// file is refused with those rows, because a typing error would otherwise turn a measurement into a text. What has two readings (a date `3/7/2024`,
/// a number `1,234` between semicolons) is refused too. Whole numbers that begin with 0 or have more than 53 bits are codes, and stay texts.
///
/// Fields that are given are not guessed: `TableGuess.of(file, Field.of("code", FieldType.STRING))`.
///
/// @param name    the file, as messages name it
/// @param csv     its text
/// @param format  how its cells and numbers are written
/// @param schema  its columns, and the texts that stand for a missing cell
/// @param missing how many cells are missing, by column
/// @param rows    how many rows there are
public record TableGuess(String name, String csv, CsvFormat format, TableSchema schema, Map<String, Long> missing, long rows) {

    /// The texts that stand for a missing cell in a file that does not say.
    public static final List<String> USUAL_MISSING = List.of("", "NA", "N/A", "#N/A", "n/a", "NaN", "nan", "null", "NULL", "None", "-", "–", "?");

    /// @throws IllegalArgumentException if something is null
    public TableGuess {
        Checks.text("name", name);
        Checks.present("csv", csv);
        Checks.present("format", format);
        Checks.present("schema", schema);
        missing = Map.copyOf(Checks.present("missing", missing));
    }

    /// Looks at the file; the fields given are taken as they are.
    ///
    /// @throws InvalidDataException     if the file cannot be read, is not UTF-8, is broken, or has two readings
    /// @throws IllegalArgumentException if a field given is not in the file
    public static TableGuess of(Path file, Field... known) {
        Checks.present("file", file);
        return ofText(file.toString(), TextFile.read(file), known);
    }

    /// As [#of], of CSV text; `name` stands for the file in messages and names the table.
    ///
    /// @throws InvalidDataException     if the text is broken, or has two readings
    /// @throws IllegalArgumentException if a field given is not in the text
    public static TableGuess ofText(String name, String csv, Field... known) {
        Checks.text("name", name);
        Checks.present("csv", csv);
        List<Field> fields = Arrays.asList(Checks.present("known", known));
        fields.forEach(field -> Checks.present("known", field));
        return ofText(name, csv, FormatGuess.of(name, csv, fields.stream().filter(field -> !field.type().isNumeric()).map(Field::name).toList()), known);
    }

    /// As [#ofText(String, String, Field...)] in a format that is known.
    ///
    /// @throws InvalidDataException     if the text is broken, or has two readings
    /// @throws IllegalArgumentException if a field given is not in the text
    public static TableGuess ofText(String name, String csv, CsvFormat format, Field... known) {
        Checks.text("name", name);
        Map<String, Field> given = Arrays.stream(Checks.present("known", known)).collect(Collectors.toMap(Field::name, Function.identity()));
        Checks.present("format", format);
        try (CsvRecords rows = CsvRecords.of(name, Checks.present("csv", csv), format, 2)) {
            List<String> header = rows.header().stream().map(String::strip).toList();
            requireNames(name, header);
            given.keySet().forEach(field -> {
                if (!header.contains(field)) {
                    throw new IllegalArgumentException(name + " must have a column '" + field + "', but has " + header);
                }
            });
            List<ColumnGuess> columns = header.stream().map(column -> new ColumnGuess(name, column, format)).toList();
            long count = look(rows, columns);
            List<DataProblem> problems = new ArrayList<>();
            List<Field> fields = new ArrayList<>();
            Map<String, Long> missing = new LinkedHashMap<>();
            for (int c = 0; c < header.size(); c++) {
                fields.add(given.containsKey(header.get(c)) ? given.get(header.get(c)) : columns.get(c).field(problems));
                missing.put(header.get(c), columns.get(c).missing());
            }
            if (!problems.isEmpty()) {
                throw new InvalidDataException(problems);
            }
            return new TableGuess(name, csv, format, new TableSchema(fields, USUAL_MISSING), missing, count);
        }
    }

    private static long look(CsvRecords rows, List<ColumnGuess> columns) {
        Set<String> missing = Set.copyOf(USUAL_MISSING);
        long count = 0;
        while (rows.hasNext()) {
            CsvRecords.Row row = rows.next();
            count++;
            // a row of another width is refused when the table is read
            for (int c = 0; c < Math.min(columns.size(), row.cells().size()); c++) {
                String cell = row.cells().get(c);
                if (missing.contains(cell.strip())) {
                    columns.get(c).addMissing();
                } else {
                    columns.get(c).add(row, cell);
                }
            }
        }
        return count;
    }

    private static void requireNames(String file, List<String> header) {
        List<DataProblem> problems = new ArrayList<>();
        if (header.isEmpty()) {
            problems.add(DataProblem.ofFile(file, "an empty file", "a header with the columns' names"));
        }
        for (int c = 0; c < header.size(); c++) {
            if (header.get(c).isEmpty()) {
                problems.add(DataProblem.ofColumn(file, Integer.toString(c + 1), "no name in the header " + header, "a name for every column"));
            } else if (header.indexOf(header.get(c)) != c) {
                problems.add(DataProblem.ofColumn(file, header.get(c), "the column twice", "it once"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidDataException(problems);
        }
    }

    /// The table, checked cell by cell against what was guessed.
    ///
    /// @throws InvalidDataException if a row has another number of cells than the header, or a field that was given does not fit
    public Table table() {
        return TableReader.parse(name, csv, format, schema);
    }

    /// The format, and one line for each column: its type and how many cells are missing.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append(": ").append(rows).append(" rows, ").append(format);
        int width = schema.names().stream().mapToInt(String::length).max().orElse(0);
        for (Field field : schema.fields()) {
            text.append(String.format(Locale.ROOT, "%n  %-" + width + "s  %-8s  %s", field.name(),
                    field.type(), missing.get(field.name()) == 0 ? "" : missing.get(field.name()) + " missing")
                    .stripTrailing());
        }
        return text.toString();
    }
}

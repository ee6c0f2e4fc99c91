package infogap.table.data;

import infogap.numeric.Checks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// Reads a CSV file (RFC 4180, UTF-8, header in the first line) into a typed Tablesaw table, checked cell by cell.
///
/// The header must hold exactly the schema's columns, in any order; the table has them in the schema's order. A cell that is one of the schema's
/// missing values is missing; a mark of the byte order is left out. Nothing is guessed and nothing is repaired: the table is complete, or an
/// [InvalidDataException] names the file, the row, the column, the value and what would be right. [TableGuess] finds format and schema of a file
/// that comes without a description.
public final class TableReader {

    /// After this many problems the rest of the file is not read: they have a common cause by then.
    public static final int MOST_PROBLEMS = 20;

    private final String file;
    private final CsvFormat format;
    private final TableSchema schema;
    private final Set<String> missing;
    private final List<DataProblem> problems = new ArrayList<>();

    private TableReader(String file, CsvFormat format, TableSchema schema) {
        this.file = Checks.text("name", file);
        this.format = Checks.present("format", format);
        this.schema = Checks.present("schema", schema);
        this.missing = Set.copyOf(schema.missingValues());
    }

    /// Reads the file in the standard format.
    ///
    /// @throws InvalidDataException if the file cannot be read, is not UTF-8, or differs from the schema
    public static Table read(Path file, TableSchema schema) {
        return read(file, CsvFormat.STANDARD, schema);
    }

    /// Reads the file.
    ///
    /// @throws InvalidDataException if the file cannot be read, is not UTF-8, or differs from the schema
    public static Table read(Path file, CsvFormat format, TableSchema schema) {
        Checks.present("file", file);
        return parse(file.toString(), TextFile.read(file), format, schema);
    }

    /// Reads CSV text in the standard format; `name` stands for the file in messages and names the table.
    ///
    /// @throws InvalidDataException if the text differs from the schema
    public static Table parse(String name, String csv, TableSchema schema) {
        return parse(name, csv, CsvFormat.STANDARD, schema);
    }

    /// Reads CSV text; `name` stands for the file in messages and names the table.
    ///
    /// @throws InvalidDataException if the text differs from the schema
    public static Table parse(String name, String csv, CsvFormat format, TableSchema schema) {
        return new TableReader(name, format, schema).table(Checks.present("csv", csv));
    }

    private Table table(String csv) {
        List<Column<?>> columns = new ArrayList<>();
        schema.fields().forEach(field -> columns.add(field.type().emptyColumn(field.name())));
        List<Map<Object, Long>> seen = new ArrayList<>();
        schema.fields().forEach(field -> seen.add(new HashMap<>()));
        try (CsvRecords rows = CsvRecords.of(file, csv, format, schema.fields().size())) {
            if (rows.header().isEmpty()) {
                throw new InvalidDataException(DataProblem.ofFile(file, "an empty file", "a header " + schema.names()));
            }
            int[] position = positions(rows.header().stream().map(String::strip).toList());
            while (rows.hasNext() && problems.size() < MOST_PROBLEMS) {
                append(rows.next(), position, columns, seen);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidDataException(problems);
        }
        Path fileName = Path.of(file).getFileName();
        return Table.create(fileName == null ? file : fileName.toString(), columns);
    }

    private int[] positions(List<String> header) {
        List<String> names = schema.names();
        for (int i = 0; i < header.size(); i++) {
            if (!names.contains(header.get(i))) {
                problems.add(DataProblem.ofColumn(file, header.get(i), "a column that is not described", "only the columns " + names));
            } else if (header.indexOf(header.get(i)) != i) {
                problems.add(DataProblem.ofColumn(file, header.get(i), "the column twice", "it once"));
            }
        }
        for (String name : names) {
            if (!header.contains(name)) {
                problems.add(DataProblem.ofColumn(file, name, "no such column in the header " + header, schema.field(name).expected()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidDataException(problems);
        }
        return names.stream().mapToInt(header::indexOf).toArray();
    }

    private void append(CsvRecords.Row row, int[] position, List<Column<?>> columns, List<Map<Object, Long>> seen) {
        if (row.cells().size() != position.length) {
            problems.add(new DataProblem(file, row.row(), row.line(), "", row.cells().size() + " cells", position.length + " cells as in the header"));
            return;
        }
        for (int c = 0; c < columns.size(); c++) {
            Field field = schema.fields().get(c);
            String cell = row.cells().get(position[c]);
            if (missing.contains(cell.strip())) {
                if (field.required()) {
                    refuse(row, field, cell.isEmpty() ? "an empty cell" : "'" + cell + "', which stands for a missing value");
                }
                columns.get(c).appendMissing();
                continue;
            }
            Optional<Object> value = field.accept(cell, format);
            if (value.isEmpty()) {
                refuse(row, field, cell.isEmpty() ? "an empty cell" : "'" + cell + "'");
                columns.get(c).appendMissing();
                continue;
            }
            Long before = field.unique() ? seen.get(c).putIfAbsent(value.get(), row.line()) : null;
            if (before != null) {
                problems.add(new DataProblem(file, row.row(), row.line(), field.name(), "'" + cell + "' again (first in line " + before + ")",
                        "a value that stands once"));
            }
            columns.get(c).appendObj(value.get());
        }
    }

    private void refuse(CsvRecords.Row row, Field field, String found) {
        problems.add(new DataProblem(file, row.row(), row.line(), field.name(), found, field.expected()));
    }
}

package infogap.table.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import infogap.numeric.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// Reads a CSV file (RFC 4180, UTF-8, header in the first line) into a typed Tablesaw table, checked cell by cell.
///
/// The header must hold exactly the schema's columns, in any order; the table has them in the schema's order. An empty cell is a
/// missing value. Nothing is guessed and nothing is repaired: the table is complete, or an [InvalidDataException] names the file,
/// the row, the column, the value and what would be right.
public final class TableReader {

    /// After this many problems the rest of the file is not read: they have a common cause by then.
    public static final int MOST_PROBLEMS = 20;

    private final String file;
    private final TableSchema schema;
    private final List<DataProblem> problems = new ArrayList<>();

    private TableReader(String file, TableSchema schema) {
        this.file = file;
        this.schema = schema;
    }

    /// Reads the file.
    ///
    /// @throws InvalidDataException if the file cannot be read, is not UTF-8, or differs from the schema
    public static Table read(Path file, TableSchema schema) {
        Checks.present("file", file);
        return parse(file.toString(), TextFile.read(file), schema);
    }

    /// Reads CSV text; `name` stands for the file in messages and names the table.
    ///
    /// @throws InvalidDataException if the text differs from the schema
    public static Table parse(String name, String csv, TableSchema schema) {
        return new TableReader(Checks.text("name", name), Checks.present("schema", schema)).table(csv);
    }

    private Table table(String csv) {
        List<CsvRecord> records;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(schema.fields().size() > 1)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(csv)) {
            records = reader.stream().toList();
        } catch (CsvParseException e) {
            throw new InvalidDataException(DataProblem.ofFile(file, "text that is no CSV: " + e.getMessage(), "RFC 4180 CSV"), e);
        } catch (IOException e) {
            throw new InvalidDataException(DataProblem.ofFile(file, "text that cannot be read: " + e.getMessage(), "RFC 4180 CSV"), e);
        }
        if (records.isEmpty()) {
            throw new InvalidDataException(DataProblem.ofFile(file, "an empty file", "a header " + schema.names()));
        }
        int[] position = positions(records.getFirst().getFields());
        List<Column<?>> columns = new ArrayList<>();
        schema.fields().forEach(field -> columns.add(field.type().emptyColumn(field.name())));
        List<Map<Object, Long>> seen = new ArrayList<>();
        schema.fields().forEach(field -> seen.add(new HashMap<>()));
        for (int row = 1; row < records.size() && problems.size() < MOST_PROBLEMS; row++) {
            append(row, records.get(row), records.getFirst().getFieldCount(), position, columns, seen);
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

    private void append(
            int row, CsvRecord csv, int width, int[] position, List<Column<?>> columns, List<Map<Object, Long>> seen) {
        long line = csv.getStartingLineNumber();
        if (csv.getFieldCount() != width) {
            problems.add(new DataProblem(file, row, line, "", csv.getFieldCount() + " cells", width + " cells as in the header"));
            return;
        }
        for (int c = 0; c < columns.size(); c++) {
            Field field = schema.fields().get(c);
            String cell = csv.getField(position[c]);
            if (cell.isEmpty()) {
                if (field.required()) {
                    problems.add(new DataProblem(file, row, line, field.name(), "an empty cell", field.expected()));
                }
                columns.get(c).appendMissing();
                continue;
            }
            Optional<Object> value = field.accept(cell);
            if (value.isEmpty()) {
                problems.add(new DataProblem(file, row, line, field.name(), "'" + cell + "'", field.expected()));
                columns.get(c).appendMissing();
                continue;
            }
            Long before = field.unique() ? seen.get(c).putIfAbsent(value.get(), line) : null;
            if (before != null) {
                problems.add(new DataProblem(file, row, line, field.name(), "'" + cell + "' again (first in line " + before + ")",
                        "a value that stands once"));
            }
            columns.get(c).appendObj(value.get());
        }
    }
}

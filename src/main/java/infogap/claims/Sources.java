package infogap.claims;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import infogap.numeric.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The publications that the articles cite, as cited and as found: `papers/<article>/sources.csv`.
///
/// UTF-8 with the columns `claim`, `line`, `work`, `attribute`, `cited`, `exists` and `looked_up`, one row for each attribute of a
/// work. A row whose `exists` and `looked_up` are empty is a work that was found nowhere.
///
/// ```java
/// Ledger.find().check("3-39", Sources.find().of("3-39"));
/// ```
public final class Sources {

    static final List<String> COLUMNS = List.of("claim", "line", "work", "attribute", "cited", "exists", "looked_up");

    private static final String FILE = "sources.csv";

    private record Row(String work, String attribute, String cited, String exists, String lookedUp) {}

    private final Map<String, List<Row>> rows;

    private Sources(Map<String, List<Row>> rows) {
        this.rows = rows;
    }

    /// Reads `sources.csv` of each folder in `papers` that has one.
    ///
    /// @throws ClaimsFileException if a file is malformed
    public static Sources of(Path papers) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        try (Stream<Path> folders = Files.list(Checks.present("papers", papers))) {
            for (Path file : folders.map(folder -> folder.resolve(FILE)).filter(Files::exists).sorted().toList()) {
                read(file, rows);
            }
        } catch (IOException e) {
            throw new ClaimsFileException(papers, "the folder cannot be listed: " + e.getMessage(), e);
        }
        return new Sources(rows);
    }

    /// The sources of the project that the working folder belongs to, as [Ledger#find].
    public static Sources find() {
        return of(Ledger.folder());
    }

    /// The works that a claim is about.
    ///
    /// @throws IllegalArgumentException if no row names the claim
    public Source of(String claim) {
        List<Row> mine = rows.get(Checks.present("claim", claim));
        if (mine == null) {
            throw new IllegalArgumentException("claim must have a row in a " + FILE + ", but '" + claim + "' has none; claims with one: "
                    + rows.keySet());
        }
        Map<String, Map<String, String>> cited = new LinkedHashMap<>();
        Map<String, Map<String, String>> exists = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        for (Row row : mine) {
            cited.computeIfAbsent(row.work(), work -> new LinkedHashMap<>()).put(row.attribute(), row.cited());
            exists.computeIfAbsent(row.work(), work -> new LinkedHashMap<>());
            if (!row.exists().isBlank()) {
                exists.get(row.work()).put(row.attribute(), row.exists());
            }
            places.merge(row.work(), row.lookedUp(), (a, b) -> a.equals(b) || b.isBlank() ? a : a.isBlank() ? b : a + "; " + b);
        }
        return new Source(cited.keySet().stream()
                .map(work -> new Source.Work(work, cited.get(work), exists.get(work), places.get(work)))
                .toList());
    }

    private static void read(Path file, Map<String, List<Row>> rows) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().allowUnclosedQuote(false).skipEmptyLines(true).ofNamedCsvRecord(Files.readString(file))) {
            for (NamedCsvRecord row : reader) {
                long line = row.getStartingLineNumber();
                if (!row.getHeader().equals(COLUMNS)) {
                    throw new ClaimsFileException(file, 1, "the columns are " + row.getHeader() + ", expected " + COLUMNS, null);
                }
                if (row.getFieldCount() != COLUMNS.size()) {
                    throw new ClaimsFileException(file, line, "the row has " + row.getFieldCount() + " fields, but the header has "
                            + COLUMNS.size() + "; a comma inside a text needs quotes around the text", null);
                }
                if (row.getField("exists").isBlank() != row.getField("looked_up").isBlank()) {
                    throw new ClaimsFileException(
                            file, line, "column 'looked_up' must say where 'exists' was found, and be empty where it was not", null);
                }
                rows.computeIfAbsent(text(file, row, "claim"), claim -> new ArrayList<>()).add(new Row(
                        text(file, row, "work"), text(file, row, "attribute"), text(file, row, "cited"), row.getField("exists"),
                        row.getField("looked_up")));
            }
        } catch (CsvParseException e) {
            throw new ClaimsFileException(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(Path file, NamedCsvRecord row, String column) {
        if (row.getField(column).isBlank()) {
            throw new ClaimsFileException(file, row.getStartingLineNumber(), "column '" + column + "' must not be empty", null);
        }
        return row.getField(column);
    }
}

package infogap.claims;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads `papers/<article>/claims.csv`: a header row, then a claim in each. `id`, `claim` and `printed` are enough; the other columns of [#COLUMNS] are
/// optional, any order is right, and columns of one's own are kept.
final class ClaimsFile {

    static final List<String> REQUIRED = List.of("id", "claim", "printed");

    static final List<String> COLUMNS = List.of(
            "id", "document", "section", "line", "kind", "claim", "inputs", "printed", "correct", "verdict", "origin", "reason",
            "also_at", "waiver", "decimal", "rounding", "form");

    /// What a file holds.
    ///
    /// @param claims the rows that could be read
    /// @param problems what is wrong with the others
    record Content(List<Claim> claims, List<ClaimsFileException.Problem> problems) {}

    private ClaimsFile() {}

    static Content read(Path file) {
        ClaimsText text = ClaimsText.read(file);
        List<Claim> claims = new ArrayList<>();
        List<ClaimsFileException.Problem> problems = new ArrayList<>();
        ClaimsRow row = null;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().allowUnclosedQuote(false).skipEmptyLines(true).fieldSeparator(text.separator())
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text.text())) {
            for (CsvRecord record : reader) {
                if (row == null) {
                    List<String> header = record.getFields().stream().map(String::strip).toList();
                    requireColumns(file, header);
                    row = new ClaimsRow(file, header, text.skippedLines());
                } else if (record.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    row.read(record, claims, problems);
                }
            }
        } catch (CsvParseException e) {
            throw new ClaimsFileException(file, root(e), e);
        } catch (IOException e) {
            throw new ClaimsFileException(file, "cannot be read: " + e.getMessage(), e);
        }
        if (claims.isEmpty() && problems.isEmpty()) {
            throw new ClaimsFileException(file, "there is no claim below the header; the columns " + REQUIRED + " are enough", null);
        }
        return new Content(claims, problems);
    }

    private static void requireColumns(Path file, List<String> header) {
        List<ClaimsFileException.Problem> problems = new ArrayList<>();
        for (String column : REQUIRED) {
            if (!header.contains(column)) {
                problems.add(new ClaimsFileException.Problem(file, 1, "column '" + column + "' is missing; the columns are " + header + ", and " + REQUIRED
                        + " must be among them"));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (column.isEmpty()) {
                problems.add(new ClaimsFileException.Problem(file, 1, "column " + (header.indexOf(column) + 1) + " has no name; each column needs one"));
            } else if (!seen.add(column)) {
                problems.add(new ClaimsFileException.Problem(file, 1, "column '" + column + "' stands twice; each name may stand once"));
            } else if (!COLUMNS.contains(column)) {
                // who mistypes a name rarely mistypes its first letter: 'mine' is not meant for 'line'
                List<String> meant = Nearest.near(column, COLUMNS).stream().filter(name -> !header.contains(name) && initial(name) == initial(column)).toList();
                if (!meant.isEmpty()) {
                    problems.add(new ClaimsFileException.Problem(file, 1, "column '" + column + "' is not known; did you mean '" + meant.getFirst()
                            + "'? A column of your own needs a name that is not so near to it"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ClaimsFileException(problems);
        }
    }

    private static int initial(String name) {
        return Character.toLowerCase(name.charAt(0));
    }

    private static String root(Throwable error) {
        return error.getCause() == null ? error.getMessage() : error.getMessage() + ": " + root(error.getCause());
    }
}

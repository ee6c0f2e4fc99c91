package infogap.claims;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads `papers/<article>/claims.csv`: UTF-8, a header row, the columns of [Claim] in any order.
final class ClaimsFile {

    static final List<String> COLUMNS = List.of(
            "id", "document", "section", "line", "kind", "claim", "inputs", "printed", "correct", "verdict", "origin", "reason",
            "also_at", "waiver");

    private ClaimsFile() {}

    static List<Claim> read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ClaimsFileException(file, "there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new ClaimsFileException(file, "the file is not UTF-8; save it as UTF-8", e);
        } catch (IOException e) {
            throw new ClaimsFileException(file, "cannot be read: " + e.getMessage(), e);
        }
        List<Claim> claims = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().allowUnclosedQuote(false).skipEmptyLines(true).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : reader) {
                if (claims.isEmpty()) {
                    requireColumns(file, row);
                }
                claims.add(claim(file, row));
            }
        } catch (CsvParseException e) {
            throw new ClaimsFileException(file, root(e), e);
        } catch (IOException e) {
            throw new ClaimsFileException(file, "cannot be read: " + e.getMessage(), e);
        }
        if (claims.isEmpty()) {
            throw new ClaimsFileException(file, "there is no claim below the header; expected the columns " + COLUMNS, null);
        }
        return claims;
    }

    private static void requireColumns(Path file, NamedCsvRecord row) {
        for (String column : COLUMNS) {
            if (!row.getHeader().contains(column)) {
                throw new ClaimsFileException(
                        file, 1, "column '" + column + "' is missing; the columns are " + row.getHeader() + ", expected " + COLUMNS, null);
            }
        }
        for (String column : row.getHeader()) {
            if (!COLUMNS.contains(column)) {
                throw new ClaimsFileException(file, 1, "column '" + column + "' is not known; expected " + COLUMNS, null);
            }
        }
    }

    private static Claim claim(Path file, NamedCsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != COLUMNS.size()) {
            throw new ClaimsFileException(file, line, "the row has " + row.getFieldCount() + " fields, but the header has "
                    + COLUMNS.size() + "; a comma inside a text needs quotes around the text", null);
        }
        try {
            return new Claim(
                    row.getField("id"),
                    row.getField("document"),
                    row.getField("section"),
                    row.getField("line"),
                    row.getField("kind"),
                    row.getField("claim"),
                    row.getField("inputs"),
                    Printed.of(row.getField("printed")),
                    Printed.of(row.getField("correct")),
                    Verdict.of(row.getField("verdict")),
                    Origin.of(row.getField("origin")),
                    row.getField("reason"),
                    row.getField("also_at"),
                    row.getField("waiver"));
        } catch (IllegalArgumentException e) {
            throw new ClaimsFileException(file, line, "claim '" + row.getField("id") + "': column " + e.getMessage(), e);
        }
    }

    private static String root(Throwable error) {
        return error.getCause() == null ? error.getMessage() : error.getMessage() + ": " + root(error.getCause());
    }
}

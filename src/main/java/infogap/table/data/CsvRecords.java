package infogap.table.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of a CSV text one after the other, the header apart. A quote that is never closed is refused where it was opened: read on, it
/// would swallow all rows behind it.
final class CsvRecords implements Iterator<CsvRecords.Row>, AutoCloseable {

    private static final Pattern LINE = Pattern.compile("record starting at line (\\d+)");

    private final String file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private long row;

    /// One row below the header.
    ///
    /// @param row   1 for the first
    /// @param line  the line of the file in which it begins
    /// @param cells its cells
    record Row(long row, long line, List<String> cells) {}

    private CsvRecords(String file, CsvReader<CsvRecord> reader) {
        this.file = file;
        this.reader = reader;
        this.records = reader.iterator();
        this.header = hasNext() ? record().getFields() : List.of();
    }

    /// `columns` is how many columns are expected: a line without a character is an empty cell where there is one column, and no row otherwise.
    static CsvRecords of(String file, String text, CsvFormat format, int columns) {
        return new CsvRecords(file, StrictCsv.parser(format.separator(), columns > 1).ofCsvRecord(TextFile.withoutByteOrderMark(text)));
    }

    /// The first row's cells; empty when there is no row.
    List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    @Override
    public Row next() {
        CsvRecord next = record();
        return new Row(++row, next.getStartingLineNumber(), next.getFields());
    }

    private CsvRecord record() {
        try {
            return records.next();
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    private InvalidDataException broken(CsvParseException error) {
        Matcher at = LINE.matcher(String.valueOf(error.getMessage()));
        long line = at.find() ? Long.parseLong(at.group(1)) : 0;
        boolean unclosed = String.valueOf(error.getMessage()).startsWith("Unclosed");
        return new InvalidDataException(new DataProblem(file, line > 1 ? row + 1 : 0, line, "",
                unclosed ? "a quote that is never closed" : "text that is no CSV: " + error.getMessage(),
                "a quote at both ends of a quoted cell, doubled within it (RFC 4180)"), error);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be closed: " + e, e);
        }
    }
}

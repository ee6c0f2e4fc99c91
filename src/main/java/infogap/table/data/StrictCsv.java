package infogap.table.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/// How every reader of tables parses CSV (RFC 4180). A quote that is never closed is refused, because it would swallow all rows behind it; a row of another
/// width than the header is handed on, so that the reader can name it.
public final class StrictCsv {

    private StrictCsv() {}

    /// A parser that is not told yet what it reads.
    ///
    /// @param separator      what stands between two cells
    /// @param skipEmptyLines whether a line without a character is no row
    public static CsvReader.CsvReaderBuilder parser(char separator, boolean skipEmptyLines) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .skipEmptyLines(skipEmptyLines)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }
}

package infogap.table.stream;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import infogap.table.data.StrictCsv;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/// A CSV file whose records are handed on one after the other.
record CsvSource(Path file, char separator, DoubleConsumer progress) {

    private static final int BETWEEN_REPORTS = 4 << 20;

    /// Reads records until one is answered with false.
    ///
    /// @throws UncheckedIOException     if the file cannot be read
    /// @throws IllegalArgumentException if the file is empty or no CSV, or the handler refuses a record so
    <T extends CsvCallbackHandler<T>> void read(T handler, Predicate<T> each) {
        try (InputStream bytes = Files.newInputStream(file);
                CountedStream counted = new CountedStream(bytes, Math.max(1, Files.size(file)));
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(counted, 1 << 16) : counted;
                CsvReader<T> reader = StrictCsv.parser(separator, true).detectBomHeader(true)
                        .build(handler, plain, StandardCharsets.UTF_8)) {
            long records = 0;
            for (T row : reader) {
                records++;
                if (!each.test(row)) {
                    return;
                }
                if (counted.sinceReport() > BETWEEN_REPORTS) {
                    progress.accept(counted.report());
                    if (Thread.currentThread().isInterrupted()) {
                        throw new IllegalStateException(file + ": reading was interrupted after " + records + " records");
                    }
                }
            }
            if (records == 0) {
                throw new IllegalArgumentException(file + " must begin with a header, but is empty");
            }
            progress.accept(1);
        } catch (CsvParseException e) {
            // the parser wraps what a handler refuses
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalArgumentException(file + " is no CSV: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e, e);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getCause(), e.getCause());
        }
    }
}

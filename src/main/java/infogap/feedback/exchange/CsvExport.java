package infogap.feedback.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.store.FeedbackStore;
import infogap.numeric.Checks;
import infogap.storage.AtomicFile;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Customers and feedback as CSV: `customers.csv` and `feedback.csv` in a folder, in UTF-8, with a header, as RFC 4180 has it. Cells are written as
/// they are stored: one that begins with `=` is a formula to a spreadsheet, for which [#writeForSpreadsheet] is.
public final class CsvExport {

    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvExport() {}

    /// How much was written.
    ///
    /// @param customers rows of `customers.csv`
    /// @param events    rows of `feedback.csv`
    public record Written(long customers, long events) {}

    /// Writes both files; each is whole or the old one is there. Events that come meanwhile may be missing in the tallies or not, and are not lost.
    ///
    /// @throws UncheckedIOException if a file cannot be written
    public static Written write(FeedbackStore store, Path folder) {
        return write(store, folder, UnaryOperator.identity());
    }

    /// The same with an apostrophe before every cell that a spreadsheet would compute: one that begins with `=`, `+`, `-`, `@`, their full-width forms, a
    /// tab or a line break. To look at: [CsvImport] would take the apostrophe for a part of the text.
    ///
    /// @throws UncheckedIOException if a file cannot be written
    public static Written writeForSpreadsheet(FeedbackStore store, Path folder) {
        return write(store, folder, cell -> !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell);
    }

    private static Written write(FeedbackStore store, Path folder, UnaryOperator<String> cell) {
        Checks.present("store", store);
        Checks.present("folder", folder);
        long[] rows = new long[2];
        // the events first: every customer of theirs is in the other file then
        file(folder.resolve(Columns.FEEDBACK), csv -> {
            csv.writeRecord(Columns.OF_FEEDBACK);
            store.forEachEvent((event, customer) -> {
                rows[1]++;
                csv.writeRecord(Long.toString(event.id()), cell.apply(customer.name()), event.kind().label(), cell.apply(event.feedback().text()),
                        cell.apply(event.feedback().idempotencyKey()), event.at().toString(), cell.apply(event.feedback().author().orElse("")),
                        cell.apply(event.feedback().purchase().orElse("")), retracts(event));
            });
        });
        file(folder.resolve(Columns.CUSTOMERS), csv -> {
            csv.writeRecord(Columns.OF_CUSTOMERS);
            store.forEachCustomer((customer, tally) -> {
                rows[0]++;
                csv.writeRecord(Long.toString(customer.id()), cell.apply(customer.name()), customer.initialTrust().toPlainString(), Long.toString(tally.positive()),
                        Long.toString(tally.negative()));
            });
        });
        return new Written(rows[0], rows[1]);
    }

    private static String retracts(FeedbackEvent event) {
        return event.retracts().isPresent() ? Long.toString(event.retracts().getAsLong()) : "";
    }

    private static void file(Path file, Consumer<CsvWriter> contents) {
        AtomicFile.write(file, stream -> {
            CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            contents.accept(csv);
            csv.flush();
        });
    }
}

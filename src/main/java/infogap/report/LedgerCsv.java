package infogap.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/// The ledger as a table: a row for each claim, the columns of [Fields#NAMES].
final class LedgerCsv {

    private LedgerCsv() {}

    static String text(SettledLedger ledger) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(Fields.NAMES);
            for (Settlement settlement : ledger.settlements()) {
                Map<String, String> fields = Fields.of(settlement);
                List<String> row = Fields.NAMES.stream().map(fields::get).toList();
                writer.writeRecord(row);
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.toString();
    }
}

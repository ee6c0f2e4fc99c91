package infogap.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The ledger as a table: a row for each claim, the columns of [Fields#NAMES].
final class LedgerCsv {

    private LedgerCsv() {}

    static void write(SettledLedger ledger, OutputStream stream) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        writer.writeRecord(Fields.NAMES);
        for (Settlement settlement : ledger.settlements()) {
            Map<String, String> fields = Fields.of(settlement);
            List<String> row = Fields.NAMES.stream().map(fields::get).toList();
            writer.writeRecord(row);
        }
        writer.flush();
    }
}

package infogap.claims;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.storage.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes verdicts into claims files and leaves everything else in them as it is.
public final class ClaimsEditor {

    private static final List<String> PINNED = List.of("correct", "verdict", "origin", "reason");

    private ClaimsEditor() {}

    /// What a run found for a claim, to be pinned.
    ///
    /// @param id the claim
    /// @param recomputed the value
    /// @param verdict what followed
    /// @param origin where an error comes from
    /// @param reason why; empty to keep what the file says
    public record Pin(String id, String recomputed, Verdict verdict, Origin origin, String reason) {
        public Pin {
            Checks.text("id", id);
            Checks.present("recomputed", recomputed);
            Checks.present("verdict", verdict);
            Checks.present("origin", origin);
            Checks.present("reason", reason);
        }

        /// The same with a reason.
        public Pin withReason(String why) {
            return new Pin(id, recomputed, verdict, origin, why);
        }

        /// Whether the verdict needs a reason for a reader.
        public boolean needsReason() {
            return verdict.isError();
        }

        /// What pinning would change of a claim, one line each.
        public List<String> changes(Claim claim) {
            List<String> changes = new ArrayList<>();
            boolean pinned = claim.pins() != Claim.Pins.NOTHING;
            if (!pinned || claim.pinned() != verdict) {
                changes.add("verdict " + (pinned ? "'" + claim.pinned().label() + "' becomes '" : "is pinned as '") + verdict.label() + "'");
            }
            if (!claim.origin().equals(origin)) {
                changes.add("origin '" + claim.origin() + "' becomes '" + origin + "'");
            }
            if (!correct().isEmpty() && !Sameness.same(correct(), claim.correct().text().strip().replaceFirst("^≈\\s*", ""))) {
                changes.add("value '" + claim.correct().text() + "' becomes '" + correct() + "'");
            }
            return changes;
        }

        /// A fraction of readable size and a text as they are; a long decimal as a rounded one.
        String correct() {
            Printed value = Printed.of(recomputed);
            return value.interval().isEmpty() || Fractions.format(value.value()).equals(recomputed) || Fractions.readable(value.value()).equals(recomputed)
                    ? recomputed
                    : "≈ " + Fractions.readable(value.value());
        }
    }

    /// Writes the pins into the files in which their claims stand; columns that are missing are added at the end. A file is written whole or not at all.
    ///
    /// @throws UncheckedIOException if a file cannot be written
    public static void write(Ledger ledger, Map<String, Pin> pins) {
        Checks.present("ledger", ledger);
        Checks.present("pins", pins);
        pins.keySet().stream().map(id -> ledger.claim(id).row().file()).distinct().forEach(file -> write(file, pins));
    }

    private static void write(Path file, Map<String, Pin> pins) {
        ClaimsText text = ClaimsText.read(file);
        StringWriter edited = new StringWriter();
        List<String> header = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().allowUnclosedQuote(false).skipEmptyLines(true).fieldSeparator(text.separator()).ofCsvRecord(text.text());
                CsvWriter writer = CsvWriter.builder().fieldSeparator(text.separator())
                        .lineDelimiter(text.text().contains("\r\n") ? LineDelimiter.CRLF : LineDelimiter.LF).build(edited)) {
            for (CsvRecord record : reader) {
                if (header.isEmpty()) {
                    record.getFields().forEach(name -> header.add(name.strip()));
                    PINNED.stream().filter(column -> !header.contains(column)).forEach(header::add);
                    writer.writeRecord(header);
                } else {
                    writer.writeRecord(row(record, header, pins));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
        AtomicFile.write(file, edited.toString());
    }

    private static List<String> row(CsvRecord record, List<String> header, Map<String, Pin> pins) {
        List<String> row = new ArrayList<>(record.getFields());
        while (row.size() < header.size()) {
            row.add("");
        }
        Pin pin = pins.get(row.get(header.indexOf("id")));
        if (pin != null) {
            row.set(header.indexOf("correct"), pin.correct());
            row.set(header.indexOf("verdict"), pin.verdict().label());
            row.set(header.indexOf("origin"), pin.origin().toString());
            if (!pin.reason().isBlank()) {
                row.set(header.indexOf("reason"), pin.reason());
            }
        }
        return row;
    }
}

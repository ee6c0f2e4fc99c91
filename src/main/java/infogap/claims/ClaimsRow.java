package infogap.claims;

import de.siegmar.fastcsv.reader.CsvRecord;
import infogap.claims.printed.Notation;
import infogap.claims.printed.Reading;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes a claim of a row, or says which column is wrong and what would be right.
final class ClaimsRow {

    private static final String GRAMMAR = "the forms that are read are listed at infogap.claims.printed.Grammar; words that begin with a number need 'text' in the column 'form'";

    private final Path file;
    private final List<String> header;
    private final long skippedLines;
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    ClaimsRow(Path file, List<String> header, long skippedLines) {
        this.file = file;
        this.header = header;
        this.skippedLines = skippedLines;
        for (int i = 0; i < header.size(); i++) {
            positions.put(header.get(i), i);
        }
    }

    void read(CsvRecord record, List<Claim> claims, List<ClaimsFileException.Problem> problems) {
        long line = record.getStartingLineNumber() + skippedLines;
        if (record.getFieldCount() != header.size()) {
            problems.add(new ClaimsFileException.Problem(file, line, "the row has " + record.getFieldCount() + " fields, but the header has " + header.size()
                    + "; a separator inside a text needs quotes around the text"));
            return;
        }
        String id = field(record, "id");
        if (id.isBlank()) {
            problems.add(new ClaimsFileException.Problem(file, line, "column id is empty; each claim needs a name of its own, such as 9-01"));
            return;
        }
        try {
            claims.add(claim(record, id, line));
        } catch (IllegalArgumentException e) {
            problems.add(new ClaimsFileException.Problem(file, line, "claim '" + id + "': column " + e.getMessage()));
        }
    }

    private Claim claim(CsvRecord record, String id, long line) {
        Notation notation = Notation.of(field(record, "decimal"), field(record, "rounding"));
        Printed printed = printed(record, "printed", notation);
        Printed correct = printed(record, "correct", new Notation(false, notation.rounding()));
        String verdict = field(record, "verdict");
        Claim.Pins pins = verdict.isEmpty() ? Claim.Pins.NOTHING : positions.containsKey("correct") ? Claim.Pins.VALUE : Claim.Pins.VERDICT;
        Verdict pinned = verdict.isEmpty() ? printed.isEmpty() ? Verdict.NOT_PRINTED : Verdict.REPRODUCED : verdict(verdict);
        boolean ofNumbers = pinned == Verdict.REPRODUCED || pinned == Verdict.WRONG_ARITHMETIC;
        if (ofNumbers && !printed.numbers().isEmpty() && !correct.isEmpty() && correct.reading() instanceof Reading.Words) {
            throw new IllegalArgumentException("correct must be a number, as what is printed is one, but is '" + correct.text() + "'");
        }
        String document = field(record, "document");
        return new Claim(
                id,
                document.isBlank() ? folder() : document,
                field(record, "section"),
                field(record, "line"),
                field(record, "kind"),
                field(record, "claim"),
                field(record, "inputs"),
                printed,
                correct,
                pinned,
                Origin.of(field(record, "origin")),
                field(record, "reason"),
                field(record, "also_at"),
                field(record, "waiver"),
                pins,
                new Claim.Row(file, line),
                own(record));
    }

    private Printed printed(CsvRecord record, String column, Notation notation) {
        String text = field(record, column);
        String form = field(record, "form");
        if (form.equals("text")) {
            return Printed.words(text);
        }
        if (!form.isEmpty() && !form.equals("number")) {
            throw new IllegalArgumentException("form must be 'number' or 'text', or empty to go by the text, but is '" + form + "'");
        }
        Printed printed = Printed.of(text, notation);
        if (printed.reading() instanceof Reading.Words(String words, Optional<String> difficulty)
                && column.equals("printed") && (difficulty.isPresent() || form.equals("number") && !words.isEmpty())) {
            throw new IllegalArgumentException(column + " must be a number or words, but '" + text + "' cannot be read: "
                    + difficulty.orElse("it is no number") + "; " + GRAMMAR);
        }
        return printed;
    }

    private static Verdict verdict(String label) {
        try {
            return Verdict.of(label);
        } catch (IllegalArgumentException e) {
            List<String> labels = Arrays.stream(Verdict.values()).map(Verdict::label).toList();
            List<String> near = Nearest.near(label, labels);
            throw near.isEmpty() ? e : new IllegalArgumentException(
                    "verdict must be one of the " + labels.size() + " verdicts, but is '" + label + "'; did you mean '" + near.getFirst() + "'?", e);
        }
    }

    private String folder() {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || folder.getFileName() == null ? file.toString() : folder.getFileName().toString();
    }

    private Map<String, String> own(CsvRecord record) {
        return header.stream()
                .filter(column -> !ClaimsFile.COLUMNS.contains(column))
                .collect(Collectors.toMap(column -> column, column -> field(record, column), (a, _) -> a, LinkedHashMap::new));
    }

    private String field(CsvRecord record, String column) {
        Integer position = positions.get(column);
        return position == null ? "" : record.getField(position);
    }
}

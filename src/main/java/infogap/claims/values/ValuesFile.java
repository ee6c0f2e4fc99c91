package infogap.claims.values;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import infogap.claims.Finding;
import infogap.numeric.Checks;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a script that is no notebook computed: `values.json`, a list of what [SentValue] reads, or `values.csv` with the columns `id`, `value` and, where they
/// are wanted, `uncertainty`, `source` (ids with commas between) and `from_printed`.
///
/// @param entries what could be read, with its place
/// @param problems what could not, each with its place
public record ValuesFile(List<Entry> entries, List<String> problems) {

    /// The files that are looked for beside each `claims.csv`.
    public static final List<String> NAMES = List.of("values.json", "values.csv");

    private static final List<String> COLUMNS = List.of("id", "value", "uncertainty", "source", "from_printed");

    /// A value and where it stands.
    ///
    /// @param place `line 3` of a table, `element 2` of a list
    public record Entry(String place, SentValue value) {
        public Entry {
            Checks.text("place", place);
            Checks.present("value", value);
        }
    }

    public ValuesFile {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /// Reads a file by its ending, `.json` or `.csv`. What is wrong in it is among the problems; what is right is used.
    public static ValuesFile read(Path file) {
        List<Entry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            String text = Files.readString(Checks.present("file", file));
            String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (file.toString().endsWith(".json")) {
                json(file, content, entries, problems);
            } else {
                csv(file, content, entries, problems);
            }
        } catch (CharacterCodingException e) {
            problems.add(file + ": the file is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            problems.add(file + ": cannot be read: " + e.getMessage());
        }
        return new ValuesFile(entries, problems);
    }

    private static void json(Path file, String text, List<Entry> entries, List<String> problems) {
        try {
            JsonElement json = new Gson().fromJson(text, JsonElement.class);
            List<JsonElement> elements = json instanceof JsonArray list ? SentValue.elements(list) : json == null ? List.of() : List.of(json);
            for (int i = 0; i < elements.size(); i++) {
                String place = "element " + (i + 1);
                try {
                    SentValue.of(elements.get(i)).forEach(value -> entries.add(new Entry(place, value)));
                } catch (IllegalArgumentException | UnsupportedOperationException e) {
                    problems.add(file + ", " + place + ": " + e.getMessage());
                }
            }
        } catch (JsonParseException e) {
            problems.add(file + ": is no JSON: " + e.getMessage());
        }
    }

    private static void csv(Path file, String text, List<Entry> entries, List<String> problems) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().allowUnclosedQuote(false).skipEmptyLines(true).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : reader) {
                List<String> header = row.getHeader();
                if (!header.contains("id") || !header.contains("value") || !COLUMNS.containsAll(header)) {
                    problems.add(file + ", line 1: the columns must be id and value, and may be " + COLUMNS + ", but are " + header);
                    return;
                }
                long line = row.getStartingLineNumber();
                try {
                    entries.add(new Entry("line " + line, value(row)));
                } catch (IllegalArgumentException e) {
                    problems.add(file + ", line " + line + ": " + e.getMessage());
                }
            }
        } catch (CsvParseException | IOException e) {
            problems.add(file + ": " + e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause().getMessage()));
        }
    }

    private static SentValue value(NamedCsvRecord row) {
        List<String> sources = Arrays.stream(field(row, "source").split(",")).map(String::strip).filter(source -> !source.isEmpty()).toList();
        Optional<Finding> fromPrinted = field(row, "from_printed").isBlank() ? Optional.empty() : Optional.of(SentValue.read(field(row, "from_printed"), ""));
        return new SentValue(field(row, "id"), SentValue.read(field(row, "value"), field(row, "uncertainty")), sources, fromPrinted);
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }
}

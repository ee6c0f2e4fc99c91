package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Set;

/// The text of a notebook as Jupyter's `nbformat.write` makes it: multi-line texts become lists of lines, fields that nbformat calls
/// transient are left out, and [CanonicalJson] does the rest.
final class NotebookWriter {

    private static final Set<String> SPLIT_BESIDE_TEXT = Set.of("application/javascript", "image/svg+xml");

    private NotebookWriter() {}

    static String text(Notebook notebook) {
        JsonObject json = notebook.toJson();
        JsonObject metadata = json.getAsJsonObject("metadata");
        List.of("orig_nbformat", "orig_nbformat_minor", "signature").forEach(metadata::remove);
        for (JsonElement element : json.getAsJsonArray("cells")) {
            JsonObject cell = element.getAsJsonObject();
            cell.getAsJsonObject("metadata").remove("trusted");
            if (json.get("nbformat_minor").getAsInt() < NotebookReader.MINOR) {
                cell.remove("id");
            }
            split(cell, "source");
            if (cell.get("attachments") instanceof JsonObject attachments) {
                attachments.asMap().values().forEach(NotebookWriter::splitBundle);
            }
            if (cell.get("outputs") instanceof JsonArray outputs) {
                outputs.forEach(output -> splitOutput(output.getAsJsonObject()));
            }
        }
        return CanonicalJson.text(json) + "\n";
    }

    private static void splitOutput(JsonObject output) {
        if (output.get("data") instanceof JsonObject data) {
            splitBundle(data);
        } else if (output.has("text")) {
            split(output, "text");
        }
    }

    private static void splitBundle(JsonElement bundle) {
        if (bundle instanceof JsonObject object) {
            for (String mime : List.copyOf(object.keySet())) {
                if (mime.startsWith("text/") || SPLIT_BESIDE_TEXT.contains(mime)) {
                    split(object, mime);
                }
            }
        }
    }

    private static void split(JsonObject object, String key) {
        if (object.get(key) instanceof JsonPrimitive text && text.isString()) {
            object.add(key, lines(text.getAsString()));
        }
    }

    /// The lines with their ends. A line ends where Python's `str.splitlines` ends it, which is at more characters than in Java.
    static JsonArray lines(String text) {
        JsonArray lines = new JsonArray();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text.charAt(i))) {
                if (text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                lines.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    private static boolean endsLine(char c) {
        return c >= '\n' && c <= '\r' || c >= 0x1C && c <= 0x1E || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}

package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What nbformat 4.5 requires of a cell and of an output. Checking also joins texts that the file has as lists of lines; fields that the
/// format does not define are left alone.
///
/// @param fields names the source in messages
record CellFormat(JsonFields fields) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /// Checks everything but the identifier, which may be missing in a file.
    void cell(JsonObject cell, String place) {
        CellType type = fields.oneOf(CellType.values(), CellType::jsonName, cell, "cell_type", place);
        fields.object(cell, "metadata", place);
        join(cell, "source", place);
        if (cell.has("attachments")) {
            JsonObject attachments = fields.object(cell, "attachments", place);
            for (String name : attachments.keySet()) {
                joinBundle(fields.object(attachments, name, JsonFields.path(place, "attachments")));
            }
        }
        if (type == CellType.CODE) {
            if (!(cell.get("execution_count") instanceof JsonNull)) {
                fields.wholeNumber(cell, "execution_count", place);
            }
            JsonArray outputs = fields.list(cell, "outputs", place);
            for (int i = 0; i < outputs.size(); i++) {
                String output = JsonFields.path(place, "outputs[" + i + "]");
                if (!(outputs.get(i) instanceof JsonObject object)) {
                    throw fields.refused(output, "must be an object, but is " + JsonFields.described(outputs.get(i)));
                }
                output(object, output);
            }
        }
    }

    String identifier(JsonObject cell, String place) {
        String id = fields.text(cell, "id", place);
        if (!IDENTIFIER.matcher(id).matches()) {
            throw fields.refused(JsonFields.path(place, "id"), "must be 1 to 64 of the characters A-Z a-z 0-9 - _, but is '" + id + "'");
        }
        return id;
    }

    void output(JsonObject output, String place) {
        switch (fields.oneOf(OutputType.values(), OutputType::jsonName, output, "output_type", place)) {
            case STREAM -> {
                fields.text(output, "name", place);
                join(output, "text", place);
            }
            case DISPLAY_DATA, EXECUTE_RESULT -> {
                joinBundle(fields.object(output, "data", place));
                fields.object(output, "metadata", place);
            }
            case ERROR -> {
                fields.text(output, "ename", place);
                fields.text(output, "evalue", place);
                fields.list(output, "traceback", place);
            }
        }
    }

    private void join(JsonObject object, String key, String place) {
        JsonElement value = object.get(key);
        if (isLines(value)) {
            object.addProperty(key, joined(value));
        } else if (!JsonFields.isText(value)) {
            throw fields.refused(JsonFields.path(place, key),
                    "must be a text or a list of texts, but is " + JsonFields.described(value));
        }
    }

    /// In a JSON type a list of texts is a list of texts.
    private static void joinBundle(JsonObject bundle) {
        for (String mime : List.copyOf(bundle.keySet())) {
            boolean json = mime.startsWith("application/") && (mime.endsWith("/json") || mime.endsWith("+json"));
            if (!json && isLines(bundle.get(mime))) {
                bundle.addProperty(mime, joined(bundle.get(mime)));
            }
        }
    }

    private static boolean isLines(JsonElement value) {
        return value instanceof JsonArray array && array.asList().stream().allMatch(JsonFields::isText);
    }

    private static String joined(JsonElement lines) {
        return lines.getAsJsonArray().asList().stream().map(JsonElement::getAsString).collect(Collectors.joining());
    }
}

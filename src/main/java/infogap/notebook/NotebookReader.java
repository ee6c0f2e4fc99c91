package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Turns the text of a file into a [Notebook], or says by path (`cells[3].source`) what is wrong and what would be right. Fields that
/// nbformat 4.5 does not define are kept as they are.
final class NotebookReader {

    static final int FORMAT = 4;
    /// The first minor version in which cells have identifiers.
    static final int MINOR = 5;

    private static final Pattern CELL_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final String file;

    private NotebookReader(String file) {
        this.file = file;
    }

    static Notebook read(String file, String text) {
        JsonElement element = StrictJson.parse(file, text);
        return new NotebookReader(file).notebook(element);
    }

    private Notebook notebook(JsonElement element) {
        if (!(element instanceof JsonObject json)) {
            throw refused("", "must be a JSON object, but is " + described(element));
        }
        int format = wholeNumber(json, "nbformat", "");
        if (format != FORMAT) {
            throw refused("nbformat", "must be 4, but is " + format + (format < FORMAT
                    ? "; convert the file with `jupyter nbconvert --to notebook --nbformat 4`, or save it from a current Jupyter" : ""));
        }
        int minor = wholeNumber(json, "nbformat_minor", "");
        required(json, "metadata", "", JsonObject.class, "an object");
        JsonArray array = required(json, "cells", "", JsonArray.class, "a list of cells");
        List<Cell> cells = new ArrayList<>();
        Map<String, Integer> placeOfId = new HashMap<>();
        for (int i = 0; i < array.size(); i++) {
            String place = "cells[" + i + "]";
            if (!(array.get(i) instanceof JsonObject cell)) {
                throw refused(place, "must be an object, but is " + described(array.get(i)));
            }
            check(cell, place);
            if (cell.has("id")) {
                Integer before = placeOfId.put(identifier(cell, place), i);
                if (before != null) {
                    throw refused(place + ".id", "must be unique, but is that of cells[" + before + "] too: '" + cell.get("id").getAsString() + "'");
                }
            } else if (minor >= MINOR) {
                throw refused(place + ".id", "is missing, and nbformat 4.5 requires it");
            }
            cells.add(new Cell(cell));
        }
        if (minor < MINOR) {
            json.addProperty("nbformat_minor", MINOR);
            cells = CellIds.complete(cells);
        }
        return new Notebook(json, cells);
    }

    private String identifier(JsonObject cell, String place) {
        String id = text(cell, "id", place);
        if (!CELL_ID.matcher(id).matches()) {
            throw refused(place + ".id", "must be 1 to 64 of the characters A-Z a-z 0-9 - _, but is '" + id + "'");
        }
        return id;
    }

    private void check(JsonObject cell, String place) {
        CellType type = oneOf(CellType.values(), CellType::jsonName, text(cell, "cell_type", place), place + ".cell_type");
        required(cell, "metadata", place, JsonObject.class, "an object");
        join(cell, "source", place);
        if (cell.has("attachments")) {
            JsonObject attachments = required(cell, "attachments", place, JsonObject.class, "an object");
            for (String name : attachments.keySet()) {
                joinBundle(required(attachments, name, place + ".attachments", JsonObject.class, "an object"));
            }
        }
        if (type == CellType.CODE) {
            JsonElement count = cell.get("execution_count");
            if (!(count instanceof JsonNull)) {
                wholeNumber(cell, "execution_count", place);
            }
            JsonArray outputs = required(cell, "outputs", place, JsonArray.class, "a list of outputs");
            for (int i = 0; i < outputs.size(); i++) {
                checkOutput(outputs.get(i), place + ".outputs[" + i + "]");
            }
        }
    }

    private void checkOutput(JsonElement element, String place) {
        if (!(element instanceof JsonObject output)) {
            throw refused(place, "must be an object, but is " + described(element));
        }
        switch (oneOf(OutputType.values(), OutputType::jsonName, text(output, "output_type", place), place + ".output_type")) {
            case STREAM -> {
                text(output, "name", place);
                join(output, "text", place);
            }
            case DISPLAY_DATA, EXECUTE_RESULT -> {
                joinBundle(required(output, "data", place, JsonObject.class, "an object from MIME type to content"));
                required(output, "metadata", place, JsonObject.class, "an object");
            }
            case ERROR -> {
                text(output, "ename", place);
                text(output, "evalue", place);
                required(output, "traceback", place, JsonArray.class, "a list of texts");
            }
        }
    }

    /// Makes one text of a list of lines, which is how Jupyter writes long texts.
    private void join(JsonObject object, String key, String place) {
        JsonElement value = object.get(key);
        if (isTexts(value)) {
            object.addProperty(key, joined(value));
        } else if (!(value instanceof JsonPrimitive text && text.isString())) {
            throw refused(place + "." + key, "must be a text or a list of texts, but is " + described(value));
        }
    }

    private static void joinBundle(JsonObject bundle) {
        for (String mime : List.copyOf(bundle.keySet())) {
            boolean json = mime.startsWith("application/") && (mime.endsWith("/json") || mime.endsWith("+json"));
            if (!json && isTexts(bundle.get(mime))) {
                bundle.addProperty(mime, joined(bundle.get(mime)));
            }
        }
    }

    private static boolean isTexts(JsonElement value) {
        return value instanceof JsonArray array
                && array.asList().stream().allMatch(line -> line instanceof JsonPrimitive text && text.isString());
    }

    private static String joined(JsonElement lines) {
        return lines.getAsJsonArray().asList().stream().map(JsonElement::getAsString).collect(Collectors.joining());
    }

    private <T extends Enum<T>> T oneOf(T[] values, Function<T, String> jsonName, String name, String place) {
        return Arrays.stream(values).filter(value -> jsonName.apply(value).equals(name)).findFirst()
                .orElseThrow(() -> refused(place, "must be one of "
                        + Arrays.stream(values).map(jsonName).collect(Collectors.joining(", ")) + ", but is '" + name + "'"));
    }

    private String text(JsonObject object, String key, String place) {
        if (object.get(key) instanceof JsonPrimitive text && text.isString()) {
            return text.getAsString();
        }
        throw refused(path(place, key), "must be a text, but is " + described(object.get(key)));
    }

    private int wholeNumber(JsonObject object, String key, String place) {
        if (object.get(key) instanceof JsonPrimitive number && number.isNumber() && number.getAsString().matches("\\d{1,9}")) {
            return number.getAsInt();
        }
        throw refused(path(place, key), "must be a whole number of at least 0, but is " + described(object.get(key)));
    }

    private <T extends JsonElement> T required(JsonObject object, String key, String place, Class<T> type, String right) {
        if (type.isInstance(object.get(key))) {
            return type.cast(object.get(key));
        }
        throw refused(path(place, key), "must be " + right + ", but is " + described(object.get(key)));
    }

    private static String path(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private NotebookFormatException refused(String place, String problem) {
        return new NotebookFormatException(file, place, problem);
    }

    private static String described(JsonElement element) {
        return switch (element) {
            case null -> "missing";
            case JsonNull _ -> "null";
            case JsonObject _ -> "an object";
            case JsonArray _ -> "a list";
            default -> element.getAsJsonPrimitive().isString() ? "the text '" + element.getAsString() + "'" : element.getAsString();
        };
    }
}

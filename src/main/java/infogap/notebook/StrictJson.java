package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// JSON as RFC 8259 has it, with the digits of numbers and the order of keys kept. Unlike the tree reader of Gson it refuses a key that
/// comes twice, of which one value would be lost, and names the line and the column of a mistake.
final class StrictJson {

    private static final Pattern GSON_PLACE = Pattern.compile("(?s)(.*?) at line (\\d+) column (\\d+) path (\\S+).*");

    private final String name;
    private final JsonReader reader;

    private StrictJson(String name, String text) {
        this.name = name;
        reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
    }

    /// @param name what messages call the text
    static JsonElement parse(String name, String text) {
        StrictJson json = new StrictJson(name, text);
        try {
            JsonElement element = json.element();
            json.reader.peek(); // refuses text after the end
            return element;
        } catch (IOException | IllegalStateException e) {
            throw json.refused(e, text);
        }
    }

    private JsonElement element() throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(reader));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT -> throw new IllegalStateException("Expected a value");
        };
    }

    private JsonObject object() throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String key = reader.nextName();
            if (object.has(key)) {
                throw new NotebookFormatException(
                        name, place(reader.getPath()), "stands twice in its object, and a key must stand once");
            }
            object.add(key, element());
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(element());
        }
        reader.endArray();
        return array;
    }

    private NotebookFormatException refused(Exception e, String text) {
        if (text.isBlank()) {
            return new NotebookFormatException(name, "", "is empty, and a notebook is a JSON object");
        }
        Matcher place = GSON_PLACE.matcher(String.valueOf(e.getMessage()));
        if (!place.matches()) {
            return new NotebookFormatException(name, "", "is not JSON: it ends too early, at " + place(reader.getPath()));
        }
        String reason = place.group(1).contains("Strictness") ? "unexpected character" : place.group(1);
        String where = place(place.group(4));
        return new NotebookFormatException(name, "line " + place.group(2) + " column " + place.group(3),
                "is not JSON: " + reason + (where.isEmpty() ? "" : ", at " + where));
    }

    private static String place(String gsonPath) {
        return gsonPath.startsWith("$.") ? gsonPath.substring(2) : gsonPath.substring(1);
    }
}

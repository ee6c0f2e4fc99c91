package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Locale;

/// JSON text in one form only, that of Python's `json.dumps(indent=1, sort_keys=True, ensure_ascii=False)`: Jupyter's tools write it, so
/// a difference between two files is a difference in content.
///
/// One thing differs from Python: a number keeps its digits (`1e5` stays `1e5`).
public final class CanonicalJson {

    /// By code points, as Python sorts; Java's own order is by UTF-16 units and differs beyond U+FFFF.
    private static final Comparator<String> BY_CODE_POINTS =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /// The text, without a newline at the end.
    public static String text(JsonElement element) {
        CanonicalJson json = new CanonicalJson();
        json.element(element, 0);
        return json.out.toString();
    }

    private void element(JsonElement element, int depth) {
        switch (element) {
            case JsonObject object -> object(object, depth);
            case JsonArray array -> array(array, depth);
            case JsonPrimitive primitive when primitive.isString() -> string(primitive.getAsString());
            default -> out.append(element);
        }
    }

    private void object(JsonObject object, int depth) {
        if (object.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        for (Iterator<String> keys = object.keySet().stream().sorted(BY_CODE_POINTS).iterator(); keys.hasNext(); ) {
            String key = keys.next();
            newLine(depth + 1);
            string(key);
            out.append(": ");
            element(object.get(key), depth + 1);
            if (keys.hasNext()) {
                out.append(',');
            }
        }
        newLine(depth);
        out.append('}');
    }

    private void array(JsonArray array, int depth) {
        if (array.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        for (Iterator<JsonElement> elements = array.iterator(); elements.hasNext(); ) {
            newLine(depth + 1);
            element(elements.next(), depth + 1);
            if (elements.hasNext()) {
                out.append(',');
            }
        }
        newLine(depth);
        out.append(']');
    }

    private void newLine(int depth) {
        out.append('\n').repeat(' ', depth);
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}

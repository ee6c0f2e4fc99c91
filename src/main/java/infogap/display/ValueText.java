package infogap.display;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The text of a value, the same on every run: `toString()` with the parts replaced that name an address, and cut where it is longer than
/// anybody reads.
public final class ValueText {

    /// Characters of a value that are shown.
    static final int LIMIT = 20_000;
    /// Parts of a value that are searched for addresses.
    private static final int PARTS = 100_000;

    /// JShell's name of the class that it wraps a snippet in.
    private static final Pattern WRAPPER = Pattern.compile("^REPL\\.\\$JShell\\$[0-9A-Z_]+\\$?");

    /// Replacements by the text that they replace.
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ValueText() {}

    /// The text: of an array its elements, of an object without a `toString` of its own its class, also where they are parts of a
    /// collection, a map, a record or an optional value; of anything else its `toString()`. Beyond 20,000 characters it is cut, and says so.
    public static String of(Object value) {
        String text = whole(value);
        return text.length() <= LIMIT ? text : cut(text);
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT;
        return text.substring(0, end) + "\n… cut here: %,d of %,d characters".formatted(end, text.length());
    }

    private static String whole(Object value) {
        if (value == null) {
            return "null";
        }
        if (value.getClass().isArray()) {
            return elements(value);
        }
        String text = String.valueOf(value);
        if (text.indexOf('@') < 0) {
            return text;
        }
        var parts = new ValueText();
        parts.search(value);
        String shown = text;
        for (Map.Entry<String, String> part : parts.addresses.entrySet()) {
            shown = shown.replace(part.getKey(), part.getValue());
        }
        return shown;
    }

    private static String elements(Object array) {
        var elements = new ArrayList<String>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(whole(Array.get(array, i)));
        }
        return elements.toString();
    }

    private void search(Object value) {
        if (value == null || seen.size() >= PARTS || !seen.add(value)) {
            return;
        }
        Class<?> type = value.getClass();
        String address = type.getName() + "@" + Integer.toHexString(System.identityHashCode(value));
        switch (value) {
            case Collection<?> collection -> collection.forEach(this::search);
            case Map<?, ?> map -> map.forEach((key, content) -> {
                search(key);
                search(content);
            });
            case Map.Entry<?, ?> entry -> {
                search(entry.getKey());
                search(entry.getValue());
            }
            case Optional<?> optional -> optional.ifPresent(this::search);
            case Record fields -> components(fields).forEach(this::search);
            default -> addresses.put(address, type.isArray() ? elements(value) : name(type));
        }
    }

    private static List<Object> components(Record fields) {
        var found = new ArrayList<Object>();
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                found.add(component.getAccessor().invoke(fields));
            } catch (ReflectiveOperationException | RuntimeException hidden) {
                // a record of a closed module, or an accessor that fails: its text stays as it is
                continue;
            }
        }
        return found;
    }

    private static String name(Class<?> type) {
        return type.isHidden() || type.isSynthetic() ? "a lambda" : "an object of " + WRAPPER.matcher(type.getName()).replaceFirst("").replace('$', '.');
    }
}

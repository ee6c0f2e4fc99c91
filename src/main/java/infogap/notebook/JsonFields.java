package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The fields of JSON objects, each as what it must be, or refused by its path.
///
/// @param source what messages call the whole, usually a file
record JsonFields(String source) {

    String text(JsonObject object, String key, String place) {
        if (isText(object.get(key))) {
            return object.get(key).getAsString();
        }
        throw refused(path(place, key), "must be a text, but is " + described(object.get(key)));
    }

    int wholeNumber(JsonObject object, String key, String place) {
        if (object.get(key) instanceof JsonPrimitive number && number.isNumber() && number.getAsString().matches("\\d{1,9}")) {
            return number.getAsInt();
        }
        throw refused(path(place, key), "must be a whole number of at least 0, but is " + described(object.get(key)));
    }

    JsonObject object(JsonObject object, String key, String place) {
        return required(object, key, place, JsonObject.class, "an object");
    }

    JsonArray list(JsonObject object, String key, String place) {
        return required(object, key, place, JsonArray.class, "a list");
    }

    <T extends Enum<T>> T oneOf(T[] values, Function<T, String> jsonName, JsonObject object, String key, String place) {
        String name = text(object, key, place);
        return Arrays.stream(values).filter(value -> jsonName.apply(value).equals(name)).findFirst()
                .orElseThrow(() -> refused(path(place, key), "must be one of "
                        + Arrays.stream(values).map(jsonName).collect(Collectors.joining(", ")) + ", but is '" + name + "'"));
    }

    private <T extends JsonElement> T required(JsonObject object, String key, String place, Class<T> type, String right) {
        if (type.isInstance(object.get(key))) {
            return type.cast(object.get(key));
        }
        throw refused(path(place, key), "must be " + right + ", but is " + described(object.get(key)));
    }

    NotebookFormatException refused(String place, String problem) {
        return new NotebookFormatException(source, place, problem);
    }

    static boolean isText(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString();
    }

    static String path(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    static String described(JsonElement element) {
        return switch (element) {
            case null -> "missing";
            case JsonNull _ -> "null";
            case JsonObject _ -> "an object";
            case JsonArray _ -> "a list";
            default -> isText(element) ? "the text '" + element.getAsString() + "'" : element.getAsString();
        };
    }
}

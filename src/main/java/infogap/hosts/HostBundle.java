package infogap.hosts;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import infogap.display.MimeBundle;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value's [MimeBundle] in the form in which any kernel can put it into a message: binary content as base64, JSON content as maps, lists,
/// texts and numbers, which every JSON library writes alike, also one that a kernel has renamed.
final class HostBundle {

    private static final Gson GSON = new Gson();

    private HostBundle() {}

    /// Never null, never without `text/plain`.
    static Map<String, Object> of(Object value) {
        var wire = new LinkedHashMap<String, Object>();
        bundle(value).forEach((type, content) -> wire.put(type, wireForm(type, content)));
        return wire;
    }

    /// JJava loads an extension in a class loader of its own, so that the library of the cells, and its [infogap.display.Displayable], may be
    /// another copy than this one: the copy that the value belongs to answers.
    private static Map<String, Object> bundle(Object value) {
        ClassLoader loader = value.getClass().getClassLoader();
        if (loader != null && loader != HostBundle.class.getClassLoader()) {
            try {
                Class<?> theirs = Class.forName(MimeBundle.class.getName(), true, loader);
                if (theirs != MimeBundle.class) {
                    var bundle = new LinkedHashMap<String, Object>();
                    ((Map<?, ?>) theirs.getMethod("of", Object.class).invoke(null, value)).forEach((type, content) -> bundle.put((String) type, content));
                    return bundle;
                }
            } catch (ClassNotFoundException _) {
                // a value of a library that knows nothing of ours
                return MimeBundle.of(value);
            } catch (InvocationTargetException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
            } catch (ReflectiveOperationException otherVersion) {
                throw new IllegalStateException("the cells see another version of this library than the kernel: " + otherVersion, otherVersion);
            }
        }
        return MimeBundle.of(value);
    }

    private static Object wireForm(String type, Object content) {
        if (content instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        return MimeBundle.isJson(type) && content instanceof String json ? plain(GSON.fromJson(json, JsonElement.class)) : content;
    }

    private static Object plain(JsonElement json) {
        return switch (json) {
            case JsonObject object -> {
                var map = new LinkedHashMap<String, Object>();
                object.entrySet().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
                yield map;
            }
            case JsonPrimitive primitive -> primitive.isBoolean() ? primitive.getAsBoolean()
                    : primitive.isNumber() ? primitive.getAsBigDecimal() : primitive.getAsString();
            case JsonNull _ -> null;
            default -> {
                List<Object> list = new ArrayList<>();
                json.getAsJsonArray().forEach(element -> list.add(plain(element)));
                yield list;
            }
        };
    }
}

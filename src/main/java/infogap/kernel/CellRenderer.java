package infogap.kernel;

import com.google.gson.JsonParser;
import infogap.display.CellOutput;
import infogap.display.DisplayAdapters;
import infogap.display.Displayable;
import infogap.display.Png;
import java.awt.image.RenderedImage;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/// Turns values into MIME bundles: [Displayable]s and what an adapter knows with all their types, images as PNG, the rest as
/// the protocol library and installed extensions do. The text of a value is the same on every run.
final class CellRenderer extends Renderer {

    private static final String TEXT = "text/plain";

    @Override
    public DisplayData render(Object value, Map<String, Object> parameters) {
        if (value instanceof DisplayData data) {
            return data;
        }
        return bundle(value).map(CellRenderer::displayData).orElseGet(() -> super.render(value, parameters));
    }

    /// Of a bundle, the types asked for that it has, and the text.
    @Override
    public DisplayData renderAs(Object value, Map<String, Object> parameters, String... types) {
        List<String> wanted = List.of(types);
        return bundle(value)
                .map(bundle -> {
                    var chosen = new LinkedHashMap<>(bundle);
                    chosen.keySet().removeIf(type -> !type.equals(TEXT) && !wanted.contains(type));
                    return displayData(chosen);
                })
                .orElseGet(() -> super.renderAs(value, parameters, types));
    }

    private static Optional<Map<String, Object>> bundle(Object value) {
        if (value instanceof RenderedImage image) {
            String size = image.getWidth() + " x " + image.getHeight();
            return Optional.of(Map.of("image/png", Png.encode(image), TEXT, "image, " + size + " pixels"));
        }
        CellOutput.shown(value);
        return DisplayAdapters.displayable(value).map(Displayable::mimeBundle);
    }

    private static DisplayData displayData(Map<String, Object> bundle) {
        var data = new DisplayData();
        bundle.forEach((type, content) -> data.putData(type, wireForm(type, content)));
        return data;
    }

    /// A message is JSON: binary content travels as base64, JSON content as itself and not as a string of it.
    private static Object wireForm(String type, Object content) {
        if (content instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        boolean isJson = type.equals("application/json") || type.endsWith("+json");
        return isJson && content instanceof String json ? JsonParser.parseString(json) : content;
    }

    @Override
    protected DisplayData finalizeDisplayData(DisplayData data, Object value) {
        return super.finalizeDisplayData(data, new Object() {
            @Override
            public String toString() {
                return text(value);
            }
        });
    }

    /// `toString()`, with what would differ on every run replaced: an array shows its elements, an object without a `toString` of
    /// its own shows its class.
    static String text(Object value) {
        if (value == null) {
            return "null";
        }
        Class<?> type = value.getClass();
        if (type.isArray()) {
            var elements = new ArrayList<String>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(text(Array.get(value, i)));
            }
            return elements.toString();
        }
        String text = String.valueOf(value);
        String identity = type.getName() + "@" + Integer.toHexString(System.identityHashCode(value));
        if (!text.equals(identity)) {
            return text;
        }
        return type.isHidden() || type.isSynthetic() ? "a lambda" : "an object of " + CellSources.userName(type.getName());
    }
}

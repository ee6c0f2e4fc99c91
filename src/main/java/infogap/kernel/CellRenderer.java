package infogap.kernel;

import com.google.gson.JsonParser;
import infogap.display.MimeBundle;
import infogap.display.ValueText;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/// Turns values into the protocol library's display data: what has a rich [MimeBundle] with all its types, the rest as installed extensions
/// do, or as text. The text of a value is the same on every run.
final class CellRenderer extends Renderer {

    private static final String TEXT = "text/plain";

    @Override
    public DisplayData render(Object value, Map<String, Object> parameters) {
        if (value instanceof DisplayData data) {
            return data;
        }
        return MimeBundle.rich(value).map(CellRenderer::displayData).orElseGet(() -> super.render(value, parameters));
    }

    /// Of a bundle, the types asked for that it has, and the text.
    @Override
    public DisplayData renderAs(Object value, Map<String, Object> parameters, String... types) {
        List<String> wanted = List.of(types);
        return MimeBundle.rich(value)
                .map(bundle -> {
                    var chosen = new LinkedHashMap<>(bundle);
                    chosen.keySet().removeIf(type -> !type.equals(TEXT) && !wanted.contains(type));
                    return displayData(chosen);
                })
                .orElseGet(() -> super.renderAs(value, parameters, types));
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
        return MimeBundle.isJson(type) && content instanceof String json ? JsonParser.parseString(json) : content;
    }

    @Override
    protected DisplayData finalizeDisplayData(DisplayData data, Object value) {
        return super.finalizeDisplayData(data, new Object() {
            @Override
            public String toString() {
                return ValueText.of(value);
            }
        });
    }
}

package infogap.display;

import java.lang.reflect.Method;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Rich output in a notebook that should run on any Java kernel of the IJava family.
///
/// The kernel of this project shows a [Displayable], a chart or a table as the last expression of a cell without any help.
/// IJava and JJava do not know them and would print `toString()`; there a cell ends with
///
/// ```java
/// NotebookDisplay.show(result)
/// ```
///
/// which wraps the same MIME bundle in the running kernel's own display data. Where neither kernel's classes are found
/// (another kernel, a plain program, JShell) the result is the bundle's `text/plain` content, so the line is never wrong.
public final class NotebookDisplay {

    /// The display data classes of JJava (and of this project's kernel) and of IJava; both have `putData(String, Object)`.
    private static final List<String> DISPLAY_DATA_CLASSES = List.of(
            "org.dflib.jjava.jupyter.kernel.display.DisplayData",
            "io.github.spencerpark.jupyter.kernel.display.DisplayData");

    private NotebookDisplay() {
    }

    /// The value in a form that the running kernel shows with all its representations; a value that is neither a
    /// [Displayable] nor known to a [DisplayAdapter] comes back unchanged.
    public static Object show(Object value) {
        CellOutput.shown(value);
        return DisplayAdapters.displayable(value).map(Displayable::mimeBundle).map(NotebookDisplay::displayData).orElse(value);
    }

    private static Object displayData(Map<String, Object> bundle) {
        for (String name : DISPLAY_DATA_CLASSES) {
            try {
                Class<?> type = Class.forName(name);
                Method put = type.getMethod("putData", String.class, Object.class);
                Object data = type.getConstructor().newInstance();
                for (Map.Entry<String, Object> entry : bundle.entrySet()) {
                    put.invoke(data, entry.getKey(), wireForm(entry.getValue()));
                }
                return data;
            } catch (ReflectiveOperationException notThisKernel) {
                continue;
            }
        }
        return bundle.get("text/plain");
    }

    /// Jupyter messages are JSON: binary content travels as base64.
    private static Object wireForm(Object content) {
        return content instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : content;
    }
}

package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.regex.Pattern;

/// What ended a cell.
///
/// @param name      the exception's class, `ename` in Jupyter's terms
/// @param message   the exception's message, `evalue` in Jupyter's terms
/// @param traceback the lines that the kernel would show, with its colour codes
public record CellError(String name, String message, List<String> traceback) {

    private static final Pattern ANSI_CODE = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]");

    /// Keeps its own copy of the lines.
    public CellError {
        traceback = List.copyOf(traceback);
    }

    /// The error in the content of an `error` or `execute_reply` message, or in an output; a missing part becomes empty.
    static CellError of(JsonObject content) {
        List<String> lines = content.get("traceback") instanceof JsonArray array
                ? array.asList().stream().map(line -> line instanceof JsonPrimitive ? line.getAsString() : line.toString()).toList()
                : List.of();
        return new CellError(text(content, "ename"), text(content, "evalue"), lines);
    }

    /// The traceback as lines of plain text, without colour codes.
    public String plainTraceback() {
        return ANSI_CODE.matcher(String.join("\n", traceback)).replaceAll("").stripTrailing();
    }

    @Override
    public String toString() {
        return message.isEmpty() ? name : name + ": " + message;
    }

    private static String text(JsonObject content, String key) {
        return content.get(key) instanceof JsonPrimitive value ? value.getAsString() : "";
    }
}

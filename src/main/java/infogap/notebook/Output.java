package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;

/// One output of a code cell: a value over its JSON object, of which nothing is lost.
///
/// @param json the output as in the file, multi-line texts joined to one string; the accessor returns a copy
public record Output(JsonObject json) {

    /// @throws IllegalArgumentException when the object is no output of nbformat 4, naming the part that is wrong
    public Output {
        json = Checks.present("json", json).deepCopy();
        new CellFormat(new JsonFields("output")).output(json, "");
    }

    /// Text printed to a stream.
    ///
    /// @param name `stdout` or `stderr`
    public static Output stream(String name, String text) {
        JsonObject json = typed(OutputType.STREAM);
        json.addProperty("name", name);
        json.addProperty("text", text);
        return new Output(json);
    }

    /// A displayed MIME bundle.
    public static Output displayData(JsonObject data, JsonObject metadata) {
        JsonObject json = typed(OutputType.DISPLAY_DATA);
        json.add("data", data);
        json.add("metadata", metadata);
        return new Output(json);
    }

    /// The value of a cell's last expression.
    ///
    /// @param executionCount the number in the prompt, or JSON's null
    public static Output executeResult(JsonObject data, JsonObject metadata, JsonElement executionCount) {
        JsonObject json = typed(OutputType.EXECUTE_RESULT);
        json.add("data", data);
        json.add("metadata", metadata);
        json.add("execution_count", executionCount == null ? JsonNull.INSTANCE : executionCount);
        return new Output(json);
    }

    /// The exception that ended a cell.
    public static Output error(CellError error) {
        JsonObject json = typed(OutputType.ERROR);
        json.addProperty("ename", error.name());
        json.addProperty("evalue", error.message());
        JsonArray lines = new JsonArray();
        error.traceback().forEach(lines::add);
        json.add("traceback", lines);
        return new Output(json);
    }

    @Override
    public JsonObject json() {
        return json.deepCopy();
    }

    /// The kind of output.
    public OutputType type() {
        return OutputType.of(json.get("output_type").getAsString());
    }

    /// The text of a stream output, and the empty text for every other kind.
    public String text() {
        return type() == OutputType.STREAM ? json.get("text").getAsString() : "";
    }

    /// The name of a stream output (`stdout`, `stderr`), and the empty text for every other kind.
    public String streamName() {
        return type() == OutputType.STREAM ? json.get("name").getAsString() : "";
    }

    /// The MIME bundle of a displayed output or of a result, a copy; empty for every other kind.
    public JsonObject data() {
        return json.get("data") instanceof JsonObject data ? data.deepCopy() : new JsonObject();
    }

    /// The exception of an error output.
    ///
    /// @throws IllegalStateException for every other kind
    public CellError error() {
        if (type() != OutputType.ERROR) {
            throw new IllegalStateException("only an output of type error has an exception, this one is of type " + type().jsonName());
        }
        return CellError.of(json);
    }

    /// Whether this output continues the other one: both are streams of one name.
    boolean continues(Output before) {
        return type() == OutputType.STREAM && before.type() == OutputType.STREAM && streamName().equals(before.streamName());
    }

    /// Consecutive outputs of one stream joined into one. How often a kernel flushes is not part of what a cell says.
    static List<Output> joinStreams(List<Output> outputs) {
        List<Output> joined = new ArrayList<>();
        for (Output output : outputs) {
            if (!joined.isEmpty() && output.continues(joined.getLast())) {
                Output before = joined.removeLast();
                JsonObject both = before.json();
                both.addProperty("text", before.text() + output.text());
                joined.add(new Output(both));
            } else {
                joined.add(output);
            }
        }
        return List.copyOf(joined);
    }

    private static JsonObject typed(OutputType type) {
        JsonObject json = new JsonObject();
        json.addProperty("output_type", type.jsonName());
        return json;
    }
}

package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import infogap.numeric.Checks;
import java.util.List;
import java.util.OptionalInt;

/// One cell of a notebook: a value over its JSON object, of which nothing is lost.
///
/// Cells come from [Notebook#read] and from the factories here, which make all fields that nbformat 4.5 requires.
///
/// @param json the cell as in the file, multi-line texts joined to one string; the accessor returns a copy
public record Cell(JsonObject json) {

    /// @throws IllegalArgumentException when the object is no cell of nbformat 4.5, naming the part that is wrong
    public Cell {
        json = Checks.present("json", json).deepCopy();
        CellFormat format = new CellFormat(new JsonFields("cell"));
        format.cell(json, "");
        format.identifier(json, "");
    }

    /// A code cell that has not been executed.
    public static Cell code(String id, String source) {
        JsonObject json = cell(CellType.CODE, id, source);
        json.add("execution_count", JsonNull.INSTANCE);
        json.add("outputs", new JsonArray());
        return new Cell(json);
    }

    /// A cell of prose.
    public static Cell markdown(String id, String source) {
        return new Cell(cell(CellType.MARKDOWN, id, source));
    }

    @Override
    public JsonObject json() {
        return json.deepCopy();
    }

    /// The kind of cell.
    public CellType type() {
        return CellType.of(json.get("cell_type").getAsString());
    }

    /// The identifier, unique in its notebook.
    public String id() {
        return json.get("id").getAsString();
    }

    /// The text of the cell.
    public String source() {
        return json.get("source").getAsString();
    }

    /// The tags in the cell's metadata, in their order.
    public List<String> tags() {
        return json.getAsJsonObject("metadata").get("tags") instanceof JsonArray tags
                ? tags.asList().stream().filter(JsonPrimitive.class::isInstance).map(JsonElement::getAsString).toList()
                : List.of();
    }

    /// The number in the prompt; empty when the cell has not been executed or holds no code.
    public OptionalInt executionCount() {
        return json.get("execution_count") instanceof JsonPrimitive count ? OptionalInt.of(count.getAsInt()) : OptionalInt.empty();
    }

    /// The outputs; empty when the cell holds no code.
    public List<Output> outputs() {
        return json.get("outputs") instanceof JsonArray outputs
                ? outputs.asList().stream().map(output -> new Output(output.getAsJsonObject())).toList()
                : List.of();
    }

    /// The same code cell with another result of execution. Times of an earlier execution (`metadata.execution`) are dropped: they would
    /// belong to other outputs, and two executions would never give the same file.
    ///
    /// @throws IllegalStateException when the cell holds no code
    public Cell withExecution(OptionalInt executionCount, List<Output> outputs) {
        if (type() != CellType.CODE) {
            throw new IllegalStateException("only a code cell is executed, cell " + id() + " is of type " + type().jsonName());
        }
        JsonObject changed = json.deepCopy();
        changed.getAsJsonObject("metadata").remove("execution");
        changed.add("execution_count", executionCount.isPresent() ? new JsonPrimitive(executionCount.getAsInt()) : JsonNull.INSTANCE);
        JsonArray array = new JsonArray();
        outputs.forEach(output -> array.add(output.json()));
        changed.add("outputs", array);
        return new Cell(changed);
    }

    /// The same cell with this tag too.
    public Cell withTag(String tag) {
        Checks.text("tag", tag);
        if (tags().contains(tag)) {
            return this;
        }
        JsonObject changed = json.deepCopy();
        JsonObject metadata = changed.getAsJsonObject("metadata");
        JsonArray tags = metadata.get("tags") instanceof JsonArray present ? present : new JsonArray();
        tags.add(tag);
        metadata.add("tags", tags);
        return new Cell(changed);
    }

    private static JsonObject cell(CellType type, String id, String source) {
        JsonObject json = new JsonObject();
        json.addProperty("cell_type", type.jsonName());
        json.addProperty("id", Checks.text("id", id));
        json.add("metadata", new JsonObject());
        json.addProperty("source", Checks.present("source", source));
        return json;
    }
}

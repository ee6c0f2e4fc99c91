package infogap.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Makes outputs of a kernel's `iopub` messages, for one execution of one notebook, with `nbclient`'s rules: a bundle with a display
/// identifier replaces the earlier bundles of that identifier, in whichever cell they stand; `clear_output` empties the cell's outputs at
/// once or before the next one. Consecutive pieces of one stream become one output, as in JupyterLab.
final class OutputCollector {

    private record Place(int cell, int slot) {}

    private final Map<Integer, List<Slot>> slotsByCell = new HashMap<>();
    private final Map<Integer, OptionalInt> countByCell = new HashMap<>();
    private final Map<String, List<Place>> placesByDisplayId = new HashMap<>();
    private int cell = -1;
    private boolean clearBeforeNext;

    /// Messages from now on belong to this cell.
    void begin(int index) {
        cell = index;
        clearBeforeNext = false;
        slotsByCell.put(index, new ArrayList<>());
        countByCell.put(index, OptionalInt.empty());
    }

    void accept(Message message) {
        JsonObject content = message.content();
        if (content.get("execution_count") instanceof JsonPrimitive count && count.isNumber()) {
            countByCell.put(cell, OptionalInt.of(count.getAsInt()));
        }
        String displayId = content.get("transient") instanceof JsonObject transients
                && transients.get("display_id") instanceof JsonPrimitive id ? id.getAsString() : "";
        switch (message.type()) {
            case "stream" -> stream(message.text("name"), message.text("text"));
            case "display_data" -> {
                update(displayId, content);
                add(displayId, Output.displayData(object(content, "data"), object(content, "metadata")));
            }
            case "execute_result" -> {
                update(displayId, content);
                add(displayId, Output.executeResult(
                        object(content, "data"), object(content, "metadata"), content.get("execution_count")));
            }
            case "update_display_data" -> update(displayId, content);
            case "error" -> add("", Output.error(CellError.of(content)));
            case "clear_output" -> {
                if (content.get("wait") instanceof JsonPrimitive wait && wait.getAsBoolean()) {
                    clearBeforeNext = true;
                } else {
                    clear();
                }
            }
            default -> {
                // status and input messages are no outputs, nor are the widgets' comm messages
            }
        }
    }

    boolean began(int index) {
        return slotsByCell.containsKey(index);
    }

    OptionalInt executionCount(int index) {
        return countByCell.get(index);
    }

    List<Output> outputs(int index) {
        return slotsByCell.get(index).stream().map(Slot::output).toList();
    }

    /// An error that is no message of the kernel, for a cell that the kernel did not end itself.
    void addError(CellError error) {
        add("", Output.error(error));
    }

    private void stream(String name, String text) {
        clearIfDue();
        List<Slot> slots = slotsByCell.get(cell);
        if (slots.isEmpty() || !slots.getLast().takes(name)) {
            slots.add(new Slot(name));
        }
        slots.getLast().text.append(text);
    }

    private void add(String displayId, Output output) {
        clearIfDue();
        List<Slot> slots = slotsByCell.get(cell);
        if (!displayId.isEmpty()) {
            placesByDisplayId.computeIfAbsent(displayId, _ -> new ArrayList<>()).add(new Place(cell, slots.size()));
        }
        slots.add(new Slot(output));
    }

    private void update(String displayId, JsonObject content) {
        for (Place place : placesByDisplayId.getOrDefault(displayId, List.of())) {
            Slot slot = slotsByCell.get(place.cell()).get(place.slot());
            JsonObject json = slot.output().json();
            json.add("data", object(content, "data"));
            json.add("metadata", object(content, "metadata"));
            slot.output = new Output(json);
        }
    }

    private void clearIfDue() {
        if (clearBeforeNext) {
            clear();
        }
    }

    private void clear() {
        clearBeforeNext = false;
        slotsByCell.get(cell).clear();
        placesByDisplayId.values().forEach(places -> places.removeIf(place -> place.cell() == cell));
    }

    private static JsonObject object(JsonObject content, String key) {
        return content.get(key) instanceof JsonObject object ? object : new JsonObject();
    }

    /// Room for one output: a finished one, or a stream that still grows. (A long output comes in thousands of pieces.)
    private static final class Slot {
        private final String stream;
        private final StringBuilder text = new StringBuilder();
        private Output output;

        Slot(String stream) {
            this.stream = stream;
        }

        Slot(Output output) {
            this.stream = null;
            this.output = output;
        }

        boolean takes(String name) {
            return name.equals(stream);
        }

        Output output() {
            return stream == null ? output : Output.stream(stream, text.toString());
        }
    }
}

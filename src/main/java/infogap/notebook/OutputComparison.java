package infogap.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Does a notebook still say what it said when it was committed?
///
/// Compared, character by character: the text of each stream, every MIME type of every displayed value and result with its metadata, the
/// class and the message of an error, and the number, order and kind of the outputs, consecutive pieces of one stream counting as one.
/// JSON is compared in [CanonicalJson]'s form, so that the order of keys does not count and `1.0` differs from `1`.
///
/// Not compared:
///
/// - the content of images ([#IMAGES]), which depends on the machine's fonts; that there is one in the same place is;
/// - `execution_count`, which says how often a session executed something and not what came out;
/// - an error's traceback, whose frames belong to the JDK and to where the library lies.
///
/// @param notebook    the notebook's name
/// @param differences every place that differs, in order
public record OutputComparison(String notebook, List<OutputDifference> differences) {

    /// The MIME types of which only the presence is compared.
    public static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/svg+xml");

    private static final String NOTHING = "(nothing)";

    /// Keeps its own copy.
    public OutputComparison {
        Checks.text("notebook", notebook);
        differences = List.copyOf(differences);
    }

    /// Compares the outputs of two executions of one notebook, cell by cell.
    public static OutputComparison of(String name, Notebook committed, Notebook fresh) {
        Finder finder = new Finder(name);
        int cells = Math.max(committed.cells().size(), fresh.cells().size());
        for (int i = 0; i < cells; i++) {
            if (i >= committed.cells().size()) {
                Cell added = fresh.cells().get(i);
                finder.at(i, added.id()).compare("cell", NOTHING, added.source());
            } else if (i >= fresh.cells().size()) {
                Cell lost = committed.cells().get(i);
                finder.at(i, lost.id()).compare("cell", lost.source(), NOTHING);
            } else {
                finder.at(i, committed.cells().get(i).id()).cell(committed.cells().get(i), fresh.cells().get(i));
            }
        }
        return new OutputComparison(name, finder.found);
    }

    /// Whether both say the same.
    public boolean same() {
        return differences.isEmpty();
    }

    @Override
    public String toString() {
        if (same()) {
            return notebook + ": the outputs are those committed";
        }
        return notebook + ": " + differences.size() + (differences.size() == 1 ? " difference" : " differences") + "\n"
                + String.join("\n", differences.stream().map(OutputDifference::toString).toList());
    }

    private static final class Finder {
        private final String name;
        private final List<OutputDifference> found = new ArrayList<>();
        private int index;
        private String id;

        Finder(String name) {
            this.name = name;
        }

        Finder at(int cellIndex, String cellId) {
            index = cellIndex;
            id = cellId;
            return this;
        }

        void compare(String place, String committed, String fresh) {
            if (!committed.equals(fresh)) {
                found.add(OutputDifference.between(name, index, id, place, committed, fresh));
            }
        }

        void cell(Cell committed, Cell fresh) {
            compare("cell_type", committed.type().jsonName(), fresh.type().jsonName());
            compare("source", committed.source(), fresh.source());
            List<Output> before = Output.joinStreams(committed.outputs());
            List<Output> after = Output.joinStreams(fresh.outputs());
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                String place = "outputs[" + i + "]";
                if (i >= before.size() || i >= after.size()) {
                    compare(place, i < before.size() ? summary(before.get(i)) : NOTHING, i < after.size() ? summary(after.get(i)) : NOTHING);
                } else {
                    output(place, before.get(i), after.get(i));
                }
            }
        }

        private void output(String place, Output committed, Output fresh) {
            if (!kind(committed).equals(kind(fresh))) {
                compare(place, summary(committed), summary(fresh));
                return;
            }
            switch (committed.type()) {
                case STREAM -> compare(place + " " + committed.streamName(), committed.text(), fresh.text());
                case ERROR -> compare(place + " error", committed.error().toString(), fresh.error().toString());
                case DISPLAY_DATA, EXECUTE_RESULT -> {
                    bundle(place, committed.data(), fresh.data());
                    compare(place + " metadata", text(committed.json().get("metadata")), text(fresh.json().get("metadata")));
                }
            }
        }

        private void bundle(String place, JsonObject committed, JsonObject fresh) {
            Set<String> types = new TreeSet<>(committed.keySet());
            types.addAll(fresh.keySet());
            for (String type : types) {
                boolean image = IMAGES.contains(type) && committed.has(type) && fresh.has(type);
                if (!image) {
                    compare(place + " " + type, text(committed.get(type)), text(fresh.get(type)));
                }
            }
        }

        private static String kind(Output output) {
            return output.type() == OutputType.STREAM ? output.streamName() : output.type().jsonName();
        }

        private static String summary(Output output) {
            String content = switch (output.type()) {
                case STREAM -> output.text();
                case ERROR -> output.error().toString();
                case DISPLAY_DATA, EXECUTE_RESULT -> output.data().has("text/plain") ? text(output.data().get("text/plain"))
                        : String.join(", ", output.data().keySet());
            };
            return kind(output) + ": " + content;
        }

        private static String text(JsonElement element) {
            return switch (element) {
                case null -> NOTHING;
                case JsonPrimitive primitive when primitive.isString() -> primitive.getAsString();
                default -> CanonicalJson.text(element);
            };
        }
    }
}

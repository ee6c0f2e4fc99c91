package infogap.notebook;

import com.google.gson.JsonElement;
import infogap.claims.values.SentValue;
import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;

/// Values for claims that a cell in any language sent: the content of the MIME type [SentValue#MIME_TYPE] in one of its outputs, as it stands there.
///
/// @param notebook  the notebook's name
/// @param cellIndex the cell's place, from 0
/// @param cellId    the cell's identifier
/// @param content   the content; the accessor returns a copy
public record ValueEvidence(String notebook, int cellIndex, String cellId, JsonElement content) {

    /// @throws IllegalArgumentException when a part is missing or the index is negative
    public ValueEvidence {
        Checks.text("notebook", notebook);
        Checks.atLeast("cellIndex", cellIndex, 0);
        Checks.text("cellId", cellId);
        content = Checks.present("content", content).deepCopy();
    }

    @Override
    public JsonElement content() {
        return content.deepCopy();
    }

    /// Everything that the outputs of an executed notebook send, in the order of cells and outputs.
    public static List<ValueEvidence> in(String name, Notebook notebook) {
        List<ValueEvidence> values = new ArrayList<>();
        for (int i = 0; i < notebook.cells().size(); i++) {
            Cell cell = notebook.cells().get(i);
            for (Output output : cell.outputs()) {
                JsonElement content = output.data().get(SentValue.MIME_TYPE);
                if (content != null) {
                    values.add(new ValueEvidence(name, i, cell.id(), content));
                }
            }
        }
        return List.copyOf(values);
    }
}

package infogap.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import infogap.claims.Evidence;
import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;

/// What a cell of an executed notebook said about a claim: the content of the MIME type [Evidence#MIME_TYPE] in one of its outputs. What the
/// content means is not this room's business.
///
/// @param notebook  the notebook's name
/// @param cellIndex the cell's place, from 0
/// @param cellId    the cell's identifier
/// @param claim     the content; the accessor returns a copy
public record ClaimEvidence(String notebook, int cellIndex, String cellId, JsonObject claim) {

    /// @throws IllegalArgumentException when a part is missing or the index is negative
    public ClaimEvidence {
        Checks.text("notebook", notebook);
        Checks.atLeast("cellIndex", cellIndex, 0);
        Checks.text("cellId", cellId);
        claim = Checks.present("claim", claim).deepCopy();
    }

    @Override
    public JsonObject claim() {
        return claim.deepCopy();
    }

    /// Everything that the outputs of an executed notebook say about claims, in the order of cells and outputs.
    ///
    /// @throws NotebookFormatException when an output has the MIME type and its content is not a JSON object, naming the output
    public static List<ClaimEvidence> in(NotebookRun.Executed run) {
        return in(run.name(), run.notebook());
    }

    /// As [#in(NotebookRun.Executed)], of a notebook with outputs.
    public static List<ClaimEvidence> in(String name, Notebook notebook) {
        List<ClaimEvidence> evidence = new ArrayList<>();
        for (int i = 0; i < notebook.cells().size(); i++) {
            Cell cell = notebook.cells().get(i);
            List<Output> outputs = cell.outputs();
            for (int j = 0; j < outputs.size(); j++) {
                JsonElement content = outputs.get(j).data().get(Evidence.MIME_TYPE);
                if (content != null) {
                    String place = "cells[" + i + "].outputs[" + j + "].data['" + Evidence.MIME_TYPE + "']";
                    evidence.add(new ClaimEvidence(name, i, cell.id(), claim(name, place, content)));
                }
            }
        }
        return List.copyOf(evidence);
    }

    /// A front end may hand JSON on as text.
    private static JsonObject claim(String name, String place, JsonElement content) {
        JsonElement parsed = content instanceof JsonPrimitive text && text.isString()
                ? StrictJson.parse(name + ": " + place, text.getAsString()) : content;
        if (parsed instanceof JsonObject object) {
            return object;
        }
        throw new NotebookFormatException(name, place, "must be a JSON object, but is " + content);
    }
}

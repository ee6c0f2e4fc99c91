package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns the text of a file into a [Notebook], or says by path (`cells[3].source`) what is wrong and what would be right.
final class NotebookReader {

    static final int FORMAT = 4;
    /// The first minor version in which cells have identifiers.
    static final int MINOR = 5;

    private NotebookReader() {}

    static Notebook read(String file, String text) {
        JsonFields fields = new JsonFields(file);
        JsonElement element = StrictJson.parse(file, text);
        if (!(element instanceof JsonObject json)) {
            throw fields.refused("", "must be a JSON object, but is " + JsonFields.described(element));
        }
        checkFrame(fields, json);
        List<JsonObject> cells = cells(fields, json);
        // Jupyter, too, reads a file of nbformat 4.5 whose cells lack what that version asks for
        CellIds.complete(cells);
        checkIdentifiers(fields, cells);
        return new Notebook(json, cells.stream().map(Cell::new).toList());
    }

    /// Checks everything but the cells.
    static void checkFrame(JsonFields fields, JsonObject json) {
        int format = fields.wholeNumber(json, "nbformat", "");
        if (format != FORMAT) {
            throw fields.refused("nbformat", "must be 4, but is " + format + (format < FORMAT
                    ? "; convert the file with `jupyter nbconvert --to notebook --nbformat 4`, or save it from a current Jupyter" : ""));
        }
        fields.wholeNumber(json, "nbformat_minor", "");
        fields.object(json, "metadata", "");
    }

    static void checkIdentifiers(JsonFields fields, List<JsonObject> cells) {
        CellFormat format = new CellFormat(fields);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String place = "cells[" + i + "]";
            Integer before = places.put(format.identifier(cells.get(i), place), i);
            if (before != null) {
                throw fields.refused(place + ".id", "must be unique, but is that of cells[" + before + "] too: '"
                        + cells.get(i).get("id").getAsString() + "'");
            }
        }
    }

    private static List<JsonObject> cells(JsonFields fields, JsonObject json) {
        CellFormat format = new CellFormat(fields);
        JsonArray array = fields.list(json, "cells", "");
        List<JsonObject> cells = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String place = "cells[" + i + "]";
            if (!(array.get(i) instanceof JsonObject cell)) {
                throw fields.refused(place, "must be an object, but is " + JsonFields.described(array.get(i)));
            }
            format.cell(cell, place);
            cells.add(cell);
        }
        return cells;
    }
}

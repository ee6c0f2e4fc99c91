package infogap.notebook;

import infogap.storage.AtomicFile;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import infogap.numeric.Checks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A notebook of nbformat 4: a value over the JSON of its file, of which nothing is lost.
///
/// Cells without an identifier get one made from their content, the same on every read. A file stays of the minor version that it is of:
/// one of 4.0 to 4.4 is written without identifiers, which came with 4.5. Text is written as Jupyter's `nbformat.write` writes it (one blank of indentation, keys sorted, multi-line texts as lists of
/// lines, a newline at the end), except that a number keeps the digits it was read with.
///
/// @param json  everything of the file beside the cells; the accessor returns a copy
/// @param cells the cells in their order
public record Notebook(JsonObject json, List<Cell> cells) {

    /// @throws IllegalArgumentException when the object is not the frame of a notebook of nbformat 4, or two cells have one identifier
    public Notebook {
        json = Checks.present("json", json).deepCopy();
        json.remove("cells");
        cells = List.copyOf(Checks.present("cells", cells));
        JsonFields fields = new JsonFields("notebook");
        NotebookReader.checkFrame(fields, json);
        NotebookReader.checkIdentifiers(fields, cells.stream().map(Cell::json).toList());
    }

    /// A notebook of these cells with empty metadata.
    public static Notebook of(List<Cell> cells) {
        JsonObject json = new JsonObject();
        json.add("metadata", new JsonObject());
        json.addProperty("nbformat", NotebookReader.FORMAT);
        json.addProperty("nbformat_minor", NotebookReader.MINOR);
        return new Notebook(json, cells);
    }

    /// The notebook in a file.
    ///
    /// @throws NotebookFormatException when the file is not UTF-8, not JSON or not a notebook of nbformat 4
    /// @throws UncheckedIOException    when the file cannot be read
    public static Notebook read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(file + ": there is no such notebook file", e);
        } catch (CharacterCodingException e) {
            throw new NotebookFormatException(file.toString(), "", "is not text in UTF-8, and a notebook must be");
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /// The notebook in a text.
    ///
    /// @param name what messages call the text, usually its file
    /// @throws NotebookFormatException when the text is not JSON or not a notebook of nbformat 4
    public static Notebook parse(String name, String text) {
        return NotebookReader.read(name, text);
    }

    @Override
    public JsonObject json() {
        return json.deepCopy();
    }

    /// The notebook's metadata, a copy.
    public JsonObject metadata() {
        return json.getAsJsonObject("metadata").deepCopy();
    }

    /// The number of code cells.
    public int codeCells() {
        return (int) cells.stream().filter(cell -> cell.type() == CellType.CODE).count();
    }

    /// The same notebook with other cells.
    public Notebook withCells(List<Cell> other) {
        return new Notebook(json, other);
    }

    /// The same notebook with other metadata.
    public Notebook withMetadata(JsonObject metadata) {
        JsonObject changed = json();
        changed.add("metadata", Checks.present("metadata", metadata));
        return new Notebook(changed, cells);
    }

    /// The whole file as JSON, multi-line texts as one string.
    public JsonObject toJson() {
        JsonObject whole = json();
        JsonArray array = new JsonArray();
        cells.forEach(cell -> array.add(cell.json()));
        whole.add("cells", array);
        return whole;
    }

    /// The text of the file.
    public String text() {
        return NotebookWriter.text(this);
    }

    /// Writes the file, whole or not at all: an earlier file stays as it was until the new one is complete on the disk.
    ///
    /// @throws UncheckedIOException when it cannot be written
    public void write(Path file) {
        AtomicFile.write(file, text());
    }

    @Override
    public String toString() {
        return cells.size() + " cells, " + codeCells() + " with code:\n"
                + cells.stream().map(cell -> "  " + cell.type().jsonName() + " " + cell.id() + ": "
                        + cell.source().lines().findFirst().orElse("")).collect(Collectors.joining("\n"));
    }
}

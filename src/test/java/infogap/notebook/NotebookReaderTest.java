package infogap.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is no notebook is refused with its place and with what would be right.
class NotebookReaderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"nbformat\": 3, \"nbformat_minor\": 0, \"worksheets\": []} | n.ipynb: nbformat must be 4, but is 3; convert the file",
        "{\"nbformat\": 5, \"nbformat_minor\": 0} | n.ipynb: nbformat must be 4, but is 5",
        "{} | n.ipynb: nbformat must be a whole number of at least 0, but is missing",
        "[1] | n.ipynb: must be a JSON object, but is a list",
        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": 1, \"cells\": []} | n.ipynb: metadata must be an object, but is 1",
        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}} | n.ipynb: cells must be a list, but is missing",
    })
    void aWrongNotebookIsRefusedWithItsPlace(String text, String message) {
        assertRefused(text, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "7 | cells[1] must be an object, but is 7",
        "{\"id\": \"x\", \"metadata\": {}, \"source\": \"\"} | cells[1].cell_type must be a text, but is missing",
        "{\"cell_type\": \"heading\", \"id\": \"x\", \"metadata\": {}, \"source\": \"\"} | cells[1].cell_type must be one of code, markdown, raw, but is 'heading'",
        "{\"cell_type\": \"raw\", \"id\": \"x\", \"metadata\": {}, \"source\": 5} | cells[1].source must be a text or a list of texts, but is 5",
        "{\"cell_type\": \"raw\", \"id\": \"x\", \"metadata\": {}, \"source\": [\"a\", 5]} | cells[1].source must be a text or a list of texts, but is a list",
        "{\"cell_type\": \"raw\", \"id\": \"x\", \"source\": \"\"} | cells[1].metadata must be an object, but is missing",
        "{\"cell_type\": \"raw\", \"id\": 7, \"metadata\": {}, \"source\": \"\"} | cells[1].id must be a text, but is 7",
        "{\"cell_type\": \"raw\", \"id\": \"a b\", \"metadata\": {}, \"source\": \"\"} | cells[1].id must be 1 to 64 of the characters A-Z a-z 0-9 - _, but is 'a b'",
        "{\"cell_type\": \"raw\", \"id\": \"first\", \"metadata\": {}, \"source\": \"\"} | cells[1].id must be unique, but is that of cells[0] too: 'first'",
        "{\"cell_type\": \"code\", \"id\": \"x\", \"metadata\": {}, \"source\": \"\", \"execution_count\": null} | cells[1].outputs must be a list, but is missing",
        "{\"cell_type\": \"code\", \"id\": \"x\", \"metadata\": {}, \"source\": \"\", \"outputs\": []} | cells[1].execution_count must be a whole number of at least 0, but is missing",
        "{\"cell_type\": \"code\", \"id\": \"x\", \"metadata\": {}, \"source\": \"\", \"execution_count\": null, \"outputs\": [{\"output_type\": \"pyout\"}]} | cells[1].outputs[0].output_type must be one of stream, display_data, execute_result, error, but is 'pyout'",
        "{\"cell_type\": \"code\", \"id\": \"x\", \"metadata\": {}, \"source\": \"\", \"execution_count\": null, \"outputs\": [{\"output_type\": \"stream\", \"name\": \"stdout\"}]} | cells[1].outputs[0].text must be a text or a list of texts, but is missing",
        "{\"cell_type\": \"code\", \"id\": \"x\", \"metadata\": {}, \"source\": \"\", \"execution_count\": null, \"outputs\": [{\"output_type\": \"display_data\", \"data\": 1}]} | cells[1].outputs[0].data must be an object, but is 1",
        "{\"cell_type\": \"code\", \"id\": \"x\", \"metadata\": {}, \"source\": \"\", \"execution_count\": null, \"outputs\": [{\"output_type\": \"error\", \"ename\": \"E\"}]} | cells[1].outputs[0].evalue must be a text, but is missing",
    })
    void aWrongCellIsRefusedWithItsPath(String cell, String message) {
        String first = "{\"cell_type\": \"raw\", \"id\": \"first\", \"metadata\": {}, \"source\": \"\"}";
        assertRefused(NotebookTexts.with("\"metadata\": {}", first, cell), "n.ipynb: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {
        "{\"a\": 1,, \"b\": 2} | line 1 column 10 is not JSON",
        "{\"cells\": [{\"source\": \"no end | line 1",
        "{\"cells\": [{\"source\": 'x'}]} | is not JSON: unexpected character, at cells[0].source",
        "{\"cells\": [1, 2 | line 1 column 16 is not JSON",
        "{\"a\": {\"b\": 1, \"b\": 2}} | a.b stands twice in its object",
        "{} {} | is not JSON: unexpected character",
        "`  ` | is empty",
    })
    void brokenJsonIsRefusedWithItsPlace(String text, String message) {
        NotebookFormatException e = assertThrows(NotebookFormatException.class, () -> Notebook.parse("n.ipynb", text));
        assertTrue(e.getMessage().startsWith("n.ipynb: ") && e.getMessage().contains(message), e.getMessage());
        assertFalse(e.getMessage().contains("\n") || e.getMessage().contains("Strictness"), e.getMessage());
    }

    @Test
    void valuesMadeByHandAreCheckedToo() {
        JsonObject json = new JsonObject();
        json.addProperty("output_type", "pyout");
        assertEquals("output: output_type must be one of stream, display_data, execute_result, error, but is 'pyout'",
                assertThrows(IllegalArgumentException.class, () -> new Output(json)).getMessage());
        assertEquals("cell: cell_type must be a text, but is missing",
                assertThrows(IllegalArgumentException.class, () -> new Cell(json)).getMessage());
        assertEquals("cell: id must be 1 to 64 of the characters A-Z a-z 0-9 - _, but is 'a.b'",
                assertThrows(IllegalArgumentException.class, () -> Cell.code("a.b", "")).getMessage());
        assertEquals("notebook: cells[1].id must be unique, but is that of cells[0] too: 'a'", assertThrows(IllegalArgumentException.class,
                () -> Notebook.of(List.of(Cell.code("a", ""), Cell.markdown("a", "")))).getMessage());
        assertEquals("notebook: nbformat must be a whole number of at least 0, but is missing",
                assertThrows(IllegalArgumentException.class, () -> new Notebook(json, List.of())).getMessage());
    }

    @Test
    void aFileThatIsNotThereOrNotTextIsNamed() throws IOException {
        Path missing = folder.resolve("missing.ipynb");
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> Notebook.read(missing));
        assertEquals(missing + ": there is no such notebook file", e.getMessage());
        Path binary = Files.write(folder.resolve("binary.ipynb"), new byte[] {'{', (byte) 0xC3, '}'});
        assertEquals(binary + ": is not text in UTF-8, and a notebook must be",
                assertThrows(NotebookFormatException.class, () -> Notebook.read(binary)).getMessage());
    }

    private static void assertRefused(String text, String message) {
        NotebookFormatException e = assertThrows(NotebookFormatException.class, () -> Notebook.parse("n.ipynb", text));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }
}

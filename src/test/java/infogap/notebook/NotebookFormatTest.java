package infogap.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import infogap.storage.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookFormatTest {

    /// As nbformat 5.5.0 writes it, with fields that no version of the format defines; `JupyterFormatTest` asks nbformat itself.
    static final String CANONICAL = """
            {
             "a_future_field": [
              1.50,
              {},
              []
             ],
             "cells": [
              {
               "attachments": {
                "image.png": {
                 "image/png": "iVBORw0KGgo="
                }
               },
               "cell_type": "markdown",
               "id": "intro",
               "metadata": {
                "tags": [
                 "信息差"
                ]
               },
               "source": [
                "# Title \\"quoted\\" \\\\ \\u0001 / </b>\\n",
                "second"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": 3,
               "id": "c-1",
               "metadata": {
                "unknown": {
                 "deep": null
                }
               },
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "a\\n",
                  "b"
                 ]
                },
                {
                 "data": {
                  "application/vnd.infogap.claim+json": {
                   "lines": [
                    "x",
                    "y"
                   ],
                   "value": 0.10
                  },
                  "image/svg+xml": [
                   "<svg>\\n",
                   "</svg>"
                  ],
                  "text/plain": [
                   "4"
                  ]
                 },
                 "execution_count": 3,
                 "metadata": {},
                 "output_type": "execute_result",
                 "unknown": true
                },
                {
                 "ename": "E",
                 "evalue": "v",
                 "output_type": "error",
                 "traceback": [
                  "\\u001b[31mE\\u001b[0m"
                 ]
                }
               ],
               "source": []
              },
              {
               "cell_type": "raw",
               "id": "r",
               "metadata": {},
               "source": [
                "raw"
               ]
              }
             ],
             "metadata": {
              "kernelspec": {
               "display_name": "Java",
               "name": "java"
              }
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }
            """;

    @TempDir
    Path folder;

    @Test
    void whatJupyterWroteComesBackByteForByte() throws IOException {
        Path file = folder.resolve("deep").resolve("n.ipynb");
        Notebook notebook = Notebook.parse("canonical", CANONICAL);
        notebook.write(file);
        assertEquals(CANONICAL, Files.readString(file));
        assertEquals(notebook, Notebook.read(file));
        assertEquals("# Title \"quoted\" \\ \u0001 / </b>\nsecond", notebook.cells().getFirst().source());
        assertEquals("a\nb", notebook.cells().get(1).outputs().getFirst().text());
        assertEquals(OptionalInt.of(3), notebook.cells().get(1).executionCount());
        assertEquals(List.of("信息差"), notebook.cells().getFirst().tags());
        assertEquals("E: v", notebook.cells().get(1).outputs().getLast().error().toString());
    }

    @Test
    void whatOthersWroteBecomesWhatJupyterWrites() {
        String compact = Notebook.parse("canonical", CANONICAL).toJson().toString();
        assertNotEquals(CANONICAL, compact);
        assertEquals(CANONICAL, Notebook.parse("compact", compact).text());
    }

    @Test
    void keysAreSortedByCodePoint() {
        // U+1F600 is D83D DE00 in UTF-16 and sorts before U+FF5E there, after it by code points
        String text = NotebookTexts.with("\"metadata\": {\"\uFF5E\": 1, \"\uD83D\uDE00\": \"\\ud83d\\ude00\"}");
        String written = Notebook.parse("keys", text).text();
        assertTrue(written.indexOf("\"\uFF5E\": 1") < written.indexOf("\"\uD83D\uDE00\": \"\uD83D\uDE00\""), written);
        assertEquals(written, Notebook.parse("again", written).text());
    }

    @Test
    void transientFieldsAreNotWritten() {
        String text = NotebookTexts.with("\"metadata\": {\"signature\": \"s\", \"orig_nbformat\": 3, \"kept\": 1}",
                "{\"cell_type\": \"raw\", \"id\": \"r\", \"metadata\": {\"trusted\": true, \"kept\": 2}, \"source\": \"\"}");
        String written = Notebook.parse("transient", text).text();
        assertFalse(written.contains("signature") || written.contains("orig_nbformat") || written.contains("trusted"), written);
        assertTrue(written.contains("\"kept\": 1") && written.contains("\"kept\": 2"), written);
    }

    @Test
    void linesEndWhereTheyEndForPython() {
        String text = "a\nb\r\nc\rd\u000Be\ff\u001Cg\u001Dh\u001Ei\u0085j\u2028k\u2029l\tm\u001Fn";
        List<String> lines = NotebookWriter.lines(text).asList().stream().map(line -> line.getAsString()).toList();
        assertEquals(List.of("a\n", "b\r\n", "c\r", "d\u000B", "e\f", "f\u001C", "g\u001D", "h\u001E", "i\u0085", "j\u2028", "k\u2029",
                "l\tm\u001Fn"), lines);
        assertEquals(0, NotebookWriter.lines("").size());
    }

    @Test
    void olderNotebooksGetIdentifiersFromTheirContent() {
        String cell = "{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": \"same\"}";
        String other = "{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": \"other\"}";
        String old = NotebookTexts.with("\"metadata\": {}", cell, cell, other).replace("\"nbformat_minor\": 5", "\"nbformat_minor\": 2");
        List<String> ids = Notebook.parse("old", old).cells().stream().map(Cell::id).toList();
        // sha256sum of "markdown\nsame", first 8 digits
        assertEquals("8df12ca7", ids.get(0));
        assertEquals("8df12ca7-2", ids.get(1));
        String moved = NotebookTexts.with("\"metadata\": {}", other, cell).replace("\"nbformat_minor\": 5", "\"nbformat_minor\": 2");
        assertEquals(List.of(ids.get(2), ids.get(0)), Notebook.parse("moved", moved).cells().stream().map(Cell::id).toList());
        assertTrue(Notebook.parse("old", old).text().contains("\"nbformat_minor\": 5"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"nbformat\": 3, \"nbformat_minor\": 0, \"worksheets\": []} | n.ipynb: nbformat must be 4, but is 3; convert the file",
        "{\"nbformat\": 5, \"nbformat_minor\": 0} | n.ipynb: nbformat must be 4, but is 5",
        "{} | n.ipynb: nbformat must be a whole number of at least 0, but is missing",
        "[1] | n.ipynb: must be a JSON object, but is a list",
        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": 1, \"cells\": []} | n.ipynb: metadata must be an object, but is 1",
        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}} | n.ipynb: cells must be a list of cells, but is missing",
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
        "{\"cell_type\": \"raw\", \"metadata\": {}, \"source\": \"\"} | cells[1].id is missing, and nbformat 4.5 requires it",
        "{\"cell_type\": \"raw\", \"id\": \"a b\", \"metadata\": {}, \"source\": \"\"} | cells[1].id must be 1 to 64 of the characters A-Z a-z 0-9 - _, but is 'a b'",
        "{\"cell_type\": \"raw\", \"id\": \"first\", \"metadata\": {}, \"source\": \"\"} | cells[1].id must be unique, but is that of cells[0] too: 'first'",
        "{\"cell_type\": \"code\", \"id\": \"x\", \"metadata\": {}, \"source\": \"\", \"execution_count\": null} | cells[1].outputs must be a list of outputs, but is missing",
        "{\"cell_type\": \"code\", \"id\": \"x\", \"metadata\": {}, \"source\": \"\", \"outputs\": []} | cells[1].execution_count must be a whole number of at least 0, but is missing",
        "{\"cell_type\": \"code\", \"id\": \"x\", \"metadata\": {}, \"source\": \"\", \"execution_count\": null, \"outputs\": [{\"output_type\": \"pyout\"}]} | cells[1].outputs[0].output_type must be one of stream, display_data, execute_result, error, but is 'pyout'",
        "{\"cell_type\": \"code\", \"id\": \"x\", \"metadata\": {}, \"source\": \"\", \"execution_count\": null, \"outputs\": [{\"output_type\": \"stream\", \"name\": \"stdout\"}]} | cells[1].outputs[0].text must be a text or a list of texts, but is missing",
        "{\"cell_type\": \"code\", \"id\": \"x\", \"metadata\": {}, \"source\": \"\", \"execution_count\": null, \"outputs\": [{\"output_type\": \"display_data\", \"data\": 1}]} | cells[1].outputs[0].data must be an object from MIME type to content, but is 1",
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
    void aFileThatIsNotThereOrNotTextIsNamed() throws IOException {
        Path missing = folder.resolve("missing.ipynb");
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> Notebook.read(missing));
        assertEquals(missing + ": there is no such notebook file", e.getMessage());
        Path binary = Files.write(folder.resolve("binary.ipynb"), new byte[] {'{', (byte) 0xC3, '}'});
        assertEquals(binary + ": is not text in UTF-8, and a notebook must be",
                assertThrows(NotebookFormatException.class, () -> Notebook.read(binary)).getMessage());
    }

    @Test
    void valuesDoNotChangeWithWhatTheyWereMadeOf() {
        Notebook notebook = Notebook.parse("canonical", CANONICAL);
        notebook.json().addProperty("changed", true);
        notebook.metadata().addProperty("changed", true);
        notebook.cells().getFirst().json().addProperty("source", "changed");
        notebook.cells().get(1).outputs().get(1).data().addProperty("text/plain", "changed");
        JsonObject json = new JsonObject();
        json.addProperty("output_type", "stream");
        json.addProperty("name", "stdout");
        json.addProperty("text", "kept");
        Output output = new Output(json);
        json.addProperty("text", "changed");
        assertEquals(CANONICAL, notebook.text());
        assertEquals("kept", output.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", ""})
    void aFailedWriteLeavesTheOldFileAndNothingElse(String old) throws IOException {
        Path target = folder.resolve("n.ipynb");
        Files.createDirectory(target);
        Files.writeString(target.resolve("inside"), old);
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> AtomicFile.write(target, "new"));
        assertTrue(e.getMessage().startsWith(target + ": cannot be written: "), e.getMessage());
        assertEquals(old, Files.readString(target.resolve("inside")));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(target), files.toList());
        }
    }

    @Test
    void aWriteReplacesTheOldFile() throws IOException {
        Path target = folder.resolve("n.ipynb");
        AtomicFile.write(target, "a longer old text");
        AtomicFile.write(target, "新");
        assertEquals("新", Files.readString(target, StandardCharsets.UTF_8));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(target), files.toList());
        }
    }

    private static void assertRefused(String text, String message) {
        NotebookFormatException e = assertThrows(NotebookFormatException.class, () -> Notebook.parse("n.ipynb", text));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }
}

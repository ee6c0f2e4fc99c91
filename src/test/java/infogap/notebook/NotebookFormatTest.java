package infogap.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import infogap.storage.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        String written = Notebook.parse("old", old).text();
        assertTrue(written.contains("\"nbformat_minor\": 2"), "a file stays of its version");
        assertFalse(written.contains("\"id\""), "identifiers came with 4.5");
        Notebook incomplete = Notebook.parse("4.5 without identifiers", NotebookTexts.with("\"metadata\": {}", other, cell));
        assertEquals(List.of(ids.get(2), ids.get(0)), incomplete.cells().stream().map(Cell::id).toList());
        assertTrue(incomplete.text().contains("\"id\": \"8df12ca7\""), incomplete.text());
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
}

package infogap.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputComparisonTest {

    private static Notebook notebook(int executionCount, Output... outputs) {
        return Notebook.of(List.of(Cell.markdown("intro", "Title"),
                Cell.code("c", "x").withExecution(OptionalInt.of(executionCount), List.of(outputs))));
    }

    private static Output display(String mime, String value) {
        JsonObject data = new JsonObject();
        data.add(mime, mime.endsWith("json") ? JsonParser.parseString(value) : new JsonPrimitive(value));
        return Output.displayData(data, new JsonObject());
    }

    private static Output result(int count) {
        return Output.executeResult(display("text/plain", "9/13").data(), new JsonObject(), new JsonPrimitive(count));
    }

    private static List<OutputDifference> differences(Notebook committed, Notebook fresh) {
        return OutputComparison.of("n.ipynb", committed, fresh).differences();
    }

    @Test
    void whatAMachineMayChangeIsNoDifference() {
        Notebook committed = notebook(1, Output.stream("stdout", "a"), Output.stream("stdout", "b"), display("image/png", "AAAA"),
                display("image/svg+xml", "<svg/>"), display("application/json", "{\"a\": 1, \"b\": 2}"), result(1),
                Output.error(new CellError("E", "m", List.of("at jdk 25.0.1"))));
        Notebook fresh = notebook(9, Output.stream("stdout", "ab"), display("image/png", "BBBB"),
                display("image/svg+xml", "<svg></svg>"), display("application/json", "{\"b\": 2, \"a\": 1}"), result(9),
                Output.error(new CellError("E", "m", List.of("at jdk 25.0.9"))));
        OutputComparison comparison = OutputComparison.of("n.ipynb", committed, fresh);
        assertTrue(comparison.same(), comparison::toString);
        assertEquals("n.ipynb: the outputs are those committed", comparison.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "text/plain | 0.643 | 0.692",
        "text/html | <b>0.643</b> | <b>0.692</b>",
        "text/latex | $9/14$ | $9/13$",
        "text/markdown | a | 'a '",
        "application/json | {\"value\": 1} | {\"value\": 1.0}",
        "application/vnd.infogap.claim+json | {\"id\": \"4-08\", \"holds\": true} | {\"id\": \"4-08\", \"holds\": false}",
    })
    void everyOtherContentIsCompared(String mime, String committed, String fresh) {
        List<OutputDifference> found = differences(notebook(1, display(mime, committed)), notebook(1, display(mime, fresh)));
        assertEquals(List.of("outputs[0] " + mime), found.stream().map(OutputDifference::place).toList());
        assertEquals("c", found.getFirst().cellId());
    }

    @Test
    void aDifferenceShowsItsSurroundings() {
        String before = "x".repeat(100);
        OutputDifference found = differences(notebook(1, Output.stream("stdout", before + "\nP = 0.643\n" + before)),
                notebook(1, Output.stream("stdout", before + "\nP = 0.692\n" + before))).getFirst();
        assertEquals("n.ipynb, cell 2 (id c), outputs[0] stdout\n"
                + "  committed: …" + "x".repeat(22) + "⏎P = 0.643⏎" + "x".repeat(57) + "…\n"
                + "  fresh:     …" + "x".repeat(22) + "⏎P = 0.692⏎" + "x".repeat(57) + "…", found.toString());
    }

    @Test
    void kindNumberAndOrderOfOutputsAreCompared() {
        Output text = display("text/plain", "a");
        assertEquals(List.of("outputs[1]"), places(notebook(1, text), notebook(1, text, Output.stream("stdout", "more"))));
        assertEquals(List.of("outputs[0]"), places(notebook(1, text), notebook(1)));
        assertEquals(List.of("outputs[0]"), places(notebook(1, text), notebook(1, Output.stream("stdout", "a"))));
        assertEquals(List.of("outputs[0]"), places(notebook(1, Output.stream("stderr", "a")), notebook(1, Output.stream("stdout", "a"))));
        assertEquals(List.of("outputs[0] image/png"),
                places(notebook(1, display("image/png", "A")), notebook(1, Output.displayData(new JsonObject(), new JsonObject()))));
        assertEquals(List.of("outputs[0] error"), places(notebook(1, Output.error(new CellError("E", "m", List.of()))),
                notebook(1, Output.error(new CellError("F", "m", List.of())))));
    }

    @Test
    void metadataOfOutputsAndTheCellsThemselvesAreCompared() {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("isolated", true);
        JsonObject data = display("text/plain", "a").data();
        assertEquals(List.of("outputs[0] metadata"),
                places(notebook(1, Output.displayData(data, metadata)), notebook(1, Output.displayData(data, new JsonObject()))));
        Notebook longer = Notebook.of(List.of(Cell.markdown("intro", "Other title"), Cell.code("c", "x"), Cell.code("d", "y")));
        assertEquals(List.of("source", "cell"), places(notebook(1), longer));
        assertEquals(List.of("source", "cell"), places(longer, notebook(1)));
        assertFalse(OutputComparison.of("n.ipynb", longer, notebook(1)).same());
    }

    private static List<String> places(Notebook committed, Notebook fresh) {
        return differences(committed, fresh).stream().map(OutputDifference::place).toList();
    }
}

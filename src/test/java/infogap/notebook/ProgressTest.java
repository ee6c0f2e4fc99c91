package infogap.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.notebook.RunListener.Position;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Notebook NOTEBOOK = Notebook.of(List.of(Cell.code("a", "x"), Cell.code("b", "y")));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String shown(Progress progress) {
        Position first = new Position("one.ipynb", 1, 2);
        Position second = new Position("two.ipynb", 2, 2);
        progress.started(first);
        progress.started(second);
        progress.cell(first, 1, 2);
        progress.cell(second, 1, 2);
        progress.finished(first, new NotebookRun.Executed("one.ipynb", NOTEBOOK));
        progress.cell(second, 2, 2);
        progress.finished(second, new NotebookRun.Failed("two.ipynb", Optional.of(new NotebookRun.FailedCell(1, "b", "y")),
                new CellError("MyException", "m", List.of()), Optional.empty(), NOTEBOOK));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutATerminalEachNotebookHasTwoLines() {
        assertEquals("""
                [1/2] one.ipynb
                [2/2] two.ipynb
                [1/2] one.ipynb: executed, 2 code cells
                [2/2] two.ipynb: failed in cell 2: MyException
                """, shown(Progress.printed(out)));
    }

    @Test
    void onATerminalOneLineIsDrawnAgainAndAgain() {
        String shown = shown(Progress.drawn(out));
        List<String> drawn = Arrays.stream(shown.split("\r\u001B\\[2K")).toList();
        assertTrue(drawn.contains("[0/2] one.ipynb: cell 1 of 2 · two.ipynb: starting the kernel"), shown);
        assertTrue(drawn.contains("[1/2] two.ipynb: cell 2 of 2"), shown);
        assertTrue(shown.endsWith("\r\u001B[2K[2/2] two.ipynb: failed in cell 2: MyException\n"), shown);
        assertEquals(2, shown.split("\n").length, "only finished notebooks keep a line");
        assertTrue(drawn.stream().allMatch(line -> line.strip().length() <= 79), shown);
    }

    @Test
    void aLongLineIsCutToTheTerminal() {
        Progress progress = Progress.drawn(out);
        progress.started(new Position("a-notebook-with-a-name-that-is-much-longer-than-any-terminal-is-wide.ipynb".repeat(2), 1, 1));
        String line = bytes.toString(StandardCharsets.UTF_8).substring("\r\u001B[2K".length());
        assertEquals(79, line.length());
        assertTrue(line.endsWith("…"), line);
    }

    @Test
    void aTestRunHasNoTerminal() {
        assertFalse(shown(Progress.on(out)).contains("\u001B"));
    }
}

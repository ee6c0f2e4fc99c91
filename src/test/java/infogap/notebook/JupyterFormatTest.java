package infogap.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jupyter's own nbformat reads and writes what we write, and changes nothing.
class JupyterFormatTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String REWRITE = """
            import sys, nbformat
            notebook = nbformat.read(sys.argv[1], as_version=nbformat.NO_CONVERT)
            nbformat.validate(notebook, relax_add_props=True)
            nbformat.write(notebook, sys.argv[1])
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void needsNbformat() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON) && run(PYTHON.toString(), "-c", "import nbformat") == 0,
                "skipped: Debian's python3-nbformat is not installed");
    }

    @Test
    void aNotebookWithUnknownFieldsIsWrittenAsJupyterWritesIt() throws Exception {
        // Python would shorten 1.50 to 1.5 and 0.10 to 0.1: the one difference, and it loses nothing
        assertUnchanged(Notebook.parse("canonical", NotebookFormatTest.CANONICAL.replace("1.50", "1.5").replace("0.10", "0.1")));
    }

    @Test
    void everyCharacterIsWrittenAsJupyterWritesIt() throws Exception {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 0x3000; i++) {
            text.appendCodePoint(i).append(random.nextBoolean() ? "a" : "");
        }
        text.appendCodePoint(0x1F600).append('\uFFFF').append("\r\n\r\n\n\r");
        assertUnchanged(Notebook.of(List.of(Cell.markdown("a", text.toString()),
                Cell.code("b", "x").withExecution(OptionalInt.of(1),
                        List.of(Output.stream("stdout", text.reverse().toString()))))));
    }

    private void assertUnchanged(Notebook notebook) throws Exception {
        Path file = folder.resolve("n.ipynb");
        notebook.write(file);
        assertEquals(0, run(PYTHON.toString(), "-c", REWRITE, file.toString()), () -> log());
        assertEquals(notebook.text(), Files.readString(file, StandardCharsets.UTF_8));
    }

    private int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start().waitFor();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}

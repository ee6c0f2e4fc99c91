package infogap.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import infogap.kernel.LaunchCommand;
import infogap.storage.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `jupyter nbconvert --execute` and our runner make the same file of the same notebook with the same kernel, byte for byte, once the
/// pieces of streams are joined, which nbclient leaves to the front end.
class NbconvertTest {

    private static final Path JUPYTER = Path.of("/usr/bin/jupyter");

    @TempDir
    Path folder;

    @BeforeEach
    void needsNbconvert() throws Exception {
        assumeTrue(Files.isExecutable(JUPYTER) && run(JUPYTER.toString(), "nbconvert", "--version") == 0,
                "skipped: Debian's jupyter-nbconvert is not installed");
    }

    @Test
    void everyRuleOfNbclientGivesTheSameFile() throws Exception {
        assertSameAsNbconvert(ScriptedKernel.launch(), notebook(
                "stdout a\\n\nstdout b\\n\nstderr c\nstdout d\ndisplay text/html <b>\\n</b>\nresult 42",
                "",
                "show x first\nshow y other",
                "stdout between\nshow x second\nupdate x third\nupdate unknown nothing",
                "stdout a\nclear",
                "stdout a\nclear-wait",
                "stdout a\nclear-wait\nstdout b",
                "show z a\nclear\nshow z b\nstdout s\nupdate z c",
                "show z again\nupdate x fourth",
                "json application/vnd.infogap.claim+json {\"id\": \"4-08\", \"lines\": [\"a\", \"b\"], \"value\": 0.5}",
                // nbclient's own socket drops what it has not read after 1000 messages; our runner has tests with more
                "flood 500"));
    }

    @Test
    void aJavaNotebookGivesTheSameFile() throws Exception {
        assertSameAsNbconvert(KernelLaunch.of(LaunchCommand.ofThisJvm()), notebook(
                "import infogap.numeric.Fractions;\nimport java.awt.image.BufferedImage;",
                "var posterior = Fractions.ofDecimal(0.18).divide(Fractions.ofDecimal(0.26));\nposterior",
                "System.out.println(\"信息差\");\nSystem.err.println(\"to stderr\");\nSystem.out.print(\"no newline\");",
                "var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);\nimage",
                "var nothing = posterior.doubleValue();",
                "for (int i = 0; i < 3; i++) { display(\"row \" + i); }",
                "var id = display(\"<b>first</b>\", \"text/html\");",
                "updateDisplay(id, \"<b>second</b>\", \"text/html\");"));
    }

    private static Notebook notebook(String... sources) {
        List<Cell> cells = IntStream.range(0, sources.length).mapToObj(i -> Cell.code("c" + i, sources[i])).toList();
        return Notebook.of(cells);
    }

    private void assertSameAsNbconvert(KernelLaunch launch, Notebook plain) throws Exception {
        JsonObject kernelspec = new JsonObject();
        kernelspec.addProperty("display_name", launch.displayName());
        kernelspec.addProperty("language", launch.language());
        kernelspec.addProperty("name", launch.name());
        JsonObject metadata = new JsonObject();
        metadata.add("kernelspec", kernelspec);
        Notebook notebook = plain.withMetadata(metadata);
        notebook.write(folder.resolve("in.ipynb"));
        installSpec(launch);
        assertEquals(0, run(JUPYTER.toString(), "nbconvert", "--to", "notebook", "--execute", "--output", "out.ipynb",
                "--ExecutePreprocessor.record_timing=False", folder.resolve("in.ipynb").toString()), this::log);
        NotebookRun run = NotebookRunner.of(launch).run(new NotebookJob("in.ipynb", notebook, folder));
        Notebook ours = assertInstanceOf(NotebookRun.Executed.class, run, run::toString).notebook();
        assertEquals(streamsJoined(Notebook.read(folder.resolve("out.ipynb"))).text(), ours.text());
    }

    private static Notebook streamsJoined(Notebook notebook) {
        return notebook.withCells(notebook.cells().stream().map(cell -> cell.type() == CellType.CODE
                ? cell.withExecution(cell.executionCount(), Output.joinStreams(cell.outputs())) : cell).toList());
    }

    private void installSpec(KernelLaunch launch) throws IOException {
        JsonObject spec = new JsonObject();
        JsonArray argv = new JsonArray();
        launch.command().forEach(argv::add);
        spec.add("argv", argv);
        spec.addProperty("display_name", launch.displayName());
        spec.addProperty("language", launch.language());
        spec.addProperty("interrupt_mode", "message");
        AtomicFile.write(folder.resolve("jupyter/kernels").resolve(launch.name()).resolve("kernel.json"), spec.toString());
    }

    private int run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("JUPYTER_PATH", folder.resolve("jupyter").toString());
        builder.environment().put("HOME", folder.toString());
        return builder.start().waitFor();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}

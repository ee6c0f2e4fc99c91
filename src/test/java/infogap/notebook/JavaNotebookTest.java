package infogap.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.kernel.KernelSpec;
import infogap.kernel.LaunchCommand;
import infogap.notebook.KernelException.Reason;
import infogap.notebook.NotebookRun.Executed;
import infogap.notebook.NotebookRun.Failed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Java notebooks on this project's own kernel.
class JavaNotebookTest {

    @TempDir
    Path folder;

    private final NotebookRunner runner = NotebookRunner.of(KernelLaunch.of(LaunchCommand.ofThisJvm()));

    private NotebookJob job(String... sources) {
        List<Cell> cells = IntStream.range(0, sources.length).mapToObj(i -> Cell.code("c" + i, sources[i])).toList();
        return new NotebookJob("java.ipynb", Notebook.of(cells), folder);
    }

    private Failed failed(RunLimits limits, String... sources) throws InterruptedException {
        NotebookRun run = runner.withLimits(limits).run(job(sources));
        assertEquals(List.of(), ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).toList());
        return assertInstanceOf(Failed.class, run, run::toString);
    }

    @Test
    void cellsSeeTheLibraryAndTwoRunsGiveTheSameBytes() throws InterruptedException {
        NotebookJob job = job("import infogap.numeric.Fractions;",
                "var posterior = Fractions.ofDecimal(0.18).divide(Fractions.ofDecimal(0.26));\nSystem.out.println(\"posterior\");\nposterior",
                "for (int i = 0; i < 12000; i++) { System.out.println(i); }");
        List<NotebookRun> runs = runner.run(List.of(job, job), RunListener.NONE);
        Notebook first = assertInstanceOf(Executed.class, runs.getFirst(), runs::toString).notebook();
        assertEquals(Output.stream("stdout", "posterior\n"), first.cells().get(1).outputs().getFirst());
        assertEquals("9 / 13", first.cells().get(1).outputs().get(1).data().get("text/plain").getAsString());
        assertEquals(12_000, first.cells().get(2).outputs().getFirst().text().lines().count());
        assertEquals("java", first.metadata().getAsJsonObject("language_info").get("name").getAsString());
        assertEquals(KernelSpec.NAME, first.metadata().getAsJsonObject("kernelspec").get("name").getAsString());
        assertEquals(first.text(), runs.getLast().notebook().text());
    }

    @Test
    void anExceptionEndsTheRunWithItsClassAndItsCause() throws InterruptedException {
        Failed failed = failed(RunLimits.DEFAULT, "int before = 1;",
                "throw new IllegalStateException(\"outer\", new ArithmeticException(\"inner\"));", "int after = 1;");
        assertEquals(Optional.empty(), failed.reason());
        assertEquals(1, failed.cell().orElseThrow().index());
        assertTrue(failed.error().name().endsWith("IllegalStateException"), failed.toString());
        assertTrue(failed.error().plainTraceback().contains("inner"), failed.toString());
    }

    @Test
    void codeThatDoesNotCompileEndsTheRunAndNamesTheLine() throws InterruptedException {
        Failed failed = failed(RunLimits.DEFAULT, "int a = 1;\nint b = missing;");
        assertTrue(failed.error().plainTraceback().contains("missing"), failed.toString());
    }

    @Test
    void anEndlessLoopIsInterruptedAtItsTimeLimit() throws InterruptedException {
        Failed failed = failed(RunLimits.DEFAULT.withCell(Duration.ofSeconds(2)), "while (true) {}");
        assertEquals(Optional.of(Reason.TIME_LIMIT), failed.reason());
        assertTrue(failed.error().message().contains("was interrupted"), failed.toString());
    }

    @Test
    void aCellThatHaltsItsKernelIsNamed() throws InterruptedException {
        Failed failed = failed(RunLimits.DEFAULT, "int before = 1;", "Runtime.getRuntime().halt(3);");
        assertEquals(Optional.of(Reason.DIED), failed.reason());
        assertEquals(1, failed.cell().orElseThrow().index());
        assertTrue(failed.error().message().contains("exit code 3"), failed.toString());
    }
}

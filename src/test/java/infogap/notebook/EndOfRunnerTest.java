package infogap.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The runner's own JVM is ended from outside (Ctrl-C, a stopped build) while a cell runs: the kernel ends with it.
class EndOfRunnerTest {

    @TempDir
    Path folder;

    /// The JVM that is ended: runs a cell that never ends, and says which process runs it once that is under way.
    static final class EndlessRun {

        private EndlessRun() {}

        public static void main(String[] arguments) throws InterruptedException {
            Notebook notebook = Notebook.of(List.of(Cell.code("a", "stdout ready"), Cell.code("b", "sleep")));
            NotebookJob job = new NotebookJob("endless", notebook, Path.of(arguments[0]));
            NotebookRunner.of(ScriptedKernel.launch()).run(List.of(job), new RunListener() {
                @Override
                public void cell(Position position, int cell, int cells) {
                    if (cell == 2) {
                        System.out.println(ProcessHandle.current().children().findFirst().orElseThrow().pid());
                    }
                }
            });
        }
    }

    @Test
    void theKernelAndItsConnectionFileEndWithTheRunner() throws Exception {
        Process runner = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder, "-cp", ScriptedKernel.classPath(), EndlessRun.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader output = runner.inputReader()) {
            long kernel = Long.parseLong(output.readLine());
            assertTrue(ProcessHandle.of(kernel).orElseThrow().isAlive());
            assertEquals(1, connectionFiles());
            runner.destroy();
            runner.waitFor();
            assertFalse(ProcessHandle.of(kernel).map(ProcessHandle::isAlive).orElse(false));
            assertEquals(0, connectionFiles());
        } finally {
            runner.destroyForcibly();
        }
    }

    private long connectionFiles() throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json")).count();
        }
    }
}

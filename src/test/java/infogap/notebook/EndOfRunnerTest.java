package infogap.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.kernel.LaunchCommand;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
            boolean java = arguments[1].equals("java");
            KernelLaunch launch = java ? KernelLaunch.of(LaunchCommand.ofThisJvm()) : ScriptedKernel.launch();
            Notebook notebook = Notebook.of(List.of(
                    Cell.code("a", java ? "int ready;" : "stdout ready"), Cell.code("b", java ? "while (true) {}" : "sleep")));
            NotebookJob job = new NotebookJob("endless", notebook, Path.of(arguments[0]));
            NotebookRunner.of(launch).run(List.of(job), new RunListener() {
                @Override
                public void cell(Position position, int cell, int cells) {
                    if (cell == 2) {
                        System.out.println(ProcessHandle.current().children().findFirst().orElseThrow().pid());
                    }
                }
            });
        }
    }

    /// A killed JVM runs no shutdown hook; our kernel watches the process that started it.
    @Test
    void ourKernelEndsEvenWhenTheRunnerIsKilled() throws Exception {
        Process runner = start("java");
        try (BufferedReader output = runner.inputReader()) {
            ProcessHandle kernel = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            runner.destroyForcibly();
            assertFalse(kernel.onExit().get(30, TimeUnit.SECONDS).isAlive());
        } finally {
            runner.destroyForcibly();
        }
    }

    @Test
    void theKernelAndItsConnectionFileEndWithTheRunner() throws Exception {
        Process runner = start("script");
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

    private Process start(String language) throws Exception {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.io.tmpdir=" + folder,
                "-cp", ScriptedKernel.classPath(), EndlessRun.class.getName(), folder.toString(), language)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private long connectionFiles() throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json")).count();
        }
    }
}

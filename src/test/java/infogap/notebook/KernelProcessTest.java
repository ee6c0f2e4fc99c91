package infogap.notebook;

import static infogap.notebook.NotebookRunnerTest.assertGone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.notebook.KernelException.Reason;
import infogap.notebook.NotebookRun.Failed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kernels that fail: each ends with one clear reason, and none is there afterwards.
class KernelProcessTest {

    private static final RunLimits SHORT = new RunLimits(Duration.ofSeconds(60), Duration.ofMillis(900), Duration.ofSeconds(2));

    @TempDir
    Path folder;

    private Failed failed(KernelLaunch launch, RunLimits limits, String... sources) throws InterruptedException {
        List<Cell> cells = IntStream.range(0, sources.length).mapToObj(i -> Cell.code("c" + i, sources[i])).toList();
        NotebookRun run = NotebookRunner.of(launch).withLimits(limits).run(new NotebookJob("test.ipynb", Notebook.of(cells), folder));
        assertEquals(List.of(), ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).toList());
        return assertInstanceOf(Failed.class, run, run::toString);
    }

    private static long printedPid(Failed failed) {
        return Long.parseLong(failed.notebook().cells().getFirst().outputs().getFirst().text());
    }

    @Test
    void aCellOverItsTimeIsInterruptedAndSaysWhereItStood() throws InterruptedException {
        Failed failed = failed(ScriptedKernel.launch(), SHORT, "pid", "stdout before\nsleep");
        assertEquals(Optional.of(Reason.TIME_LIMIT), failed.reason());
        assertEquals("CellTimeLimit: the cell ran longer than its limit of 900 ms and was interrupted", failed.error().toString());
        assertTrue(failed.error().plainTraceback().startsWith("Interrupted: while sleeping"), failed.error().plainTraceback());
        assertEquals(1, failed.cell().orElseThrow().index());
        assertEquals(Output.stream("stdout", "before"), failed.notebook().cells().get(1).outputs().getFirst());
        assertGone(printedPid(failed));
    }

    @Test
    void aCellThatIgnoresTheInterruptIsKilled() throws InterruptedException {
        Failed failed = failed(ScriptedKernel.launch(), SHORT, "pid", "stdout before\ndeaf");
        assertEquals(Optional.of(Reason.TIME_LIMIT), failed.reason());
        assertTrue(failed.error().message().contains("did not stop when interrupted"), failed.error().message());
        List<Output> outputs = failed.notebook().cells().get(1).outputs();
        assertEquals(Output.stream("stdout", "before"), outputs.getFirst());
        assertEquals("CellTimeLimit", outputs.getLast().error().name());
        assertGone(printedPid(failed));
    }

    @Test
    void aDeadKernelIsNoticedWithItsLastOutputAndItsLastWords() throws InterruptedException {
        Failed failed = failed(ScriptedKernel.launch(), RunLimits.DEFAULT, "pid", "stdout before\nhalt 7", "stdout never");
        assertEquals(Optional.of(Reason.DIED), failed.reason());
        assertTrue(failed.error().message().endsWith("(exit code 7)"), failed.error().message());
        assertTrue(failed.error().traceback().contains("last words"), failed.toString());
        assertEquals(1, failed.cell().orElseThrow().index());
        assertEquals(Output.stream("stdout", "before"), failed.notebook().cells().get(1).outputs().getFirst());
    }

    @Test
    void aKernelThatForgetsToBecomeIdleIsNotWaitedForForEver() throws InterruptedException {
        RunLimits limits = RunLimits.DEFAULT.withGrace(Duration.ofSeconds(1));
        Failed failed = failed(ScriptedKernel.launch(), limits, "pid", "never-idle");
        assertEquals(Optional.of(Reason.PROTOCOL), failed.reason());
        assertGone(printedPid(failed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail A b", "halt 1"})
    void whatACellStartedIsKilledToo(String end) throws InterruptedException {
        Failed failed = failed(ScriptedKernel.launch(), RunLimits.DEFAULT, "spawn", end);
        assertGone(printedPid(failed));
    }

    @Test
    void aKernelThatRefusesToShutDownIsKilled() throws InterruptedException {
        Failed failed = failed(ScriptedKernel.launch("-Dstubborn=true"), RunLimits.DEFAULT, "pid", "fail A b");
        assertGone(printedPid(failed));
    }

    @Test
    void aCommandThatDoesNotExistIsNamed() throws InterruptedException {
        Failed failed = failed(launch("no-such-kernel-command", "{connection_file}"), RunLimits.DEFAULT, "stdout a");
        assertEquals(Optional.of(Reason.NOT_STARTED), failed.reason());
        assertEquals(Optional.empty(), failed.cell());
        assertTrue(failed.error().message().contains("no-such-kernel-command"), failed.error().message());
    }

    @Test
    void aProcessThatEndsBeforeItIsReadyShowsWhatItSaid() throws InterruptedException {
        Failed failed = failed(launch("sh", "-c", "echo no display >&2; exit 3", "{connection_file}"), RunLimits.DEFAULT, "stdout a");
        assertEquals(Optional.of(Reason.NOT_STARTED), failed.reason());
        assertEquals("""
                test.ipynb, no cell was executed
                KernelNotStarted: the kernel's process ended before it was ready (exit code 3)
                  no display""", failed.toString());
    }

    @Test
    void aSilentKernelIsGivenUp() throws InterruptedException {
        RunLimits limits = RunLimits.DEFAULT.withStart(Duration.ofMillis(700));
        Failed failed = failed(ScriptedKernel.launch("-Dsilent=true"), limits, "stdout a");
        assertEquals(Optional.of(Reason.NOT_STARTED), failed.reason());
        assertTrue(failed.error().message().contains("did not open its channels within 700 ms"), failed.error().message());
    }

    @Test
    void answersWithAWrongSignatureAreRefused() throws InterruptedException {
        Failed failed = failed(ScriptedKernel.launch("-Dwrong-key=true"), RunLimits.DEFAULT, "stdout a");
        assertEquals(Optional.of(Reason.PROTOCOL), failed.reason());
        assertTrue(failed.error().message().contains("not signed with its key"), failed.error().message());
    }

    @Test
    void aKernelThatFoundItsPortTakenIsStartedAgain() throws InterruptedException {
        Path marker = folder.resolve("tried");
        List<String> command = new ArrayList<>(List.of("sh", "-c",
                "if [ -e \"$0\" ]; then exec \"$@\"; else touch \"$0\"; echo Errno 48 : Address already in use >&2; exit 1; fi", marker.toString()));
        command.addAll(ScriptedKernel.launch().command());
        NotebookRun run = NotebookRunner.of(launch(command.toArray(String[]::new)))
                .run(new NotebookJob("test", Notebook.of(List.of(Cell.code("a", "stdout fine"))), folder));
        assertInstanceOf(NotebookRun.Executed.class, run, run::toString);
        assertTrue(Files.exists(marker));
    }

    @Test
    void connectionFilesArePrivateAndAreDeleted() throws IOException {
        Path file;
        try (KernelProcess kernel = KernelProcess.start(
                launch("sh", "-c", "cp -p \"$0\" seen; echo \"$0\" > name; exec \"$@\"", "{connection_file}",
                        ScriptedKernel.launch().command()), folder, RunLimits.DEFAULT, () -> false)) {
            file = Path.of(Files.readString(folder.resolve("name")).strip());
            assertTrue(Files.exists(file));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertTrue(kernel.handle().isAlive());
        }
        assertFalse(Files.exists(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kernel"})
    void aCommandWithoutAPlaceForTheConnectionFileIsRefused(String argument) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> launch("java", argument));
        assertTrue(e.getMessage().contains("{connection_file}"), e.getMessage());
    }

    private static KernelLaunch launch(String... command) {
        return new KernelLaunch("test", "Test", "script", List.of(command));
    }

    private static KernelLaunch launch(String first, String second, String third, String fourth, List<String> rest) {
        List<String> command = new ArrayList<>(List.of(first, second, third, fourth));
        command.addAll(rest);
        return new KernelLaunch("test", "Test", "script", command);
    }
}

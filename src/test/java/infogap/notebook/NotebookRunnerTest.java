package infogap.notebook;

import infogap.storage.AtomicFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import infogap.notebook.NotebookRun.Executed;
import infogap.notebook.NotebookRun.Failed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run makes of what a kernel says. The expected outputs are those of nbclient's rules; `NbconvertTest` asks Jupyter itself.
class NotebookRunnerTest {

    @TempDir
    Path folder;

    private final NotebookRunner runner = NotebookRunner.of(ScriptedKernel.launch());

    private NotebookJob job(String name, String... sources) {
        List<Cell> cells = IntStream.range(0, sources.length).mapToObj(i -> Cell.code("c" + i, sources[i])).toList();
        return new NotebookJob(name, Notebook.of(cells), folder);
    }

    private Notebook executed(String... sources) throws InterruptedException {
        NotebookRun run = runner.run(job("test.ipynb", sources));
        return assertInstanceOf(Executed.class, run, run::toString).notebook();
    }

    private static JsonObject plain(String text) {
        JsonObject data = new JsonObject();
        data.addProperty("text/plain", text);
        return data;
    }

    @Test
    void everyKindOfOutputIsCollectedInOrder() throws InterruptedException {
        Cell cell = executed("stdout a\\n\nstdout b\\n\nstderr c\nstdout d\ndisplay text/html <b>e</b>\nresult 42").cells().getFirst();
        assertEquals(OptionalInt.of(1), cell.executionCount());
        assertEquals(List.of("stream", "stream", "stream", "display_data", "execute_result"),
                cell.outputs().stream().map(output -> output.type().jsonName()).toList());
        assertEquals(Output.stream("stdout", "a\nb\n"), cell.outputs().get(0));
        assertEquals(Output.stream("stderr", "c"), cell.outputs().get(1));
        assertEquals("<b>e</b>", cell.outputs().get(3).data().get("text/html").getAsString());
        assertEquals("{\"output_type\":\"execute_result\",\"data\":{\"text/plain\":\"42\"},\"metadata\":{},\"execution_count\":1}",
                cell.outputs().get(4).json().toString());
    }

    @Test
    void aDisplayIsUpdatedWhereverItStands() throws InterruptedException {
        Notebook notebook = executed("show x first\nshow y other", "stdout between\nshow x second\nupdate x third");
        assertEquals(plain("third"), notebook.cells().get(0).outputs().get(0).data());
        assertEquals(plain("other"), notebook.cells().get(0).outputs().get(1).data());
        assertEquals(plain("third"), notebook.cells().get(1).outputs().get(1).data());
        assertEquals(2, notebook.cells().get(1).outputs().size(), "an update adds no output");
    }

    @Test
    void clearOutputEmptiesTheCellAtOnceOrBeforeTheNextOutput() throws InterruptedException {
        Notebook notebook = executed(
                "stdout a\nclear", "stdout a\nclear-wait", "stdout a\nclear-wait\nstdout b", "show x a\nclear\nshow x b\nupdate x c", "update x d");
        assertEquals(List.of(), notebook.cells().get(0).outputs());
        assertEquals(List.of(Output.stream("stdout", "a")), notebook.cells().get(1).outputs());
        assertEquals(List.of(Output.stream("stdout", "b")), notebook.cells().get(2).outputs());
        assertEquals(List.of(plain("d")), notebook.cells().get(3).outputs().stream().map(Output::data).toList());
    }

    @Test
    void theFirstFailingCellEndsTheRun() throws InterruptedException {
        NotebookJob job = job("bad.ipynb", "stdout fine", "stdout before\nfail MyException went wrong", "stdout never");
        Failed failed = assertInstanceOf(Failed.class, runner.run(job));
        assertEquals(1, failed.cell().orElseThrow().index());
        assertEquals("c1", failed.cell().orElseThrow().id());
        assertEquals("MyException", failed.error().name());
        assertTrue(failed.reason().isEmpty());
        assertEquals(List.of("\u001B[31mMyException\u001B[0m: went wrong", "  at line 1"), failed.error().traceback());
        assertEquals(List.of("stream", "error"),
                failed.notebook().cells().get(1).outputs().stream().map(output -> output.type().jsonName()).toList());
        assertEquals(List.of(), failed.notebook().cells().get(2).outputs());
        assertEquals("""
                bad.ipynb, cell 2 (id c1):
                  | stdout before
                  | fail MyException went wrong
                MyException: went wrong
                  at line 1""", failed.toString());
    }

    @Test
    void aCellThatMayRaiseDoesNotEndTheRun() throws InterruptedException {
        NotebookJob job = job("test.ipynb", "fail MyException expected", "stdout after");
        Notebook tagged = job.notebook().withCells(List.of(
                job.notebook().cells().get(0).withTag("raises-exception"), job.notebook().cells().get(1)));
        Executed executed = assertInstanceOf(Executed.class, runner.run(new NotebookJob("test.ipynb", tagged, folder)));
        assertEquals("MyException", executed.notebook().cells().get(0).outputs().getFirst().error().name());
        assertEquals(Output.stream("stdout", "after"), executed.notebook().cells().get(1).outputs().getFirst());
    }

    @Test
    void staleOutputsAndTimesGoAndSkippedCellsStay() throws InterruptedException {
        Notebook notebook = Notebook.parse("stale", """
                {"metadata": {"custom": 1.50}, "nbformat": 4, "nbformat_minor": 5, "cells": [
                 {"cell_type": "code", "id": "blank", "metadata": {}, "source": " \\n", "execution_count": 7,
                  "outputs": [{"output_type": "stream", "name": "stdout", "text": "old"}]},
                 {"cell_type": "code", "id": "skipped", "metadata": {"tags": ["skip-execution"]}, "source": "fail A b", "execution_count": 8,
                  "outputs": [{"output_type": "stream", "name": "stdout", "text": "kept"}]},
                 {"cell_type": "code", "id": "timed", "source": "stdout new", "execution_count": 9, "outputs": [],
                  "metadata": {"execution": {"iopub.status.busy": "2020-01-01T00:00:00Z"}, "other": [1]}}]}""");
        Notebook executed = assertInstanceOf(Executed.class, runner.run(new NotebookJob("stale", notebook, folder))).notebook();
        assertEquals(List.of(), executed.cells().get(0).outputs());
        assertEquals(notebook.cells().get(1), executed.cells().get(1));
        assertEquals("{\"other\":[1]}", executed.cells().get(2).json().get("metadata").toString());
        assertEquals(OptionalInt.of(1), executed.cells().get(2).executionCount());
        assertEquals("1.50", executed.metadata().get("custom").getAsString());
        assertEquals("script", executed.metadata().getAsJsonObject("language_info").get("name").getAsString());
        assertEquals("{\"display_name\":\"Scripted\",\"language\":\"script\",\"name\":\"scripted\"}",
                executed.metadata().get("kernelspec").toString());
    }

    @Test
    void noMessageIsLostAndTwoRunsGiveTheSameBytes() throws InterruptedException {
        String[] sources = {"flood 20000", "show x 1\nupdate x 2", "result 3"};
        Notebook first = executed(sources);
        assertEquals(20_000, first.cells().getFirst().outputs().getFirst().text().lines().count());
        assertEquals(first.text(), executed(sources).text());
    }

    @Test
    void aKernelRunsInTheNotebooksFolder() throws InterruptedException {
        assertEquals(folder.toAbsolutePath().toString(), executed("folder").cells().getFirst().outputs().getFirst().text());
    }

    @Test
    void manyNotebooksRunInParallelAndReportInTheirOrder() throws InterruptedException {
        List<NotebookJob> jobs = IntStream.range(0, 5)
                .mapToObj(i -> i == 2 ? job("n2", "pid", "fail A b") : job("n" + i, "pid", "stdout " + i)).toList();
        List<String> events = new ArrayList<>();
        List<NotebookRun> runs = runner.withParallel(3).run(jobs, new RunListener() {
            @Override
            public void started(Position notebook) {
                events.add("started " + notebook.number() + "/" + notebook.total());
            }

            @Override
            public void cell(Position notebook, int cell, int cells) {
                events.add(notebook.name() + " cell " + cell + "/" + cells);
            }

            @Override
            public void finished(Position notebook, NotebookRun run) {
                events.add("finished " + run.name());
            }
        });
        assertEquals(List.of("n0", "n1", "n2", "n3", "n4"), runs.stream().map(NotebookRun::name).toList());
        assertEquals(List.of(2), IntStream.range(0, 5).filter(i -> runs.get(i) instanceof Failed).boxed().toList());
        List<Long> pids = runs.stream().map(run -> Long.valueOf(run.notebook().cells().getFirst().outputs().getFirst().text())).toList();
        assertEquals(5, pids.stream().distinct().count(), "one process each");
        pids.forEach(NotebookRunnerTest::assertGone);
        for (int i = 0; i < 5; i++) {
            List<String> own = List.of("started " + (i + 1) + "/5", "n" + i + " cell 1/2", "n" + i + " cell 2/2", "finished n" + i);
            assertEquals(own, events.stream().filter(own::contains).toList());
        }
    }

    @Test
    void anInterruptedCallerLeavesNoKernelBehind() throws Exception {
        Path pidFile = folder.resolve("pid");
        NotebookJob job = job("endless", "pid", "sleep");
        FutureTask<InterruptedException> outcome = new FutureTask<>(() -> assertThrows(InterruptedException.class,
                () -> runner.run(List.of(job), new RunListener() {
                    @Override
                    public void cell(Position notebook, int cell, int cells) {
                        if (cell == 2) {
                            AtomicFile.write(pidFile, kernelsOf(ProcessHandle.current()));
                        }
                    }
                })));
        Thread caller = Thread.ofPlatform().start(outcome);
        while (!Files.exists(pidFile) && !outcome.isDone()) {
            Thread.sleep(20);
        }
        if (!Files.exists(pidFile)) {
            outcome.get();    // the run ended before its second cell: this tells why
        }
        List<Long> kernels = Arrays.stream(Files.readString(pidFile).split(",")).map(Long::valueOf).toList();
        assertFalse(kernels.isEmpty());
        caller.interrupt();
        outcome.get();
        kernels.forEach(NotebookRunnerTest::assertGone);
    }

    private static String kernelsOf(ProcessHandle process) {
        return String.join(",", process.children().map(child -> Long.toString(child.pid())).toList());
    }

    static void assertGone(long pid) {
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false), "process " + pid + " is still there");
    }
}

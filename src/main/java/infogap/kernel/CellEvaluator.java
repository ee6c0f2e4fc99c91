package infogap.kernel;

import infogap.kernel.CellSources.Cell;
import infogap.kernel.CellSources.Origin;
import infogap.kernel.CellSplitter.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/// Runs cells: one after the other, snippet by snippet, until one fails.
final class CellEvaluator implements AutoCloseable {

    /// What the kernels of the IJava family import before the first cell, their `display`, `render`, `updateDisplay`,
    /// and our own `clearOutput`.
    private static final List<String> IMPORTS = List.of(
            "import java.io.*;",
            "import java.math.*;",
            "import java.net.*;",
            "import java.nio.file.*;",
            "import java.util.*;",
            "import java.util.concurrent.*;",
            "import java.util.function.*;",
            "import java.util.regex.*;",
            "import java.util.stream.*;",
            "import static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*;",
            "import static infogap.kernel.CellOutput.*;");

    /// How javac's report of its own failure begins (`msg.bug` of its English messages).
    private static final String COMPILER_CRASH = "An exception has occurred in the compiler";

    private final CellExecutionControl execution = new CellExecutionControl(this::running);
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final CellSplitter splitter;
    private final CellSources sources;
    private final CompileErrors compileErrors;
    private final RuntimeErrors runtimeErrors;
    private volatile CellThreads running;

    /// @param compilerOptions options of javac, such as those that allow preview features
    CellEvaluator(List<String> compilerOptions) {
        shell = JShell.builder()
                .compilerOptions(compilerOptions.toArray(String[]::new))
                .executionEngine(execution.provider(), null)
                .in(System.in)
                .out(System.out)
                .err(System.err)
                .build();
        if (System.getProperty(CacheTraining.FOLDERS) != null) {
            shell.addToClasspath(System.getProperty(CacheTraining.FOLDERS));
        }
        analysis = shell.sourceCodeAnalysis();
        splitter = new CellSplitter(analysis);
        sources = new CellSources(analysis, execution.snippets()::lineShift);
        compileErrors = new CompileErrors(shell);
        runtimeErrors = new RuntimeErrors(sources);
        IMPORTS.forEach(shell::eval);
    }

    JShell shell() {
        return shell;
    }

    CellSplitter splitter() {
        return splitter;
    }

    /// The cell that is being evaluated, or null.
    CellThreads running() {
        return running;
    }

    /// From here on the given cell is the running one, until [#ended()].
    void starts(CellThreads cell) {
        StopCheck.cellStarts();
        execution.cellStarts();
        running = cell;
    }

    void ended() {
        running = null;
    }

    /// Evaluates a cell's text as part of the running cell.
    ///
    /// @param number the cell's execution count, for error messages
    /// @return the value of the last snippet if it is an expression, else null
    /// @throws CellFailure if a snippet does not compile or throws; the snippets after it do not run
    Object evaluate(int number, String source) throws CellFailure {
        var cell = new Cell(number, source);
        List<Piece> pieces = splitter.split(source);
        if (!pieces.isEmpty() && !pieces.getLast().wellFormed()) {
            // The text has a hole somewhere; nothing of it runs, so that the cell can be repaired and run again as a whole.
            throw malformed(cell, pieces.getLast());
        }
        Object value = null;
        var notes = new CellNotes(shell, sources);
        try {
            for (Piece piece : pieces) {
                value = evaluate(cell, piece, notes);
            }
        } finally {
            notes.writeTo(running.exchange());
        }
        return value;
    }

    private CellFailure malformed(Cell cell, Piece piece) {
        List<SnippetEvent> events = shell.eval(piece.source());
        var origin = new Origin(cell, piece.offset());
        return events.isEmpty() ? compileErrors.incomplete(cell) : compileErrors.refused(events.getFirst().snippet(), origin);
    }

    private Object evaluate(Cell cell, Piece piece, CellNotes notes) throws CellFailure {
        running.stopIfInterrupted();
        execution.clear();
        var origin = new Origin(cell, piece.offset());
        Object value = null;
        var noLongerCompiling = new ArrayList<DeclarationSnippet>();
        List<SnippetEvent> events = compileAndRun(piece.source(), origin);
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            if (event.status() == Status.OVERWRITTEN) {
                continue;
            }
            if (event.causeSnippet() != null) {
                sources.compiled(snippet);
                if (isPending(event.status()) && !isPending(event.previousStatus()) && snippet instanceof DeclarationSnippet declaration) {
                    noLongerCompiling.add(declaration);
                }
                continue;
            }
            if (event.status() == Status.REJECTED) {
                throw compileErrors.refused(snippet, origin);
            }
            sources.add(snippet, origin);
            if (isPending(event.status()) && snippet instanceof DeclarationSnippet declaration) {
                notes.waits(declaration);
            }
            if (event.exception() instanceof UnresolvedReferenceException unresolved) {
                throw unresolved(unresolved.getSnippet());
            }
            value = isExpression(snippet) ? execution.value() : null;
        }
        noLongerCompiling.forEach(declaration -> keep(declaration, notes));
        notes.reset(execution.snippets().takeResets());
        running.stopIfInterrupted();
        if (execution.thrown() instanceof OutOfMemoryError) {
            // Left alone, what filled the heap would stay in the cell's variables, and the kernel could not even compile a repair.
            execution.clearVariables();
        }
        if (execution.thrown() != null) {
            throw failure(execution.thrown());
        }
        return value;
    }

    /// A variable whose initialiser no longer compiles, because what it called was declared anew, is declared again by its type alone.
    private void keep(DeclarationSnippet declaration, CellNotes notes) {
        if (!(declaration instanceof VarSnippet variable)) {
            notes.waits(declaration);
            return;
        }
        execution.keepNextVariable(true);
        try {
            for (SnippetEvent event : shell.eval(variable.typeName() + " " + variable.name() + ";")) {
                if (event.causeSnippet() == null && isPending(event.status())) {
                    notes.waits(variable);
                }
            }
        } finally {
            execution.keepNextVariable(false);
        }
    }

    /// When javac crashes it leaves neither errors nor classes, only a report on the error stream of its thread, and JShell takes the
    /// silence for success.
    private List<SnippetEvent> compileAndRun(String source, Origin origin) throws CellFailure {
        var events = new ArrayList<SnippetEvent>();
        String report = OutputCapture.printedBy(() -> events.addAll(shell.eval(source)));
        if (report.contains(COMPILER_CRASH)) {
            CellFailure failure = compileErrors.compilerDied(report, origin);
            // neither the new declaration nor those that were to be compiled with it can be compiled again
            events.stream().map(SnippetEvent::snippet).filter(snippet -> shell.status(snippet).isActive()).forEach(shell::drop);
            throw failure;
        }
        if (!report.isEmpty()) {
            running.exchange().print(StreamType.ERR, report);
        }
        return events;
    }

    private CellFailure unresolved(DeclarationSnippet declaration) {
        return compileErrors.unresolved(declaration, sources.origin(declaration)
                .orElseGet(() -> new Origin(new Cell(0, declaration.source()), 0)));
    }

    /// Runs code that a cell's objects take part in, such as their `toString`, under the same rules as the cell itself.
    <T> T inCell(Callable<T> code) throws CellFailure {
        try {
            return running.run(code);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        }
    }

    /// Describing an exception calls methods that the cell may have written, `getMessage` first of all.
    private CellFailure failure(Throwable thrown) {
        try {
            return running.run(() -> runtimeErrors.failure(thrown));
        } catch (ExecutionException indescribable) {
            return RuntimeErrors.withoutWords(thrown);
        }
    }

    /// Whether a declaration waits for another one.
    static boolean isPending(Status status) {
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }

    private static boolean isExpression(Snippet snippet) {
        return snippet.kind() == Kind.EXPRESSION || snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    @Override
    public void close() {
        shell.close();
    }
}

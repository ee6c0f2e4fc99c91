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

/// Runs cells: one after the other, snippet by snippet, until one fails.
final class CellEvaluator implements AutoCloseable {

    /// What the kernels of the IJava family import before the first cell, and their `display`, `render`, `updateDisplay`.
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
            "import static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*;");

    private final CellExecutionControl execution = new CellExecutionControl(this::running);
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final CellSplitter splitter;
    private final CellSources sources;
    private final CompileErrors compileErrors;
    private final RuntimeErrors runtimeErrors;
    private volatile CellThreads running;

    CellEvaluator() {
        shell = JShell.builder()
                .executionEngine(execution.provider(), null)
                .in(System.in)
                .out(System.out)
                .err(System.err)
                .build();
        analysis = shell.sourceCodeAnalysis();
        splitter = new CellSplitter(analysis);
        sources = new CellSources(analysis);
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
        var pending = new ArrayList<DeclarationSnippet>();
        for (Piece piece : pieces) {
            value = evaluate(cell, piece, pending);
        }
        for (DeclarationSnippet declaration : pending) {
            if (isPending(shell.status(declaration))) {
                throw unresolved(declaration);
            }
        }
        return value;
    }

    private CellFailure malformed(Cell cell, Piece piece) {
        List<SnippetEvent> events = shell.eval(piece.source());
        if (events.isEmpty()) {
            return new CellFailure(CompileErrors.NAME, "the cell is not complete", List.of());
        }
        return compileErrors.refused(events.getFirst().snippet(), new Origin(cell, piece.offset()));
    }

    private Object evaluate(Cell cell, Piece piece, List<DeclarationSnippet> pending) throws CellFailure {
        running.stopIfInterrupted();
        execution.clear();
        var origin = new Origin(cell, piece.offset());
        Object value = null;
        for (SnippetEvent event : shell.eval(piece.source())) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() != null) {
                sources.compiled(snippet);
                continue;
            }
            if (event.status() == Status.OVERWRITTEN) {
                continue;
            }
            if (event.status() == Status.REJECTED) {
                throw compileErrors.refused(snippet, origin);
            }
            sources.add(snippet, origin);
            if (isPending(event.status()) && snippet instanceof DeclarationSnippet declaration) {
                pending.add(declaration);
            }
            if (event.exception() instanceof UnresolvedReferenceException unresolved) {
                throw unresolved(unresolved.getSnippet());
            }
            value = isExpression(snippet) ? execution.value() : null;
        }
        running.stopIfInterrupted();
        if (execution.thrown() instanceof OutOfMemoryError) {
            // Left alone, what filled the heap would stay in the cell's variables, and the kernel could not even compile a repair.
            execution.clearVariables();
        }
        if (execution.thrown() != null) {
            throw runtimeErrors.failure(execution.thrown());
        }
        return value;
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
            throw runtimeErrors.failure(failed.getCause());
        }
    }

    private static boolean isPending(Status status) {
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

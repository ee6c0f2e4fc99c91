package infogap.notebook;

import infogap.notebook.NotebookRun.Executed;
import infogap.notebook.NotebookRun.Failed;
import infogap.numeric.Checks;
import java.io.Console;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Shows how a run goes on: on a terminal one line that is drawn again and again, elsewhere a line at the start and the end of each
/// notebook. Methods are called by one thread at a time, as [RunListener] promises.
public final class Progress implements RunListener {

    private static final String CLEAR_LINE = "\r\u001B[2K";
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final boolean terminal;
    private final Map<Integer, String> running = new TreeMap<>();
    private int finished;

    private Progress(PrintStream out, boolean terminal) {
        this.out = Checks.present("out", out);
        this.terminal = terminal;
    }

    /// Draws if this JVM talks to a terminal, and prints lines otherwise.
    public static Progress on(PrintStream out) {
        Console console = System.console();
        return new Progress(out, console != null && console.isTerminal());
    }

    /// Draws on a terminal.
    static Progress drawn(PrintStream out) {
        return new Progress(out, true);
    }

    /// Prints lines.
    static Progress printed(PrintStream out) {
        return new Progress(out, false);
    }

    @Override
    public void started(Position notebook) {
        running.put(notebook.number(), notebook.name() + ": starting the kernel");
        if (terminal) {
            draw(notebook.total());
        } else {
            out.println("[" + notebook.number() + "/" + notebook.total() + "] " + notebook.name());
        }
    }

    @Override
    public void cell(Position notebook, int cell, int cells) {
        running.put(notebook.number(), notebook.name() + ": cell " + cell + " of " + cells);
        if (terminal) {
            draw(notebook.total());
        }
    }

    @Override
    public void finished(Position notebook, NotebookRun run) {
        running.remove(notebook.number());
        finished++;
        String end = switch (run) {
            case Executed executed -> "executed, " + executed.notebook().codeCells() + " code cells";
            case Failed failed -> "failed"
                    + failed.cell().map(cell -> " in cell " + (cell.index() + 1)).orElse(" to start") + ": " + failed.error().name();
        };
        out.println((terminal ? CLEAR_LINE : "") + "[" + notebook.number() + "/" + notebook.total() + "] " + notebook.name() + ": " + end);
        if (terminal && !running.isEmpty()) {
            draw(notebook.total());
        }
    }

    private void draw(int total) {
        String line = "[" + finished + "/" + total + "] " + running.values().stream().collect(Collectors.joining(" · "));
        out.print(CLEAR_LINE + (line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line));
        out.flush();
    }
}

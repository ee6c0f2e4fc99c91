package infogap.command;

import java.io.Console;
import java.io.PrintWriter;

/// The share of a long job that is done: one line that is drawn again and again on a terminal, and nothing elsewhere.
final class ProgressBar {

    private static final String CLEAR_LINE = "\r\u001B[2K";
    private static final int WIDTH = 40;

    private final PrintWriter out;
    private final String what;
    private final boolean terminal;
    private int shown = -1;

    ProgressBar(PrintWriter out, String what, boolean terminal) {
        this.out = out;
        this.what = what;
        this.terminal = terminal;
    }

    /// Draws if this JVM talks to a terminal.
    static ProgressBar on(PrintWriter out, String what) {
        Console console = System.console();
        return new ProgressBar(out, what, console != null && console.isTerminal());
    }

    /// Draws the share, in [0, 1], if its percentage has changed.
    void show(double share) {
        int percent = (int) (100 * share);
        if (terminal && percent != shown) {
            shown = percent;
            int full = WIDTH * percent / 100;
            out.print(CLEAR_LINE + what + " [" + "=".repeat(full) + " ".repeat(WIDTH - full) + "] " + percent + " %");
            out.flush();
        }
    }

    /// Leaves an empty line.
    void end() {
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}

package infogap.feedback.web;

import infogap.numeric.Checks;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// What a server tells its operator: one line for each error and, on request, for each answer. No line holds what a person wrote, a name, a token or
/// a query; a line break in a message cannot begin a line of its own.
///
/// @param out      where the lines go
/// @param accesses is every answer a line?
/// @param clock    tells the time of a line
public record ServerLog(PrintStream out, boolean accesses, InstantSource clock) {

    /// @throws IllegalArgumentException if a component is null
    public ServerLog {
        Checks.present("out", out);
        Checks.present("clock", clock);
    }

    /// A log that is written nowhere.
    public static ServerLog none() {
        return new ServerLog(new PrintStream(PrintStream.nullOutputStream()), false, InstantSource.system());
    }

    void error(String method, String path, int status, Throwable cause) {
        line("error", method + " " + path + " " + status + ": " + chain(cause));
    }

    /// Something is worse than it could be, and everything is done all the same.
    void warning(String what, Throwable cause) {
        line("warning", what + ": " + chain(cause));
    }

    private static String chain(Throwable cause) {
        StringBuilder chain = new StringBuilder();
        for (Throwable link = cause; link != null; link = link.getCause()) {
            String message = String.valueOf(link.getMessage());
            if (chain.indexOf(message) < 0) {
                chain.append(chain.isEmpty() ? "" : "; caused by ").append(link instanceof RuntimeException && link == cause
                        && link.getClass().getPackageName().startsWith("infogap") ? message : link.getClass().getSimpleName() + ": " + message);
            }
        }
        return chain.toString();
    }

    void access(String method, String path, int status, long nanos) {
        if (accesses) {
            line("access", method + " " + path + " " + status + " " + nanos / 1_000_000 + "ms");
        }
    }

    private void line(String level, String message) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        out.println(now + " " + level + " " + message.replaceAll("\\s+", " ").strip());
        out.flush();
    }
}

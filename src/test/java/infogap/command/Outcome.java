package infogap.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What a command of the command line came to.
record Outcome(int exitCode, String out, String err) {

    static Outcome of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = InfogapCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
        return new Outcome(exitCode, out.toString(), err.toString());
    }
}

package infogap;

import infogap.command.InfogapCommand;

/// Starts the command line.
public final class Infogap {

    private Infogap() {}

    /// Runs a command and ends the JVM with its exit code.
    public static void main(String[] arguments) {
        System.exit(InfogapCommand.commandLine().execute(arguments));
    }
}

package infogap.command;

import infogap.claims.ClaimsFileException;
import infogap.notebook.NotebookFormatException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line. Each command is a class of its own; an error is one message and an exit code that is not 0.
@Command(
        name = "infogap",
        description = "Exact models, executable notebooks and a claims ledger for the economics of information asymmetry.",
        mixinStandardHelpOptions = true,
        versionProvider = Distribution.class,
        subcommands = {
            NewCommand.class, RunCommand.class, CheckCommand.class, AcceptCommand.class, DiffCommand.class, OutputsCommand.class,
            InstallKernelCommand.class, FitCommand.class, FeedbackCommand.class, DrawCrmCommand.class})
public final class InfogapCommand {

    /// Everything ran and everything is as pinned.
    static final int FINE = 0;

    /// A claim changed, a notebook failed, or an input cannot be read.
    static final int PROBLEM = 1;

    private InfogapCommand() {}

    /// All commands, ready to be executed.
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new InfogapCommand());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((error, command, _) -> {
            if (!isAboutInput(error)) {
                throw error;
            }
            command.getErr().println(error.getMessage());
            command.getErr().flush();
            return PROBLEM;
        });
        return commandLine;
    }

    /// Whether the message says all that the user needs: what was wrong, where, and what would be right.
    private static boolean isAboutInput(Exception error) {
        return error instanceof ClaimsFileException
                || error instanceof NotebookFormatException
                || error instanceof UncheckedIOException
                || error instanceof IllegalArgumentException;
    }
}

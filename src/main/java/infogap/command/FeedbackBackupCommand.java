package infogap.command;

import infogap.feedback.store.FeedbackStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `feedback backup`: copies an embedded log, also while a server runs on it.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copies an embedded log to a new file, also while a server runs on it, and checks the copy. A server started with "
                + "--database jdbc:sqlite:FILE works on it. pg_dump copies a log in PostgreSQL.")
public final class FeedbackBackupCommand extends FeedbackTask {

    @Parameters(paramLabel = "FILE", description = "The new file.")
    private Path file;

    @Override
    int run(FeedbackStore store, PrintWriter out) {
        store.backUp(file);
        out.println("Copied to " + file);
        return CommandLine.ExitCode.OK;
    }
}

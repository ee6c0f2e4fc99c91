package infogap.command;

import infogap.feedback.exchange.PersonExport;
import infogap.feedback.store.FeedbackStore;
import infogap.storage.AtomicFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `feedback person`: all that is held about one person.
@Command(
        name = "person",
        mixinStandardHelpOptions = true,
        description = "Writes all that is held about one person as JSON.")
public final class FeedbackPersonCommand extends FeedbackTask {

    @ArgGroup(multiplicity = "1")
    private FeedbackPerson person;

    @Parameters(paramLabel = "FILE", description = "Where to; a file of this name is replaced.")
    private Path file;

    @Override
    int run(FeedbackStore store, PrintWriter out) {
        String held = person.customer().isPresent()
                ? PersonExport.ofCustomer(store, person.customer().getAsLong()).orElseThrow(() -> FeedbackPerson.unknown(person.customer().getAsLong()))
                : PersonExport.ofAuthor(store, person.author());
        AtomicFile.write(file, held + "\n");
        out.println("Written to " + file);
        return CommandLine.ExitCode.OK;
    }
}

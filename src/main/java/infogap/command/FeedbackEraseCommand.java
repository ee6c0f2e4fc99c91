package infogap.command;

import infogap.feedback.store.FeedbackStore;
import java.io.PrintWriter;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `feedback erase`: erases a person, so that the scores can still be proved.
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = "Erases a customer (the name, and what was said about them) or an author (what they said), also while a server runs. "
                + "The tallies and bare events stay, so that every score still follows from the log. What others wrote of the person under "
                + "other customers, and what is in backups and exports, stays.")
public final class FeedbackEraseCommand extends FeedbackTask {

    @ArgGroup(multiplicity = "1")
    private FeedbackPerson person;

    @Option(names = "--yes", required = true, description = "That it cannot be undone is known.")
    private boolean yes;

    @Override
    int run(FeedbackStore store, PrintWriter out) {
        OptionalInt erased = person.customer().isPresent()
                ? store.eraseCustomer(person.customer().getAsLong())
                : OptionalInt.of(store.eraseAuthor(person.author()));
        out.println("Erased " + erased.orElseThrow(() -> FeedbackPerson.unknown(person.customer().getAsLong())) + " events");
        return CommandLine.ExitCode.OK;
    }
}

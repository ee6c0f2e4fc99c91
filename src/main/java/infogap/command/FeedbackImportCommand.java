package infogap.command;

import infogap.feedback.exchange.CsvImport;
import infogap.feedback.store.FeedbackStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `feedback import`: customers and feedback from CSV.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads customers.csv (name, initial_trust) and feedback.csv (customer, kind, text, key, and where known received_at, "
                + "author, purchase, number, retracts): all rows, or none where one is wrong. A key that is there already counts once.")
public final class FeedbackImportCommand extends FeedbackTask {

    @Parameters(paramLabel = "FOLDER", description = "The folder with one of the files or both.")
    private Path folder;

    @Override
    boolean createsDatabase() {
        return true;
    }

    @Override
    int run(FeedbackStore store, PrintWriter out) {
        CsvImport.Added added = CsvImport.read(store, folder);
        out.println("Added " + added.customers() + " customers and " + added.events() + " events; " + added.known() + " rows were there already");
        return CommandLine.ExitCode.OK;
    }
}

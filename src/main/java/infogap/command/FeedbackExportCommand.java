package infogap.command;

import infogap.feedback.exchange.CsvExport;
import infogap.feedback.store.FeedbackStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `feedback export`: customers and feedback as CSV.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes customers.csv and feedback.csv, which 'feedback import' reads. Cells are written as they are stored: "
                + "to a spreadsheet, one that begins with = is a formula, unless --for-spreadsheet is given.")
public final class FeedbackExportCommand extends FeedbackTask {

    @Parameters(paramLabel = "FOLDER", description = "Where to; files of these names are replaced.")
    private Path folder;

    @Option(names = "--for-spreadsheet",
            description = "Write an apostrophe before a cell that a spreadsheet would compute. To look at, not to import again.")
    private boolean forSpreadsheet;

    @Override
    int run(FeedbackStore store, PrintWriter out) {
        CsvExport.Written written = forSpreadsheet ? CsvExport.writeForSpreadsheet(store, folder) : CsvExport.write(store, folder);
        out.println("Wrote " + written.customers() + " customers and " + written.events() + " events to " + folder);
        return CommandLine.ExitCode.OK;
    }
}

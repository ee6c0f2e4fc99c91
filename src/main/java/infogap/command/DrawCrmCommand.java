package infogap.command;

import infogap.customers.crm.CrmData;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Draws the invented shop's customers again, or more of them, or others.
@Command(
        name = "draw-crm",
        description = "Draw the invented CRM data set into a folder: the one in data/crm, or with other rows or another seed another one.",
        mixinStandardHelpOptions = true)
final class DrawCrmCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--folder", paramLabel = "FOLDER", required = true, description = "where customers.csv, hidden.csv and datapackage.json go")
    private Path folder;

    @Option(names = "--rows", paramLabel = "ROWS", description = "how many customers (default: ${DEFAULT-VALUE})", defaultValue = "" + CrmData.ROWS)
    private int rows;

    @Option(names = "--seed", paramLabel = "SEED", description = "the seed (default: ${DEFAULT-VALUE})", defaultValue = "" + CrmData.SEED)
    private long seed;

    @Override
    public Integer call() {
        CrmData.generate(rows, seed).writeTo(folder);
        spec.commandLine().getOut().println(rows + " customers, seed " + seed + ", in " + folder);
        spec.commandLine().getOut().flush();
        return InfogapCommand.FINE;
    }
}

package infogap.command;

import infogap.report.LedgerDifference;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What changed between two ledgers, in words; the exit code is 1 when something did, as that of `diff`.
@Command(name = "diff", description = "Say what changed between two files ledger.json.", mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "the earlier ledger.json")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "the later ledger.json")
    private Path after;

    @Override
    public Integer call() {
        LedgerDifference difference = LedgerDifference.between(before, after);
        spec.commandLine().getOut().println(difference);
        spec.commandLine().getOut().flush();
        return difference.sentences().isEmpty() ? InfogapCommand.FINE : InfogapCommand.PROBLEM;
    }
}

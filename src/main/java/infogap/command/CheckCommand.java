package infogap.command;

import infogap.claims.Card;
import infogap.claims.Ledger;
import infogap.claims.values.SentValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Settles one claim with a value from the shell: prints its card, and ends with 1 when it is not as pinned.
@Command(name = "check", description = "Settle one claim with a value.", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "the claim, such as 9-01")
    private String id;

    @Option(names = "--value", paramLabel = "VALUE", required = true, description = "what was computed: 11/122, 0.0902, [1, 2], or words")
    private String value;

    @Option(names = "--uncertainty", paramLabel = "NUMBER", defaultValue = "", description = "how far the value may be off (default: a few roundings of floating point)")
    private String uncertainty;

    @Option(names = "--source", paramLabel = "ID", description = "an earlier claim whose printed number the article went on with; may stand several times")
    private List<String> sources = List.of();

    @Option(names = "--from-printed", paramLabel = "VALUE", description = "what the printed numbers of the sources give")
    private String fromPrinted;

    @Option(names = "--project", paramLabel = "FOLDER", defaultValue = ".", description = "the folder with 'papers' (default: ${DEFAULT-VALUE})")
    private Path project;

    @Override
    public Integer call() {
        Ledger ledger = Ledger.of(project.resolve(Ledger.FOLDER));
        Card card = new SentValue(id, SentValue.read(value, uncertainty), sources, Optional.ofNullable(fromPrinted).map(text -> SentValue.read(text, "")))
                .check(ledger);
        spec.commandLine().getOut().println(card);
        spec.commandLine().getOut().flush();
        return card.isAsPinned() ? InfogapCommand.FINE : InfogapCommand.PROBLEM;
    }
}

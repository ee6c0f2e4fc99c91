package infogap.command;

import infogap.claims.Ledger;
import infogap.notebook.ClaimEvidence;
import infogap.notebook.Notebook;
import infogap.notebook.NotebookRun;
import infogap.report.LedgerTable;
import infogap.report.Report;
import infogap.report.SettledLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The main job: executes every notebook, settles the ledger, writes the report.
///
/// Nothing is written when an input cannot be read or a cell fails: the report of the last good run stays. When a claim is not
/// as pinned, the report is written and shows it, and the exit code is not 0.
@Command(name = "run", description = "Execute the notebooks, settle the ledger and write the report.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private NotebookFolder notebooks;

    @Option(names = "--output", paramLabel = "FOLDER", description = "where the report goes (default: target/report in the project)")
    private Path output;

    @Override
    public Integer call() throws InterruptedException {
        Path folder = output == null ? notebooks.project().resolve("target/report") : output;
        Ledger ledger = Ledger.of(notebooks.project().resolve(Ledger.FOLDER));
        List<NotebookRun> runs = notebooks.execute();
        List<String> failures = Failures.of(runs);
        if (!failures.isEmpty()) {
            failures.forEach(this::complain);
            complain(failures.size() + " of " + runs.size() + " notebooks failed; the report in " + folder + " is as it was");
            return InfogapCommand.PROBLEM;
        }
        Map<String, Notebook> executed = new LinkedHashMap<>();
        List<ClaimEvidence> evidence = new ArrayList<>();
        for (NotebookRun run : runs) {
            executed.put(run.name(), run.notebook());
            evidence.addAll(ClaimEvidence.in(run.name(), run.notebook()));
        }
        SettledLedger settled = SettledLedger.of(ledger, evidence);
        Report.write(folder, settled, executed);
        say(LedgerTable.text(settled));
        say("Report: " + folder.resolve("index.html").toAbsolutePath().normalize());
        settled.problems().forEach(this::complain);
        if (!settled.problems().isEmpty()) {
            complain(settled.problems().size() + " not as pinned");
        }
        return settled.problems().isEmpty() ? InfogapCommand.FINE : InfogapCommand.PROBLEM;
    }

    private void say(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }

    private void complain(String text) {
        spec.commandLine().getErr().println(text);
        spec.commandLine().getErr().flush();
    }
}

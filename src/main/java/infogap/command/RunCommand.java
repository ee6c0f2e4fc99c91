package infogap.command;

import infogap.claims.Ledger;
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
/// A cell that fails does not stop the others: the report is written and shows the claims that it left unchecked, and the exit code is not 0, as when a claim is
/// not as pinned. So it is with a kernel that dies: what its notebook had found until then counts, and so do the other notebooks. Nothing is written when an input
/// cannot be read or no kernel lives: the report of the last good run stays.
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
        List<NotebookRun> runs = Settlements.hasValues(ledger) && !notebooks.exist() ? List.of() : notebooks.executeAll();
        List<String> failures = Failures.of(runs);
        failures.forEach(this::complain);
        if (!runs.isEmpty() && Failures.ofKernels(runs) == runs.size()) {
            complain("every notebook failed with its kernel; the report in " + folder + " is as it was");
            return InfogapCommand.PROBLEM;
        }
        Map<String, Notebook> executed = new LinkedHashMap<>();
        runs.forEach(run -> executed.put(run.name(), run.notebook()));
        SettledLedger settled = Settlements.of(ledger, runs, notebooks.project());
        Report.write(folder, settled, executed, notebooks.project());
        say(LedgerTable.text(settled));
        say("Report: " + folder.resolve("index.html").toAbsolutePath().normalize());
        List<String> ends = new ArrayList<>();
        if (!failures.isEmpty()) {
            ends.add(failures.size() + " of " + runs.size() + " notebooks failed");
        }
        settled.problems().forEach(this::complain);
        if (!settled.problems().isEmpty()) {
            ends.add(settled.problems().size() + " not as pinned");
        }
        ends.forEach(this::complain);
        return ends.isEmpty() ? InfogapCommand.FINE : InfogapCommand.PROBLEM;
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

package infogap.command;

import infogap.claims.ClaimsEditor;
import infogap.claims.Ledger;
import infogap.report.LastRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Pins the verdicts of the last run in the claims files, so that nobody types one: shows each change and asks for its reason.
@Command(name = "accept", description = "Pin the verdicts of the last run in the claims files.", mixinStandardHelpOptions = true)
final class AcceptCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--project", paramLabel = "FOLDER", defaultValue = ".", description = "the folder with 'papers' (default: ${DEFAULT-VALUE})")
    private Path project;

    @Option(names = "--report", paramLabel = "FOLDER", description = "the report of the last run (default: target/report in the project)")
    private Path report;

    @Option(names = "--reason", paramLabel = "ID=TEXT", description = "the reason for a claim's verdict; may stand several times; whatever has none is asked for")
    private Map<String, String> reasons = Map.of();

    @Option(names = "--dry-run", description = "only show the changes")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        Ledger ledger = Ledger.of(project.resolve(Ledger.FOLDER));
        List<ClaimsEditor.Pin> found = LastRun.read((report == null ? project.resolve("target/report") : report).resolve("ledger.json"), ledger);
        reasons.keySet().forEach(ledger::claim);
        PrintWriter out = spec.commandLine().getOut();
        BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Map<String, ClaimsEditor.Pin> accepted = new LinkedHashMap<>();
        List<String> unexplained = new ArrayList<>();
        for (ClaimsEditor.Pin pin : found) {
            if (pin.changes(ledger.claim(pin.id())).isEmpty()) {
                continue;
            }
            out.println("claim " + pin.id() + ": " + ledger.claim(pin.id()).claim());
            pin.changes(ledger.claim(pin.id())).forEach(change -> out.println("  " + change));
            out.flush();
            String reason = dryRun ? "" : reason(pin, ledger, answers, out);
            if (!dryRun && reason.isBlank() && pin.needsReason()) {
                unexplained.add(pin.id());
            } else {
                accepted.put(pin.id(), pin.withReason(reason));
            }
        }
        if (!dryRun) {
            ClaimsEditor.write(ledger, accepted);
        }
        unexplained.forEach(id -> spec.commandLine().getErr().println("claim " + id + " is not pinned: an error needs a reason, by --reason " + id + "=… or when asked"));
        spec.commandLine().getErr().flush();
        out.println(dryRun ? accepted.size() + " would be pinned." : accepted.size() + " pinned.");
        out.flush();
        return unexplained.isEmpty() ? InfogapCommand.FINE : InfogapCommand.PROBLEM;
    }

    /// The reason that was given, the one that the file has, or what is typed.
    private String reason(ClaimsEditor.Pin pin, Ledger ledger, BufferedReader answers, PrintWriter out) throws IOException {
        if (reasons.containsKey(pin.id())) {
            return reasons.get(pin.id());
        }
        String before = ledger.claim(pin.id()).reason();
        if (!pin.needsReason()) {
            return before;
        }
        out.print("  why? " + (before.isEmpty() ? "" : "[" + before + "] "));
        out.flush();
        String line = answers.readLine();
        // the end of the input is no answer: the old reason was given for another verdict
        return line == null ? "" : line.isBlank() ? before : line.strip();
    }
}

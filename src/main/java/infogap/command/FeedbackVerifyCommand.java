package infogap.command;

import infogap.feedback.store.FeedbackStore;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `feedback verify`: does everything follow from the log?
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Recomputes every tally from the log and looks for damage; the exit code is 1 when something does not follow from the log.")
public final class FeedbackVerifyCommand extends FeedbackTask {

    @Override
    int run(FeedbackStore store, PrintWriter out) {
        List<String> findings = store.verify();
        findings.forEach(out::println);
        out.println(findings.isEmpty() ? "Every tally follows from the log." : findings.size() + " findings.");
        return findings.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}

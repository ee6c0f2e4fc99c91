package infogap.command;

import infogap.feedback.TrustPolicy;
import infogap.feedback.store.Database;
import infogap.feedback.store.StoreException;
import infogap.feedback.web.FeedbackOptions;
import infogap.feedback.web.FeedbackServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `feedback`: starts the feedback and trust-score system and runs it until it is interrupted.
@Command(
        name = "feedback",
        mixinStandardHelpOptions = true,
        description = "Starts the feedback and trust-score system; Ctrl-C stops it.")
public final class FeedbackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Place place;

    @Option(names = "--demo", description = "Add Alice 0.3 and Bob 0.7 when there is no customer yet.")
    private boolean demo;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "5000",
            description = "Listen on this port, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1",
            description = "Listen on this name or address (default: ${DEFAULT-VALUE}). Any but a loopback address needs a token.")
    private String host;

    @Option(names = "--token", paramLabel = "TOKEN", defaultValue = "${env:INFOGAP_FEEDBACK_TOKEN}",
            description = "What a client must show to post; better given in the environment variable INFOGAP_FEEDBACK_TOKEN, "
                    + "because other users can see a command line.")
    private String token;

    @Option(names = "--policy", paramLabel = "POLICY", defaultValue = "as-printed",
            description = "How scores are computed: as-printed, beta or beta:WEIGHT (default: ${DEFAULT-VALUE}).")
    private String policy;

    /// Where the log is kept: one of the two.
    static final class Place {

        @Option(names = "--data", paramLabel = "FOLDER", required = true,
                description = "Keep the log in an embedded database in this folder.")
        private Path folder;

        @Option(names = "--database", paramLabel = "ADDRESS", required = true,
                description = "Keep the log in the database at this JDBC address: jdbc:postgresql://HOST/NAME?user=USER "
                        + "(the password from ~/.pgpass), or jdbc:sqlite:FILE.")
        private String address;

        private Database database() {
            return folder != null ? Database.inFolder(folder) : Database.at(address);
        }
    }

    /// Runs until interrupted.
    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            FeedbackServer server = FeedbackServer.start(options());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            out.println("Feedback: " + server.address() + "  (" + server.store().version() + "; Ctrl-C stops)");
            out.flush();
            server.await();
            return CommandLine.ExitCode.OK;
        } catch (IllegalArgumentException | StoreException | UncheckedIOException | IOException e) {
            err.println("feedback: " + e.getMessage());
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private FeedbackOptions options() {
        return new FeedbackOptions(
                place.database(), demo, host, port, Optional.ofNullable(token), TrustPolicy.of(policy), InstantSource.system());
    }
}

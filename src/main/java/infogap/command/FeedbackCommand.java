package infogap.command;

import infogap.feedback.TrustPolicy;
import infogap.feedback.store.FeedbackSource;
import infogap.feedback.store.StoreException;
import infogap.feedback.web.FeedbackOptions;
import infogap.feedback.web.FeedbackServer;
import infogap.feedback.web.OwnerRules;
import infogap.feedback.web.ServerLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `feedback`: starts the feedback and trust-score system and runs it until it is interrupted; what else can be done with its log is a command below it.
@Command(
        name = "feedback",
        mixinStandardHelpOptions = true,
        subcommands = {
            FeedbackBackupCommand.class, FeedbackVerifyCommand.class, FeedbackExportCommand.class, FeedbackImportCommand.class,
            FeedbackPersonCommand.class, FeedbackEraseCommand.class
        },
        description = "Starts the feedback and trust-score system; Ctrl-C stops it.")
public final class FeedbackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private FeedbackPlace place;

    @Option(names = "--demo", description = "Add Alice 0.3 and Bob 0.7 when there is no customer yet.")
    private boolean demo;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "5000",
            description = "Listen on this port, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1",
            description = "Listen on this name or address (default: ${DEFAULT-VALUE}). Any but a loopback address needs a token.")
    private String host;

    @Option(names = "--public-url", paramLabel = "URL",
            description = "Where people reach the server when a proxy such as nginx stands before it: https://shop.example/trust/. Needs a token.")
    private URI publicUrl;

    @Option(names = "--token", paramLabel = "TOKEN", defaultValue = "${env:INFOGAP_FEEDBACK_TOKEN}",
            description = "What a client must show to read and to post; better given in the environment variable INFOGAP_FEEDBACK_TOKEN, "
                    + "because other users can see a command line.")
    private String token;

    @Option(names = "--policy", paramLabel = "POLICY", defaultValue = "as-printed",
            description = "How scores are computed: as-printed, beta, beta:WEIGHT, fading, fading:DAYS or fading:DAYS:WEIGHT "
                    + "(default: ${DEFAULT-VALUE}).")
    private String policy;

    @Option(names = "--once-per", paramLabel = "SOURCE", split = ",",
            description = "Take one feedback of each author about each customer, or one about each purchase number: author, purchase, or both. "
                    + "A feedback must name them then.")
    private List<String> once = List.of();

    @Option(names = "--posts-per-minute", paramLabel = "NUMBER", description = "How many posts one address may send in a minute (default: any number).")
    private Integer postsPerMinute;

    @Option(names = "--zone", paramLabel = "ZONE", description = "The zone of the times on the pages, such as Europe/Berlin (default: this machine's).")
    private String zone;

    @Option(names = "--access-log", description = "Print a line for every answer, not only for errors.")
    private boolean accessLog;

    @Option(names = "--with-parent", description = "Stop when the process that started this one ends.")
    private boolean withParent;

    /// Runs until interrupted.
    @Override
    public Integer call() throws InterruptedException {
        if (place == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Missing required argument: --data=FOLDER or --database=ADDRESS");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            FeedbackServer server = FeedbackServer.start(options());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            if (withParent) {
                ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(server::close));
            }
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
        InstantSource clock = InstantSource.system();
        Set<FeedbackSource> sources = once.stream().map(FeedbackSource::of).collect(Collectors.toSet());
        OwnerRules rules = new OwnerRules(sources, postsPerMinute == null ? OptionalInt.empty() : OptionalInt.of(postsPerMinute));
        return new FeedbackOptions(place.database(), demo, host, port, Optional.ofNullable(publicUrl), Optional.ofNullable(token),
                TrustPolicy.of(policy), rules, zone(), clock, new ServerLog(System.err, accessLog, clock));
    }

    private ZoneId zone() {
        try {
            return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone must be one such as Europe/Berlin or UTC, but is '" + zone + "'", e);
        }
    }
}

package infogap.command;

import infogap.feedback.store.FeedbackStore;
import infogap.feedback.store.StoreException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What can be done with a feedback log that is there, whether a server runs on it or not. What is wrong is one line and an exit code that is not 0.
abstract class FeedbackTask implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private FeedbackPlace place;

    /// Does the work and prints what came of it.
    ///
    /// @return the exit code
    abstract int run(FeedbackStore store, PrintWriter out);

    /// Is a database that is not there made?
    boolean createsDatabase() {
        return false;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (FeedbackStore store = FeedbackStore.open(createsDatabase() ? place.database() : place.existing(), InstantSource.system())) {
            int code = run(store, out);
            out.flush();
            return code;
        } catch (IllegalArgumentException | StoreException | UncheckedIOException e) {
            err.println("feedback " + spec.name() + ": " + e.getMessage());
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}

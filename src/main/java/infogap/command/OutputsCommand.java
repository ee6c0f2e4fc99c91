package infogap.command;

import infogap.notebook.Notebook;
import infogap.notebook.NotebookRun;
import infogap.notebook.OutputComparison;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Do the committed notebooks still say what they say when they are executed? Compares, or with `--update` or `--update-pictures` writes the fresh outputs.
@Command(
        name = "outputs",
        description = "Execute the notebooks and compare their committed outputs with the fresh ones.",
        mixinStandardHelpOptions = true)
final class OutputsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private NotebookFolder notebooks;

    @Option(names = "--update", description = "write the fresh outputs into the notebooks; a notebook whose outputs are the same stays untouched")
    private boolean update;

    @Option(names = "--update-pictures", description = "write every notebook: pictures are not compared, because fonts differ between machines")
    private boolean updatePictures;

    @Override
    public Integer call() throws InterruptedException {
        List<NotebookRun> runs = notebooks.execute();
        List<String> failures = Failures.of(runs);
        failures.forEach(this::complain);
        if (!failures.isEmpty()) {
            return InfogapCommand.PROBLEM;
        }
        int different = 0;
        for (NotebookRun run : runs) {
            Path file = notebooks.notebooks().resolve(run.name());
            OutputComparison comparison = OutputComparison.of(run.name(), Notebook.read(file), run.notebook());
            different += comparison.same() ? 0 : 1;
            if (updatePictures || update && !comparison.same()) {
                run.notebook().write(file);
                spec.commandLine().getOut().println("updated " + file);
            } else if (!comparison.same()) {
                complain(comparison.toString());
            }
        }
        spec.commandLine().getOut().println(different == 0
                ? "All " + runs.size() + " notebooks say what they said."
                : different + " of " + runs.size() + " notebooks differ" + (updates() ? " and were updated." : "."));
        spec.commandLine().getOut().flush();
        return updates() || different == 0 ? InfogapCommand.FINE : InfogapCommand.PROBLEM;
    }

    private boolean updates() {
        return update || updatePictures;
    }

    private void complain(String text) {
        spec.commandLine().getErr().println(text);
        spec.commandLine().getErr().flush();
    }
}

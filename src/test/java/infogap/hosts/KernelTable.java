package infogap.hosts;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import infogap.kernel.KernelSpec;
import infogap.notebook.Cell;
import infogap.notebook.CellType;
import infogap.notebook.KernelException.Reason;
import infogap.notebook.KernelLaunch;
import infogap.notebook.Notebook;
import infogap.notebook.NotebookJob;
import infogap.notebook.NotebookRun;
import infogap.notebook.NotebookRunner;
import infogap.notebook.RunLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How the notebooks fare on another kernel: executes them on one that is installed in the user's Jupyter data folder and prints a line of
/// the table in CONTRIBUTING.md.
///
/// `mvn -q test-compile exec:exec@kernel -Dkernel=NAME`, with `-Dnotebooks=05` for those whose names begin so and `-Ddetails=true` for
/// what is different.
final class KernelTable {

    private static final Duration START = Duration.ofMinutes(1);
    /// Some starts of rapaio's kernel never answer: it starts a thread before the flag that the thread waits for is set.
    private static final int ATTEMPTS = 4;

    private KernelTable() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String kernel = System.getProperty("kernel", "");
        if (kernel.isBlank()) {
            throw new IllegalArgumentException("kernel: name one with -Dkernel=NAME, such as ijava; it must be in " + KernelSpec.userDataFolder().resolve("kernels"));
        }
        boolean details = Boolean.getBoolean("details");
        KernelLaunch launch = installed(KernelSpec.userDataFolder().resolve("kernels").resolve(kernel));
        System.out.println("| kernel | notebook | cells with an error | pictures shown | cells that lack a MIME type | cells that say something else |");
        System.out.println("|---|---|---|---|---|---|");
        KernelComparison sum = new KernelComparison(0, 0, 0, 0, 0, 0, List.of());
        for (Path file : files(System.getProperty("notebooks", ""))) {
            KernelComparison comparison = compare(file, launch);
            sum = sum.plus(comparison);
            System.out.println(line(launch, file.getFileName().toString(), comparison));
            if (details) {
                comparison.notes().forEach(System.out::println);
            }
        }
        System.out.println(line(launch, "all", sum));
    }

    private static List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            return files.filter(file -> file.toString().endsWith(".ipynb") && file.getFileName().toString().startsWith(prefix)).sorted().toList();
        }
    }

    private static String line(KernelLaunch launch, String notebook, KernelComparison found) {
        return "| %s | %s | %d of %d | %d of %d | %d | %d |".formatted(launch.displayName(), notebook, found.failed(), found.cells(), found.shown(),
                found.pictures(), found.poorer(), found.other());
    }

    /// Executes a committed notebook in another kernel, its failing cells too.
    static KernelComparison compare(Path file, KernelLaunch launch) throws InterruptedException {
        Notebook committed = Notebook.read(file);
        List<Cell> goingOn = committed.cells().stream().map(KernelTable::mayFail).toList();
        var job = new NotebookJob(file.getFileName().toString(), committed.withCells(goingOn), file.toAbsolutePath().getParent());
        NotebookRunner runner = NotebookRunner.of(launch).withLimits(RunLimits.DEFAULT.withStart(START));
        for (int attempt = 1; ; attempt++) {
            NotebookRun run = runner.run(job);
            if (!(run instanceof NotebookRun.Failed failed)) {
                return KernelComparison.of(job.name(), committed, run.notebook());
            }
            if (attempt == ATTEMPTS || !failed.reason().equals(Optional.of(Reason.NOT_STARTED))) {
                throw new IllegalStateException(file + ": " + failed.error() + "\n" + String.join("\n", failed.error().traceback()));
            }
        }
    }

    private static Cell mayFail(Cell cell) {
        if (cell.type() != CellType.CODE) {
            return cell;
        }
        JsonObject json = cell.json();
        JsonObject metadata = json.getAsJsonObject("metadata");
        JsonArray tags = metadata.has("tags") ? metadata.getAsJsonArray("tags") : new JsonArray();
        tags.add("raises-exception");
        metadata.add("tags", tags);
        return new Cell(json);
    }

    /// A kernel as its spec says, its environment through the command `env`.
    static KernelLaunch installed(Path folder) throws IOException {
        JsonObject spec = JsonParser.parseString(Files.readString(folder.resolve("kernel.json"))).getAsJsonObject();
        var command = new ArrayList<String>();
        if (spec.has("env")) {
            command.add("env");
            spec.getAsJsonObject("env").asMap().forEach((name, value) -> command.add(name + "=" + value.getAsString()));
        }
        spec.getAsJsonArray("argv").forEach(argument -> command.add(argument.getAsString().replace("{resource_dir}", folder.toString())));
        return new KernelLaunch(folder.getFileName().toString(), spec.get("display_name").getAsString(), spec.get("language").getAsString(), command);
    }
}

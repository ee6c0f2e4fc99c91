package infogap.command;

import infogap.storage.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lays a project: a claims file with two rows, a notebook that checks them, a `.gitignore`, a file for a CI, a schema for editors. Files that are there stay.
@Command(name = "new", description = "Lay a project with a claims file and a notebook that checks it.", mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

    /// What is written, and the resource that it comes from.
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("papers/my-paper/README.md", "/infogap/command/new/README.md");
        FILES.put("papers/my-paper/claims.csv", "/infogap/command/new/claims.csv");
        FILES.put("papers/my-paper/claims.schema.json", "/infogap/claims/claims.schema.json");
        FILES.put("notebooks/01-my-paper.ipynb", "/infogap/command/new/01-my-paper.ipynb");
        FILES.put(".gitignore", "/infogap/command/new/gitignore");
        FILES.put(".github/workflows/claims.yml", "/infogap/command/new/claims.yml");
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "the folder to lay the project in; made where it is missing")
    private Path folder;

    @Override
    public Integer call() {
        for (String name : FILES.keySet()) {
            if (Files.exists(folder.resolve(name))) {
                throw new IllegalArgumentException(folder.resolve(name) + ": the file is there already; 'new' writes none over another, so nothing was written");
            }
        }
        FILES.forEach((name, resource) -> {
            AtomicFile.write(folder.resolve(name), text(resource));
            spec.commandLine().getOut().println("wrote " + folder.resolve(name));
        });
        spec.commandLine().getOut().println("Now: infogap run --project " + folder);
        spec.commandLine().getOut().flush();
        return InfogapCommand.FINE;
    }

    private static String text(String resource) {
        try (InputStream stream = NewCommand.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the class path has no " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + ": cannot be read from the class path", e);
        }
    }
}

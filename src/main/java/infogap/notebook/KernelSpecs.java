package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import infogap.kernel.KernelSpec;
import infogap.numeric.Checks;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The Jupyter kernels that are installed on a machine: `kernels/NAME/kernel.json` in Jupyter's data folders, in Jupyter's order, found without Python.
///
/// The order is `JUPYTER_PATH`, the user's folder, the folders of the environment (`VIRTUAL_ENV`, `CONDA_PREFIX`, and `share/jupyter` beside each `bin` of the
/// `PATH`, where a Python has its prefix), the system's. Format: [kernel specs](https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs).
///
/// @param dataFolders where to look, in order
public record KernelSpecs(List<Path> dataFolders) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)\\}");

    public KernelSpecs {
        dataFolders = List.copyOf(Checks.present("dataFolders", dataFolders));
    }

    /// The folders of this machine and this user.
    public static KernelSpecs ofThisMachine() {
        return of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /// The folders of an environment.
    ///
    /// @param system the operating system's name, as `os.name` has it
    /// @param accountHome the user's home folder, where the environment names none
    public static KernelSpecs of(Map<String, String> environment, String system, Path accountHome) {
        Set<Path> folders = new LinkedHashSet<>();
        entries(environment, "JUPYTER_PATH").forEach(folders::add);
        folders.add(KernelSpec.userDataFolder(environment, system, accountHome));
        for (String prefix : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
            entries(environment, prefix).forEach(folder -> folders.add(share(folder)));
        }
        entries(environment, "PATH").filter(folder -> folder.endsWith("bin") && folder.getParent() != null).forEach(folder -> folders.add(share(folder.getParent())));
        if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            entries(environment, "PROGRAMDATA").forEach(folder -> folders.add(folder.resolve("jupyter")));
        } else {
            folders.add(Path.of("/usr/local/share/jupyter"));
            folders.add(Path.of("/usr/share/jupyter"));
        }
        return new KernelSpecs(List.copyOf(folders));
    }

    private static Path share(Path prefix) {
        return prefix.resolve("share").resolve("jupyter");
    }

    private static Stream<Path> entries(Map<String, String> environment, String variable) {
        return Stream.of(environment.getOrDefault(variable, "").split(File.pathSeparator)).filter(entry -> !entry.isBlank()).map(Path::of);
    }

    /// The kernel of this name, from the first folder that has it.
    ///
    /// @throws NotebookFormatException if its `kernel.json` is no kernel spec
    public Optional<KernelLaunch> find(String name) {
        Checks.text("name", name);
        return dataFolders.stream()
                .flatMap(folder -> folders(folder).stream())
                .filter(folder -> folder.getFileName().toString().equalsIgnoreCase(name))
                .findFirst()
                .map(folder -> launch(name, folder));
    }

    /// The names of all kernels, in alphabetical order.
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        dataFolders.forEach(folder -> folders(folder).forEach(kernel -> names.add(kernel.getFileName().toString())));
        return names;
    }

    String summary() {
        Set<String> names = names();
        return (names.isEmpty() ? "no kernel is installed" : "installed are " + String.join(", ", names)) + " (looked in " + dataFolders.stream()
                .filter(Files::isDirectory).map(Path::toString).toList() + ")";
    }

    private static List<Path> folders(Path dataFolder) {
        Path kernels = dataFolder.resolve("kernels");
        if (!Files.isDirectory(kernels)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(kernels)) {
            return found.filter(folder -> Files.isRegularFile(folder.resolve("kernel.json"))).sorted().toList();
        } catch (IOException e) {
            // Jupyter, too, passes over a folder that it may not read
            return List.of();
        }
    }

    private static KernelLaunch launch(String name, Path folder) {
        Path file = folder.resolve("kernel.json");
        try {
            if (StrictJson.parse(file.toString(), Files.readString(file)) instanceof JsonObject spec && spec.get("argv") instanceof JsonArray words && !words.isEmpty()) {
                List<String> command = new ArrayList<>();
                words.forEach(word -> command.add(word.getAsString().replace("{resource_dir}", folder.toString())));
                return new KernelLaunch(name, text(spec, "display_name", name), text(spec, "language", "unknown"), command, environment(spec),
                        !text(spec, "interrupt_mode", "signal").equals("message"));
            }
        } catch (IOException e) {
            throw new NotebookFormatException(file.toString(), "", "cannot be read: " + e.getMessage());
        } catch (NotebookFormatException e) {
            throw e;
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new NotebookFormatException(file.toString(), "argv", "must be the words of a command with {connection_file}: " + e.getMessage());
        }
        throw new NotebookFormatException(file.toString(), "argv", "must be the words of a command");
    }

    private static Map<String, String> environment(JsonObject spec) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (spec.get("env") instanceof JsonObject variables) {
            variables.asMap().forEach((name, value) -> {
                Matcher variable = VARIABLE.matcher(value.getAsString());
                environment.put(name, variable.replaceAll(match -> Matcher.quoteReplacement(System.getenv().getOrDefault(match.group(1), ""))));
            });
        }
        return environment;
    }

    private static String text(JsonObject spec, String key, String otherwise) {
        return spec.get(key) instanceof JsonPrimitive value && !value.getAsString().isBlank() ? value.getAsString() : otherwise;
    }
}

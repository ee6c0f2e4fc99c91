package infogap.kernel;

import com.google.gson.GsonBuilder;
import infogap.storage.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The kernel spec: the folder by which Jupyter front ends find this kernel, under the name `infogap-java`.
///
/// It holds `kernel.json` and the argument file `kernel.args` with the class path, so that a notebook sees the library without any
/// magic. Format: [kernel specs](https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs).
public final class KernelSpec {

    /// The kernel's name in notebooks' metadata and for `jupyter … --kernel`.
    public static final String NAME = "infogap-java";
    /// What front ends show in their lists.
    public static final String DISPLAY_NAME = "Java 25 (Infogap)";

    private static final String SPEC = "kernel.json";
    private static final String ARGUMENTS = "kernel.args";

    private KernelSpec() {
    }

    /// The user's Jupyter data folder: `JUPYTER_DATA_DIR` if set, else the platform's place.
    public static Path userDataFolder() {
        return userDataFolder(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /// As [#userDataFolder()], of another environment.
    ///
    /// @param environment its variables
    /// @param system the name that `os.name` has there
    /// @param accountHome the home folder of the account; Jupyter goes by `HOME` before it, except on Windows
    public static Path userDataFolder(Map<String, String> environment, String system, Path accountHome) {
        String chosen = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        String name = system.toLowerCase(Locale.ROOT);
        boolean windows = name.startsWith("windows");
        String chosenHome = windows ? "" : environment.getOrDefault("HOME", "");
        Path home = chosenHome.isBlank() ? accountHome : Path.of(chosenHome);
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (windows) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return roaming.isBlank() ? home.resolve(".jupyter").resolve("data") : Path.of(roaming, "jupyter");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        return (xdg.isBlank() ? home.resolve(".local").resolve("share") : Path.of(xdg)).resolve("jupyter");
    }

    /// Where the spec lies, or would lie, in a data folder.
    public static Path folder(Path dataFolder) {
        return dataFolder.resolve("kernels").resolve(NAME);
    }

    /// Writes the spec, replacing an older one; a front end that reads meanwhile sees the old or the new one, nothing between.
    ///
    /// @return the folder that now holds it
    /// @throws UncheckedIOException if the folder cannot be made or written, naming the file
    public static Path install(Path dataFolder, LaunchCommand command) {
        Path folder = folder(dataFolder);
        // kernel.json names the argument file, so it comes last
        AtomicFile.write(folder.resolve(ARGUMENTS), command.argumentFile());
        AtomicFile.write(folder.resolve(SPEC), json(command));
        return folder;
    }

    /// Removes the spec.
    ///
    /// @return whether there was one
    /// @throws UncheckedIOException if it cannot be deleted, or its folder holds files that are not the spec's
    public static boolean uninstall(Path dataFolder) {
        Path folder = folder(dataFolder);
        try {
            boolean installed = Files.deleteIfExists(folder.resolve(SPEC));
            Files.deleteIfExists(folder.resolve(ARGUMENTS));
            StartCache.in(folder).delete();
            Files.deleteIfExists(folder);
            return installed;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the kernel spec cannot be removed: " + e, e);
        }
    }

    private static String json(LaunchCommand command) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("argv", List.of(command.java().toString(), "@{resource_dir}/" + ARGUMENTS, "{connection_file}"));
        spec.put("display_name", DISPLAY_NAME);
        spec.put("language", "java");
        // a signal would end the JVM; a message stops the cell
        spec.put("interrupt_mode", "message");
        if (!command.environment().isEmpty()) {
            spec.put("env", command.environment());
        }
        spec.put("metadata", Map.of("debugger", false));
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(spec) + "\n";
    }
}

package infogap.notebook;

import infogap.kernel.KernelSpec;
import infogap.kernel.LaunchCommand;
import infogap.numeric.Checks;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which kernel executes a notebook: the one that its metadata names, found as Jupyter finds it. This project's own kernel needs no installation; it also
/// executes notebooks that name no kernel, and those in Java whose kernel is not installed.
public final class Kernels {

    private final KernelLaunch own;
    private final Optional<KernelSpecs> installed;
    private final Map<String, KernelLaunch> found = new ConcurrentHashMap<>();

    private Kernels(KernelLaunch own, Optional<KernelSpecs> installed) {
        this.own = Checks.present("own", own);
        this.installed = installed;
    }

    /// This project's kernel on this JVM's Java, and the kernels that are installed on this machine.
    public static Kernels ofThisMachine() {
        return of(KernelLaunch.of(LaunchCommand.ofThisJvm().forShortRuns()), KernelSpecs.ofThisMachine());
    }

    /// This project's kernel, started so, and the kernels that are installed there.
    public static Kernels of(KernelLaunch own, KernelSpecs installed) {
        return new Kernels(own, Optional.of(Checks.present("installed", installed)));
    }

    /// One kernel for every notebook, whatever it names.
    public static Kernels only(KernelLaunch launch) {
        return new Kernels(launch, Optional.empty());
    }

    /// The kernel for a notebook.
    ///
    /// @throws IllegalArgumentException if the notebook names a kernel that is not installed; the message lists where was looked and what is there
    public KernelLaunch forNotebook(Notebook notebook) {
        String name = text(notebook, "kernelspec", "name");
        if (installed.isEmpty() || name.isEmpty() || name.equals(KernelSpec.NAME)) {
            return own;
        }
        return found.computeIfAbsent(name, _ -> installed.get().find(name)
                .or(() -> isJava(notebook) ? Optional.of(own) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException("the notebook's kernel must be installed, but there is no kernel '" + name + "'; "
                        + installed.get().summary())));
    }

    private static boolean isJava(Notebook notebook) {
        return text(notebook, "kernelspec", "language").equalsIgnoreCase("java") || text(notebook, "language_info", "name").equalsIgnoreCase("java");
    }

    private static String text(Notebook notebook, String part, String key) {
        return notebook.metadata().get(part) instanceof JsonObject object && object.get(key) instanceof JsonPrimitive value ? value.getAsString() : "";
    }
}

package infogap.kernel;

import java.io.IOException;
import java.nio.file.Path;

/// Installs the kernel for the user, or removes it: `java … infogap.kernel.InstallKernel [--remove]`.
public final class InstallKernel {

    private InstallKernel() {
    }

    /// Exits with 1 and one sentence when the folder cannot be written, with 2 for a wrong argument.
    public static void main(String[] arguments) {
        Path dataFolder = KernelSpec.userDataFolder();
        try {
            switch (String.join(" ", arguments)) {
                case "" -> System.out.println(install(dataFolder));
                case "--remove" -> System.out.println(remove(dataFolder));
                default -> {
                    System.err.println("arguments: " + String.join(" ", arguments) + "; expected nothing, or --remove");
                    System.exit(2);
                }
            }
        } catch (IOException failed) {
            System.err.println("The kernel spec in " + KernelSpec.folder(dataFolder) + " could not be changed: " + failed);
            System.exit(1);
        }
    }

    static String install(Path dataFolder) throws IOException {
        Path folder = KernelSpec.install(dataFolder, LaunchCommand.ofThisJvm());
        return """
                Installed the Jupyter kernel "%s" in %s
                It runs the classes of this folder; build again after a change, install again after moving it.
                To undo: jupyter kernelspec remove %s, or delete that folder."""
                .formatted(KernelSpec.DISPLAY_NAME, folder, KernelSpec.NAME);
    }

    static String remove(Path dataFolder) throws IOException {
        Path folder = KernelSpec.folder(dataFolder);
        return KernelSpec.uninstall(dataFolder)
                ? "Removed the Jupyter kernel \"%s\" from %s".formatted(KernelSpec.DISPLAY_NAME, folder)
                : "There was no kernel spec in " + folder;
    }
}

package infogap.command;

import infogap.kernel.KernelSpec;
import infogap.kernel.LaunchCommand;
import infogap.kernel.StartCache;
import infogap.notebook.KernelCache;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes the kernel known to Jupyter, or takes it away again.
@Command(name = "install-kernel", description = "Install the Java kernel for Jupyter, for this user.", mixinStandardHelpOptions = true)
final class InstallKernelCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--data-folder", paramLabel = "FOLDER", description = "Jupyter's data folder (default: the user's)")
    private Path dataFolder;

    @Option(names = "--remove", description = "remove the kernel instead")
    private boolean remove;

    @Option(names = "--enable-preview", arity = "0..1", fallbackValue = "true", paramLabel = "true|false",
            description = "allow Java's preview features in cells")
    private boolean preview;

    @Option(names = "--no-cache", description = "make no cache of classes, with which the kernel starts sooner: it takes 50 MB and some seconds")
    private boolean noCache;

    @Override
    public Integer call() {
        Path data = dataFolder == null ? KernelSpec.userDataFolder() : dataFolder;
        spec.commandLine().getOut().println(remove ? removed(data) : installed(data));
        spec.commandLine().getOut().flush();
        return InfogapCommand.FINE;
    }

    private String installed(Path data) {
        LaunchCommand plain = LaunchCommand.ofThisJvm();
        LaunchCommand command = preview ? plain.withPreview() : plain;
        Path folder = KernelSpec.install(data, command);
        StartCache made = StartCache.in(folder);
        if (!noCache && KernelCache.make(made, command)) {
            KernelSpec.install(data, command.withCache(made));
        }
        return """
                Installed the Jupyter kernel "%s" in %s
                It runs the classes of this project's folder: build again after a change, install again after moving the folder.
                To undo: jupyter kernelspec remove %s, or delete that folder."""
                .formatted(KernelSpec.DISPLAY_NAME, folder, KernelSpec.NAME);
    }

    private static String removed(Path data) {
        return KernelSpec.uninstall(data)
                ? "Removed the Jupyter kernel \"" + KernelSpec.DISPLAY_NAME + "\" from " + KernelSpec.folder(data)
                : "There is no kernel spec in " + KernelSpec.folder(data);
    }
}

package infogap.notebook;

import infogap.kernel.KernelSpec;
import infogap.kernel.LaunchCommand;
import infogap.numeric.Checks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How to start a kernel, as a Jupyter kernel specification says it.
///
/// @param name        the kernel's name in notebook metadata, such as `infogap`
/// @param displayName the name that people see
/// @param language    the language of its cells, such as `java`
/// @param command     the operating system's command; an argument holding `{connection_file}` gets the file's path there
/// @param environment variables that the process gets beside those of this one
/// @param signalled   whether the kernel is interrupted by a signal, as Jupyter's default is, or by a message
public record KernelLaunch(
        String name, String displayName, String language, List<String> command, Map<String, String> environment, boolean signalled) {

    private static final String CONNECTION_FILE = "{connection_file}";

    /// @throws IllegalArgumentException when a part is missing or no argument holds `{connection_file}`
    public KernelLaunch {
        Checks.text("name", name);
        Checks.text("displayName", displayName);
        Checks.text("language", language);
        command = Checks.notEmpty("command", command);
        environment = Map.copyOf(Checks.present("environment", environment));
        if (command.stream().noneMatch(argument -> argument.contains(CONNECTION_FILE))) {
            throw new IllegalArgumentException("command must have an argument with " + CONNECTION_FILE + ", but is " + command);
        }
    }

    /// A kernel that is interrupted by a message and needs no variables.
    ///
    /// @throws IllegalArgumentException when a part is missing or no argument holds `{connection_file}`
    public KernelLaunch(String name, String displayName, String language, List<String> command) {
        this(name, displayName, language, command, Map.of(), false);
    }

    /// This project's own kernel, started so.
    public static KernelLaunch of(LaunchCommand command) {
        return new KernelLaunch(KernelSpec.NAME, KernelSpec.DISPLAY_NAME, "java", command.forConnection(Path.of(CONNECTION_FILE)));
    }

    List<String> commandFor(Path connectionFile) {
        return command.stream().map(argument -> argument.replace(CONNECTION_FILE, connectionFile.toString())).toList();
    }
}

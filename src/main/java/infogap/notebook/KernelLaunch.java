package infogap.notebook;

import infogap.kernel.KernelSpec;
import infogap.kernel.LaunchCommand;
import infogap.numeric.Checks;
import java.nio.file.Path;
import java.util.List;

/// How to start a kernel, as a Jupyter kernel specification says it.
///
/// @param name        the kernel's name in notebook metadata, such as `infogap`
/// @param displayName the name that people see
/// @param language    the language of its cells, such as `java`
/// @param command     the operating system's command; an argument holding `{connection_file}` gets the file's path there
public record KernelLaunch(String name, String displayName, String language, List<String> command) {

    private static final String CONNECTION_FILE = "{connection_file}";

    /// @throws IllegalArgumentException when a part is missing or no argument holds `{connection_file}`
    public KernelLaunch {
        Checks.text("name", name);
        Checks.text("displayName", displayName);
        Checks.text("language", language);
        command = Checks.notEmpty("command", command);
        if (command.stream().noneMatch(argument -> argument.contains(CONNECTION_FILE))) {
            throw new IllegalArgumentException("command must have an argument with " + CONNECTION_FILE + ", but is " + command);
        }
    }

    /// This project's own kernel, started so.
    public static KernelLaunch of(LaunchCommand command) {
        return new KernelLaunch(KernelSpec.NAME, KernelSpec.DISPLAY_NAME, "java", command.forConnection(Path.of(CONNECTION_FILE)));
    }

    List<String> commandFor(Path connectionFile) {
        return command.stream().map(argument -> argument.replace(CONNECTION_FILE, connectionFile.toString())).toList();
    }
}

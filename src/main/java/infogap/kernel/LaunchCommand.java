package infogap.kernel;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How a kernel process is started: which Java, with which options, on which class path.
///
/// @param java the `java` program
/// @param options options of its JVM
/// @param classPath folders and jars that the kernel and its cells see
public record LaunchCommand(Path java, List<String> options, List<Path> classPath) {

    /// Charts are drawn without a screen; native access and `sun.misc.Unsafe` inside the libraries raise no warning in a cell's
    /// stderr; numbers and compiler messages read the same in every country, so that outputs do. The
    /// serial collector starts fastest, and when a cell fills the heap it is the cell that gets the error; under G1 it was seen to
    /// be the ZeroMQ thread, which ended the kernel.
    private static final List<String> OPTIONS = List.of(
            "-Djava.awt.headless=true",
            "-Duser.language=en",
            "-Duser.country=US",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC");

    /// Tells the kernel what its JVM was told by `--enable-preview`, which a program cannot ask for.
    private static final String PREVIEW = "infogap.kernel.preview";

    /// Copies the lists.
    public LaunchCommand {
        options = List.copyOf(options);
        classPath = List.copyOf(classPath);
    }

    /// The command that starts a kernel on the Java and the class path of the running JVM.
    public static LaunchCommand ofThisJvm() {
        String program = File.separatorChar == '\\' ? "java.exe" : "java";
        List<Path> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .filter(Files::exists)
                // a cache of classes holds for a path that begins with the jars it was made of, and folders have none
                .sorted(Comparator.comparing(Files::isDirectory))
                .toList();
        return new LaunchCommand(Path.of(System.getProperty("java.home"), "bin", program), OPTIONS, classPath);
    }

    /// The same with one more JVM option, such as `-Xmx512m`.
    public LaunchCommand withOption(String option) {
        var more = new ArrayList<>(options);
        more.add(option);
        return new LaunchCommand(java, more, classPath);
    }

    /// The same for kernels that run a notebook and end: the quick compiler alone. The thorough one, which a user's long loop needs, takes
    /// half of the processor time of a notebook and gives it back in none.
    public LaunchCommand forShortRuns() {
        return withOption("-XX:TieredStopAtLevel=1");
    }

    /// The same with the classes of the jars read from a [StartCache]. A cache that does not fit, because a jar or the JDK is another one by
    /// now, is passed over without a word.
    public LaunchCommand withCache(StartCache cache) {
        var entries = new ArrayList<>(classPath.stream().filter(entry -> !Files.isDirectory(entry)).toList());
        entries.add(cache.jar());
        classPath.stream().filter(Files::isDirectory).forEach(entries::add);
        var more = new ArrayList<>(options);
        more.addAll(List.of("-XX:AOTCache=" + cache.file(), "-Xlog:disable"));
        return new LaunchCommand(java, more, entries);
    }

    /// The same with Java's preview features allowed in cells.
    public LaunchCommand withPreview() {
        return withOption("--enable-preview").withOption("-D" + PREVIEW + "=true");
    }

    /// What javac must be told so that it compiles what the running JVM runs.
    static List<String> compilerOptionsOfThisJvm() {
        return Boolean.getBoolean(PREVIEW)
                ? List.of("--enable-preview", "-source", String.valueOf(Runtime.version().feature()))
                : List.of();
    }

    /// The environment that the process needs beside the options: names of files that are not ASCII are readable only under a locale
    /// whose character set has them.
    Map<String, String> environment() {
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(java + String.join("", arguments()));
        return ascii || File.separatorChar == '\\' ? Map.of() : Map.of("LC_ALL", "C.UTF-8");
    }

    /// The command line that serves one connection file, for a client that starts kernels itself.
    public List<String> forConnection(Path connectionFile) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(arguments());
        command.add(connectionFile.toString());
        return command;
    }

    /// The content of a `java @argument-file`: everything up to the connection file, each argument quoted.
    String argumentFile() {
        return arguments().stream()
                .map(argument -> '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(options);
        arguments.add("-classpath");
        arguments.add(path(classPath));
        arguments.add(KernelMain.class.getName());
        return arguments;
    }
}

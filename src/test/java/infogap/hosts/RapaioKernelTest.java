package infogap.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.kernel.LaunchCommand;
import infogap.notebook.KernelLaunch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Committed notebooks in a kernel that is not ours: rapaio's, the one that Maven Central holds whole.
class RapaioKernelTest {

    @ParameterizedTest
    @ValueSource(strings = {"00-start-here", "05-bayes-identification", "07-signal-transmission"})
    @DisabledOnOs(OS.WINDOWS)
    void aNotebookSaysTheSame(String name) throws IOException, InterruptedException {
        KernelComparison found = KernelTable.compare(Path.of("notebooks", name + ".ipynb"), launch());
        assertEquals(List.of(), found.notes());
        assertEquals(0, found.failed());
        assertTrue(found.pictures() > 0 || name.startsWith("00"), "the notebook has pictures");
        assertEquals(found.pictures(), found.shown());
    }

    private static KernelLaunch launch() throws IOException {
        List<Path> classPath = LaunchCommand.ofThisJvm().classPath();
        Path kernel = classPath.stream().filter(entry -> entry.getFileName().toString().startsWith("rapaio-jupyter-kernel")).findFirst().orElseThrow();
        String library = classPath.stream().filter(entry -> !entry.equals(kernel)).map(Path::toString).collect(Collectors.joining(";"));
        Path script = Path.of("target/classes/infogap/hosts/rapaio.jshell").toAbsolutePath();
        try (Stream<String> lines = Files.lines(script)) {
            assertEquals(List.of("infogap.hosts.RapaioRenderer.install();"), lines.toList(), "one line, as documented");
        }
        return new KernelLaunch("rapaio", "rapaio", "java", List.of(
                "env", "RJK_CLASSPATH=" + library, "RJK_INIT_SCRIPT=" + script, "RJK_COMPILER_OPTIONS=", "RJK_TIMEOUT_MILLIS=-1", "RJK_MIMA_CACHE=",
                LaunchCommand.ofThisJvm().java().toString(), "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-jar", kernel.toString(), "{connection_file}"));
    }
}

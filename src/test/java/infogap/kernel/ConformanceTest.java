package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Jupyter project's own conformance suite against the installed kernel spec, where it is installed (Debian:
/// `python3-jupyter-kernel-test`).
class ConformanceTest {

    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    private Path folder;

    @Test
    void theConformanceSuitePasses() throws IOException, InterruptedException {
        assumeTrue(suiteIsInstalled(), "skipped: " + PYTHON + " has no jupyter_kernel_test");
        KernelSpec.install(folder, LaunchCommand.ofThisJvm());
        Path suite = folder.resolve("conformance.py");
        try (InputStream source = ConformanceTest.class.getResourceAsStream("conformance.py")) {
            Files.copy(source, suite);
        }
        Path said = folder.resolve("said.txt");
        var builder = new ProcessBuilder(PYTHON, suite.toString()).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("JUPYTER_DATA_DIR", folder.toString());
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(10, TimeUnit.MINUTES), () -> read(said));
            assertEquals(0, process.exitValue(), () -> read(said));
            assertTrue(read(said).contains("Ran 12 tests"), () -> read(said));
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean suiteIsInstalled() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(PYTHON, "-c", "import jupyter_kernel_test")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException noPython) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}

package infogap;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the build says on a machine without a JDK that is new enough: asked for a JDK that nobody has.
class MissingJdkTest {

    @Test
    void theBuildNamesTheJdkThatIsMissing(@TempDir Path folder) throws IOException, InterruptedException {
        String home = System.getProperty("maven.home", "");
        assumeTrue(!home.isEmpty(), "not run by Maven, so there is no Maven to ask");
        Path output = folder.resolve("output.txt");
        Process maven = new ProcessBuilder(List.of(
                        Path.of(home, "bin", "mvn").toString(), "-o", "-B", "validate", "-Djdk.range=[999,)",
                        "-Dmaven.repo.local=" + System.getProperty("local.repository")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(maven.waitFor(5, TimeUnit.MINUTES), "Maven must come to an end");
        String text = Files.readString(output);
        assertNotEquals(0, maven.exitValue(), text);
        assertTrue(text.contains("(a JDK 25 or newer must be installed) on project infogap"), text);
    }
}

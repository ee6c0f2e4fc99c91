package infogap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The build's own way to a JDK: with two of them on a machine, a command runs on the one that is new enough, whichever of the two
/// `JAVA_HOME` and the `PATH` name. Run on a project of one class under this project's `pom.xml`.
@DisabledOnOs(OS.WINDOWS)
class JdkChoiceTest {

    private static final String PROGRAM = """
            package infogap;
            public class Infogap {
                public static void main(String[] arguments) throws Exception {
                    String said = Runtime.version().feature() + " " + System.getProperty("java.home") + " " + String.join(" ", arguments);
                    java.nio.file.Files.writeString(java.nio.file.Path.of("said.txt"), said);
                }
            }
            """;

    @TempDir
    private Path project;

    @Test
    void everyCombinationOfTwoJdksRunsCommandsOnTheNewOne() throws IOException, InterruptedException {
        Path current = Path.of(System.getProperty("java.home"));
        Optional<Path> older = olderJdk();
        assumeTrue(maven().isPresent(), "skipped: not run by Maven, so there is no Maven to ask");
        assumeTrue(older.isPresent(), "skipped: this machine has no second, older JDK");
        layProject();
        for (Path home : List.of(current, older.get())) {
            for (Path first : List.of(current, older.get())) {
                String said = run(home, first, "process-classes", "exec:exec@main");
                assertTrue(said.startsWith(Runtime.version().feature() + " "), "JAVA_HOME " + home + ", java on the path of " + first + ": " + said);
                assertTrue(said.endsWith(" run --project ."), said);
            }
        }
        // a build of its own inside the build
        String installed = run(current, older.get(), "exec:exec@install-kernel");
        assertEquals("install-kernel --enable-preview=false", installed.substring(installed.indexOf(" install-kernel") + 1));
    }

    private void layProject() throws IOException {
        Files.copy(Path.of("pom.xml"), project.resolve("pom.xml"));
        Path source = Files.createDirectories(project.resolve("src/main/java/infogap"));
        Files.writeString(source.resolve("Infogap.java"), PROGRAM);
    }

    private String run(Path home, Path firstOnThePath, String... goals) throws IOException, InterruptedException {
        Path said = project.resolve("said.txt");
        Files.deleteIfExists(said);
        var command = new ArrayList<>(List.of(maven().orElseThrow().toString(), "-B", "-q", "-o", "-Dmaven.repo.local=" + System.getProperty("local.repository")));
        command.addAll(List.of(goals));
        Path output = project.resolve("output.txt");
        var builder = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", home.toString());
        builder.environment().put("PATH", firstOnThePath.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        Process process = builder.start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "Maven must come to an end");
        assertEquals(0, process.exitValue(), () -> text(output));
        return text(said);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Optional<Path> maven() {
        return Optional.of(System.getProperty("maven.home", "")).filter(home -> !home.isEmpty()).map(home -> Path.of(home, "bin", "mvn"));
    }

    /// One that Maven runs on and the project does not.
    private static Optional<Path> olderJdk() throws IOException {
        Path folder = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java"))).filter(JdkChoiceTest::isOlder).sorted().findFirst();
        }
    }

    private static boolean isOlder(Path home) {
        return text(home.resolve("release")).lines()
                .filter(line -> line.startsWith("JAVA_VERSION=\""))
                .map(line -> Integer.parseInt(line.replaceFirst("^JAVA_VERSION=\"", "").replaceFirst("\\D.*", "")))
                .anyMatch(version -> version >= 17 && version < 25);
    }
}

package infogap.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody else's unit test uses the ledger: on a class path of this project's classes, FastCSV, Gson and commons-math3, and of JUnit for the test itself.
class ClaimsAloneTest {

    private static final String THEIRS = """
            import infogap.claims.Ledger;
            import java.nio.file.Path;
            import org.junit.jupiter.api.Assertions;
            import org.junit.jupiter.api.Test;

            class PaperTest {
                @Test
                void theShareIsAsPrinted() {
                    Ledger ledger = Ledger.ofFile(Path.of("claims.csv"));
                    ledger.check("1", 40.0 / 120).confirm();
                    Assertions.assertThrows(RuntimeException.class, () -> ledger.check("1", 0.34).confirm());
                }

                public static void main(String[] arguments) {
                    new PaperTest().theShareIsAsPrinted();
                    System.out.println("checked");
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void theClaimsPartNeedsThreeJars() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("PaperTest.java"), THEIRS);
        Files.writeString(folder.resolve("claims.csv"), "id,claim,printed\n1,A third,0.33\n");
        String classPath = Stream.of(Ledger.class, CsvReader.class, JsonParser.class, BigFraction.class, Assertions.class,
                        org.junit.platform.commons.util.StringUtils.class, org.opentest4j.AssertionFailedError.class, org.apiguardian.api.API.class)
                .map(type -> new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath, "PaperTest.java");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.endsWith("checked" + System.lineSeparator()), output);
    }
}

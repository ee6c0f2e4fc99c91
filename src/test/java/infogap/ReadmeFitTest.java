package infogap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README's ten lines from a CSV file to a model do what they say.
class ReadmeFitTest {

    private static final String IMPORTS = """
            import infogap.plot.*;
            import infogap.regression.*;
            import infogap.regression.glm.*;
            import infogap.table.data.*;
            import infogap.table.formula.*;
            import java.nio.file.*;
            import tech.tablesaw.api.Table;
            """;

    @Test
    void theTenLinesRun(@TempDir Path folder) throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf("## Fit your own table"));
        int start = section.indexOf("```java\n") + "```java\n".length();
        String lines = section.substring(start, section.indexOf("```", start));
        assertEquals(10, lines.lines().count());
        Path source = Files.writeString(folder.resolve("Readme.java"),
                IMPORTS + "public class Readme { public static void main(String[] none) throws Exception {\n" + lines + "}}\n");
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, "-proc:none", "-cp", System.getProperty("java.class.path"),
                "-d", folder.toString(), source.toString());
        assertEquals(0, result, messages.toString(StandardCharsets.UTF_8));
        Path report = Path.of("target/cars.html");
        Path plots = Path.of("target/residuals.png");
        Files.deleteIfExists(report);
        Files.deleteIfExists(plots);
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Readme").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        assertTrue(Files.readString(report).contains("C(cyl)8") && Files.size(plots) > 10_000);
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("wt: ×0.0178"), printed.toString(StandardCharsets.UTF_8));
    }
}

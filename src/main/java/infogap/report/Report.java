package infogap.report;

import infogap.notebook.Notebook;
import infogap.numeric.Checks;
import infogap.storage.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The report as a folder: `index.html`, `ledger.json`, the executed notebooks and a page for each.
///
/// Everything that a page needs is in the folder. Each file appears whole or not at all; what an earlier run left and this one
/// does not have is removed last.
public final class Report {

    /// The version is that of the dependency in `pom.xml`.
    private static final String KATEX = "/META-INF/resources/webjars/katex/0.18.11/dist/";

    private static final Pattern FONT = Pattern.compile("fonts/[A-Za-z0-9_-]+\\.woff2");

    private Report() {}

    /// Writes the report.
    ///
    /// @param notebooks the executed notebooks by file name, in reading order
    /// @throws UncheckedIOException if a file cannot be written, naming it
    public static void write(Path folder, SettledLedger ledger, Map<String, Notebook> notebooks) {
        Checks.present("folder", folder);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<String, Notebook> entry : notebooks.entrySet()) {
            files.put("notebooks/" + entry.getKey(), bytes(entry.getValue().text()));
            files.put("notebooks/" + NotebookPage.fileName(entry.getKey()), bytes(NotebookPage.html(entry.getKey(), entry.getValue())));
        }
        addAssets(files);
        files.put("ledger.json", bytes(LedgerJson.text(ledger)));
        files.put("index.html", bytes(IndexPage.html(ledger, notebooks)));
        files.forEach((name, content) -> AtomicFile.write(folder.resolve(name), content));
        removeOthers(folder.resolve("notebooks"), files);
    }

    private static void addAssets(Map<String, byte[]> files) {
        byte[] css = resource(KATEX + "katex.min.css");
        files.put("assets/katex.min.css", css);
        files.put("assets/katex.min.js", resource(KATEX + "katex.min.js"));
        Matcher fonts = FONT.matcher(new String(css, StandardCharsets.UTF_8));
        while (fonts.find()) {
            files.computeIfAbsent("assets/" + fonts.group(), name -> resource(KATEX + name.substring("assets/".length())));
        }
        files.put("assets/report.css", resource("/infogap/report/report.css"));
        files.put("assets/report.js", resource("/infogap/report/report.js"));
    }

    private static void removeOthers(Path folder, Map<String, byte[]> files) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> present = Files.list(folder)) {
            for (Path file : present.toList()) {
                if (Files.isRegularFile(file) && !files.containsKey("notebooks/" + file.getFileName())) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": what an earlier run left cannot be removed: " + e.getMessage(), e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Report.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the class path has no " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read from the class path", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package infogap.report;

import infogap.claims.Paper;
import infogap.notebook.Notebook;
import infogap.numeric.Checks;
import infogap.storage.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The report as a folder: `index.html`, the executed notebooks with a page for each, and the ledger in the forms that others read: `ledger.json` with its schema,
/// `ledger.csv`, `junit.xml`, `summary.md`, `badge.svg`, `ledger.sarif`, `claim-reviews.jsonld` and `ro-crate-metadata.json`.
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
        write(folder, ledger, notebooks, Path.of(""));
    }

    /// As [#write(Path, SettledLedger, Map)], of a project elsewhere.
    ///
    /// @param project the folder that the paths in the outputs are relative to
    public static void write(Path folder, SettledLedger ledger, Map<String, Notebook> notebooks, Path project) {
        Checks.present("folder", folder);
        Checks.present("project", project);
        Written files = new Written(folder, new LinkedHashSet<>());
        for (Map.Entry<String, Notebook> entry : notebooks.entrySet()) {
            files.put("notebooks/" + entry.getKey(), bytes(entry.getValue().text()));
            files.put("notebooks/" + NotebookPage.fileName(entry.getKey()), bytes(NotebookPage.html(entry.getKey(), entry.getValue())));
        }
        addAssets(files);
        for (Paper paper : ledger.papers()) {
            files.put("papers/" + paper.claimsFile().toAbsolutePath().getParent().getFileName() + "/claims.csv", content(paper.claimsFile()));
        }
        files.put("ledger.json", stream -> LedgerJson.write(ledger, stream));
        files.put(LedgerJson.SCHEMA, resource("/infogap/report/" + LedgerJson.SCHEMA));
        files.put("ledger.csv", stream -> LedgerCsv.write(ledger, stream));
        files.put("junit.xml", stream -> JUnitXml.write(ledger, stream));
        files.put("summary.md", bytes(MarkdownSummary.text(ledger)));
        files.put("badge.svg", bytes(Badge.svg(ledger)));
        files.put("ledger.sarif", bytes(Sarif.text(ledger, project)));
        files.put("claim-reviews.jsonld", stream -> ClaimReviews.write(ledger, stream));
        IndexPage.forEach(ledger, notebooks, (name, page) -> files.put(name, bytes(page)));
        files.put(RoCrate.FILE, bytes(RoCrate.text(ledger, List.copyOf(files.names), newest(ledger))));
        removeOthers(folder, "notebooks/", files);
        removeOthers(folder, IndexPage.FURTHER, files);
    }

    /// The files of a report, each written as soon as it is made: a large ledger's would not all fit into memory.
    private record Written(Path folder, Set<String> names) {
        void put(String name, byte[] content) {
            put(name, stream -> stream.write(content));
        }

        void put(String name, AtomicFile.Content content) {
            if (names.add(name)) {
                AtomicFile.write(folder.resolve(name), content);
            }
        }
    }

    /// The day on which a claims file was last changed: the same for the same inputs.
    private static String newest(SettledLedger ledger) {
        return ledger.papers().stream()
                .map(paper -> {
                    try {
                        return Files.getLastModifiedTime(paper.claimsFile()).toInstant();
                    } catch (IOException e) {
                        throw new UncheckedIOException(paper.claimsFile() + ": cannot be read: " + e, e);
                    }
                })
                .max(Comparator.naturalOrder())
                .map(instant -> instant.toString().substring(0, "2026-11-28".length()))
                .orElse("1970-01-01");
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e, e);
        }
    }

    private static void addAssets(Written files) {
        byte[] css = resource(KATEX + "katex.min.css");
        files.put("assets/katex.min.css", css);
        files.put("assets/katex.min.js", resource(KATEX + "katex.min.js"));
        Matcher fonts = FONT.matcher(new String(css, StandardCharsets.UTF_8));
        while (fonts.find()) {
            files.put("assets/" + fonts.group(), resource(KATEX + fonts.group()));
        }
        files.put("assets/report.css", resource("/infogap/report/report.css"));
        files.put("assets/report.js", resource("/infogap/report/report.js"));
    }

    /// @param prefix what the names of the files begin with: a folder, or the beginning of a file's name
    private static void removeOthers(Path report, String prefix, Written files) {
        Path folder = report.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        String start = prefix.substring(prefix.lastIndexOf('/') + 1);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> present = Files.list(folder)) {
            for (Path file : present.filter(each -> each.getFileName().toString().startsWith(start)).toList()) {
                if (Files.isRegularFile(file) && !files.names.contains(prefix.substring(0, prefix.lastIndexOf('/') + 1) + file.getFileName())) {
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

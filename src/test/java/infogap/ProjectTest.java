package infogap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Ledger;
import infogap.kernel.LaunchCommand;
import infogap.notebook.ClaimEvidence;
import infogap.notebook.KernelLaunch;
import infogap.notebook.Notebook;
import infogap.notebook.NotebookJob;
import infogap.notebook.NotebookRun;
import infogap.notebook.NotebookRunner;
import infogap.notebook.OutputComparison;
import infogap.notebook.RunListener;
import infogap.report.Report;
import infogap.report.SettledLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The project's own notebooks, executed once in real kernels: they run, they say what they said when they were committed, and the
/// ledger and the report that come out of them hold.
class ProjectTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    private static List<NotebookRun> runs;

    @BeforeAll
    static void executeAllNotebooks() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            List<NotebookJob> jobs =
                    files.filter(file -> file.toString().endsWith(".ipynb")).sorted().map(NotebookJob::of).toList();
            assertTrue(jobs.size() >= 10, "found only " + jobs.size() + " notebooks");
            runs = NotebookRunner.of(KernelLaunch.of(LaunchCommand.ofThisJvm())).run(jobs, RunListener.NONE);
        }
        List<NotebookRun> failed = runs.stream().filter(NotebookRun.Failed.class::isInstance).toList();
        assertEquals(List.of(), failed);
    }

    @Test
    void theCommittedOutputsAreThoseOfAFreshRun() {
        StringBuilder differences = new StringBuilder();
        for (NotebookRun run : runs) {
            Notebook committed = Notebook.read(Path.of("notebooks").resolve(run.name()));
            OutputComparison comparison = OutputComparison.of(run.name(), committed, run.notebook());
            if (!comparison.same()) {
                differences.append(comparison).append('\n');
            }
        }
        assertEquals("", differences.toString());
    }

    @Test
    void everyVerdictIsThePinnedOne() {
        assertEquals(List.of(), settled().problems());
    }

    @Test
    void everyNotebookHasPicturesAndAnExercise() {
        int charts = 0;
        for (NotebookRun run : runs) {
            String text = run.notebook().text();
            long images = run.notebook().cells().stream()
                    .flatMap(cell -> cell.outputs().stream())
                    .filter(output -> output.data().has("image/png"))
                    .count();
            assertTrue(images > 0, run.name() + " has no chart");
            assertTrue(text.contains("## Exercise"), run.name() + " has no exercise");
            charts += (int) images;
        }
        assertTrue(charts >= 20, "only " + charts + " charts");
    }

    @Test
    void everyLinkOfTheReportResolves(@TempDir Path folder) throws IOException {
        Map<String, Notebook> notebooks = new LinkedHashMap<>();
        runs.forEach(run -> notebooks.put(run.name(), run.notebook()));
        Report.write(folder, settled(), notebooks);
        List<String> broken = new ArrayList<>();
        int links = 0;
        try (Stream<Path> pages = Files.walk(folder)) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".html")).toList()) {
                for (String link : links(Files.readString(page))) {
                    links++;
                    if (!resolves(page, link)) {
                        broken.add(folder.relativize(page) + ": " + link);
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links > 200, "found only " + links + " links to judge");
    }

    private static SettledLedger settled() {
        List<ClaimEvidence> evidence = new ArrayList<>();
        runs.forEach(run -> evidence.addAll(ClaimEvidence.in(run.name(), run.notebook())));
        return SettledLedger.of(Ledger.of(Path.of(Ledger.FOLDER)), evidence);
    }

    private static List<String> links(String html) {
        return LINK.matcher(html).results().map((MatchResult match) -> match.group(1)).filter(link -> !link.startsWith("data:")).toList();
    }

    private static boolean resolves(Path page, String link) throws IOException {
        String file = link.replaceFirst("#.*$", "");
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        int mark = link.indexOf('#');
        return mark < 0 || Files.readString(target).contains("id=\"" + link.substring(mark + 1) + "\"");
    }
}

package infogap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.LeastSquaresAccumulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamedFitTest {

    private static final String CARS = "data/mtcars/cars.csv";

    @TempDir
    private Path folder;

    @Test
    void theReportIsThatOfTheTableWithoutWhatNeedsRows() {
        Outcome streamed = Outcome.of("fit", CARS, "mpg ~ wt + C(cyl)", "--stream");
        assertEquals(InfogapCommand.FINE, streamed.exitCode(), streamed.err());
        assertTrue(streamed.err().contains("32 rows used"), streamed.err());
        List<String> table = Outcome.of("fit", CARS, "mpg ~ wt + C(cyl)").out().lines().filter(line -> line.startsWith("C(cyl)") || line.startsWith("wt ")).toList();
        assertEquals(3, table.size());
        table.forEach(line -> assertTrue(streamed.out().contains(line), streamed.out()));
    }

    /// The file in two halves: yesterday's rows are a checkpoint, today's carry on.
    @Test
    void aCheckpointIsWrittenAndCarriedOn() throws Exception {
        List<String> lines = Files.readAllLines(Path.of(CARS));
        Path first = Files.write(folder.resolve("first.csv"), lines.subList(0, 17));
        Path second = Files.writeString(folder.resolve("second.csv"), lines.getFirst() + "\n" + String.join("\n", lines.subList(17, lines.size())));
        Path kept = folder.resolve("kept.infogap");
        assertEquals(InfogapCommand.FINE, Outcome.of("fit", first.toString(), "mpg ~ wt + hp", "--checkpoint", kept.toString()).exitCode());
        assertEquals(16, LeastSquaresAccumulator.load(kept).rows());
        Outcome both = Outcome.of("fit", second.toString(), "mpg ~ wt + hp", "--resume", kept.toString());
        String slope = Outcome.of("fit", CARS, "mpg ~ wt + hp").out().lines().filter(line -> line.startsWith("wt ")).findFirst().orElseThrow();
        assertTrue(both.out().contains(slope) && both.out().contains("(32 rows)"), both.out());
        Outcome other = Outcome.of("fit", second.toString(), "mpg ~ hp", "--resume", kept.toString());
        assertEquals(InfogapCommand.PROBLEM, other.exitCode());
        assertTrue(other.err().contains("must have the columns"), other.err());
    }

    @Test
    void badRowsAreRefusedOrSkippedByAFlag() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.csv"), "x;y\n1;2\n2;3\noops;4\n4;4\n5;7\n");
        Outcome refused = Outcome.of("fit", file.toString(), "y ~ x", "--stream", "--separator=;");
        assertEquals(InfogapCommand.PROBLEM, refused.exitCode());
        // a column of texts is a category, whose levels do not leave a row over
        Outcome skipped = Outcome.of("fit", Files.writeString(folder.resolve("late.csv"), "x;y\n" + "1;2\n2;4\n3;5\n".repeat(400) + "oops;4\n").toString(), "y ~ x",
                "--separator=;", "--skip-bad");
        assertEquals(InfogapCommand.FINE, skipped.exitCode(), skipped.err());
        assertTrue(skipped.err().contains("1200 rows used, 1 bad row\n  line 1202: column 'x' must hold a finite number, but is 'oops'"), skipped.err());
    }

    /// The report of a fit in memory, line for line, but for the residuals' quantiles, what needs rows and how the fit was computed.
    @Test
    void errorsOfASecondPassAreThoseOfTheTable() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(CARS)));
        lines.set(3, lines.get(3).replaceFirst(",[0-9.]+,", ",NA,"));
        String file = Files.write(folder.resolve("holes.csv"), lines).toString();
        for (String option : List.of("--robust=HC0", "--robust=HC1", "--robust=HC2", "--robust=HC3", "--cluster=cyl")) {
            List<String> table = Outcome.of("fit", file, "mpg ~ wt + hp", option).out().lines().filter(StreamedFitTest::isOfBoth).toList();
            Outcome streamed = Outcome.of("fit", file, "mpg ~ wt + hp", option, "--stream");
            assertEquals(InfogapCommand.FINE, streamed.exitCode(), streamed.err());
            assertTrue(table.contains("1 of 32 rows left out: mpg missing in 1") && table.stream().anyMatch(line -> line.contains("standard errors:")), table.toString());
            assertEquals(table, streamed.out().lines().filter(StreamedFitTest::isOfBoth).toList());
        }
        Outcome refused = Outcome.of("fit", file, "mpg ~ wt", "--stream", "--complete");
        assertEquals(InfogapCommand.PROBLEM, refused.exitCode());
        assertTrue(refused.err().contains("line 4, column 'mpg' must have a value, but is missing"), refused.err());
    }

    private static boolean isOfBoth(String line) {
        return !line.startsWith("Trusted:") && !line.startsWith("Condition number") && !line.startsWith("Residuals") && !line.startsWith("Durbin") && !line.isBlank()
                && !line.matches("\\s+Min.*|\\s*-?[0-9. -]+");
    }

    @Test
    void whatNeedsRowsIsRefused() throws Exception {
        Outcome refused = Outcome.of("fit", CARS, "mpg ~ wt", "--stream", "--plot=" + folder.resolve("p.png"));
        assertFalse(refused.exitCode() == InfogapCommand.FINE);
        assertTrue(refused.err().contains("a stream keeps no rows"), refused.err());
        Path kept = folder.resolve("kept.infogap");
        assertEquals(InfogapCommand.FINE, Outcome.of("fit", CARS, "mpg ~ wt", "--checkpoint", kept.toString(), "--robust=HC1").exitCode());
        Outcome again = Outcome.of("fit", CARS, "mpg ~ wt", "--resume", kept.toString(), "--robust=HC1");
        assertFalse(again.exitCode() == InfogapCommand.FINE);
        assertTrue(again.err().contains("--resume has only the sums of the rows before"), again.err());
    }

    @Test
    void theBarIsDrawnOnATerminalOnly() {
        StringWriter drawn = new StringWriter();
        ProgressBar bar = new ProgressBar(new PrintWriter(drawn), "reading", true);
        bar.show(0.5);
        bar.show(0.501);
        bar.end();
        assertEquals("\r\u001B[2Kreading [" + "=".repeat(20) + " ".repeat(20) + "] 50 %\r\u001B[2K", drawn.toString().toLowerCase(Locale.ROOT).replace("[2k", "[2K"));
        StringWriter silent = new StringWriter();
        new ProgressBar(new PrintWriter(silent), "reading", false).show(0.5);
        assertEquals("", silent.toString());
    }
}

package infogap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.LeastSquaresAccumulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void whatNeedsRowsIsRefused() {
        Outcome refused = Outcome.of("fit", CARS, "mpg ~ wt", "--stream", "--robust=HC3");
        assertFalse(refused.exitCode() == InfogapCommand.FINE);
        assertTrue(refused.err().contains("a stream keeps no rows"), refused.err());
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

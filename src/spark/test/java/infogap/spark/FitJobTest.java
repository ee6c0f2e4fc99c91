package infogap.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.LeastSquaresAccumulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitJobTest {

    private static String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FitJob.run(LocalSpark.session(), List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void fitsCarriesOnAndAsks(@TempDir Path folder) throws Exception {
        String file = Files.writeString(folder.resolve("t.csv"), "g,x,y\na,1,2\na,2,3\na,3,5\nb,1,1\nb,2,7\nb,,7\nb,5,1\n").toString();
        Path kept = folder.resolve("kept");
        assertTrue(run("fit", file, "y", "x").contains("Rows: 6 of 7 rows are complete (x: 1 null), the others were left out (IncompleteRows.SKIP)"));
        run("fit", file, "y", "x", kept.toString());
        assertTrue(run("fit", file, "y", "x", kept.toString()).contains("; 12 in " + kept));
        assertEquals(12, LeastSquaresAccumulator.load(kept).rows());
        assertEquals("g\toutcome\trows\nb\tfitted\t3\na\tfitted\t3\n", run("sql", file,
                "SELECT g, fit.outcome, fit.rows FROM (SELECT g, least_squares(y, array(x)) AS fit FROM data GROUP BY g) ORDER BY g DESC").replace(System.lineSeparator(), "\n"));
        assertThrows(IllegalArgumentException.class, () -> run("fit", file));
    }
}

package infogap.table.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.LeastSquaresAccumulator;
import infogap.table.data.TableGuess;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {

    private static final RowTerms TERMS = RowTerms.columns("purchase", List.of("age", "收入"));

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    /// The sums of a file are those of its rows added one by one: the same bytes.
    @Test
    void theSumsAreThoseOfTheRows() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("\uFEFFid,收入,\"age\",note,purchase\r\n");
        LeastSquaresAccumulator expected = LeastSquaresAccumulator.of(List.of("age", "收入"), "purchase");
        for (int i = 0; i < 10_000; i++) {
            double age = random.nextInt(18, 80);
            double income = random.nextDouble(1e3, 1e5);
            double purchase = age + income * 0.01 + random.nextGaussian();
            expected.add(new double[] {age, income}, purchase);
            text.append(i).append(',').append(income).append(",\"").append(age).append("\",\"a \"\"note\"\",\n with lines\",").append(purchase).append("\r\n");
        }
        Path plain = file("rows.csv", text.toString());
        StreamedFit read = CsvRows.of(plain).leastSquares(TERMS);
        assertArrayEquals(expected.toBytes(), read.accumulator().toBytes());
        assertEquals("10000 rows used", read.toString());
        Path packed = folder.resolve("rows.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        assertArrayEquals(expected.toBytes(), CsvRows.of(packed).leastSquares(TERMS).accumulator().toBytes());
    }

    @Test
    void aCheckpointIsCarriedOn() throws Exception {
        Path yesterday = file("yesterday.csv", "age,收入,purchase\n1,2,3\n2,1,5\n");
        Path today = file("today.csv", "purchase;收入;age\n9;5;3\n1;4;4\n");
        LeastSquaresAccumulator kept = CsvRows.of(yesterday).leastSquares(TERMS).accumulator();
        StreamedFit both = CsvRows.of(today).separatedBy(';').leastSquares(TERMS, kept);
        assertEquals(4, both.accumulator().rows());
        assertEquals(2, both.rows());
        assertEquals(2, kept.rows());
        LeastSquaresAccumulator expected = LeastSquaresAccumulator.of(List.of("age", "收入"), "purchase");
        expected.addRows(new double[][] {{1, 2}, {2, 1}, {3, 5}, {4, 4}}, new double[] {3, 5, 9, 1});
        assertArrayEquals(expected.fit().orThrow().estimates(), both.fit().orThrow().estimates(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> CsvRows.of(today).leastSquares(RowTerms.columns("purchase", List.of("age")), kept));
    }

    @Test
    void badRowsAreShownWithTheirLine() throws Exception {
        Path file = file("bad.csv", "age,收入,purchase\n1,2,3\n\nx,2,3\n1,2\n1,2,3,4\n1,,3\n1,NA,3\n1,2,1e300\n2,2,3\n3,1,3\n");
        String message = assertThrows(IllegalArgumentException.class, () -> CsvRows.of(file).leastSquares(TERMS)).getMessage();
        assertEquals(file + """
                 has 6 bad rows:
                  line 4: column 'age' must hold a finite number, but is 'x'
                  line 5: must have 3 fields, as the header has, but has 2
                  line 6: must have 3 fields, as the header has, but has 4
                  line 7: column '收入' must hold a finite number, but is missing
                  line 8: column '收入' must hold a finite number, but is missing
                  line 9: 'purchase' must be a finite number of magnitude at most 2^400, but is 1.0E300
                Mend them, or leave bad rows out (Rule.SKIP)""", message);
        StreamedFit skipped = CsvRows.of(file).with(BadRows.Rule.SKIP).leastSquares(TERMS);
        assertEquals(3, skipped.rows());
        assertEquals(6, skipped.bad().count());
        assertTrue(skipped.toString().startsWith("3 rows used, 6 bad rows\n  line 4: "), skipped.toString());
    }

    @Test
    void tenBadRowsAreEnoughToRefuseAndTenAreShown() throws Exception {
        Path file = file("worse.csv", "age,收入,purchase\n" + "a,b,c\n".repeat(25));
        String message = assertThrows(IllegalArgumentException.class, () -> CsvRows.of(file).leastSquares(TERMS)).getMessage();
        assertTrue(message.contains("has 10 bad rows or more:") && message.contains("line 11:") && !message.contains("line 12:"), message);
        BadRows bad = CsvRows.of(file).with(BadRows.Rule.SKIP).leastSquares(TERMS).bad();
        assertEquals(25, bad.count());
        assertTrue(bad.toString().endsWith("  … and 15 more"), bad.toString());
    }

    /// Interactions, logarithms and levels are formed from the row alone.
    @Test
    void termsAreFormedRowByRow() throws Exception {
        Path file = file("terms.csv", "region,age,purchase\nb,1,3\na,2,1\nc,4,9\na,8,7\nb,16,2\nc,3,3\n,1,1\n");
        List<SourceColumn.Levels> levels = CsvRows.of(file).levels(List.of("region"));
        assertEquals(List.of("a", "b", "c"), levels.getFirst().levels());
        RowTerms terms = new RowTerms() {
            @Override
            public List<SourceColumn> sources() {
                return List.of(levels.getFirst(), new SourceColumn.Number("age"), new SourceColumn.Number("purchase"));
            }

            @Override
            public List<String> regressors() {
                return List.of("region[T.b]", "region[T.c]", "log(age)");
            }

            @Override
            public String response() {
                return "purchase";
            }

            @Override
            public boolean hasIntercept() {
                return true;
            }

            @Override
            public double form(double[] cells, double[] regressors) {
                regressors[0] = cells[0] == 1 ? 1 : 0;
                regressors[1] = cells[0] == 2 ? 1 : 0;
                regressors[2] = Math.log(cells[1]);
                return cells[2];
            }
        };
        StreamedFit read = CsvRows.of(file).with(BadRows.Rule.SKIP).leastSquares(terms);
        LeastSquaresAccumulator expected = LeastSquaresAccumulator.of(terms.regressors(), "purchase");
        double[][] x = {{1, 0, 0}, {0, 0, Math.log(2)}, {0, 1, Math.log(4)}, {0, 0, Math.log(8)}, {1, 0, Math.log(16)}, {0, 1, Math.log(3)}};
        expected.addRows(x, new double[] {3, 1, 9, 7, 2, 3});
        assertArrayEquals(expected.toBytes(), read.accumulator().toBytes());
        assertEquals(List.of("line 8: column 'region' must hold one of the levels [a, b, c], but is missing"), read.bad().first());
    }

    @Test
    void whatStandsForAMissingCellIsTheSameHoweverAFileIsRead() throws Exception {
        for (String missing : TableGuess.USUAL_MISSING) {
            Path file = file("missing.csv", "age,收入,purchase\n1,2,3\n" + missing + ",2,3\n");
            assertEquals(List.of("line 3: column 'age' must hold a finite number, but is missing"),
                    CsvRows.of(file).with(BadRows.Rule.SKIP).leastSquares(TERMS).bad().first(), missing);
            assertEquals(1, TableGuess.of(file).missing().get("age"), missing);
        }
    }

    @Test
    void filesThatAreNoneOfThisAreRefused() throws Exception {
        assertRefused("must begin with a header, but is empty", file("empty.csv", ""));
        assertRefused("must have a column '收入', but its header is [age, purchase]", file("narrow.csv", "age,purchase\n1,2\n"));
        assertRefused("must have one column 'age', but its header is [age, age, 收入, purchase]", file("twice.csv", "age,age,收入,purchase\n1,1,2,3\n"));
        assertRefused("is no CSV", file("quote.csv", "age,收入,purchase\n1,\"2,3\n"));
        assertThrows(UncheckedIOException.class, () -> CsvRows.of(folder.resolve("none.csv")).leastSquares(TERMS));
        StringBuilder many = new StringBuilder("id\n");
        for (int i = 0; i <= CsvRows.MOST_LEVELS; i++) {
            many.append(i).append('\n');
        }
        Path ids = file("ids.csv", many.toString());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> CsvRows.of(ids).levels(List.of("id"))).getMessage().contains("at most 1000 different values"));
    }

    @Test
    void progressIsToldAndInterruptsAreHeard() throws Exception {
        Path file = file("long.csv", "age,收入,purchase\n" + "1,2,3\n2,3,5\n1,7,1\n".repeat(600_000));
        List<Double> told = new ArrayList<>();
        CsvRows.of(file).reportingTo(told::add).leastSquares(TERMS);
        assertTrue(told.size() > 2 && told.getLast() == 1 && told.stream().sorted().toList().equals(told), told.toString());
        Thread.currentThread().interrupt();
        try {
            assertThrows(IllegalStateException.class, () -> CsvRows.of(file).leastSquares(TERMS));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    private static void assertRefused(String part, Path file) {
        String message = assertThrows(IllegalArgumentException.class, () -> CsvRows.of(file).leastSquares(TERMS)).getMessage();
        assertTrue(message.contains(part), message);
    }
}

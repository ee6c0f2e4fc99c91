package infogap.table.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.ClusterAccumulator;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquaresAccumulator;
import infogap.regression.RobustAccumulator;
import infogap.regression.RobustCovariance;
import infogap.table.data.MissingCells;
import infogap.table.data.TableGuess;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                 has 4 bad rows:
                  line 4: column 'age' must hold a finite number, but is 'x'
                  line 5: must have 3 fields, as the header has, but has 2
                  line 6: must have 3 fields, as the header has, but has 4
                  line 9: 'purchase' must be a finite number of magnitude at most 2^400, but is 1.0E300
                Mend them, or leave bad rows out (Rule.SKIP)""", message);
        StreamedFit skipped = CsvRows.of(file).with(BadRows.Rule.SKIP).leastSquares(TERMS);
        assertEquals(3, skipped.rows());
        assertEquals(4, skipped.bad().count());
        assertEquals(new MissingRows(2, Map.of("收入", 2L)), skipped.missing());
        assertTrue(skipped.toString().startsWith("3 rows used, 2 left out (收入 missing in 2), 4 bad rows\n  line 4: "), skipped.toString());
        assertEquals(List.of("2 of 9 rows left out: 收入 missing in 2", "4 of 9 rows left out: bad"), skipped.notes());
    }

    /// By the rule that the terms carry: left out and counted, or refused. A row with a bad cell is bad, whatever is missing beside it.
    @Test
    void rowsWithMissingCellsAreLeftOutAndCounted() throws Exception {
        Path file = file("holes.csv", "age,收入,note,purchase\n1,2,,3\n,2,a,3\n2,,b,NA\n2,1, ,5\nNaN,null,c,8\n3,3,,1\n");
        StreamedFit read = CsvRows.of(file).leastSquares(TERMS);
        assertEquals(3, read.rows());
        assertEquals(3, read.missing().count());
        assertEquals("age missing in 2, 收入 missing in 2, purchase missing in 1", read.missing().toString());
        assertEquals(0, read.bad().count());
        RowTerms whole = new DelegatingTerms(TERMS) {
            @Override
            public MissingCells missing() {
                return MissingCells.REFUSE;
            }
        };
        assertEquals(file + ", line 3, column 'age' must have a value, but is missing",
                assertThrows(IllegalArgumentException.class, () -> CsvRows.of(file).with(BadRows.Rule.SKIP).leastSquares(whole)).getMessage());
        StreamedFit both = CsvRows.of(file("both.csv", "age,收入,purchase\n,x,3\n1,2,3\n")).with(BadRows.Rule.SKIP).leastSquares(TERMS);
        assertEquals(1, both.bad().count());
        assertEquals(0, both.missing().count());
    }

    /// Rows are left out of both passes alike, and the sums are those of the accumulators that saw the used rows.
    @Test
    void aSecondPassSeesTheSameRows() throws Exception {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder text = new StringBuilder("age,收入,group,purchase\n");
        List<double[]> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            double[] row = {random.nextInt(18, 80), random.nextInt(1000, 9000)};
            double purchase = random.nextInt(100);
            String group = "g" + random.nextInt(12);
            String income = i % 50 == 7 ? "" : i % 50 == 8 ? "oops" : Double.toString(row[1]);
            text.append(row[0]).append(',').append(income).append(',').append(i % 50 == 7 ? "" : group).append(',').append(purchase).append('\n');
            if (i % 50 != 7 && i % 50 != 8) {
                x.add(row);
                y.add(purchase);
                groups.add(group);
            }
        }
        CsvRows rows = CsvRows.of(file("second.csv", text.toString())).with(BadRows.Rule.SKIP);
        FittedModel model = rows.leastSquares(TERMS).fit().orThrow();
        ClusterAccumulator clusters = ClusterAccumulator.of(model);
        for (int i = 0; i < x.size(); i++) {
            clusters.add(groups.get(i), x.get(i), y.get(i));
        }
        assertArrayEquals(clusters.sum().toBytes(), rows.clustered(TERMS, model, "group").toBytes());
        for (RobustCovariance kind : RobustCovariance.values()) {
            RobustAccumulator second = RobustAccumulator.of(model, kind);
            for (int i = 0; i < x.size(); i++) {
                second.add(x.get(i), y.get(i));
            }
            assertArrayEquals(second.sum().toBytes(), rows.robust(TERMS, model, kind).toBytes());
        }
        CsvRows other = CsvRows.of(file("shorter.csv", "age,收入,group,purchase\n1,2,a,3\n"));
        assertThrows(IllegalArgumentException.class, () -> other.robust(TERMS, model, RobustCovariance.HC1).covariance(model));
    }

    @Test
    void clustersAreComparedAsNumbersOrAsTexts() throws Exception {
        String header = "age,收入,group,purchase\n";
        CsvRows numbers = CsvRows.of(file("numbers.csv", header + "1,2,4,3\n2,1,4.0,5\n3,5,5,9\n4,4,5e0,1\n5,2,+5,3\n"));
        FittedModel model = numbers.leastSquares(TERMS).fit().orThrow();
        assertEquals(2, numbers.clustered(TERMS, model, "group").clusters());
        CsvRows codes = CsvRows.of(file("codes.csv", header + "1,2,04,3\n2,1,4,5\n3,5,5,9\n4,4,05,1\n5,2,5,3\n"));
        assertEquals(4, codes.clustered(TERMS, model, "group").clusters());
        Path hole = file("hole.csv", header + "1,2,a,3\n2,1, ,5\n3,5,b,9\n4,4,b,1\n5,2,a,3\n");
        assertEquals(hole + ", line 3, column 'group' must have a value in each row of the fit, but is missing",
                assertThrows(IllegalArgumentException.class, () -> CsvRows.of(hole).clustered(TERMS, model, "group")).getMessage());
        assertThrows(IllegalArgumentException.class, () -> numbers.clustered(TERMS, model, "city"));
    }

    @Test
    void levelsAreThoseOfRowsThatCanBeUsed() throws Exception {
        CsvRows rows = CsvRows.of(file("levels.csv", "city,grade,age\nUlm,1,3\nBonn,2.0,\nKiel,2,x\nUlm,2,4\nMoers,oops,4\n,3,4\nHof,4\n"));
        List<SourceColumn.Levels> found = rows.levels(List.of("city", "grade"), List.of("city", "grade", "age"), List.of("grade", "age"));
        assertEquals(List.of(new SourceColumn.Levels("city", List.of("Ulm")), new SourceColumn.Levels("grade", List.of("1", "2"), true)), found);
        assertEquals(List.of("Bonn", "Kiel", "Moers", "Ulm"), rows.levels(List.of("city")).getFirst().levels());
        assertThrows(IllegalArgumentException.class, () -> new SourceColumn.Levels("grade", List.of("1", "x"), true));
    }

    @Test
    void wholeNumbersWithALeadingZeroAreNoNumbers() throws Exception {
        CsvRows rows = CsvRows.of(file("zip.csv", "zip,long,zero,decimal\n01234,9007199254740992,0,0.5\n10000,1,10,00.5\n"));
        assertEquals(List.of("zero", "decimal"), rows.numeric(List.of("zip", "long", "zero", "decimal")));
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
        assertEquals("region missing in 1", read.missing().toString());
    }

    @Test
    void whatStandsForAMissingCellIsTheSameHoweverAFileIsRead() throws Exception {
        for (String missing : TableGuess.USUAL_MISSING) {
            Path file = file("missing.csv", "age,收入,purchase\n1,2,3\n" + missing + ",2,3\n");
            assertEquals(new MissingRows(1, Map.of("age", 1L)), CsvRows.of(file).leastSquares(TERMS).missing(), missing);
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

    /// Other terms with one answer changed.
    private abstract static class DelegatingTerms implements RowTerms {

        private final RowTerms terms;

        DelegatingTerms(RowTerms terms) {
            this.terms = terms;
        }

        @Override
        public List<SourceColumn> sources() {
            return terms.sources();
        }

        @Override
        public List<String> regressors() {
            return terms.regressors();
        }

        @Override
        public String response() {
            return terms.response();
        }

        @Override
        public boolean hasIntercept() {
            return terms.hasIntercept();
        }

        @Override
        public double form(double[] cells, double[] regressors) {
            return terms.form(cells, regressors);
        }
    }
}

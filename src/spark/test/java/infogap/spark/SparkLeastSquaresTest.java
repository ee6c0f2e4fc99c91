package infogap.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.Coefficient;
import infogap.regression.Design;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.regression.LeastSquaresAccumulator;
import infogap.regression.RankDeficient;
import infogap.regression.RobustCovariance;
import infogap.regression.Variable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A fit through the engine is the fit in memory, whatever the partitions.
class SparkLeastSquaresTest {

    private static final List<String> REGRESSORS = List.of("age", "income");
    private static final List<String> COLUMNS = List.of("age", "income", "purchase", "region");
    /// Sums of the same numbers in another order, in 106 bits, of well-conditioned terms.
    private static final double SAME = 1e-13;

    private final List<double[]> rows = new ArrayList<>();
    private final FittedModel inMemory;

    SparkLeastSquaresTest() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 2500; i++) {
            double age = random.nextDouble(18, 80);
            double income = 1e6 + random.nextGaussian();
            int region = random.nextInt(23);
            rows.add(new double[] {age, income, 3 + 0.25 * age - 2 * income + random.nextGaussian() * age / 40 + 0.1 * region, region});
        }
        inMemory = LeastSquares.fit(design(), Variable.of("purchase", column(2))).orThrow();
    }

    private Design design() {
        return Design.ofColumns(REGRESSORS, column(0), column(1));
    }

    private double[] column(int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }

    /// 100 partitionings and orders: every coefficient and standard error agrees to the digits that the fit states.
    @Test
    void theAnswerIsTheSameWhateverThePartitions() {
        SplittableRandom random = new SplittableRandom(1);
        double[] expected = inMemory.estimates();
        for (int draw = 0; draw < 100; draw++) {
            int partitions = random.nextInt(1, 12);
            Dataset<Row> dealt = LocalSpark.shuffled(COLUMNS, rows, partitions, draw);
            FittedModel fit = SparkLeastSquares.fit(dealt, "purchase", REGRESSORS).orThrow();
            assertEquals(rows.size(), fit.rows());
            for (int k = 0; k < expected.length; k++) {
                double tolerance = Math.pow(10, -fit.accuracy().arithmetic().get(k)) * Math.abs(expected[k]);
                assertTrue(fit.accuracy().arithmetic().get(k) > 12, fit.accuracy().toString());
                assertEquals(expected[k], fit.estimates()[k], tolerance, "draw " + draw + ", " + partitions + " partitions");
                assertEquals(inMemory.standardErrors()[k], fit.standardErrors()[k], SAME * inMemory.standardErrors()[k]);
            }
        }
    }

    @Test
    void samePartitionsGiveTheSameBits() {
        Dataset<Row> dealt = LocalSpark.shuffled(COLUMNS, rows, 9, 5);
        byte[] first = SparkLeastSquares.of(dealt, "purchase", REGRESSORS, IncompleteRows.REFUSE).accumulator().toBytes();
        for (int again = 0; again < 5; again++) {
            assertArrayEquals(first, SparkLeastSquares.of(dealt, "purchase", REGRESSORS, IncompleteRows.REFUSE).accumulator().toBytes());
        }
    }

    /// Parquet is looked at by columns: the same sums, to the last bit, as of the same partitions row by row; with nulls, and in more than one batch.
    @Test
    void columnsOfParquetAreTheSameRows(@TempDir Path folder) {
        String file = folder.resolve("rows").toString();
        LocalSpark.session().range(0, 30_000, 1, 3).selectExpr("if(id % 7 = 0, null, id * 0.5D) AS age", "(id * 7919) % 1009 / 3D AS income",
                "if(id % 11 = 0, double('NaN'), id % 101 - 2D) AS purchase", "id % 5 AS region").write().parquet(file);
        Dataset<Row> stored = LocalSpark.session().read().parquet(file);
        SparkLeastSquares byColumns = SparkLeastSquares.of(stored, "purchase", REGRESSORS, IncompleteRows.SKIP);
        // a filter that leaves all rows stands above the scan, and turns its columns into rows
        SparkLeastSquares byRows = SparkLeastSquares.of(stored.filter("region >= 0"), "purchase", REGRESSORS, IncompleteRows.SKIP);
        assertEquals(30_000, byColumns.rows().read());
        assertEquals(byRows.rows(), byColumns.rows());
        assertArrayEquals(byRows.accumulator().toBytes(), byColumns.accumulator().toBytes());
        assertErrors(byRows.clusterCoefficients("region"), byColumns.clusterCoefficients("region"));
    }

    @ParameterizedTest
    @EnumSource
    void robustErrorsTakeASecondPass(RobustCovariance kind) {
        SparkLeastSquares pass = SparkLeastSquares.of(LocalSpark.shuffled(COLUMNS, rows, 5, 2), "purchase", REGRESSORS, IncompleteRows.REFUSE);
        assertErrors(inMemory.coefficients(kind), pass.coefficients(kind));
        assertEquals(inMemory.covariance(kind)[1][1], pass.covariance(kind)[1][1], SAME * inMemory.covariance(kind)[1][1]);
    }

    @Test
    void clusteredErrorsTakeASecondPass() {
        SparkLeastSquares pass = SparkLeastSquares.of(LocalSpark.shuffled(COLUMNS, rows, 5, 3), "purchase", REGRESSORS, IncompleteRows.REFUSE);
        int[] clusters = rows.stream().mapToInt(row -> (int) row[3]).toArray();
        double[][] expected = inMemory.clusterCovariance(clusters);
        double[][] found = pass.clusterCovariance("region");
        List<Coefficient> table = pass.clusterCoefficients("region");
        for (int k = 0; k < 3; k++) {
            assertEquals(expected[k][k], found[k][k], SAME * expected[k][k]);
            assertEquals(Math.sqrt(expected[k][k]), table.get(k).standardError(), SAME * table.get(k).standardError());
        }
    }

    private static void assertErrors(List<Coefficient> expected, List<Coefficient> found) {
        for (int k = 0; k < expected.size(); k++) {
            assertEquals(expected.get(k).standardError(), found.get(k).standardError(), SAME * expected.get(k).standardError());
        }
    }

    @Test
    void collinearColumnsAreNamed() {
        Dataset<Row> dealt = LocalSpark.shuffled(COLUMNS, rows, 3, 1).selectExpr("age", "income", "2 * age - income AS total", "purchase");
        RankDeficient fit = assertInstanceOf(RankDeficient.class, SparkLeastSquares.fit(dealt, "purchase", List.of("age", "income", "total")));
        assertEquals("total = 2·age − 1·income", fit.dependencies().getFirst().toString());
        SparkLeastSquares pass = SparkLeastSquares.of(dealt, "purchase", List.of("age", "income", "total"), IncompleteRows.SKIP);
        assertThrows(IllegalStateException.class, () -> pass.coefficients(RobustCovariance.HC3));
        assertThrows(IllegalStateException.class, () -> pass.clusterCoefficients("age"));
    }

    /// Nulls, NaN and infinities by one rule, counted by column.
    @Test
    void incompleteRowsAreRefusedOrSkippedAndCounted() {
        Dataset<Row> dealt = LocalSpark.shuffled(COLUMNS, rows, 4, 9).selectExpr(
                "CASE WHEN region = 1 THEN NULL WHEN region = 2 THEN double('NaN') ELSE age END AS age",
                "CASE WHEN region = 3 THEN double('Infinity') WHEN region = 4 THEN 1e200 WHEN region = 1 THEN NULL ELSE income END AS income", "purchase", "region");
        long[] of = new long[5];
        rows.stream().filter(row -> row[3] < 5).forEach(row -> of[(int) row[3]]++);
        String message = assertThrows(IllegalArgumentException.class, () -> SparkLeastSquares.fit(dealt, "purchase", REGRESSORS)).getMessage();
        long left = rows.size() - of[1] - of[2] - of[3] - of[4];
        assertEquals("every row must be complete under IncompleteRows.REFUSE, but " + left + " of 2500 rows are complete (age: " + of[1] + " null, "
                + of[2] + " NaN; income: " + of[1] + " null, " + (of[3] + of[4]) + " infinite); fill them, or leave such rows out with IncompleteRows.SKIP", message);
        SparkLeastSquares skipped = SparkLeastSquares.of(dealt, "purchase", REGRESSORS, IncompleteRows.SKIP);
        assertEquals(left, skipped.rows().used());
        assertEquals(2500 - left, skipped.rows().skipped());
        List<double[]> kept = rows.stream().filter(row -> row[3] == 0 || row[3] > 4).toList();
        LeastSquaresAccumulator expected = LeastSquaresAccumulator.of(REGRESSORS, "purchase");
        kept.forEach(row -> expected.add(new double[] {row[0], row[1]}, row[2]));
        assertEquals(expected.fit().orThrow().estimates()[1], skipped.fit().orThrow().estimates()[1], SAME);
        assertErrors(LeastSquares.fit(Design.ofRows(REGRESSORS, kept.stream().map(row -> new double[] {row[0], row[1]}).toArray(double[][]::new)),
                Variable.of("purchase", kept.stream().mapToDouble(row -> row[2]).toArray())).orThrow().coefficients(RobustCovariance.HC1),
                skipped.coefficients(RobustCovariance.HC1));
        assertTrue(skipped.toString().contains(left + " of 2500 rows are complete"), skipped.toString());
    }

    /// Yesterday's checkpoint and today's dataset.
    @Test
    void theSumsAreACheckpoint() {
        LeastSquaresAccumulator yesterday = LeastSquaresAccumulator.of(REGRESSORS, "purchase");
        rows.subList(0, 1000).forEach(row -> yesterday.add(new double[] {row[0], row[1]}, row[2]));
        Dataset<Row> today = LocalSpark.shuffled(COLUMNS, rows.subList(1000, 2500), 4, 2);
        LeastSquaresAccumulator sums = SparkLeastSquares.of(today, "purchase", REGRESSORS, IncompleteRows.REFUSE).accumulator();
        FittedModel both = LeastSquaresAccumulator.ofBytes(yesterday.toBytes()).merge(LeastSquaresAccumulator.ofBytes(sums.toBytes())).fit().orThrow();
        assertEquals(2500, both.rows());
        assertEquals(inMemory.estimates()[1], both.estimates()[1], SAME);
    }

    @Test
    void columnsThatDoNotFitAreNamed() {
        Dataset<Row> dealt = LocalSpark.shuffled(COLUMNS, rows, 2, 1).selectExpr("age", "purchase", "string(region) AS region", "age > 40 AS older", "int(income) AS `in.come`");
        assertRefused("must have a column 'income', but has [age, purchase, region, older, in.come]", () -> SparkLeastSquares.fit(dealt, "purchase", REGRESSORS));
        assertRefused("the column 'region' must hold numbers, but holds string: cast it",
                () -> SparkLeastSquares.fit(dealt, "purchase", List.of("region")));
        assertRefused("rows must be at least as many as the 2 columns, but there are 0",
                () -> SparkLeastSquares.fit(dealt.where("age < 0"), "purchase", List.of("age")));
        assertEquals(2500, SparkLeastSquares.fit(dealt, "purchase", List.of("older", "in.come")).rows());
        SparkLeastSquares pass = SparkLeastSquares.of(dealt.withColumn("none", dealt.col("region").substr(9, 1).try_cast("int")), "purchase", List.of("age"), IncompleteRows.SKIP);
        assertRefused("must have a value in each row of the fit, but is null in 2500 of 2500", () -> pass.clusterCovariance("none"));
        assertRefused("dataset must be given", () -> SparkLeastSquares.fit(null, "purchase", REGRESSORS));
    }

    private static void assertRefused(String part, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}

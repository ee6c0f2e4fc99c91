package infogap.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.information.ContingencyTable;
import infogap.information.MutualInformation;
import infogap.information.Unit;
import infogap.regression.Design;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.regression.LeastSquaresAccumulator;
import infogap.regression.Variable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/// One model, one table for each group: those of the group's rows alone.
class AggregatesTest {

    private static final List<String> COLUMNS = List.of("age", "income", "purchase", "region", "channel");
    private static final double SAME = 1e-13;
    private static final int REGIONS = 300;

    private final List<double[]> rows = new ArrayList<>();
    private final Dataset<Row> customers;

    AggregatesTest() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 9000; i++) {
            int region = i % REGIONS;
            double age = random.nextInt(18, 80);
            double income = random.nextInt(1000, 9000);
            rows.add(new double[] {age, income, region + age - 0.01 * income + random.nextGaussian(), region, random.nextInt(3)});
        }
        customers = LocalSpark.shuffled(COLUMNS, rows, 4, 1);
        customers.createOrReplaceTempView("customers");
        SparkFunctions.register(LocalSpark.session());
    }

    /// More groups than Spark keeps in a hash table before it sorts: 128.
    @Test
    void oneModelForEachGroup() {
        List<Row> fits = customers.groupBy("region").agg(LeastSquaresAggregator.of("purchase", List.of("age", "income")).column().as("fit"))
                .selectExpr("region", "fit.*").collectAsList();
        assertEquals(REGIONS, fits.size());
        for (Row fit : fits) {
            FittedModel expected = of(fit.getDouble(0));
            assertEquals("fitted", fit.getString(1));
            assertEquals(30, fit.getLong(2));
            assertEquals(List.of("(Intercept)", "age", "income"), fit.getList(4));
            for (int k = 0; k < 3; k++) {
                assertEquals(expected.estimates()[k], fit.<Double>getList(5).get(k), SAME * Math.abs(expected.estimates()[k]));
                assertEquals(expected.standardErrors()[k], fit.<Double>getList(6).get(k), SAME * expected.standardErrors()[k]);
            }
            assertEquals(expected.rSquared(), fit.getDouble(9), SAME);
        }
    }

    private FittedModel of(double region) {
        List<double[]> own = rows.stream().filter(row -> row[3] == region).toList();
        Design design = Design.ofRows(List.of("age", "income"), own.stream().map(row -> new double[] {row[0], row[1]}).toArray(double[][]::new));
        return LeastSquares.fit(design, Variable.of("purchase", own.stream().mapToDouble(row -> row[2]).toArray())).orThrow();
    }

    /// The typed form over rows, which finds the columns by name.
    @Test
    void theAggregatorIsTyped() {
        Row fit = customers.select(LeastSquaresAggregator.of("purchase", List.of("income")).toColumn()).first();
        assertEquals(9000, fit.getLong(1));
        assertEquals("fitted", fit.getString(0));
    }

    @Test
    void sqlFitsMergesAndNames() {
        Row fit = LocalSpark.session().sql("""
                SELECT fit.* FROM (SELECT least_squares(purchase, array(age, income)) AS fit FROM customers WHERE region = 7)""").first();
        FittedModel expected = of(7);
        assertEquals(List.of("(Intercept)", "x1", "x2"), fit.getList(3));
        assertEquals(expected.estimates()[2], fit.<Double>getList(4).get(2), SAME);
        assertEquals(expected.coefficients().get(1).p(), fit.<Double>getList(7).get(1), SAME);
        SparkFunctions.register(LocalSpark.session(), "purchase_model", "purchase", List.of("age", "income"));
        Row merged = LocalSpark.session().sql("""
                SELECT least_squares_merge(fit.checkpoint) AS fit
                FROM (SELECT purchase_model(age, income, purchase) AS fit FROM customers GROUP BY region)""").selectExpr("fit.*").first();
        Row whole = LocalSpark.session().sql("SELECT purchase_model(age, income, purchase) AS fit FROM customers").selectExpr("fit.*").first();
        assertEquals(9000, merged.getLong(1));
        for (int k = 0; k < 3; k++) {
            double estimate = whole.<Double>getList(4).get(k);
            assertEquals(estimate, merged.<Double>getList(4).get(k), SAME * Math.abs(estimate));
        }
        assertEquals(9000, LeastSquaresAccumulator.ofBytes(merged.getAs("checkpoint")).rows());
    }

    @Test
    void everyOutcomeHasAName() {
        List<Row> fits = LocalSpark.session().sql("""
                SELECT g, fit.* FROM (SELECT g, least_squares(y, array(a, b)) AS fit FROM VALUES
                  ('few', 1D, 1D, 2D), ('perfect', 1D, 0D, 0D), ('perfect', 2D, 1D, 0D), ('perfect', 3D, 0D, 2D), ('perfect', 4D, 1D, 2D),
                  ('collinear', 1D, 1D, 2D), ('collinear', 2D, 2D, 4D), ('collinear', 4D, 3D, 6D), ('collinear', 2D, 5D, 10D),
                  ('none', 1D, NULL, 1D), ('none', NULL, 1D, 1D), ('none', 1D, double('NaN'), 1D) AS t(g, y, a, b) GROUP BY g ORDER BY g)""").collectAsList();
        assertEquals(List.of("rank deficient: x2 = 2·x1", "too few rows: 1 for 3 coefficients", "too few rows: 0 for 3 coefficients",
                "perfect fit: the residuals are zero to rounding"), fits.stream().map(row -> row.getString(1)).toList());
        assertEquals(3, fits.get(2).getLong(3));
        assertNull(fits.get(0).get(5));
        assertEquals(List.of(1.0, 1.0, 1.0), fits.get(3).getList(5));
        assertNull(fits.get(3).get(6));
        Row empty = LocalSpark.session().sql("SELECT least_squares(purchase, array(age)) AS fit FROM customers WHERE age < 0").selectExpr("fit.*").first();
        assertEquals("no rows", empty.getString(0));
    }

    @Test
    void pairCountsOfEachGroup() {
        List<Row> pairs = customers.selectExpr("int(region % 5) AS g", "int(channel) AS channel", "age > 40 AS older").groupBy("g")
                .agg(PairAggregator.of("channel", "older").column().as("pairs")).selectExpr("g", "pairs.*").orderBy("g").collectAsList();
        assertEquals(5, pairs.size());
        for (Row group : pairs) {
            List<double[]> own = rows.stream().filter(row -> row[3] % 5 == group.getInt(0)).toList();
            ContingencyTable<String, String> expected = ContingencyTable.of(own.stream().map(row -> "" + (int) row[4]).toList(),
                    own.stream().map(row -> "" + (row[0] > 40)).toList());
            ContingencyTable<String, String> found = PairAggregator.table(group.getAs("checkpoint"));
            assertEquals(List.of("0", "1", "2"), found.rows());
            for (String channel : found.rows()) {
                for (String older : found.columns()) {
                    assertEquals(expected.count(expected.rows().indexOf(channel), expected.columns().indexOf(older)),
                            found.count(found.rows().indexOf(channel), found.columns().indexOf(older)));
                }
            }
            assertEquals(MutualInformation.of(expected, Unit.BITS), group.getDouble(5), SAME);
        }
        Row none = LocalSpark.session().sql("SELECT pair_counts(age, NULL) AS pairs FROM customers").selectExpr("pairs.*").first();
        assertEquals(9000, none.getLong(1));
        assertNull(none.get(4));
    }

    /// 100 partitionings and orders: counts agree exactly.
    @Test
    void pairTablesAreTheSameWhateverThePartitions() {
        ContingencyTable<Integer, Integer> expected = ContingencyTable.ofCodes(rows.stream().limit(1000).mapToInt(row -> (int) row[4]).toArray(),
                rows.stream().limit(1000).mapToInt(row -> (int) row[0] % 7).toArray(), 3, 7);
        for (int draw = 0; draw < 100; draw++) {
            Dataset<Row> dealt = LocalSpark.shuffled(COLUMNS, rows.subList(0, 1000), 1 + draw % 11, draw).selectExpr("int(channel) AS x", "int(age) % 7 AS y");
            ContingencyTable<Object, Object> found = SparkPairs.table(dealt, "x", "y");
            assertEquals(expected, found);
            assertEquals(MutualInformation.of(expected, Unit.BITS), MutualInformation.of(found, Unit.BITS), SAME);
        }
    }

    @Test
    void columnsOfEveryTypeAreLabels() {
        Dataset<Row> all = LocalSpark.session().sql("""
                SELECT * FROM VALUES
                  (1, 'a', true, DATE'2026-01-02', 1.5D, 1.10BD, X'0aff', struct(1 AS f), array(1, 2), TIMESTAMP_NTZ'2026-01-02 03:04:05', NULL),
                  (2, 'b', false, DATE'2026-01-01', double('NaN'), 2.20BD, X'0b', struct(2 AS f), array(3), TIMESTAMP_NTZ'2026-01-02 03:04:05', 'x')
                  AS t(i, s, b, d, x, m, h, r, l, t, n)""");
        assertEquals(List.of(1, 2), SparkPairs.table(all, "i", "s").rows());
        assertEquals(List.of(false, true), SparkPairs.table(all, "i", "b").columns());
        assertEquals(List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)), SparkPairs.table(all, "d", "m").rows());
        assertEquals(List.of("0aff", "0b"), SparkPairs.table(all, "h", "r").rows());
        assertEquals(List.of("{1}", "{2}"), SparkPairs.table(all, "h", "r").columns());
        assertEquals(List.of("[1, 2]", "[3]"), SparkPairs.table(all, "l", "t").rows());
        assertEquals("every row must be complete under IncompleteRows.REFUSE, but 0 of 2 rows are complete (x: 1 NaN; n: 1 null); fill them, or leave such "
                + "rows out with IncompleteRows.SKIP", assertThrows(IllegalArgumentException.class, () -> SparkPairs.table(all, "x", "n")).getMessage());
        assertEquals(List.of(1.5), SparkPairs.of(all, "x", "i", IncompleteRows.SKIP).table().rows());
        assertThrows(IllegalArgumentException.class, () -> SparkPairs.of(all, "x", "n", IncompleteRows.SKIP));
        assertThrows(IllegalArgumentException.class, () -> SparkPairs.table(all, "x", "none"));
    }

    @Test
    void tooLargeAlphabetsAreRefusedWithAdvice() {
        Dataset<Row> wide = LocalSpark.session().range(8200).selectExpr("id AS x", "id AS y");
        String message = assertThrows(IllegalArgumentException.class, () -> SparkPairs.table(wide, "x", "y")).getMessage();
        assertTrue(message.contains("put numbers into bands"), message);
        assertArrayEquals(IntStream.range(0, 100).mapToLong(_ -> 1).toArray(), SparkPairs.table(wide.limit(100), "x", "y").rowTotals());
    }
}

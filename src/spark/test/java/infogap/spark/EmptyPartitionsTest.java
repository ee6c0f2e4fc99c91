package infogap.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.FittedModel;
import infogap.regression.RobustCovariance;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/// Partitions without a row change nothing, and a dataset without one is refused by what it is used for.
class EmptyPartitionsTest {

    private static final List<String> COLUMNS = List.of("age", "income", "purchase");
    private static final List<String> REGRESSORS = List.of("age", "income");
    /// The sums differ beyond their 30th digit.
    private static final double SAME = 1e-14;

    private final Dataset<Row> few = LocalSpark.shuffled(COLUMNS, IntStream.range(0, 9).mapToObj(i -> new double[] {i, i * i % 7, i % 4 + 0.5 * i}).toList(), 1, 1);

    @Test
    void partitionsWithoutRowsChangeNothing() {
        // the filter leaves rows in one of 30 partitions, and in none of those behind it
        Dataset<Row> spread = LocalSpark.shuffled(COLUMNS, IntStream.range(0, 300).mapToObj(_ -> new double[] {-1, 0, 0}).toList(), 29, 1).union(few).where("age >= 0");
        assertEquals(30, spread.javaRDD().getNumPartitions());
        SparkLeastSquares expected = SparkLeastSquares.of(few, "purchase", REGRESSORS, IncompleteRows.REFUSE);
        SparkLeastSquares found = SparkLeastSquares.of(spread, "purchase", REGRESSORS, IncompleteRows.REFUSE);
        assertEquals(expected.rows(), found.rows());
        FittedModel model = expected.fit().orThrow();
        assertArrayEquals(model.estimates(), found.fit().orThrow().estimates(), SAME);
        assertEquals(expected.coefficients(RobustCovariance.HC3).get(1).standardError(), found.coefficients(RobustCovariance.HC3).get(1).standardError(), SAME);
        assertEquals(expected.clusterCoefficients("income").get(1).standardError(), found.clusterCoefficients("income").get(1).standardError(), SAME);
        assertEquals(SparkPairs.table(few, "age", "income"), SparkPairs.table(spread, "age", "income"));
        assertArrayEquals(SparkSegments.fit(few, REGRESSORS, 3, 1).sizes(), SparkSegments.fit(spread, REGRESSORS, 3, 1).sizes());
    }

    @Test
    void aDatasetWithoutRowsIsRefused() {
        Dataset<Row> none = few.where("age > 99");
        assertRefused("rows must be at least as many as the 3 columns, but there are 0", () -> SparkLeastSquares.fit(none, "purchase", REGRESSORS));
        assertRefused("must have a complete row", () -> SparkPairs.table(none, "age", "income"));
        assertRefused("must have a complete row", () -> SparkSegments.fit(none, REGRESSORS, 1, 1));
    }

    private static void assertRefused(String part, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}

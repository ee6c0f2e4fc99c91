package infogap.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.customers.segment.KMeansSearch;
import infogap.customers.segment.Segmentation;
import infogap.table.prepare.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/// Segments through the engine are those that the library finds in memory, whatever the partitions.
class SparkSegmentsTest {

    private static final List<String> COLUMNS = List.of("age", "income");
    private static final double SAME = 1e-12;

    private final List<double[]> rows = new ArrayList<>();

    SparkSegmentsTest() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] truth = {{20, 1}, {60, 2}, {40, 8}, {25, 9}};
        for (int i = 0; i < 1200; i++) {
            double[] centre = truth[random.nextInt(4)];
            rows.add(new double[] {centre[0] + 2 * random.nextGaussian(), centre[1] + 0.5 * random.nextGaussian()});
        }
    }

    @Test
    void centresAndSharesAreThoseInMemory() {
        Segmentation expected = KMeansSearch.fit(new Features(COLUMNS, rows.toArray(double[][]::new)), 4, 20, 1).orderedBy("income");
        SparkSegmentation found = SparkSegments.fit(LocalSpark.shuffled(COLUMNS, rows, 5, 1), COLUMNS, 4, 7).orderedBy("income");
        assertTrue(found.fixedPoint());
        for (int c = 0; c < 4; c++) {
            assertArrayEquals(expected.centres()[c], found.centres()[c], SAME * 60);
            assertEquals(expected.sizes()[c], found.sizes()[c]);
        }
        assertEquals(expected.within(), found.within(), SAME * expected.within());
        assertEquals(expected.total(), found.total(), SAME * expected.total());
        assertEquals(expected.shareClosed(), found.shareClosed(), SAME);
        assertEquals(expected.nearest(26, 9), found.nearest(26, 9));
    }

    @Test
    void theSegmentsAreTheSameWhateverThePartitions() {
        SparkSegmentation expected = SparkSegments.fit(LocalSpark.shuffled(COLUMNS, rows, 1, 0), COLUMNS, 5, 3);
        for (int draw = 1; draw < 6; draw++) {
            assertEquals(expected, SparkSegments.fit(LocalSpark.shuffled(COLUMNS, rows, 1 + draw, draw), COLUMNS, 5, 3));
        }
        assertTrue(IntStream.range(1, 5).allMatch(c -> expected.centres()[c - 1][0] < expected.centres()[c][0]), expected.toString());
    }

    @Test
    void rowsAreLabelled() {
        Dataset<Row> dealt = LocalSpark.shuffled(COLUMNS, rows, 3, 2);
        SparkSegmentation found = SparkSegments.fit(dealt, COLUMNS, 4, 1).orderedBy("age");
        List<Row> counts = found.label(dealt, "segment").groupBy("segment").count().orderBy("segment").collectAsList();
        assertArrayEquals(found.sizes(), counts.stream().mapToLong(row -> row.getLong(1)).toArray());
        Row none = found.label(dealt.limit(1).selectExpr("CAST(NULL AS DOUBLE) AS age", "income"), "segment").first();
        assertTrue(none.isNullAt(2));
    }

    /// One segment is the mean; as many as different rows leave nothing within; one more is refused.
    @Test
    void theExtremesAreDefined() {
        Dataset<Row> four = LocalSpark.shuffled(COLUMNS, IntStream.range(0, 12).mapToObj(i -> new double[] {i % 4, 1e6}).toList(), 3, 2);
        SparkSegmentation one = SparkSegments.fit(four, COLUMNS, 1, 1);
        assertArrayEquals(new double[] {1.5, 1e6}, one.centres()[0]);
        assertEquals(15, one.total());
        assertEquals(0, one.shareClosed());
        SparkSegmentation all = SparkSegments.fit(four, COLUMNS, 4, 1);
        assertEquals(0, all.within());
        assertArrayEquals(new long[] {3, 3, 3, 3}, all.sizes());
        assertRefused("k must be at most the number of different rows, 4, but is 5", () -> SparkSegments.fit(four, COLUMNS, 5, 1));
        assertRefused("k must be an integer of at least 1", () -> SparkSegments.fit(four, COLUMNS, 0, 1));
        assertRefused("rows must differ", () -> SparkSegments.fit(four, List.of("income"), 2, 1));
        assertRefused("centres must differ in 'income'", () -> all.orderedBy("income"));
        assertRefused("must have a complete row", () -> SparkSegments.fit(four.where("age > 99"), COLUMNS, 2, 1));
        Dataset<Row> gaps = four.selectExpr("nullif(age, 0) AS age", "income");
        assertRefused("9 of 12 rows are complete (age: 3 null)", () -> SparkSegments.fit(gaps, COLUMNS, 2, 1));
        assertEquals(9, SparkSegments.fit(gaps, COLUMNS, 3, 1, IncompleteRows.SKIP).rows().used());
    }

    private static void assertRefused(String part, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}

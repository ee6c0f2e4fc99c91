package infogap.customers.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.table.prepare.Features;
import infogap.table.prepare.Standardizer;
import infogap.numeric.Fractions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SegmentationTest {

    private static final double ROUNDING = 1e-12;

    /// Article 004's five customers: age, and the income band coded 0 to 4.
    private static final Features CODED =
            new Features(List.of("age", "code"), new double[][] {{25, 1}, {32, 2}, {45, 3}, {22, 0}, {35, 1}});
    private static final double[] INCOME = {50000, 80000, 120000, 30000, 60000};
    private static final Features RAW = new Features(
            List.of("age", "income"), new double[][] {{25, 50000}, {32, 80000}, {45, 120000}, {22, 30000}, {35, 60000}});

    @Test
    void theOptimumOfTheFiveCustomersIsProvenOverAllTwentyFivePartitions() {
        Segmentation best = ProvenSegments.enumerate(CODED, 3).orderedBy("age");
        // claim 4-38; the sums follow by hand from the blocks
        assertEquals(new Search(Search.Method.ENUMERATION, 25, 1), best.search());
        assertTrue(best.search().proven());
        assertEquals(List.of(List.of(0, 3), List.of(1, 4), List.of(2)), best.blocks());
        assertEquals(Fractions.of("10"), best.exactWithin());
        assertEquals(Fractions.of("332"), best.exactTotal());
        assertEquals(Fractions.of("161/166"), best.exactShareClosed());
        assertEquals(List.of(
                        List.of(Fractions.of("47/2"), Fractions.of("1/2")),
                        List.of(Fractions.of("67/2"), Fractions.of("3/2")),
                        List.of(Fractions.of("45"), Fractions.of("3"))),
                best.exactCentres());
        assertEquals(10, best.within(), 10 * ROUNDING);
    }

    @Test
    void rawIncomesAndStandardScoresGiveTheSameOptimum() {
        Segmentation raw = ProvenSegments.enumerate(RAW, 3).orderedBy("income");
        assertEquals(Fractions.of("400000009"), raw.exactWithin());
        assertEquals(Fractions.of("23400001634/5"), raw.exactTotal());
        Segmentation scores = ProvenSegments.enumerate(Standardizer.fit(RAW).apply(RAW), 3).orderedBy("income");
        assertEquals(0.565049, scores.within(), 0.5e-6);
        List<List<Integer>> expected = List.of(List.of(0, 3), List.of(1, 4), List.of(2));
        assertEquals(expected, raw.blocks());
        assertEquals(expected, scores.blocks());
    }

    @Test
    void kMeansFindsTheProvenOptimumOfTheFiveCustomers() {
        Segmentation found = KMeansSearch.fit(CODED, 3, 20, 1).orderedBy("age");
        assertEquals(ProvenSegments.enumerate(CODED, 3).orderedBy("age").blocks(), found.blocks());
        assertEquals(Search.Method.LLOYD, found.search().method());
        assertFalse(found.search().proven());
    }

    @Test
    void unorderedLabelsGiveTheRichestCustomerTheLowIncomeCoupons() {
        // the article reads label 0 as low, 1 as lower-middle and 2 as high income; its repaired fit labels like this
        Segmentation asFitted = Segmentation.of(RAW, 1, 2, 0, 1, 2);
        int richest = 2;
        assertEquals(0, asFitted.labels()[richest]);
        Segmentation ordered = asFitted.orderedBy("income");
        assertArrayEquals(new int[] {0, 1, 2, 0, 1}, ordered.labels());
        assertEquals(2, ordered.labels()[richest]);
        assertEquals(asFitted.within(), ordered.within());
    }

    @Test
    void orderingUndoesAnyPermutationOfTheLabels() {
        int[] base = {0, 1, 2, 0, 1};
        int[][] permutations = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] permutation : permutations) {
            int[] labels = Arrays.stream(base).map(label -> permutation[label]).toArray();
            assertArrayEquals(base, Segmentation.of(CODED, labels).orderedBy(INCOME).labels());
        }
    }

    @Test
    void aKeyThatDoesNotTellTheSegmentsApartIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Segmentation.of(CODED, 0, 1, 2, 0, 1).orderedBy(new double[] {1, 1, 1, 1, 1}));
    }

    @Test
    void withinAndBetweenAddUpToTotal() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 50; trial++) {
            Features features = points(random, 30, 3);
            int[] labels = IntStream.range(0, 30).map(i -> i % 4).toArray();
            Segmentation segments = Segmentation.of(features, labels);
            double between = 0;
            double[][] all = Segmentation.of(features, new int[30]).centres();
            for (int c = 0; c < 4; c++) {
                between += segments.sizes()[c] * Sums.squaredDistance(segments.centres()[c], all[0]);
            }
            assertEquals(segments.between(), between, segments.total() * ROUNDING);
            assertTrue(segments.shareClosed() >= 0 && segments.shareClosed() <= 1);
        }
    }

    @Test
    void theEnumerationCountsStirlingNumbers() {
        // Stirling numbers of the second kind, S(n, k) = k S(n−1, k) + S(n−1, k−1)
        SplittableRandom random = new SplittableRandom(3);
        long[][] stirling = new long[10][10];
        stirling[0][0] = 1;
        for (int n = 1; n < 10; n++) {
            for (int k = 1; k <= n; k++) {
                stirling[n][k] = k * stirling[n - 1][k] + stirling[n - 1][k - 1];
            }
        }
        for (int n = 2; n < 10; n++) {
            Features features = points(random, n, 2);
            for (int k = 1; k <= n; k++) {
                assertEquals(stirling[n][k], ProvenSegments.enumerate(features, k).search().candidates(), n + " rows, " + k + " blocks");
            }
        }
    }

    @Test
    void noLabellingBeatsTheEnumeration() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 20; trial++) {
            Features features = points(random, 7, 2);
            double best = ProvenSegments.enumerate(features, 3).within();
            for (int code = 0; code < 2187; code++) {
                int[] labels = new int[7];
                int rest = code;
                for (int i = 0; i < 7; i++) {
                    labels[i] = rest % 3;
                    rest /= 3;
                }
                Set<Integer> used = new HashSet<>(Arrays.stream(labels).boxed().toList());
                if (used.size() == 3) {
                    assertTrue(Segmentation.of(features, labels).within() >= best * (1 - ROUNDING));
                }
            }
        }
    }

    @Test
    void dynamicProgrammingAgreesWithTheEnumerationInOneDimension() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 60; trial++) {
            Features features = points(random, 9, 1);
            int k = 1 + trial % 5;
            Segmentation programmed = ProvenSegments.oneDimension(features, k).orderedBy("x1");
            Segmentation enumerated = ProvenSegments.enumerate(features, k).orderedBy("x1");
            assertEquals(enumerated.exactWithin(), programmed.exactWithin());
            assertArrayEquals(enumerated.labels(), programmed.labels());
        }
    }

    @Test
    void tiedOptimaAreCounted() {
        // 0, 1, 2 into two: {0,1},{2} and {0},{1,2} both have an SSE of 1/2
        Segmentation tied = ProvenSegments.enumerate(Features.of(new double[][] {{0}, {1}, {2}}), 2);
        assertEquals(Fractions.of("1/2"), tied.exactWithin());
        assertEquals(2, tied.search().attained());
    }

    @Test
    void kMeansIsAFixedPointAndDoesNotDependOnWhereItRuns() throws Exception {
        SplittableRandom random = new SplittableRandom(13);
        Features features = points(random, 400, 2);
        Segmentation here = KMeansSearch.fit(features, 5, 10, 42);
        Segmentation[] there = new Segmentation[1];
        Thread other = Thread.ofPlatform().start(() -> there[0] = KMeansSearch.fit(features, 5, 10, 42));
        other.join();
        assertArrayEquals(here.labels(), there[0].labels());
        double[][] rows = features.rows();
        int[] labels = here.labels();
        for (int i = 0; i < rows.length; i++) {
            assertEquals(labels[i], here.nearest(rows[i]));
        }
    }

    @Test
    void moreStartsAreNeverWorseAndTheProvenOptimumIsTheLimit() {
        SplittableRandom random = new SplittableRandom(17);
        for (int trial = 0; trial < 10; trial++) {
            Features features = points(random, 10, 2);
            double proven = ProvenSegments.enumerate(features, 3).within();
            double one = KMeansSearch.fit(features, 3, 1, trial).within();
            double many = KMeansSearch.fit(features, 3, 30, trial).within();
            assertTrue(many <= one * (1 + ROUNDING));
            assertTrue(many >= proven * (1 - ROUNDING));
        }
    }

    @Test
    void moreSegmentsThanDifferentRowsAreRefused() {
        Features two = Features.of(new double[][] {{1, 1}, {1, 1}, {2, 2}});
        for (Executable call : List.<Executable>of(
                () -> KMeansSearch.fit(two, 3, 5, 1), () -> ProvenSegments.enumerate(two, 3))) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, call);
            assertEquals("k must be at most the number of different rows, 2 of 3, but is 3", refused.getMessage());
        }
    }

    @Test
    void equalRowsTooManyRowsAndWrongLabelsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> KMeansSearch.fit(Features.of(new double[][] {{1}, {1}}), 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> ProvenSegments.enumerate(points(new SplittableRandom(1), 13, 1), 2));
        assertThrows(IllegalArgumentException.class, () -> ProvenSegments.oneDimension(CODED, 2));
        assertThrows(IllegalArgumentException.class, () -> Segmentation.of(CODED, 0, 2, 2, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Segmentation.of(CODED, 0, 1));
    }

    private static Features points(SplittableRandom random, int rows, int columns) {
        return Features.of(IntStream.range(0, rows)
                .mapToObj(i -> random.doubles(columns).map(x -> Math.rint(x * 1000) / 10).toArray())
                .toArray(double[][]::new));
    }
}

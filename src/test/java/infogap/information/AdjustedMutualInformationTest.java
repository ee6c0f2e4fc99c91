package infogap.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdjustedMutualInformationTest {

    private static final double RELATIVE = 1e-13;

    @Test
    void theExpectationIsTheMeanOverAllTables() {
        SplittableRandom random = new SplittableRandom(22);
        for (int trial = 0; trial < 30; trial++) {
            ContingencyTable<Integer, Integer> table = Tables.random(2 + trial % 2, 2 + trial % 3, 4, random);
            double mean = PermutationTest.exact(table).orElseThrow().nullDistribution().stream()
                    .mapToDouble(value -> value.nats() * value.probability())
                    .sum();
            assertEquals(mean, AdjustedMutualInformation.of(table).expectedNats(), RELATIVE, table::toString);
        }
    }

    @Test
    void chanceReachesTheBoundForSingletonsAndConstants() {
        for (Normalization normalization : Normalization.values()) {
            AdjustedMutualInformation singletons = AdjustedMutualInformation.of(Tables.fourSingletons(), normalization);
            Estimate.Undefined undefined = assertInstanceOf(Estimate.Undefined.class, singletons.adjusted());
            assertTrue(undefined.reason().startsWith("0/0"), undefined.reason());
            assertEquals(singletons.nats(), singletons.expectedNats());
            assertInstanceOf(Estimate.Undefined.class,
                    AdjustedMutualInformation.of(Tables.of(new long[][] {{7}}), normalization).adjusted());
        }
    }

    @Test
    void identicalGroupingsHaveOneAndSingletonsAgainstGroupsZero() {
        AdjustedMutualInformation same = AdjustedMutualInformation.of(Tables.of(new long[][] {{3, 0}, {0, 5}}));
        assertEquals(1, same.adjusted().orElseThrow(), RELATIVE);
        AdjustedMutualInformation singletons =
                AdjustedMutualInformation.of(Tables.of(new long[][] {{1, 0}, {1, 0}, {0, 1}, {0, 1}}));
        assertEquals(0, singletons.adjusted().orElseThrow());
        assertInstanceOf(Estimate.Undefined.class, AdjustedMutualInformation.of(
                Tables.of(new long[][] {{1, 0}, {1, 0}, {0, 1}, {0, 1}}), Normalization.MIN).adjusted());
    }

    @Test
    void smallCaseByHand() {
        // margins 2, 2 | 2, 2: diagonal tables with probability 2/6 have I = ln 2, the flat one with 4/6 has 0, so E I = ln 2 / 3
        AdjustedMutualInformation flat = AdjustedMutualInformation.of(Tables.of(new long[][] {{1, 1}, {1, 1}}));
        assertEquals(Math.log(2) / 3, flat.expectedNats(), RELATIVE);
        // (0 − ln 2/3) / (ln 2 − ln 2/3)
        assertEquals(-0.5, flat.adjusted().orElseThrow(), RELATIVE);
    }

    @Test
    void agreesWithSmileOnMixedTables() {
        SplittableRandom random = new SplittableRandom(23);
        for (int trial = 0; trial < 20; trial++) {
            int[] x = random.ints(60, 0, 4).toArray();
            int[] y = random.ints(60, 0, 3).toArray();
            assertEquals(smile.validation.metric.AdjustedMutualInformation.max(x, y),
                    AdjustedMutualInformation.of(ContingencyTable.ofCodes(x, y), Normalization.MAX).adjusted().orElseThrow(), 1e-10);
            assertEquals(smile.validation.metric.MutualInformation.of(x, y),
                    MutualInformation.of(ContingencyTable.ofCodes(x, y), Unit.NATS), 1e-12);
        }
    }

    @Test
    void largeTablesKeepTheFirstOrderBias() {
        // E I ≈ (r − 1)(c − 1) / (2 N) when every expected count is large
        long[][] counts = {{2_000_000, 3_000_000, 1_000_000}, {3_000_000, 1_000_000, 2_000_000}};
        double expected = AdjustedMutualInformation.of(Tables.of(counts)).expectedNats();
        assertEquals(2 / (2 * 12e6), expected, expected * 1e-6);
    }
}

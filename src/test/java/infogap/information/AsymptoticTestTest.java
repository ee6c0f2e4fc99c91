package infogap.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.information.AsymptoticTest.Statistic;
import infogap.information.AsymptoticTest.Tested;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class AsymptoticTestTest {

    private static final double RELATIVE = 1e-13;

    @Test
    void fourSingletons() {
        // 16 ln 2 and 4 · 3; p-values of χ² with 9 degrees of freedom from mpmath
        Tested g = assertInstanceOf(Tested.class, AsymptoticTest.g(Tables.fourSingletons()));
        assertEquals(11.0903548889591249506757139433, g.value(), 1e-15 * 16);
        assertEquals(9, g.degreesOfFreedom());
        assertEquals(0.26956639990881737, g.p(), RELATIVE);
        Tested chiSquared = assertInstanceOf(Tested.class, AsymptoticTest.chiSquared(Tables.fourSingletons()));
        assertEquals(12, chiSquared.value(), RELATIVE);
        assertEquals(0.21330930508341653, chiSquared.p(), RELATIVE);
        assertEquals(Optional.of(new AsymptoticTest.SmallExpectedCounts(16, 16, 0.25)), g.warning());
        assertTrue(g.toString().contains("16 of 16 expected counts are below 5"), g.toString());
    }

    @Test
    void agreesWithCommonsMath() {
        SplittableRandom random = new SplittableRandom(21);
        for (int trial = 0; trial < 50; trial++) {
            long[][] counts = new long[2 + trial % 3][2 + trial % 4];
            for (long[] row : counts) {
                Arrays.setAll(row, j -> 1 + random.nextLong(60));
            }
            Tested test = assertInstanceOf(Tested.class, AsymptoticTest.chiSquared(Tables.of(counts)));
            assertEquals(new ChiSquareTest().chiSquare(counts), test.value(), 1e-12 * Math.max(1, test.value()));
            assertEquals(new ChiSquareTest().chiSquareTest(counts), test.p(), 1e-9);
        }
    }

    @Test
    void largeExpectedCountsGiveNoWarningAndEmptyRowsNoFreedom() {
        Tested test = assertInstanceOf(Tested.class, AsymptoticTest.g(Tables.of(new long[][] {{20, 30}, {0, 0}, {30, 20}})));
        assertEquals(1, test.degreesOfFreedom());
        assertEquals(Optional.empty(), test.warning());
    }

    @Test
    void aConstantIsNotTestable() {
        for (Statistic statistic : Statistic.values()) {
            AsymptoticTest.NotTestable none = assertInstanceOf(
                    AsymptoticTest.NotTestable.class, AsymptoticTest.of(Tables.of(new long[][] {{3, 4}, {0, 0}}), statistic));
            assertTrue(none.reason().contains("row variable"), none.reason());
        }
    }

    @Test
    void independentTablesHaveStatisticZeroAndPOne() {
        Tested test = assertInstanceOf(Tested.class, AsymptoticTest.chiSquared(Tables.of(new long[][] {{10, 20}, {30, 60}})));
        assertEquals(0, test.value());
        assertEquals(1, test.p());
    }

    /// 2N is beyond the range of `long`: G = 2 N ln 2 for a table that is all but a diagonal.
    @Test
    void theStatisticOfExabillionsDoesNotOverflow() {
        long half = 1L << 61;
        AsymptoticTest.Tested tested =
                assertInstanceOf(AsymptoticTest.Tested.class, AsymptoticTest.g(Tables.of(new long[][] {{half, 1}, {1, half}})));
        double expected = 2 * Math.scalb(1.0, 62) * Math.log(2);
        assertEquals(expected, tested.value(), 1e-14 * expected);
        assertEquals(0, tested.p());
    }
}

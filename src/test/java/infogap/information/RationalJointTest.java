package infogap.information;

import static infogap.information.Unit.BITS;
import static infogap.information.Unit.NATS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RationalJointTest {

    /// What `MutualInformationTest` promises of the mutual information in double.
    private static final double DOUBLE_RELATIVE = 1e-14;

    private static final BigDecimal HIGH_PRECISION = new BigDecimal("1e-50");

    private static final List<RationalDistribution> CHANNEL =
            List.of(RationalDistribution.ofDecimals(0.9, 0.1), RationalDistribution.ofDecimals(0.1, 0.9));

    private static final RationalJoint SCREENING = RationalJoint.of(RationalDistribution.ofDecimals(0.2, 0.8), CHANNEL);
    private static final RationalJoint SIGNAL = RationalJoint.of(RationalDistribution.ofDecimals(0.6, 0.4), CHANNEL);

    @Test
    void everyPrintedDigitOfTheArticlesInformation() {
        // mpmath, 30 digits
        assertEquals(new BigDecimal("0.357750778903336674"), SCREENING.mutualInformation(BITS, 40).rounded(18).orElseThrow());
        assertEquals(new BigDecimal("0.512458301444372"), SIGNAL.mutualInformation(BITS, 40).rounded(15).orElseThrow());
        // the share of the prior's bits that the message closes; Python 3.11 decimal, 60 digits
        assertEquals(new BigDecimal("0.4955490462788460328546360071"), share(SCREENING).rounded(28).orElseThrow());
        assertEquals(new BigDecimal("0.5277902957896564484416067396"), share(SIGNAL).rounded(28).orElseThrow());
    }

    @Test
    void theGStatisticOfFourSingletonsIsSixteenTimesTheLogarithmOfTwo() {
        RationalJoint pairs = RationalJoint.ofCounts(Tables.fourSingletons());
        assertEquals("2", pairs.mutualInformation(BITS, 1).toString());
        assertEquals("0", pairs.entropyOfColumnsGivenRows(BITS, 1).toString());
        // G = 2 N I in nats, N = 4
        CertifiedInterval g = pairs.mutualInformation(NATS, 40).times(BigDecimal.valueOf(8));
        assertEquals(new BigDecimal("11.0903548889591249506757139433"), g.rounded(28).orElseThrow());
    }

    @Test
    void independenceIsDecidedExactly() {
        RationalDistribution rows = RationalDistribution.ofDecimals(0.3, 0.7);
        RationalDistribution columns = RationalDistribution.ofCounts(1, 2, 4);
        RationalJoint none = RationalJoint.of(rows, List.of(columns, columns));
        for (Unit unit : Unit.values()) {
            assertEquals("0", none.mutualInformation(unit, 200).toString());
        }
        assertEquals(columns, none.columnMarginal());
        assertEquals(rows, none.rowMarginal());
        // a shift of 1e-30 between two cells: I ≈ (shift²/2) Σ 1/p(x)p(y), far below what doubles see
        BigFraction quarter = Fractions.of("1/4");
        BigFraction shift = Fractions.of("1e-30");
        RationalJoint hardly = RationalJoint.of(new BigFraction[][] {
            {quarter.add(shift), quarter.subtract(shift)}, {quarter.subtract(shift), quarter.add(shift)}
        });
        CertifiedInterval positive = hardly.mutualInformation(NATS, 70);
        assertEquals(new BigDecimal("8.00E-60"), positive.rounded(62).orElseThrow());
        assertEquals("[0.0, 0.1]", hardly.mutualInformation(NATS, 1).toString());
    }

    @Test
    void chainRulesHoldAsEnclosures() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 80; trial++) {
            RationalJoint joint = RationalJoint.ofCounts(Tables.random(1 + trial % 4, 1 + trial % 3, 1L << (1 + trial % 30), random));
            Unit unit = Unit.values()[trial % 3];
            CertifiedInterval rows = joint.rowMarginal().entropy(unit, 40);
            CertifiedInterval columns = joint.columnMarginal().entropy(unit, 40);
            CertifiedInterval both = joint.entropy(unit, 60);
            CertifiedInterval mutual = joint.mutualInformation(unit, 60);
            // H(X, Y) = H(X) + H(Y | X) = H(Y) + H(X | Y)
            assertTrue(rows.plus(joint.entropyOfColumnsGivenRows(unit, 40)).contains(both), joint::toString);
            assertTrue(columns.plus(joint.entropyOfRowsGivenColumns(unit, 40)).contains(both), joint::toString);
            // I = H(X) + H(Y) − H(X, Y) = H(Y) − H(Y | X)
            assertTrue(rows.plus(columns).minus(joint.entropy(unit, 40)).contains(mutual), joint::toString);
            assertTrue(columns.minus(joint.entropyOfColumnsGivenRows(unit, 40)).contains(mutual), joint::toString);
            assertEquals(mutual, joint.transposed().mutualInformation(unit, 60));
            assertTrue(mutual.lower().signum() >= 0);
        }
    }

    @Test
    void mutualInformationIsTheDivergenceFromIndependence() {
        SplittableRandom random = new SplittableRandom(8);
        for (int trial = 0; trial < 40; trial++) {
            RationalJoint joint = RationalJoint.ofCounts(Tables.random(3, 2, 30, random));
            RationalJoint product = RationalJoint.of(joint.rowMarginal(), Collections.nCopies(3, joint.columnMarginal()));
            // the two decimals around one number do not depend on the sum that found it
            assertEquals(joint.mutualInformation(BITS, 80), flat(joint).divergenceFrom(flat(product), BITS, 80).orElseThrow());
        }
    }

    @Test
    void holdsWhatDoublesAndOtherArithmeticFind() {
        SplittableRandom random = new SplittableRandom(9);
        for (int trial = 0; trial < 100; trial++) {
            long base = 1L << (trial % 35);
            long[][] counts = new long[2 + trial % 3][2 + trial % 4];
            for (long[] row : counts) {
                // nearly equal counts where base is large: the dependence is as weak as 1/base²
                Arrays.setAll(row, j -> base - 1 + random.nextLong(3));
            }
            counts[0][0]++;
            CertifiedInterval certified = RationalJoint.ofCounts(counts).mutualInformation(NATS, 60);
            BigDecimal independent = HighPrecision.mutualInformation(counts);
            assertTrue(new CertifiedInterval(independent.subtract(HIGH_PRECISION), independent.add(HIGH_PRECISION)).contains(certified),
                    () -> Arrays.deepToString(counts));
            assertEquals(certified.toDouble(), MutualInformation.of(Tables.of(counts), NATS), certified.toDouble() * DOUBLE_RELATIVE,
                    () -> Arrays.deepToString(counts));
        }
    }

    @Test
    void theSameFromFractionsDecimalsAndCounts() {
        RationalJoint decimals = RationalJoint.ofDecimals(new double[][] {{0.18, 0.02}, {0.08, 0.72}});
        assertEquals(SCREENING, decimals);
        assertEquals(decimals, RationalJoint.ofCounts(new long[][] {{9, 1}, {4, 36}}));
        assertEquals(decimals, RationalJoint.ofCounts(Tables.of(new long[][] {{18, 2}, {8, 72}})));
        assertEquals(" 9/50   1/50\n 2/25  18/25", decimals.toString());
    }

    @Test
    void refusesWhatIsNoJointDistribution() {
        refused("probabilities must have at least one element, but is empty", () -> RationalJoint.of(new BigFraction[0][]));
        refused("probabilities[0] must have at least one element, but is empty", () -> RationalJoint.of(new BigFraction[][] {{}}));
        refused("probabilities[1] must be given, but is null", () -> RationalJoint.of(new BigFraction[][] {{BigFraction.ONE}, null}));
        refused("probabilities[1][0] must be a fraction in [0, 1], but is -1/2",
                () -> RationalJoint.ofDecimals(new double[][] {{1, 0.5}, {-0.5, 0}}));
        refused("probabilities must sum to exactly 1, but sum to 3/2", () -> RationalJoint.ofDecimals(new double[][] {{1}, {0.5}}));
        refused("probabilities[0] and probabilities[1] must have the same length, but have 2 and 1",
                () -> RationalJoint.ofCounts(new long[][] {{1, 2}, {3}}));
        refused("prior and channel must have the same length, but have 2 and 1",
                () -> RationalJoint.of(RationalDistribution.ofCounts(1, 1), CHANNEL.subList(0, 1)));
        refused("digits must be a number in [1, 1000], but is 0", () -> SCREENING.mutualInformation(BITS, 0));
        refused("unit must be given, but is null", () -> SCREENING.entropy(null, 5));
    }

    private static CertifiedInterval share(RationalJoint joint) {
        return joint.mutualInformation(BITS, 40).dividedBy(joint.rowMarginal().entropy(BITS, 40), 30);
    }

    private static RationalDistribution flat(RationalJoint joint) {
        return new RationalDistribution(joint.probabilities().stream().flatMap(List::stream).toList());
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}

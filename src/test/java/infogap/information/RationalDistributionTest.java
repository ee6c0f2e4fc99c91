package infogap.information;

import static infogap.information.Unit.BITS;
import static infogap.information.Unit.HARTLEYS;
import static infogap.information.Unit.NATS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RationalDistributionTest {

    /// What `EntropyTest` promises of the entropy in double.
    private static final double DOUBLE_RELATIVE = 4e-15;

    /// `HighPrecision` computes with 60 digits.
    private static final BigDecimal HIGH_PRECISION = new BigDecimal("1e-50");

    @Test
    void everyPrintedDigitOfTheArticlesEntropies() {
        CertifiedInterval screening = RationalDistribution.ofDecimals(0.2, 0.8).entropy(BITS, 40);
        assertEquals(new BigDecimal("0.721928094887362"), screening.rounded(15).orElseThrow());
        CertifiedInterval signal = RationalDistribution.ofDecimals(0.6, 0.4).entropy(BITS, 40);
        assertEquals(new BigDecimal("0.970950594454668638998"), signal.rounded(21).orElseThrow());
    }

    @Test
    void powersOfTwoAreExactInBitsAndPowersOfTenInHartleys() {
        assertEquals("2", RationalDistribution.ofCounts(1, 1, 1, 1).entropy(BITS, 1).toString());
        assertEquals("1.75", RationalDistribution.ofCounts(4, 2, 1, 1).entropy(BITS, 200).toString());
        // 1.75 with one place only is known to be between its neighbours
        assertEquals("[1.7, 1.8]", RationalDistribution.ofCounts(4, 2, 1, 1).entropy(BITS, 1).toString());
        RationalDistribution hundred = new RationalDistribution(IntStream.range(0, 100).mapToObj(i -> Fractions.of(1, 100)).toList());
        assertEquals("2", hundred.entropy(HARTLEYS, 30).toString());
        assertFalse(hundred.entropy(BITS, 30).isExact());
        assertFalse(RationalDistribution.ofCounts(1, 1, 1, 1).entropy(HARTLEYS, 30).isExact());
        assertFalse(RationalDistribution.ofCounts(1, 1, 1, 1).entropy(NATS, 30).isExact());
        for (Unit unit : Unit.values()) {
            assertEquals("0", RationalDistribution.ofCounts(0, 7).entropy(unit, 9).toString());
        }
        // a value that is rational but no decimal: ⅓ log₂ ½ + ⅔ log₂ 2 = ⅓
        assertEquals("[0.333, 0.334]", RationalDistribution.ofCounts(1, 2).divergenceFrom(RationalDistribution.ofCounts(2, 1), BITS, 3).toString());
    }

    @Test
    void logarithmOfTwoToAHundredDigitsAndMore() {
        // ln 2 = Σ 1/(k 2^k), cut off behind 2^−3400: a series that the library does not use
        MathContext rounding = new MathContext(1040);
        BigDecimal series = BigDecimal.ZERO;
        BigDecimal power = BigDecimal.ONE;
        for (int k = 1; k <= 3400; k++) {
            power = power.divide(BigDecimal.TWO, rounding);
            series = series.add(power.divide(BigDecimal.valueOf(k), rounding));
        }
        RationalDistribution coin = RationalDistribution.ofCounts(1, 1);
        for (int digits : new int[] {1, 15, 100, 200, RationalDistribution.MAXIMAL_DIGITS}) {
            CertifiedInterval lnTwo = coin.entropy(NATS, digits);
            assertEquals(series.setScale(digits, RoundingMode.FLOOR).stripTrailingZeros(), lnTwo.lower());
            assertEquals(BigDecimal.ONE.movePointLeft(digits), lnTwo.width());
        }
        // OEIS A002162
        assertEquals("0.69314718055994530941723212145817656807550013436025",
                coin.entropy(NATS, 50).lower().toPlainString());
    }

    @Test
    void moreDigitsLieWithinFewer() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 60; trial++) {
            RationalDistribution p = random(2 + trial % 6, random);
            CertifiedInterval wide = p.entropy(Unit.values()[trial % 3], 1);
            for (int digits : new int[] {2, 3, 10, 40, 200}) {
                CertifiedInterval narrow = p.entropy(Unit.values()[trial % 3], digits);
                assertTrue(wide.contains(narrow), () -> p + ": " + narrow);
                assertTrue(narrow.isExact() || narrow.width().compareTo(BigDecimal.ONE.movePointLeft(digits)) == 0, p::toString);
                wide = narrow;
            }
        }
    }

    @Test
    void holdsWhatDoublesAndOtherArithmeticFind() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 100; trial++) {
            long[] counts = random.longs(2 + trial % 7, 0, 1L << (1 + trial % 40)).toArray();
            counts[0]++;
            RationalDistribution p = RationalDistribution.ofCounts(counts);
            CertifiedInterval certified = p.entropy(NATS, 60);
            BigDecimal independent = HighPrecision.entropy(p.probabilities().toArray(BigFraction[]::new));
            assertTrue(new CertifiedInterval(independent.subtract(HIGH_PRECISION), independent.add(HIGH_PRECISION)).contains(certified), p::toString);
            for (Unit unit : Unit.values()) {
                double exact = p.entropy(unit, 60).toDouble();
                assertEquals(exact, Entropy.ofCounts(counts, unit), exact * DOUBLE_RELATIVE, () -> Arrays.toString(counts));
            }
        }
    }

    @Test
    void unitsDifferByTheLogarithmOfTheBase() {
        SplittableRandom random = new SplittableRandom(5);
        CertifiedInterval lnTwo = RationalDistribution.ofCounts(1, 1).entropy(NATS, 60);
        for (int trial = 0; trial < 50; trial++) {
            RationalDistribution p = random(3, random);
            assertTrue(p.entropy(NATS, 60).dividedBy(lnTwo, 50).contains(p.entropy(BITS, 58)), p::toString);
        }
    }

    @Test
    void divergenceIsZeroForEqualsOnlyAndNeverNegative() {
        SplittableRandom random = new SplittableRandom(6);
        for (int trial = 0; trial < 100; trial++) {
            RationalDistribution p = random(3, random);
            RationalDistribution q = random(3, random);
            assertEquals("0", p.divergenceFrom(p, BITS, 25).toString());
            if (p.divergenceFrom(q, BITS, 25) instanceof CertifiedDivergence.Finite(CertifiedInterval value)) {
                assertTrue(value.lower().signum() >= 0, () -> p + " from " + q + ": " + value);
                assertEquals(p.equals(q), value.upper().signum() == 0, () -> p + " from " + q + ": " + value);
            }
        }
        // next to each other: D ≈ (1/2) Σ (p − q)²/q = 2e-40, seen as positive where a double has lost it
        RationalDistribution half = RationalDistribution.ofCounts(1, 1);
        RationalDistribution nearly = new RationalDistribution(
                List.of(Fractions.of("0.50000000000000000001"), Fractions.of("0.49999999999999999999")));
        CertifiedInterval tiny = nearly.divergenceFrom(half, NATS, 60).orElseThrow();
        assertEquals(new BigDecimal("2.000E-40"), tiny.lower().round(new MathContext(4, RoundingMode.HALF_UP)).setScale(43, RoundingMode.HALF_UP));
    }

    @Test
    void divergenceFromWhatIsRuledOutIsInfiniteWithAReason() {
        RationalDistribution p = RationalDistribution.ofCounts(1, 1, 1);
        RationalDistribution q = RationalDistribution.ofCounts(1, 0, 1);
        CertifiedDivergence.Infinite infinite = assertInstanceOf(CertifiedDivergence.Infinite.class, p.divergenceFrom(q, BITS, 5));
        assertEquals("infinite: state 1 has p = 1/3 and q = 0", infinite.toString());
        assertFalse(infinite.isFinite());
        assertThrows(IllegalStateException.class, infinite::orElseThrow);
        // log₂ (3/2): what Q can take, P does not rule out
        assertEquals(new BigDecimal("0.5850"), q.divergenceFrom(p, BITS, 20).orElseThrow().rounded(4).orElseThrow());
    }

    @Test
    void equalHoweverWritten() {
        assertEquals(RationalDistribution.ofCounts(10, 40), RationalDistribution.ofDecimals(0.2, 0.8));
        assertEquals(RationalDistribution.ofCounts(10, 40).hashCode(), RationalDistribution.ofDecimals(0.2, 0.8).hashCode());
        assertEquals("(1/5, 4/5)", RationalDistribution.ofDecimals(0.2, 0.8).toString());
    }

    @Test
    void refusesWhatIsNoDistribution() {
        refused("probabilities must have at least one element, but is empty", () -> new RationalDistribution(List.of()));
        refused("probabilities must be given, but is null", () -> new RationalDistribution(null));
        refused("probabilities[1] must be given, but is null", () -> new RationalDistribution(Arrays.asList(BigFraction.ONE, null)));
        refused("probabilities[1] must be a fraction in [0, 1], but is -1/2", () -> RationalDistribution.ofDecimals(1.5, -0.5));
        refused("probabilities must sum to exactly 1, but sum to 9999/10000", () -> RationalDistribution.ofDecimals(0.3333, 0.3333, 0.3333));
        refused("counts must hold at least one observation, but all are 0", () -> RationalDistribution.ofCounts(0, 0));
        RationalDistribution p = RationalDistribution.ofCounts(1, 2);
        refused("digits must be a number in [1, 1000], but is 0", () -> p.entropy(BITS, 0));
        refused("digits must be a number in [1, 1000], but is 1001", () -> p.entropy(BITS, 1001));
        refused("unit must be given, but is null", () -> p.entropy(null, 5));
        refused("q must be given, but is null", () -> p.divergenceFrom(null, BITS, 5));
        refused("p and q must have the same length, but have 2 and 1", () -> p.divergenceFrom(RationalDistribution.ofCounts(1), BITS, 5));
        refused("digits must be a number in [1, 1000], but is -1", () -> p.divergenceFrom(RationalDistribution.ofCounts(1, 0), BITS, -1));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static RationalDistribution random(int states, SplittableRandom random) {
        long[] counts = random.longs(states, 0, 20).toArray();
        counts[random.nextInt(states)]++;
        return RationalDistribution.ofCounts(counts);
    }
}

package infogap.information;

import static infogap.information.Unit.BITS;
import static infogap.information.Unit.NATS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import infogap.numeric.Fractions;
import infogap.probability.Distribution;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class DivergenceTest {

    private static final double RELATIVE = 1e-14;

    private final Distribution<String> fair = Distribution.binary("head", "tail", 0.5);

    @Test
    void exactValues() {
        // D((1, 0) ‖ (1/2, 1/2)) = 1 bit; D((1/4, 3/4) ‖ (1/2, 1/2)) = 2 − (3/4) log₂ 3 + … = 1 − H(1/4)
        assertEquals(1, Divergence.kullbackLeibler(Distribution.binary("head", "tail", 1), fair, BITS), RELATIVE);
        BigDecimal entropy = HighPrecision.entropy(Fractions.of(1, 4), Fractions.of(3, 4));
        assertEquals(HighPrecision.LN_TWO.subtract(entropy).doubleValue(),
                Divergence.kullbackLeibler(Distribution.binary("head", "tail", 0.25), fair, NATS), RELATIVE);
    }

    @Test
    void aTinyDivergenceKeepsItsDigits() {
        // D(1/2 + e, 1/2 − e ‖ 1/2, 1/2) with e = 2⁻³⁰, where the plain sum of p log (p/q) would keep none
        double e = 0x1p-30;
        BigFraction up = Fractions.ofBinary(0.5 + e);
        BigFraction down = Fractions.ofBinary(0.5 - e);
        double exact = HighPrecision.LN_TWO.subtract(HighPrecision.entropy(up, down)).doubleValue();
        assertEquals(exact, Divergence.kullbackLeibler(Distribution.binary("head", "tail", 0.5 + e), fair, NATS), exact * RELATIVE);
    }

    /// `ln(1/q) / 2 − ln 2 − ln(1 − q) / 2`, the logarithms by their series; the divergence of a sure state is `−ln q`.
    @Test
    void aNearlyExcludedStateOverflowsNothing() {
        for (double q : new double[] {1e-20, 1e-200, 1e-306, 1e-320, Double.MIN_VALUE}) {
            Distribution<String> sceptic = Distribution.of(List.of("head", "tail"), q, 1);
            double surprise = -Math.log(q);
            assertEquals(surprise / 2 - Math.log(2), Divergence.kullbackLeibler(fair, sceptic, NATS), surprise * RELATIVE);
            assertEquals(surprise, Divergence.kullbackLeibler(Distribution.binary("head", "tail", 1), sceptic, NATS), surprise * RELATIVE);
        }
    }

    @Test
    void infiniteWithoutAbsoluteContinuity() {
        Distribution<String> sure = Distribution.binary("head", "tail", 1);
        assertEquals(Double.POSITIVE_INFINITY, Divergence.kullbackLeibler(fair, sure, BITS));
        assertEquals(Double.POSITIVE_INFINITY, Divergence.crossEntropy(fair, sure, BITS));
        assertEquals(Double.POSITIVE_INFINITY, Divergence.kullbackLeibler(fair, Distribution.uniform(List.of("edge")), BITS));
    }

    @Test
    void statesAreMatchedByNameAndNotByPosition() {
        Distribution<String> p = Distribution.of(List.of("a", "b", "c"), 0.5, 0.25, 0.25);
        Distribution<String> reordered = Distribution.of(List.of("c", "a", "b"), 0.25, 0.5, 0.25);
        assertEquals(0, Divergence.kullbackLeibler(p, reordered, BITS));
        assertEquals(0, Divergence.totalVariation(p, reordered));
        Distribution<String> fewer = Distribution.of(List.of("b", "a"), 0.5, 0.5);
        assertEquals(0.25, Divergence.totalVariation(p, fewer), RELATIVE);
        // (1/2) log₂ (1/2 ÷ 1/2) + (1/2) log₂ (1/2 ÷ 1/4)
        assertEquals(0.5, Divergence.kullbackLeibler(fewer, p, BITS), RELATIVE);
    }

    @Test
    void jensenShannonOfDisjointBeliefsIsOneBit() {
        Distribution<String> left = Distribution.uniform(List.of("a", "b"));
        Distribution<String> right = Distribution.uniform(List.of("c", "d"));
        assertEquals(1, Divergence.jensenShannon(left, right, BITS), RELATIVE);
        assertEquals(1, Divergence.totalVariation(left, right));
        assertEquals(0, Divergence.jensenShannon(left, right, 0, BITS));
        assertEquals(0, Divergence.jensenShannon(left, right, 1, BITS));
    }
}

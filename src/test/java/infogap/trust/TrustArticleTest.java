package infogap.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// The article's inputs, T₀ = 0.5 and I₀ = 0.2, with k = 1, k′ = 0.1 and I_min = 0, or 0.3 for a start below the threshold.
///
/// Expected decimals: the closed forms evaluated to 50 digits with mpmath and rounded to double.
class TrustArticleTest {

    /// A closed form of a few operations and one exponential.
    private static final double CLOSED_FORM = 2 * Math.ulp(1.0);

    private static final Transparency.Ramp RAMP = Transparency.ramp(0.2, 0.1);
    private static final TrustTrajectory LINEAR = TrustModel.linear(0.5, 1, 0).under(RAMP);
    private static final TrustTrajectory LOGISTIC = TrustModel.logistic(0.5, 1, 0).under(RAMP);
    private static final TrustTrajectory DIP = TrustModel.linear(0.5, 1, 0.3).under(RAMP);

    @Test
    void linearValuesAreExact() {
        assertEquals(Optional.of(Fractions.of("3/4")), LINEAR.exact(new BigFraction(1)));
        assertEquals(Optional.of(Fractions.of("11/10")), LINEAR.exact(new BigFraction(2)));
        assertEquals(Optional.of(Fractions.of("11/4")), LINEAR.exact(new BigFraction(5)));
        assertEquals(0.75, LINEAR.at(1), CLOSED_FORM);
        assertEquals(1.1, LINEAR.at(2), CLOSED_FORM);
        assertEquals(2.75, LINEAR.at(5), 2 * CLOSED_FORM);
    }

    /// The article concludes that trust tends to 1. It passes through 1 at t* = −2 + √14 and leaves [0, 1].
    @Test
    void linearTrustLeavesTheUnitInterval() {
        double expected = 1.7416573867739413;
        assertEquals(expected, LINEAR.firstPassage(1, 100).orElseThrow(), CLOSED_FORM);
        Validity.LeavesUnitInterval leaves = assertInstanceOf(Validity.LeavesUnitInterval.class, LINEAR.validity(100));
        assertEquals(expected, leaves.at(), CLOSED_FORM);
        assertEquals(1, leaves.boundary());
        assertTrue(LINEAR.validity(1.74).stays());
        assertEquals(0.819803902718557, TrustModel.linear(0.5, 1, 0).under(Transparency.ramp(0.2, 1)).firstPassage(1, 9).orElseThrow(),
                CLOSED_FORM, "k = k′ = 1: (−0.2 + √1.04)");
    }

    @Test
    void logisticValues() {
        double[][] pins = {{1, 0.5621765008857981}, {2, 0.6456563062257955}, {5, 0.9046505351008906}, {10, 0.9990889488055994}};
        for (double[] pin : pins) {
            assertEquals(pin[1], LOGISTIC.at(pin[0]), CLOSED_FORM, "t = " + pin[0]);
        }
    }

    /// Above the threshold the asymmetric law is T = 1 − (1 − T₀)exp(−S).
    @Test
    void asymmetricValuesAboveTheThreshold() {
        TrustTrajectory trajectory = TrustModel.asymmetric(0.5, 1, 3, 0).under(RAMP);
        double[][] pins = {{1, 0.6105996084642976}, {2, 0.7255941819529867}, {5, 0.9473003877190679}, {10, 0.9995440590172228}};
        for (double[] pin : pins) {
            assertEquals(pin[1], trajectory.at(pin[0]), CLOSED_FORM, "t = " + pin[0]);
        }
    }

    /// I_min is where trust is least, not greatest: at t = (I_min − I₀)/k′ = 1, where T = T₀ − k(I_min − I₀)²/(2k′) = 9/20.
    @Test
    void trustIsLeastWhereTransparencyMeetsTheThreshold() {
        Extremum minimum = DIP.minimum(5);
        assertEquals(1, minimum.at());
        assertEquals(0.45, minimum.trust(), CLOSED_FORM);
        assertEquals(Optional.of(Fractions.of("9/20")), DIP.exact(new BigFraction(1)));
        assertEquals(List.of(Crossing.Direction.TOUCH), DIP.crossings(0.45, 5).stream().map(Crossing::direction).toList());
    }

    /// dT/dt(0) = k(I₀ − I_min) = 0.2: transparency acts at once, which the article denies.
    @Test
    void trustMovesAtOnce() {
        assertEquals(0.2, LINEAR.rate(0), CLOSED_FORM);
        assertEquals(-0.1, DIP.rate(0), CLOSED_FORM);
    }

    /// The cap at full transparency does not save the linear law: it still grows without bound, at the rate k(1 − I_min).
    @Test
    void linearTrustDivergesUnderACapToo() {
        TrustTrajectory capped = TrustModel.linear(0.5, 1, 0).under(Transparency.cappedRamp(0.2, 0.1));
        assertEquals(1, capped.rate(50));
        assertEquals(Optional.of(Fractions.of("973/10")), capped.exact(new BigFraction(100)), "0.5 + (0.2·8 + 0.1·8²/2) + 1·92");
    }

    @Test
    void uncappedRampSaysWhenItIsNoLongerAShare() {
        assertEquals(8, RAMP.leavesUnitIntervalAt().orElseThrow(), CLOSED_FORM * 8);
        assertTrue(Transparency.cappedRamp(0.2, 0.1).leavesUnitIntervalAt().isEmpty());
    }

    @Test
    void resultsReadWell() {
        assertTrue(LINEAR.validity(100).toString().startsWith("trust leaves [0, 1] through 1 at t = 1.74"));
        assertTrue(LOGISTIC.sensitivities(5).toString().contains("k′"));
        assertTrue(LOGISTIC.sample(1, 2).toString().contains("0.562177"));
        assertTrue(BetaReputation.uniform().after(3, 1).toString().startsWith("trust 0.6667"));
    }
}

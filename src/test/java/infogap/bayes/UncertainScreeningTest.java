package infogap.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;

class UncertainScreeningTest {

    /// What the class promises for its quadrature.
    private static final double QUADRATURE = 1e-8;

    private static final UncertainScreening ALL_THREE =
            UncertainScreening.of(Uncertain.beta(2, 8), Uncertain.counted(new Proportion(18, 20)), Uncertain.counted(new Proportion(8, 80)));

    /// scipy 1.17.1: integrate.dblquad of the prior's cdf over the densities of the two rates, errors about 1e-11; the mean by a triple integral.
    @Test
    void theDistributionAgreesWithAdaptiveQuadrature() {
        assertEquals(0.028463146673011194, ALL_THREE.cumulative(0.2), QUADRATURE);
        assertEquals(0.2483167915544153, ALL_THREE.cumulative(0.5), QUADRATURE);
        assertEquals(0.8041149966620541, ALL_THREE.cumulative(0.8), QUADRATURE);
        assertEquals(0.6244040810901191, ALL_THREE.mean(), 2e-8);
    }

    @Test
    void oneUncertainRateHasAClosedForm() {
        // PPV ≤ t ⇔ prior ≤ t·FPR / (t·FPR + (1−t)·Se) with Se = 0.9, FPR = 0.1
        UncertainScreening prior = UncertainScreening.of(Uncertain.beta(2, 8), Uncertain.known(0.9), Uncertain.known(0.1));
        assertEquals(Beta.regularizedBeta(0.06 / 0.42, 2, 8), prior.cumulative(0.6), 1e-14);
        // Se uniform, prior 1/2, FPR c: E Se/(Se + c) = 1 − c log((1 + c)/c)
        UncertainScreening sensitivity = UncertainScreening.of(Uncertain.known(0.5), Uncertain.beta(1, 1), Uncertain.known(0.1));
        assertEquals(1 - 0.1 * Math.log(11), sensitivity.mean(), QUADRATURE);
        assertEquals(0.1, sensitivity.cumulative(0.5), 1e-14);
        // FPR uniform, Se s: P(PPV ≤ t) = P(FPR ≥ s(1−t)/t)
        UncertainScreening falsePositives = UncertainScreening.of(Uncertain.known(0.5), Uncertain.known(0.3), Uncertain.beta(1, 1));
        assertEquals(1 - 0.3 * 0.25 / 0.75, falsePositives.cumulative(0.75), 1e-14);
    }

    @Test
    void quantilesInvertTheDistribution() {
        double median = ALL_THREE.quantile(0.5);
        assertEquals(0.5, ALL_THREE.cumulative(median), QUADRATURE);
        ConfidenceInterval interval = ALL_THREE.interval(0.9);
        assertEquals(0.05, ALL_THREE.cumulative(interval.low()), QUADRATURE);
        assertEquals(0.95, ALL_THREE.cumulative(interval.high()), QUADRATURE);
        assertEquals(0, ALL_THREE.cumulative(0));
        assertEquals(1, ALL_THREE.cumulative(1));
    }

    @Test
    void narrowRatesApproachTheKnownOnes() {
        UncertainScreening narrow =
                UncertainScreening.of(Uncertain.beta(2e6, 8e6), Uncertain.beta(9e6, 1e6), Uncertain.beta(1e6, 9e6));
        assertEquals(9.0 / 13, narrow.mean(), 1e-6);
        assertTrue(narrow.interval(0.95).high() - narrow.interval(0.95).low() < 0.002);
    }

    @Test
    void ratesMustBeInsideTheUnitInterval() {
        assertThrows(IllegalArgumentException.class, () -> Uncertain.known(0));
        assertThrows(IllegalArgumentException.class, () -> Uncertain.beta(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Uncertain.beta(1, Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> UncertainScreening.of(Uncertain.known(0.2), Uncertain.known(0.9), Uncertain.known(0.1)));
        assertThrows(IllegalArgumentException.class, () -> ALL_THREE.cumulative(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> ALL_THREE.quantile(0));
    }
}

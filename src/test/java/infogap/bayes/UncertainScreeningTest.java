package infogap.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncertainScreeningTest {

    /// A tenth of what the class promises for its quadrature.
    private static final double QUADRATURE = UncertainScreening.ACCURACY / 10;

    private static final UncertainScreening ALL_THREE =
            UncertainScreening.of(Uncertain.beta(2, 8), Uncertain.counted(new Proportion(18, 20)), Uncertain.counted(new Proportion(8, 80)));

    /// scipy 1.17.1: integrate.dblquad of the prior's cdf over the densities of the two rates, errors about 1e-11; the mean by a triple integral.
    @Test
    void theDistributionAgreesWithAdaptiveQuadrature() {
        assertEquals(0.028463146673011194, ALL_THREE.cumulative(0.2), QUADRATURE);
        assertEquals(0.2483167915544153, ALL_THREE.cumulative(0.5), QUADRATURE);
        assertEquals(0.8041149966620541, ALL_THREE.cumulative(0.8), QUADRATURE);
        assertEquals(0.6244040810901191, ALL_THREE.mean(), QUADRATURE);
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

    /// mpmath 1.3.0 with 25 digits: the integral over the prior's density of the sensitivity's distribution function, in parts of a few standard deviations.
    @Test
    void aPriorMuchNarrowerThanTheRatesIsAStepAndNotLost() {
        Uncertain sensitivity = Uncertain.beta(9, 2);
        Uncertain rate = Uncertain.known(0.1);
        assertEquals(0.0472835521154546, UncertainScreening.of(Uncertain.beta(2e3, 8e3), sensitivity, rate).cumulative(0.6), QUADRATURE);
        UncertainScreening narrow = UncertainScreening.of(Uncertain.beta(2e5, 8e5), sensitivity, rate);
        assertEquals(0.6984824346139529, narrow.cumulative(0.69), QUADRATURE);
        assertEquals(0.69, narrow.quantile(0.6984824346139529), QUADRATURE);
        UncertainScreening allUncertain = UncertainScreening.of(Uncertain.beta(2e5, 8e5), sensitivity, Uncertain.beta(1, 9));
        // at 0.2 the distribution of the ratio has its corner in the middle of the prior
        assertEquals(0.000108274145057733513, allUncertain.cumulative(0.2), QUADRATURE);
        assertEquals(0.133629595671675897, allUncertain.cumulative(0.5), QUADRATURE);
        assertEquals(0.813391346272250826, allUncertain.cumulative(0.9), QUADRATURE);
    }

    /// Rates so narrow that only their means matter, to 1e-12: `P(PPV ≤ t)` is the prior's distribution function at `t·FPR / (t·FPR + (1−t)·Se)`.
    @Test
    void ratesMuchNarrowerThanThePriorAreTheirMeans() {
        UncertainScreening narrow = UncertainScreening.of(Uncertain.beta(1, 1), Uncertain.beta(9e11, 1e11), Uncertain.beta(1e11, 9e11));
        assertEquals(0.07 / (0.07 + 0.27), narrow.cumulative(0.7), QUADRATURE);
        // E π Se / (π Se + (1 − π) FPR) for a uniform prior and LR+ 9: (81 − 9 − 9 ln 9) / 64
        assertEquals((72 - 9 * Math.log(9)) / 64, narrow.mean(), QUADRATURE);
    }

    /// The sensitivity is `U^100`, the false-positive rate `V^100` with uniform U and V, so that the logarithm of their ratio has Laplace's distribution of
    /// scale 100; mpmath 1.3.0 averages it over the logit of the prior. Quantiles of the rates are far below the smallest double.
    @Test
    void ratesThatAreNearlyAlwaysNothingHaveAnAnswer() {
        UncertainScreening extreme = UncertainScreening.of(Uncertain.beta(1, 1), Uncertain.beta(0.01, 1), Uncertain.beta(0.01, 1));
        assertEquals(0.4931738834835266, extreme.cumulative(0.2), QUADRATURE);
        assertEquals(0.5107966565271658, extreme.cumulative(0.9), QUADRATURE);
        assertEquals(0.5, extreme.mean(), QUADRATURE);
        assertEquals(0.5, extreme.quantile(0.5), QUADRATURE);
    }

    /// Sensitivity and false-positive rate with one distribution, and a prior that mirrors itself: the PPV mirrors itself.
    @ParameterizedTest
    @CsvSource({"1e12, 3e11, 7e11", "1e12, 2, 0.5", "1e-6, 1e12, 1e12", "0.5, 1e-6, 1e12", "1e-6, 1e-6, 1e-6", "3, 1e12, 1e-6"})
    void aSymmetricProblemHasASymmetricAnswer(double ofPrior, double a, double b) {
        UncertainScreening symmetric = UncertainScreening.of(Uncertain.beta(ofPrior, ofPrior), Uncertain.beta(a, b), Uncertain.beta(a, b));
        assertEquals(0.5, symmetric.cumulative(0.5), UncertainScreening.ACCURACY);
        assertEquals(0.5, symmetric.mean(), UncertainScreening.ACCURACY);
        assertEquals(1, symmetric.cumulative(0.375) + symmetric.cumulative(0.625), UncertainScreening.ACCURACY);
    }

    @Test
    void aPerfectTestIsAKnownRateLikeAnother() {
        // Se 1: PPV ≤ t ⇔ prior ≤ t·FPR / (t·FPR + 1 − t)
        UncertainScreening sensitive = UncertainScreening.of(Uncertain.beta(2, 8), Uncertain.known(1), Uncertain.known(0.1));
        assertEquals(Beta.regularizedBeta(0.06 / 0.46, 2, 8), sensitive.cumulative(0.6), 1e-14);
        UncertainScreening specific = UncertainScreening.of(Uncertain.beta(2, 8), Uncertain.beta(9, 2), Uncertain.known(0));
        assertEquals(1, specific.mean());
        assertEquals(0, specific.cumulative(0.999));
        assertEquals(1, specific.cumulative(1));
        assertEquals(new ConfidenceInterval(1, 1, 0.95), specific.interval(0.95));
        UncertainScreening blind = UncertainScreening.of(Uncertain.beta(2, 8), Uncertain.known(0), Uncertain.beta(1, 1));
        assertEquals(1, blind.cumulative(0));
        assertEquals(0, blind.quantile(0.9));
        IllegalArgumentException never = assertThrows(
                IllegalArgumentException.class, () -> UncertainScreening.of(Uncertain.beta(2, 8), Uncertain.known(0), Uncertain.known(0)));
        assertTrue(never.getMessage().contains("probability 0"), never::getMessage);
    }

    @Test
    void ratesMustBeInsideTheUnitInterval() {
        assertThrows(IllegalArgumentException.class, () -> Uncertain.known(-0.1));
        assertThrows(IllegalArgumentException.class, () -> Uncertain.known(Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> UncertainScreening.of(Uncertain.beta(1, 1e-7), Uncertain.known(0.9), Uncertain.known(0.1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> UncertainScreening.of(Uncertain.beta(1, 1), Uncertain.beta(1e13, 1), Uncertain.known(0.1)));
        assertThrows(IllegalArgumentException.class, () -> Uncertain.beta(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Uncertain.beta(1, Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> UncertainScreening.of(Uncertain.known(0.2), Uncertain.known(0.9), Uncertain.known(0.1)));
        assertThrows(IllegalArgumentException.class, () -> ALL_THREE.cumulative(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> ALL_THREE.quantile(0));
    }
}

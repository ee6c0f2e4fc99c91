package infogap.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.numeric.Quantiles;
import infogap.numeric.Ratio;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScreeningCountsTest {

    /// Twenty with and eighty without the condition: Se 0.9, FPR 0.1.
    private static final ScreeningCounts COUNTS = Screening.fromCounts(18, 2, 8, 72);

    /// Against scipy; the normal and the beta quantile are good to about this.
    private static final double AGAINST_SCIPY = 1e-12;

    @Test
    void estimatesAreTheScreeningOfTheCounts() {
        assertEquals(Screening.of(0.2, 0.9, 0.1), COUNTS.screening());
        assertEquals(COUNTS.screening().exact().positivePredictiveValue(), COUNTS.positivePredictiveValue().estimate());
        assertEquals(COUNTS.screening().exact().negativePredictiveValue(), COUNTS.negativePredictiveValue().estimate());
        assertEquals(COUNTS.screening().exact().positiveLikelihoodRatio(), COUNTS.positiveLikelihoodRatio());
        assertEquals(COUNTS.screening().exact().negativeLikelihoodRatio(), COUNTS.negativeLikelihoodRatio());
        assertEquals(COUNTS.screening().exact().diagnosticOddsRatio(), COUNTS.diagnosticOddsRatio());
        assertEquals(Fractions.of("13/50"), COUNTS.positiveRate().estimate().fraction());
        assertEquals(Fractions.of("9/10"), COUNTS.accuracy().estimate().fraction());
    }

    /// scipy 1.17.1: the formulas with stats.norm.ppf and stats.beta.ppf.
    @ParameterizedTest
    @CsvSource({
        "WILSON, 9, 10, 0.5958499732047615, 0.9821237869049271",
        "WILSON, 0, 10, 0, 0.2775327998628892",
        "WILSON, 10, 10, 0.7224672001371107, 1",
        "WILSON, 81, 263, 0.2552885198782742, 0.36620957698280004",
        "CLOPPER_PEARSON, 9, 10, 0.5549838829718047, 0.9974714214555382",
        "CLOPPER_PEARSON, 0, 10, 0, 0.3084971078187607",
        "CLOPPER_PEARSON, 10, 10, 0.6915028921812392, 1",
        "CLOPPER_PEARSON, 81, 263, 0.25273674558527126, 0.36762192260135135",
        "JEFFREYS, 9, 10, 0.6186852289333836, 0.9889883262368389",
        "JEFFREYS, 0, 10, 0, 0.21719626750921053",
        "JEFFREYS, 10, 10, 0.7828037324907894, 1",
        "JEFFREYS, 81, 263, 0.2545219349910236, 0.36564749917408246"
    })
    void proportionsHaveTheKnownIntervals(IntervalMethod method, long successes, long trials, double low, double high) {
        ConfidenceInterval interval = new Proportion(successes, trials).interval(method, 0.95);
        assertEquals(low, interval.low(), AGAINST_SCIPY);
        assertEquals(high, interval.high(), AGAINST_SCIPY);
    }

    /// What defines the exact interval: at each end, the binomial tail beyond the count is α/2.
    @Test
    void clopperAndPearsonInvertTheBinomialTest() {
        ConfidenceInterval interval = new Proportion(7, 25).interval(IntervalMethod.CLOPPER_PEARSON, 0.9);
        assertEquals(0.05, 1 - new BinomialDistribution(null, 25, interval.low()).cumulativeProbability(6), 1e-12);
        assertEquals(0.05, new BinomialDistribution(null, 25, interval.high()).cumulativeProbability(7), 1e-12);
    }

    /// What defines Wilson's interval: the score statistic at each end is z.
    @Test
    void wilsonInvertsTheScoreTest() {
        ConfidenceInterval interval = new Proportion(7, 25).interval(IntervalMethod.WILSON, 0.95);
        for (double end : new double[] {interval.low(), interval.high()}) {
            assertEquals(1.959963984540054, Math.abs(0.28 - end) / Math.sqrt(end * (1 - end) / 25), 1e-12);
        }
    }

    @ParameterizedTest
    @EnumSource(IntervalMethod.class)
    void successAndFailureMirrorEachOther(IntervalMethod method) {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 50; i++) {
            long trials = random.nextLong(1, 200);
            long successes = random.nextLong(0, trials + 1);
            ConfidenceInterval interval = method.interval(successes, trials, 0.95);
            ConfidenceInterval mirrored = method.interval(trials - successes, trials, 0.95);
            assertEquals(1 - mirrored.high(), interval.low(), AGAINST_SCIPY);
            assertTrue(interval.contains((double) successes / trials), interval::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(IntervalMethod.class)
    void withoutTrialsNothingIsKnown(IntervalMethod method) {
        Proportion none = new Proportion(0, 0);
        assertEquals(new ConfidenceInterval(0, 1, 0.95), none.interval(method, 0.95));
        assertInstanceOf(Ratio.Undefined.class, none.estimate());
    }

    /// scipy 1.17.1: contingency.relative_risk and contingency.odds_ratio(kind='sample'), which are the same quantities.
    @Test
    void ratiosHaveTheKnownIntervals() {
        assertInterval(4.589616027562617, 17.648535196312757, COUNTS.positiveLikelihoodRatioInterval(0.95));
        assertInterval(0.02977649924896845, 0.4146114997978942, COUNTS.negativeLikelihoodRatioInterval(0.95));
        assertInterval(15.817957325073484, 414.78174869014094, COUNTS.diagnosticOddsRatioInterval(0.95));
    }

    /// Newcombe's worked example (1998, table II, method 10): 56/70 − 48/80 is 0.20 with 0.0524 to 0.3339.
    @Test
    void youdensIndexHasNewcombesInterval() {
        ConfidenceInterval interval = Screening.fromCounts(56, 14, 48, 32).youdenInterval(0.95);
        assertEquals(0.0524, interval.low(), 5e-5);
        assertEquals(0.3339, interval.high(), 5e-5);
    }

    @Test
    void predictiveValuesAtAnotherPriorUseTheOdds() {
        ConfidenceInterval ratio = COUNTS.positiveLikelihoodRatioInterval(0.95).orThrow();
        ConfidenceInterval value = COUNTS.positivePredictiveValueAt(0.01, 0.95).orThrow();
        assertEquals(ratio.low() / 99, value.low() / (1 - value.low()), 1e-12);
        assertEquals(ratio.high() / 99, value.high() / (1 - value.high()), 1e-12);
        ConfidenceInterval negative = COUNTS.negativePredictiveValueAt(0.01, 0.95).orThrow();
        assertTrue(negative.contains(COUNTS.screening().withPrior(0.01).negativePredictiveValue()));
        assertTrue(value.contains(COUNTS.screening().withPrior(0.01).positivePredictiveValue()));
    }

    @Test
    void aZeroCountHasNoLogarithm() {
        ScreeningCounts perfect = Screening.fromCounts(5, 0, 0, 5);
        assertInstanceOf(Ratio.Infinite.class, perfect.positiveLikelihoodRatio());
        assertInstanceOf(IntervalEstimate.NotAvailable.class, perfect.positiveLikelihoodRatioInterval(0.95));
        assertInstanceOf(IntervalEstimate.NotAvailable.class, perfect.diagnosticOddsRatioInterval(0.95));
        assertTrue(perfect.toString().contains("not available: a count in the ratio is 0"), perfect::toString);
        assertThrows(ArithmeticException.class, perfect.positiveLikelihoodRatioInterval(0.95)::orThrow);
    }

    /// Both rates 1: the formula's standard error is 0 whatever the size of the sample, which is no certainty.
    @Test
    void noVarianceIsNoInterval() {
        for (ScreeningCounts positive : List.of(Screening.fromCounts(1, 0, 1, 0), Screening.fromCounts(40, 0, 900, 0))) {
            assertInstanceOf(IntervalEstimate.NotAvailable.class, positive.positiveLikelihoodRatioInterval(0.95));
            assertInstanceOf(IntervalEstimate.NotAvailable.class, positive.positivePredictiveValueAt(0.2, 0.95));
        }
        ScreeningCounts negative = Screening.fromCounts(0, 1, 0, 1);
        assertInstanceOf(IntervalEstimate.NotAvailable.class, negative.negativeLikelihoodRatioInterval(0.95));
        assertInstanceOf(IntervalEstimate.NotAvailable.class, negative.negativePredictiveValueAt(0.2, 0.95));
        assertTrue(negative.toString().contains("the variance is estimated as 0"), negative::toString);
        assertInstanceOf(IntervalEstimate.Of.class, Screening.fromCounts(5, 1, 5, 0).positiveLikelihoodRatioInterval(0.95));
    }

    /// Closed forms: Clopper–Pearson for no success is `1 − (α/2)^(1/n)`; Jeffreys' by mpmath 1.3.0, where the integral of the density beyond is 0.025.
    @Test
    void theUpperEndOfARareRateKeepsItsDigits() {
        double log = Math.log(0.025);
        for (long trials : new long[] {1_000_000, 1_000_000_000_000L, 1_000_000_000_000_000_000L}) {
            double expected = -Math.expm1(log / trials);
            assertEquals(expected, new Proportion(0, trials).interval(IntervalMethod.CLOPPER_PEARSON, 0.95).high(), 1e-11 * expected);
        }
        double jeffreys = 8.006382137292619e-12;
        assertEquals(jeffreys, new Proportion(3, 1_000_000_000_000L).interval(IntervalMethod.JEFFREYS, 0.95).high(), 1e-11 * jeffreys);
    }

    /// mpmath 1.3.0: z with erfc(z/√2) the distance of the confidence from 1, 2⁻⁵³ for the largest below it; for no success the end is z²/(n + z²).
    @Test
    void theLargestConfidenceHasAnInterval() {
        double z = 8.2923610758135955;
        assertEquals(z, Quantiles.normal(Math.nextDown(1.0)), 1e-13 * z);
        ConfidenceInterval interval = IntervalMethod.WILSON.interval(0, 10, Math.nextDown(1.0));
        assertEquals(z * z / (10 + z * z), interval.high(), 1e-13);
        assertEquals(4.4171734134700062, Quantiles.normal(0.99999), 1e-13 * 5);
    }

    @Test
    void nobodyWithTheConditionHasNoSensitivity() {
        ScreeningCounts counts = Screening.fromCounts(0, 0, 3, 7);
        assertInstanceOf(Ratio.Undefined.class, counts.sensitivity().estimate());
        assertThrows(ArithmeticException.class, counts::screening);
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Screening.fromCounts(0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Screening.fromCounts(-1, 2, 3, 4));
        assertThrows(IllegalArgumentException.class, () -> Screening.fromCounts(Long.MAX_VALUE, Long.MAX_VALUE, 3, 0));
        assertEquals(Long.MAX_VALUE, Screening.fromCounts(Long.MAX_VALUE - 1, 0, 1, 0).total());
        assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2));
        assertThrows(IllegalArgumentException.class, () -> new Proportion(1, 2).interval(IntervalMethod.WILSON, 1));
    }

    private static void assertInterval(double low, double high, IntervalEstimate estimate) {
        assertEquals(low, estimate.orThrow().low(), AGAINST_SCIPY * low);
        assertEquals(high, estimate.orThrow().high(), AGAINST_SCIPY * high);
    }
}

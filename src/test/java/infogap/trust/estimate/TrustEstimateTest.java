package infogap.trust.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.trust.Transparency;
import infogap.trust.TrustModel;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class TrustEstimateTest {

    private static final double FEW_ROUNDINGS = 1e-9;
    private static final Transparency RAMP = Transparency.cappedRamp(0.2, 0.1, 0.8);
    private static final double[] TIMES = IntStream.rangeClosed(0, 30).mapToDouble(i -> i / 2.0).toArray();

    /// Trust without errors gives its parameters back.
    @Test
    void parametersAreRecovered() {
        for (TrustEstimate.Law law : TrustEstimate.Law.values()) {
            TrustModel model = law == TrustEstimate.Law.LINEAR ? TrustModel.linear(0.4, 0.07, 0.35) : TrustModel.logistic(0.4, 0.7, 0.35);
            double[] trust = Arrays.stream(TIMES).map(model.under(RAMP)::at).toArray();
            var estimate = assertInstanceOf(TrustEstimate.Identified.class, TrustEstimate.of(law, RAMP, TIMES, trust, 0.95));
            assertEquals(0.4, estimate.initialTrust().value(), FEW_ROUNDINGS);
            assertEquals(law == TrustEstimate.Law.LINEAR ? 0.07 : 0.7, estimate.sensitivity().value(), FEW_ROUNDINGS);
            assertEquals(0.35, estimate.threshold().value(), FEW_ROUNDINGS);
            assertEquals(model.under(RAMP).at(12.3), estimate.model().under(RAMP).at(12.3), FEW_ROUNDINGS);
        }
    }

    /// The coefficients and their standard errors are those of commons-math3 3.6.1's regression on J and t.
    @Test
    void theRegressionIsThatOfAnotherLibrary() {
        double[] trust = noisy(new SplittableRandom(91), 0.3);
        var estimate = assertInstanceOf(TrustEstimate.Identified.class, TrustEstimate.of(TrustEstimate.Law.LOGISTIC, RAMP, TIMES, trust, 0.9));
        OLSMultipleLinearRegression peer = new OLSMultipleLinearRegression();
        peer.newSampleData(IntStream.range(0, TIMES.length).mapToDouble(i -> Math.log(trust[i] / (1 - trust[i]))).toArray(),
                IntStream.range(0, TIMES.length).mapToObj(i -> new double[] {RAMP.integral(TIMES[i]), TIMES[i]}).toArray(double[][]::new));
        double[] b = peer.estimateRegressionParameters();
        assertEquals(b[1], estimate.sensitivity().value(), FEW_ROUNDINGS);
        assertEquals(-b[2] / b[1], estimate.threshold().value(), FEW_ROUNDINGS);
        // R 4.2: qt(0.95, 28) = 1.701130934
        assertEquals(1.701130934 * peer.estimateRegressionParametersStandardErrors()[1], estimate.sensitivity().high() - b[1], 1e-8);
    }

    /// Intervals at 90 % hold the truth in 90 % of 2,000 samples, within three standard deviations of that share; Fieller's are exact too.
    @Test
    void intervalsCover() {
        SplittableRandom random = new SplittableRandom(92);
        int samples = 2000;
        int[] covered = new int[3];
        for (int sample = 0; sample < samples; sample++) {
            var estimate = assertInstanceOf(TrustEstimate.Identified.class,
                    TrustEstimate.of(TrustEstimate.Law.LOGISTIC, RAMP, TIMES, noisy(random, 0.3), 0.9));
            covered[0] += inside(estimate.initialTrust(), 0.4);
            covered[1] += inside(estimate.sensitivity(), 0.7);
            covered[2] += inside(estimate.threshold(), 0.35);
        }
        for (int count : covered) {
            assertEquals(0.9, (double) count / samples, 3 * Math.sqrt(0.09 / samples));
        }
    }

    /// Constant transparency: the sum of what Identifiability says, k(I − I_min), and nothing else.
    @Test
    void constantTransparencyIdentifiesTheDriftOnly() {
        for (Transparency constant : new Transparency[] {Transparency.constant(0.6), Transparency.steps(new double[] {0, 3}, new double[] {0.6, 0.6})}) {
            double[] trust = Arrays.stream(TIMES).map(TrustModel.logistic(0.4, 0.5, 0.3).under(constant)::at).toArray();
            var estimate = assertInstanceOf(TrustEstimate.Unidentified.class, TrustEstimate.of(TrustEstimate.Law.LOGISTIC, constant, TIMES, trust, 0.95));
            assertEquals(0.5 * 0.3, estimate.drift().value(), FEW_ROUNDINGS);
            assertEquals(0.4, estimate.initialTrust().value(), FEW_ROUNDINGS);
            assertEquals(TrustModel.logistic(0.4, 0.5, 0.3).under(Transparency.constant(0.6)).identifiability().reason(), estimate.identifiability().reason());
        }
    }

    /// Where k may well be 0, I_min may be anything.
    @Test
    void aThresholdWithoutASensitivityIsUnbounded() {
        SplittableRandom random = new SplittableRandom(93);
        double[] trust = IntStream.range(0, TIMES.length).mapToDouble(_ -> 0.5 + 0.1 * (random.nextDouble() - 0.5)).toArray();
        var estimate = assertInstanceOf(TrustEstimate.Identified.class, TrustEstimate.of(TrustEstimate.Law.LINEAR, RAMP, TIMES, trust, 0.99));
        assertTrue(estimate.sensitivity().low() < 0 && estimate.sensitivity().high() > 0);
        assertEquals(Double.NEGATIVE_INFINITY, estimate.threshold().low());
        assertEquals(Double.POSITIVE_INFINITY, estimate.threshold().high());
    }

    @Test
    void whatCannotBeEstimatedFromIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TrustEstimate.of(TrustEstimate.Law.LINEAR, RAMP, new double[] {1, 2, 3}, new double[3], 0.95));
        assertThrows(IllegalArgumentException.class, () -> TrustEstimate.of(TrustEstimate.Law.LOGISTIC, RAMP, TIMES, new double[TIMES.length], 0.95));
        assertThrows(IllegalArgumentException.class, () -> TrustEstimate.of(TrustEstimate.Law.LINEAR, RAMP, TIMES, new double[2], 0.95));
        assertThrows(IllegalArgumentException.class, () -> TrustEstimate.of(TrustEstimate.Law.LINEAR, RAMP, TIMES, new double[TIMES.length], 1));
        assertThrows(IllegalArgumentException.class,
                () -> TrustEstimate.of(TrustEstimate.Law.LINEAR, RAMP, new double[] {1, 1, 1, 1, 1}, new double[5], 0.95));
    }

    private static int inside(TrustEstimate.Range range, double truth) {
        return truth >= range.low() && truth <= range.high() ? 1 : 0;
    }

    /// Normal errors of the logit.
    private static double[] noisy(SplittableRandom random, double deviation) {
        double[] trust = Arrays.stream(TIMES).map(TrustModel.logistic(0.4, 0.7, 0.35).under(RAMP)::at).toArray();
        for (int i = 0; i < trust.length; i++) {
            double logit = Math.log(trust[i] / (1 - trust[i])) + deviation * random.nextGaussian();
            trust[i] = 1 / (1 + Math.exp(-logit));
        }
        return trust;
    }
}

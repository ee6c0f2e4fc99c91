package infogap.trust;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Every public factory and query of the room refuses what is outside its range and names argument, range and value.
class TrustInputTest {

    private static final double[] NOT_FINITE = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    private static final double[] NOT_SHARES = {-0.1, 1.1};
    private static final double[] NOT_RATES = {0, -1};
    private static final TrustTrajectory LOGISTIC = TrustModel.logistic(0.5, 1, 0.1).under(Transparency.ramp(0.2, 0.1));

    @Test
    void models() {
        refuses("initialTrust", v -> TrustModel.linear(v, 1, 0), NOT_SHARES);
        refuses("sensitivity", v -> TrustModel.linear(0.5, v, 0), NOT_RATES);
        refuses("threshold", v -> TrustModel.linear(0.5, 1, v), NOT_SHARES);
        refuses("initialTrust", v -> TrustModel.logistic(v, 1, 0), 0, 1, -0.1, 1.1);
        refuses("sensitivity", v -> TrustModel.logistic(0.5, v, 0), NOT_RATES);
        refuses("threshold", v -> TrustModel.logistic(0.5, 1, v), NOT_SHARES);
        refuses("initialTrust", v -> TrustModel.asymmetric(v, 1, 1, 0), NOT_SHARES);
        refuses("gain", v -> TrustModel.asymmetric(0.5, v, 1, 0), NOT_RATES);
        refuses("loss", v -> TrustModel.asymmetric(0.5, 1, v, 0), NOT_RATES);
        refuses("threshold", v -> TrustModel.asymmetric(0.5, 1, 1, v), NOT_SHARES);
        refuses("feedbackRate", v -> TrustModel.reputation(BetaReputation.uniform(), v), NOT_RATES);
        refused(() -> TrustModel.reputation(null, 1));
        refuses("positive", v -> new BetaReputation(v, 1), NOT_RATES);
        refuses("negative", v -> new BetaReputation(1, v), NOT_RATES);
        refuses("mean", v -> BetaReputation.ofMean(v, 2), 0, 1);
        refuses("weight", v -> BetaReputation.ofMean(0.5, v), NOT_RATES);
        refuses("probability", v -> BetaReputation.uniform().quantile(v), 0, 1);
        refused(() -> BetaReputation.uniform().after(-1, 0));
        refused(() -> BetaReputation.uniform().after(0, -1));
        refused(() -> TrustModel.linear(0.5, 1, 0).under(null));
        refused(() -> new TrustTrajectory(null, Transparency.constant(0.5)));
    }

    @Test
    void transparencies() {
        refuses("level", Transparency::constant, NOT_SHARES);
        refuses("initial", v -> Transparency.ramp(v, 0.1), NOT_SHARES);
        refuses("slope", v -> Transparency.ramp(0.2, v));
        refuses("initial", v -> Transparency.cappedRamp(v, 0.1), NOT_SHARES);
        refuses("slope", v -> Transparency.cappedRamp(0.2, v), -0.1);
        refuses("cap", v -> Transparency.cappedRamp(0.2, 0.1, v), NOT_SHARES);
        refuses("initial", v -> Transparency.cappedRamp(v, 0.1, 0.6), 0.7);
        refuses("levels[0]", v -> Transparency.step(v, 0.5, 1), NOT_SHARES);
        refuses("levels[1]", v -> Transparency.step(0.5, v, 1), NOT_SHARES);
        refuses("moment", v -> Transparency.step(0.5, 0.6, v), NOT_RATES);
        double[] times = {0, 1, 2};
        refused(() -> Transparency.steps(times, new double[] {0.5, 0.5}));
        refused(() -> Transparency.steps(new double[0], new double[0]));
        refused(() -> Transparency.steps(null, new double[] {0.5}));
        refused(() -> Transparency.piecewiseLinear(new double[] {1, 2}, new double[] {0.5, 0.5}));
        refused(() -> Transparency.piecewiseLinear(new double[] {0, 2, 2}, new double[] {0.5, 0.5, 0.5}));
        refused(() -> Transparency.piecewiseLinear(times, new double[] {0.5, 1.5, 0.5}));
        refused(() -> Transparency.piecewiseLinear(times, new double[] {0.5, Double.NaN, 0.5}));
        refused(() -> new Transparency.Steps(Arrays.asList(0.0, null), List.of(0.5, 0.5)));
        refused(() -> Transparency.curve("", t -> t));
        refused(() -> Transparency.curve("none", null));
        refuses("breakpoint", v -> Transparency.curve("a jump", t -> t, v), NOT_RATES);
        refused(() -> Transparency.curve("a jump", t -> t, (double[]) null));
        refused(() -> new Transparency.Curve("a jump", t -> t, null));
        refused(() -> new Transparency.Curve("a jump", t -> t, Arrays.asList(1.0, null)));
        for (double bad : new double[] {Double.NaN, -0.5, 1.5}) {
            Transparency.Curve curve = Transparency.curve("a bad curve", _ -> bad);
            assertTrue(refused(() -> curve.at(2)).getMessage().startsWith("a bad curve at t = 2.0 must be a number in [0, 1]"));
            refused(() -> curve.integral(1));
            refused(() -> TrustModel.asymmetric(0.5, 1, 1, 0).under(curve).at(1));
        }
        refuses("t", Transparency.ramp(0.2, 0.1)::at, -1);
        refuses("t", Transparency.cappedRamp(0.2, 0.1)::integral, -1);
        refuses("t", Transparency.step(0.2, 0.1, 1)::integral, -1);
        refuses("t", Transparency.constant(0.1)::at, -1);
    }

    @Test
    void queries() {
        refuses("t", LOGISTIC::at, -1);
        refuses("t", LOGISTIC::rate, -1);
        refuses("t", LOGISTIC::sensitivities, -1);
        refuses("horizon", v -> LOGISTIC.sample(v, 10), NOT_RATES);
        refused(() -> LOGISTIC.sample(1, 0));
        refuses("level", v -> LOGISTIC.crossings(v, 1));
        refuses("horizon", v -> LOGISTIC.crossings(0.5, v), NOT_RATES);
        refuses("level", v -> LOGISTIC.firstPassage(v, 1));
        refuses("horizon", v -> LOGISTIC.firstPassage(0.5, v), NOT_RATES);
        refuses("horizon", LOGISTIC::minimum, NOT_RATES);
        refuses("horizon", LOGISTIC::maximum, NOT_RATES);
        refuses("horizon", LOGISTIC::validity, NOT_RATES);
        refuses("tolerance", v -> LOGISTIC.integrated(v, 1), NOT_RATES);
        refuses("times[0]", v -> LOGISTIC.integrated(1e-9, v), -1);
        refused(() -> LOGISTIC.integrated(1e-9, 2, 1));
        refused(() -> LOGISTIC.integrated(1e-9));
        refused(() -> LOGISTIC.exact(null));
        refused(() -> LOGISTIC.exact(Fractions.of("-1/2")));
        refuses("factor", LOGISTIC.identifiability()::twin, 0.5, 0);
    }

    @Test
    void ensembles() {
        refused(() -> TrustEnsemble.draw(null, 1, 1, 1));
        refused(() -> TrustEnsemble.draw(_ -> LOGISTIC, 0, 1, 1));
        refused(() -> TrustEnsemble.draw(_ -> LOGISTIC, 1, 1, 0));
        refused(() -> TrustEnsemble.draw(_ -> null, 1, 1, 1));
        TrustEnsemble ensemble = TrustEnsemble.draw(_ -> LOGISTIC, 3, 1, 1);
        refuses("t", ensemble::at, -1);
        refuses("level", v -> ensemble.crossing(v, 1));
        refuses("horizon", v -> ensemble.crossing(0.5, v), NOT_RATES);
        refuses("horizon", ensemble::shareLeavingUnitInterval, NOT_RATES);
        refuses("times[0]", v -> ensemble.bands(new double[] {v}, 0.5));
        refuses("probabilities[0]", v -> ensemble.bands(new double[] {1}, v), NOT_SHARES);
        refused(() -> ensemble.bands(new double[0], 0.5));
        refused(() -> ensemble.bands(new double[] {1}));
        refuses("probability", v -> ensemble.bands(new double[] {1}, 0.5).quantile(v), 0.4);
        refuses("probability", v -> ensemble.crossing(0.6, 9).quantile(v), NOT_SHARES);
        assertTrue(refused(() -> ensemble.member(3)).getMessage().startsWith("index must be"));
    }

    /// Extreme but allowed parameters give numbers, not NaN.
    @Test
    void extremesAreNumbers() {
        for (TrustModel model : List.of(TrustModel.linear(0, 1e-300, 1), TrustModel.linear(1, 1e6, 0), TrustModel.logistic(1e-12, 1e6, 0.5),
                TrustModel.logistic(1 - 1e-12, 1e6, 0.5), TrustModel.asymmetric(0, 1e6, 1e6, 0.5), TrustModel.asymmetric(1, 1e-9, 1e9, 0.5),
                TrustModel.reputation(new BetaReputation(1e-9, 1e9), 1e9))) {
            for (Transparency transparency : List.of(Transparency.constant(0), Transparency.constant(1), Transparency.constant(0.5),
                    Transparency.ramp(0, 0), Transparency.cappedRamp(1, 0), Transparency.cappedRamp(0, 1e-3), Transparency.step(1, 0, 1))) {
                TrustTrajectory trajectory = model.under(transparency);
                for (double t : new double[] {0, 1e-9, 1, 1e6}) {
                    assertFalse(Double.isNaN(trajectory.at(t)), trajectory + " at " + t);
                    if (!(transparency instanceof Transparency.Steps)) {
                        assertFalse(trajectory.sensitivities(t).toString().contains("NaN"), trajectory + " at " + t);
                    }
                }
                assertFalse(trajectory.validity(100).toString().contains("NaN"), trajectory::toString);
                assertFalse(trajectory.crossings(0.5, 100).toString().contains("NaN"), trajectory::toString);
                trajectory.firstPassage(0.5, 100).ifPresent(t -> assertTrue(t >= 0 && t <= 100, trajectory::toString));
            }
        }
    }

    private static void refuses(String argument, DoubleConsumer factory, double... outside) {
        for (double value : DoubleStream.concat(Arrays.stream(NOT_FINITE), Arrays.stream(outside)).toArray()) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> factory.accept(value), argument + " = " + value);
            assertTrue(refused.getMessage().startsWith(argument + " must be "), refused.getMessage());
        }
    }

    private static IllegalArgumentException refused(Executable factory) {
        return assertThrows(IllegalArgumentException.class, factory);
    }
}

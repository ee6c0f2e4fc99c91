package infogap.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.junit.jupiter.api.Test;

/// The derivatives against central differences in 60 decimal digits of formulas written here a second time; identifiability by
/// its witness.
class SensitivitiesTest {

    private static final DfpField FIELD = new DfpField(60);
    private static final Dfp STEP = FIELD.newDfp("1e-20");
    /// A closed form in double against a difference whose own error is about 1e-20.
    private static final double CLOSED_FORM = 1e-12;

    @Test
    void derivativesAreThoseOfHighPrecisionDifferences() {
        SplittableRandom random = new SplittableRandom(31);
        int falling = 0;
        for (int i = 0; i < 400; i++) {
            TrustModel model = Trajectories.model(random, i % 4);
            Transparency transparency = Trajectories.transparency(random, i / 4 % 3);
            double t = random.nextDouble(0.1, 8);
            TrustTrajectory trajectory = model.under(transparency);
            Map<Parameter, Dfp> parameters = parameters(trajectory);
            Sensitivities sensitivities = trajectory.sensitivities(t);
            assertEquals(parameters.keySet(), sensitivities.derivatives().keySet(), trajectory::toString);
            double trust = value(trajectory, parameters, t).toDouble();
            assertEquals(trust, trajectory.at(t), CLOSED_FORM * Math.max(1, Math.abs(trust)), trajectory::toString);
            for (Parameter parameter : parameters.keySet()) {
                Dfp up = value(trajectory, moved(parameters, parameter, STEP), t);
                Dfp down = value(trajectory, moved(parameters, parameter, STEP.negate()), t);
                double expected = up.subtract(down).divide(STEP).divide(2).toDouble();
                assertEquals(expected, sensitivities.derivative(parameter), CLOSED_FORM * Math.max(1, Math.abs(expected)),
                        parameter + " of " + trajectory + " at " + t);
                double elasticity = parameters.get(parameter).toDouble() / trust * expected;
                assertEquals(elasticity, sensitivities.elasticities().get(parameter), 10 * CLOSED_FORM * Math.max(1, Math.abs(elasticity)));
            }
            falling += trajectory.rate(0) < 0 && trajectory.rate(t) > 0 ? 1 : 0;
        }
        assertTrue(falling >= 20, "some trajectories turn before t");
    }

    /// Where T is next to 0 or 1 the derivatives are small and keep their digits: |L| = |S| = t, so that ∂T/∂k = t·e^−t/(1 + e^−t)².
    @Test
    void logisticDerivativesNextToCertainty() {
        for (double t : new double[] {1, 34, 40, 300, 700}) {
            double expected = Math.exp(-t) / Math.pow(1 + Math.exp(-t), 2);
            TrustTrajectory rising = TrustModel.logistic(0.5, 1, 0).under(Transparency.constant(1));
            TrustTrajectory falling = TrustModel.logistic(0.5, 1, 1).under(Transparency.constant(0));
            assertEquals(t * expected, rising.sensitivities(t).derivative(Parameter.SENSITIVITY), t * expected * CLOSED_FORM);
            assertEquals(-t * expected, falling.sensitivities(t).derivative(Parameter.SENSITIVITY), t * expected * CLOSED_FORM);
            assertEquals(4 * expected, rising.sensitivities(t).derivative(Parameter.INITIAL_TRUST), 4 * expected * CLOSED_FORM);
            assertEquals(expected, rising.rate(t), expected * CLOSED_FORM);
        }
        // mpmath 1.3: 34*exp(-34)/(1+exp(-34))**2 and 40*exp(-40)/(1+exp(-40))**2
        TrustTrajectory rising = TrustModel.logistic(0.5, 1, 0).under(Transparency.constant(1));
        assertEquals(5.82728866724282e-14, rising.sensitivities(34).derivative(Parameter.SENSITIVITY), 1e-25);
        assertEquals(1.69934170211664e-16, rising.sensitivities(40).derivative(Parameter.SENSITIVITY), 1e-28);
    }

    /// Above the threshold 1 − T = (1 − T₀)e^−k₊A, so that ∂T/∂k₊ = A(1 − T₀)e^−k₊A, also after T has rounded to 1 in the first of two phases.
    @Test
    void asymmetricDerivativesNextToCertainty() {
        TrustTrajectory trajectory = TrustModel.asymmetric(0.5, 1, 1, 0).under(Transparency.cappedRamp(0.2, 0.01));
        double area = trajectory.transparency().integral(200);
        assertEquals(1.0, trajectory.at(80));
        double expected = area * 0.5 * Math.exp(-area);
        assertEquals(expected, trajectory.sensitivities(200).derivative(Parameter.GAIN), expected * CLOSED_FORM);
        assertEquals(Math.exp(-area), trajectory.sensitivities(200).derivative(Parameter.INITIAL_TRUST), Math.exp(-area) * CLOSED_FORM);
    }

    /// ∂T/∂a = (b + ρ(t − J))/E² and ∂T/∂ρ = (bJ − a(t − J))/E² with E = a + b + ρt, where T and J/t agree in their first digits.
    @Test
    void reputationDerivativesNextToCertainty() {
        TrustTrajectory trajectory = TrustModel.reputation(new BetaReputation(1e12, 1e-6), 1e12).under(Transparency.constant(1));
        double evidence = 1e12 + 1e-6 + 2e12;
        assertEquals(1e-6 / evidence / evidence, trajectory.sensitivities(2).derivative(Parameter.PRIOR_POSITIVE), 1e-6 / evidence / evidence * CLOSED_FORM);
        assertEquals(2e-6 / evidence / evidence, trajectory.sensitivities(2).derivative(Parameter.FEEDBACK_RATE), 2e-6 / evidence / evidence * CLOSED_FORM);
    }

    private static Map<Parameter, Dfp> parameters(TrustTrajectory trajectory) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        switch (trajectory.model()) {
            case TrustModel.Linear(double initial, double k, double threshold) -> values.putAll(Map.of(
                    Parameter.INITIAL_TRUST, initial, Parameter.SENSITIVITY, k, Parameter.THRESHOLD, threshold));
            case TrustModel.Logistic(double initial, double k, double threshold) -> values.putAll(Map.of(
                    Parameter.INITIAL_TRUST, initial, Parameter.SENSITIVITY, k, Parameter.THRESHOLD, threshold));
            case TrustModel.Asymmetric(double initial, double gain, double loss, double threshold) -> values.putAll(Map.of(
                    Parameter.INITIAL_TRUST, initial, Parameter.GAIN, gain, Parameter.LOSS, loss, Parameter.THRESHOLD, threshold));
            case TrustModel.Reputation(BetaReputation prior, double rate) -> values.putAll(Map.of(
                    Parameter.PRIOR_POSITIVE, prior.positive(), Parameter.PRIOR_NEGATIVE, prior.negative(), Parameter.FEEDBACK_RATE, rate));
        }
        switch (trajectory.transparency()) {
            case Transparency.Constant(double level) -> values.put(Parameter.INITIAL_TRANSPARENCY, level);
            case Transparency.Ramp(double initial, double slope) ->
                values.putAll(Map.of(Parameter.INITIAL_TRANSPARENCY, initial, Parameter.SLOPE, slope));
            case Transparency.CappedRamp(double initial, double slope, double _) ->
                values.putAll(Map.of(Parameter.INITIAL_TRANSPARENCY, initial, Parameter.SLOPE, slope));
            default -> throw new AssertionError(trajectory.transparency());
        }
        Map<Parameter, Dfp> parameters = new EnumMap<>(Parameter.class);
        values.forEach((parameter, value) -> parameters.put(parameter, FIELD.newDfp(value)));
        return parameters;
    }

    private static Map<Parameter, Dfp> moved(Map<Parameter, Dfp> parameters, Parameter parameter, Dfp by) {
        Map<Parameter, Dfp> moved = new EnumMap<>(parameters);
        moved.merge(parameter, by, Dfp::add);
        return moved;
    }

    /// T(t) in 60 digits, from the definitions.
    private static Dfp value(TrustTrajectory trajectory, Map<Parameter, Dfp> p, double time) {
        Dfp t = FIELD.newDfp(time);
        Dfp level = p.get(Parameter.INITIAL_TRANSPARENCY);
        Dfp slope = p.getOrDefault(Parameter.SLOPE, FIELD.getZero());
        Dfp rising = t;
        if (trajectory.transparency() instanceof Transparency.CappedRamp ramp) {
            Dfp until = FIELD.newDfp(ramp.cap()).subtract(level).divide(slope);
            rising = until.lessThan(t) ? until : t;
        }
        if (trajectory.model() instanceof TrustModel.Reputation) {
            Dfp good = p.get(Parameter.PRIOR_POSITIVE).add(p.get(Parameter.FEEDBACK_RATE).multiply(area(level, slope, rising, t)));
            return good.divide(p.get(Parameter.PRIOR_POSITIVE).add(p.get(Parameter.PRIOR_NEGATIVE)).add(p.get(Parameter.FEEDBACK_RATE).multiply(t)));
        }
        Dfp trust = p.get(Parameter.INITIAL_TRUST);
        Dfp excess = level.subtract(p.get(Parameter.THRESHOLD));
        Dfp whole = area(excess, slope, rising, t);
        return switch (trajectory.model()) {
            case TrustModel.Linear _ -> trust.add(p.get(Parameter.SENSITIVITY).multiply(whole));
            case TrustModel.Logistic _ -> {
                Dfp odds = trust.divide(trust.negate().add(1)).multiply(p.get(Parameter.SENSITIVITY).multiply(whole).exp());
                yield odds.divide(odds.add(1));
            }
            default -> {
                Dfp turn = excess.negate().divide(slope);
                boolean turns = slope.toDouble() != 0 && turn.greaterThan(FIELD.getZero()) && turn.lessThan(rising);
                Dfp first = turns ? area(excess, slope, turn, turn) : whole;
                yield after(p, after(p, trust, first), whole.subtract(first));
            }
        };
    }

    private static Dfp after(Map<Parameter, Dfp> p, Dfp trust, Dfp area) {
        return area.lessThan(FIELD.getZero())
                ? trust.multiply(p.get(Parameter.LOSS).multiply(area).exp())
                : trust.negate().add(1).multiply(p.get(Parameter.GAIN).multiply(area).negate().exp()).negate().add(1);
    }

    /// Rising from the level with the slope until `rising`, then flat until t.
    private static Dfp area(Dfp level, Dfp slope, Dfp rising, Dfp t) {
        Dfp flat = level.add(slope.multiply(rising)).multiply(t.subtract(rising));
        return rising.multiply(level.add(slope.multiply(rising).divide(2))).add(flat);
    }

    /// Parameters that differ and combinations that do not: the same trust at every time.
    @Test
    void twinsHaveTheSameTrust() {
        SplittableRandom random = new SplittableRandom(32);
        for (int i = 0; i < 120; i++) {
            TrustModel model = Trajectories.model(random, i % 4);
            TrustTrajectory trajectory = model.under(Trajectories.transparency(random, i / 4 % 3));
            TrustTrajectory twin = trajectory.identifiability().twin(1.5);
            assertTrue(!twin.equals(trajectory));
            for (double t = 0; t <= 10; t += 0.5) {
                assertEquals(trajectory.at(t), twin.at(t), 1e-11 * Math.max(1, Math.abs(trajectory.at(t))), trajectory::toString);
            }
            trajectory.identifiability().combinations().forEach((name, value) ->
                    assertEquals(value, twin.identifiability().combinations().get(name), 1e-11 * Math.max(1, Math.abs(value)), name));
        }
    }

    @Test
    void givenTransparencyHasNoTwinAndNoParameters() {
        TrustTrajectory observed = TrustModel.logistic(0.5, 1, 0.2).under(Transparency.step(0.1, 0.8, 3));
        assertTrue(observed.identifiability().toString().contains("nothing is confounded"));
        assertThrows(IllegalArgumentException.class, () -> observed.identifiability().twin(2));
        assertThrows(IllegalArgumentException.class, () -> observed.sensitivities(1));
        assertThrows(IllegalArgumentException.class, () -> TrustModel.logistic(0.5, 1, 0.2).under(Transparency.constant(0.3))
                .sensitivities(1).derivative(Parameter.SLOPE));
    }
}

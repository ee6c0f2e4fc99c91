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

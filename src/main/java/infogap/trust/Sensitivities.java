package infogap.trust;

import infogap.numeric.Checks;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The partial derivatives of T(t) with respect to each parameter, in closed form.
///
/// With m = min(t, t_c), the time that the ramp has risen, ∂J/∂I₀ = m and ∂J/∂k′ = m²/2 (the moving kink adds nothing, because I is
/// continuous there). For the linear law ∂T/∂k = J − I_min·t, ∂T/∂I₀ = km, ∂T/∂k′ = km²/2, ∂T/∂I_min = −kt, ∂T/∂T₀ = 1; the
/// logistic law multiplies each by T(1 − T), and ∂T/∂T₀ by T(1 − T)/(T₀(1 − T₀)) instead. The asymmetric law is followed phase by
/// phase; the reputation law is a quotient. Where T has rounded to 1, 1 − T is computed without T.
///
/// @param t the time
/// @param trust T(t)
/// @param derivatives ∂T/∂θ for each parameter θ that the trajectory has
/// @param elasticities (θ/T)·∂T/∂θ: the change of T in per cent for a change of θ by one per cent
public record Sensitivities(
        double t, double trust, Map<Parameter, Double> derivatives, Map<Parameter, Double> elasticities) {

    public Sensitivities {
        derivatives = Collections.unmodifiableMap(new EnumMap<>(derivatives));
        elasticities = Collections.unmodifiableMap(new EnumMap<>(elasticities));
    }

    static Sensitivities of(TrustTrajectory trajectory, double t) {
        Checks.nonNegative("t", t);
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        Map<Parameter, Double> areas = areas(trajectory.transparency(), t, values);
        Map<Parameter, Double> derivatives = new EnumMap<>(Parameter.class);
        double trust = trajectory.at(t);
        switch (trajectory.model()) {
            case TrustModel.Linear linear -> {
                values.putAll(Map.of(Parameter.INITIAL_TRUST, linear.initialTrust(), Parameter.SENSITIVITY, linear.sensitivity()));
                derivatives.put(Parameter.INITIAL_TRUST, 1.0);
                throughArea(derivatives, linear, linear.sensitivity(), 1, trajectory.transparency(), t, areas, values);
            }
            case TrustModel.Logistic logistic -> {
                double initial = logistic.initialTrust();
                double slope = logistic.slopeAfter(trajectory.transparency().excess(t, logistic.threshold()));
                values.putAll(Map.of(Parameter.INITIAL_TRUST, initial, Parameter.SENSITIVITY, logistic.sensitivity()));
                derivatives.put(Parameter.INITIAL_TRUST, slope / (initial * (1 - initial)));
                throughArea(derivatives, logistic, logistic.sensitivity(), slope, trajectory.transparency(), t, areas, values);
            }
            case TrustModel.Asymmetric asymmetric ->
                throughPhases(derivatives, asymmetric, (Transparency.Segmented) trajectory.transparency(), t, areas, values);
            case TrustModel.Reputation(BetaReputation prior, double rate) -> {
                double good = trajectory.transparency().integral(t);
                // ∫(1 − I), as small as it is
                double bad = -trajectory.transparency().excess(t, 1);
                double evidence = prior.positive() + prior.negative() + rate * t;
                values.putAll(Map.of(Parameter.PRIOR_POSITIVE, prior.positive(), Parameter.PRIOR_NEGATIVE, prior.negative(),
                        Parameter.FEEDBACK_RATE, rate));
                derivatives.put(Parameter.PRIOR_POSITIVE, (prior.negative() + rate * bad) / evidence / evidence);
                derivatives.put(Parameter.PRIOR_NEGATIVE, -trust / evidence);
                derivatives.put(Parameter.FEEDBACK_RATE, (prior.negative() * good - prior.positive() * bad) / evidence / evidence);
                areas.forEach((parameter, area) -> derivatives.put(parameter, rate * area / evidence));
            }
        }
        Map<Parameter, Double> elasticities = new EnumMap<>(Parameter.class);
        if (trust != 0) {
            derivatives.forEach((parameter, derivative) -> elasticities.put(parameter, values.get(parameter) / trust * derivative + 0.0));
        }
        return new Sensitivities(t, trust, derivatives, elasticities);
    }

    /// ∂J(t)/∂θ for the parameters of the transparency.
    private static Map<Parameter, Double> areas(Transparency transparency, double t, Map<Parameter, Double> values) {
        return switch (transparency) {
            case Transparency.Constant(double level) -> {
                values.put(Parameter.INITIAL_TRANSPARENCY, level);
                yield new EnumMap<>(Map.of(Parameter.INITIAL_TRANSPARENCY, t));
            }
            case Transparency.Ramp(double initial, double slope) -> rampAreas(initial, slope, t, values);
            case Transparency.CappedRamp ramp ->
                rampAreas(ramp.initial(), ramp.slope(), Math.min(t, ramp.cappedFrom()), values);
            case Transparency.Steps _, Transparency.PiecewiseLinear _, Transparency.Curve _ -> throw new IllegalArgumentException(
                    "transparency must be constant, a ramp or a capped ramp to have parameters, but is " + transparency);
        };
    }

    private static Map<Parameter, Double> rampAreas(
            double initial, double slope, double rising, Map<Parameter, Double> values) {
        values.put(Parameter.INITIAL_TRANSPARENCY, initial);
        values.put(Parameter.SLOPE, slope);
        return new EnumMap<>(Map.of(
                Parameter.INITIAL_TRANSPARENCY, rising, Parameter.SLOPE, rising * rising / 2));
    }

    /// The laws in which T depends on the parameters through S = k(J − I_min·t).
    private static void throughArea(
            Map<Parameter, Double> derivatives, TrustModel.Threshold model, double sensitivity, double slope,
            Transparency transparency, double t, Map<Parameter, Double> areas, Map<Parameter, Double> values) {
        values.put(Parameter.THRESHOLD, model.threshold());
        derivatives.put(Parameter.SENSITIVITY, slope * transparency.excess(t, model.threshold()));
        derivatives.put(Parameter.THRESHOLD, -slope * sensitivity * t);
        areas.forEach((parameter, area) -> derivatives.put(parameter, slope * sensitivity * area));
    }

    /// Carries the derivatives from phase to phase; a moving end of a phase adds nothing, because I = I_min there.
    private static void throughPhases(
            Map<Parameter, Double> derivatives, TrustModel.Asymmetric model, Transparency.Segmented transparency, double t,
            Map<Parameter, Double> areasAtEnd, Map<Parameter, Double> values) {
        values.putAll(Map.of(Parameter.INITIAL_TRUST, model.initialTrust(), Parameter.GAIN, model.gain(),
                Parameter.LOSS, model.loss(), Parameter.THRESHOLD, model.threshold()));
        values.keySet().forEach(parameter -> derivatives.put(parameter, parameter == Parameter.INITIAL_TRUST ? 1.0 : 0.0));
        double trust = model.initialTrust();
        double doubt = 1 - trust;
        for (Phase phase : t == 0 ? List.<Phase>of() : Phase.of(model, transparency, t)) {
            double length = phase.end() - phase.start();
            double area = phase.area(phase.end());
            boolean rises = area >= 0;
            double exponent = (rises ? -model.gain() : model.loss()) * area;
            double kept = Math.exp(exponent);
            double perArea = kept * (rises ? model.gain() * doubt : model.loss() * trust);
            double moved = -Math.expm1(exponent) * (rises ? doubt : trust);
            trust = rises ? trust + moved : trust * kept;
            doubt = rises ? doubt * kept : doubt + moved;
            derivatives.replaceAll((_, derivative) -> kept * derivative);
            Parameter own = rises ? Parameter.GAIN : Parameter.LOSS;
            derivatives.merge(own, perArea * area / (rises ? model.gain() : model.loss()), Double::sum);
            derivatives.merge(Parameter.THRESHOLD, -perArea * length, Double::sum);
            Map<Parameter, Double> before = areas(transparency, phase.start(), values);
            Map<Parameter, Double> after = areas(transparency, phase.end(), values);
            areasAtEnd.keySet().forEach(parameter ->
                    derivatives.merge(parameter, perArea * (after.get(parameter) - before.get(parameter)), Double::sum));
        }
    }

    /// ∂T/∂θ.
    ///
    /// @throws IllegalArgumentException if the trajectory does not have the parameter
    public double derivative(Parameter parameter) {
        if (!derivatives.containsKey(parameter)) {
            throw new IllegalArgumentException("parameter must be one of " + derivatives.keySet() + ", but is " + parameter);
        }
        return derivatives.get(parameter);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "T(%s) = %.6f", t, trust))
                .append(String.format("%n%-22s %-6s %12s %12s", "parameter", "", "∂T/∂θ", "elasticity"));
        derivatives.forEach((parameter, derivative) -> text.append(String.format(Locale.ROOT, "%n%-22s %-6s %12.6f %12s",
                parameter, parameter.symbol(), derivative,
                elasticities.containsKey(parameter) ? String.format(Locale.ROOT, "%.6f", elasticities.get(parameter)) : "T is 0")));
        return text.toString();
    }
}

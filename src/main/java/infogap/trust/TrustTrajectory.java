package infogap.trust;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.fraction.BigFraction;

/// Trust over time: a law under a transparency.
///
/// Values come from closed forms, with quadrature for the integral of a [Transparency.Curve]; only the asymmetric law under a curve
/// is integrated numerically. Nothing is clamped to [0, 1]: [#validity] tells whether the trajectory stays there.
///
/// @param model the law
/// @param transparency the input
public record TrustTrajectory(TrustModel model, Transparency transparency) {

    public TrustTrajectory {
        Checks.present("model", model);
        Checks.present("transparency", transparency);
    }

    /// T(t).
    ///
    /// @throws IllegalArgumentException if t is negative or not finite
    public double at(double t) {
        Checks.nonNegative("t", t);
        return switch (model) {
            case TrustModel.Reputation reputation -> reputation.trust(t, transparency.integral(t));
            case TrustModel.Linear linear -> linear.after(linear.initialTrust(), transparency.excess(t, linear.threshold()));
            case TrustModel.Logistic logistic -> logistic.after(logistic.initialTrust(), transparency.excess(t, logistic.threshold()));
            case TrustModel.Asymmetric asymmetric -> switch (transparency) {
                case Transparency.Segmented segmented -> t == 0
                        ? asymmetric.initialTrust() : Phase.of(asymmetric, segmented, t).getLast().at(t);
                case Transparency.Curve _ -> integrated(TrustIntegrator.TOLERANCE, t)[0];
            };
        };
    }

    /// T(t) as an exact fraction, every parameter read as the decimal that it prints. There is one where T is a rational function
    /// of the parameters: the linear and the reputation law, under any transparency but a curve.
    public Optional<BigFraction> exact(BigFraction t) {
        return ExactTrust.at(this, t);
    }

    /// dT/dt at time t; at a jump of I the rate after it.
    public double rate(double t) {
        return model instanceof TrustModel.Logistic logistic
                ? logistic.sensitivity() * (transparency.at(t) - logistic.threshold())
                        * logistic.slopeAfter(transparency.excess(t, logistic.threshold()))
                : model.rate(t, at(t), transparency.at(t));
    }

    /// The trajectory at `intervals + 1` equally spaced times from 0 to the horizon.
    public TrustSample sample(double horizon, int intervals) {
        Checks.positive("horizon", horizon);
        Checks.atLeast("intervals", intervals, 1);
        double[] times = new double[intervals + 1];
        for (int i = 0; i <= intervals; i++) {
            times[i] = horizon * i / intervals;
        }
        double[] trust = values(times);
        List<TrustPoint> points = new ArrayList<>(times.length);
        for (int i = 0; i < times.length; i++) {
            points.add(new TrustPoint(times[i], transparency.at(times[i]), trust[i]));
        }
        return new TrustSample(points);
    }

    /// Every moment in (0, horizon] at which trust takes the value, in order of time. Between the moments at which dT/dt changes
    /// sign trust is monotone, so that none is missed; under a curve those moments are its breakpoints and what finer and finer grids find, and the result
    /// says what may be missed. Where trust turns, and at the horizon, it takes a value that differs from it by no more than the rounding of T.
    public Crossings crossings(double level, double horizon) {
        return TrustEvents.of(this, horizon).crossings(Checks.finite("level", level));
    }

    /// What may be missed by [#crossings], [#firstPassage], [#minimum], [#maximum] and [#validity] until the horizon: nothing, unless transparency is a
    /// curve.
    public Completeness completeness(double horizon) {
        return TrustEvents.of(this, horizon).completeness();
    }

    /// The first moment in (0, horizon] at which trust takes the value, if there is one: the first of [#crossings].
    public OptionalDouble firstPassage(double level, double horizon) {
        return TrustEvents.of(this, horizon).firstPassage(Checks.finite("level", level));
    }

    /// The smallest trust in [0, horizon]. Under a ramp that starts below the threshold it is reached at (I_min − I₀)/k′.
    public Extremum minimum(double horizon) {
        return TrustEvents.of(this, horizon).minimum();
    }

    /// The largest trust in [0, horizon].
    public Extremum maximum(double horizon) {
        return TrustEvents.of(this, horizon).maximum();
    }

    /// Whether trust stays in [0, 1] until the horizon, and if not, when it leaves.
    public Validity validity(double horizon) {
        return TrustEvents.of(this, horizon).validity();
    }

    /// How T(t) depends on each parameter of the law and of the transparency.
    ///
    /// @throws IllegalArgumentException if the transparency is not constant, a ramp or a capped ramp, which alone have parameters
    public Sensitivities sensitivities(double t) {
        return Sensitivities.of(this, t);
    }

    /// Which combinations of the parameters observed trust can tell apart.
    public Identifiability identifiability() {
        return Identifiability.of(this);
    }

    /// T at these increasing times from the adaptive Dormand–Prince 8(5,3) integrator instead of the closed form, with this
    /// relative and absolute tolerance for each step.
    ///
    /// @throws IllegalArgumentException if the times are not increasing and at least 0, or the tolerance is not above 0
    /// @throws ArithmeticException if the step that the tolerance asks for is too small
    public double[] integrated(double tolerance, double... times) {
        return TrustIntegrator.integrate(this, Checks.positive("tolerance", tolerance), Checks.finite("times", times));
    }

    /// T at each of the increasing times.
    double[] values(double[] times) {
        return TrustWalk.values(this, times);
    }

    @Override
    public String toString() {
        return model + ", under " + transparency;
    }
}

package infogap.trust;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// Trust with all its arguments, T(t) = f(I, D, R): what a law of trust is told beside transparency I, a decision bias (决策偏差) D and the allocation of
/// resources (资源配置) R.
///
/// Resources close a share R of what is not disclosed, or, where they are withdrawn as a fine is, open a share −R of what is; the bias keeps a share D of
/// the result from having an effect. What reaches the customer is the *earned transparency*
///
///     Ĩ = (1 − D)(I + R(1 − I)) for R ≥ 0,   Ĩ = (1 − D)(1 + R) I for R < 0,
///
/// which is in [0, 1] wherever I is, rises in I and R and falls in D. The law then runs on Ĩ: the logistic law becomes dT/dt = k(Ĩ − I_min)T(1 − T), and
/// stays in (0, 1). Ĩ is a straight line in I, so that what has a closed form keeps it; with D = 0 and R = 0 it is today's law. A reward that makes honesty
/// pay acts as R > 0, an expected fine as R < 0.
///
///     new TrustFactors(0.1, 0).on(TrustModel.logistic(0.5, 1, 0.3)).under(Transparency.ramp(0.2, 0.05))
///
/// D and R are constant, and of the same kind as I: shares. This is a law to think with, not one that has been estimated.
///
/// @param bias D, in [0, 1]
/// @param resources R, in [−1, 1]
public record TrustFactors(double bias, double resources) {

    /// D = 0 and R = 0: transparency alone.
    public static final TrustFactors NONE = new TrustFactors(0, 0);

    public TrustFactors {
        Checks.probability("bias", bias);
        Checks.inRange("resources", resources, -1, 1);
    }

    /// A law of trust that is told D and R.
    public Law on(TrustModel model) {
        return new Law(model, this);
    }

    /// A law with its factors.
    ///
    /// @param model the law, which depends on transparency alone
    /// @param factors D and R
    public record Law(TrustModel model, TrustFactors factors) {
        public Law {
            Checks.present("model", model);
            Checks.present("factors", factors);
        }

        /// The trajectory under this transparency: that of the law under the earned transparency.
        public TrustTrajectory under(Transparency transparency) {
            return model.under(factors.earned(transparency));
        }

        /// dT/dt at this time, trust, and transparency before bias and resources.
        public double rate(double t, double trust, double transparency) {
            return model.rate(t, trust, factors.earned(transparency));
        }
    }

    /// Ĩ for one value of I in [0, 1].
    public double earned(double transparency) {
        return Fractions.toDouble(earned(Fractions.ofDecimal(Checks.probability("transparency", transparency))));
    }

    /// Ĩ as a function of time, of the same kind as I; each number read as the decimal that it prints.
    public Transparency earned(Transparency transparency) {
        if (equals(NONE)) {
            return Checks.present("transparency", transparency);
        }
        return switch (Checks.present("transparency", transparency)) {
            case Transparency.Constant(double level) -> Transparency.constant(earned(level));
            case Transparency.Ramp(double initial, double slope) -> Transparency.ramp(earned(initial), scaled(slope));
            case Transparency.CappedRamp(double initial, double slope, double cap) ->
                Transparency.cappedRamp(earned(initial), scaled(slope), earned(cap));
            case Transparency.Steps steps -> new Transparency.Steps(steps.times(), steps.levels().stream().map(this::earned).toList());
            case Transparency.PiecewiseLinear lines ->
                new Transparency.PiecewiseLinear(lines.times(), lines.levels().stream().map(this::earned).toList());
            case Transparency.Curve(String description, var function, var breakpoints) -> {
                double share = Fractions.toDouble(share());
                double floor = Fractions.toDouble(floor());
                // the sum may exceed 1 by a rounding
                yield new Transparency.Curve(
                        "earned from " + description, t -> Math.min(1, floor + share * function.applyAsDouble(t)), breakpoints);
            }
        };
    }

    /// The transparency that is as good as I_min without bias and resources: the solution I of Ĩ = I_min. Above 1 no disclosure builds trust, below 0 any does.
    ///
    /// @param threshold I_min, in [0, 1]
    /// @throws ArithmeticException if no transparency has an effect (D = 1 or |R| = 1)
    public double neutralTransparency(double threshold) {
        Checks.probability("threshold", threshold);
        if (share().getNumerator().signum() == 0) {
            throw new ArithmeticException("transparency has no effect with bias " + bias + " and resources " + resources);
        }
        return Fractions.toDouble(Fractions.ofDecimal(threshold).subtract(floor()).divide(share()));
    }

    /// How T(t) of the linear or the logistic law depends on D and R, in closed form: with J̃ = (1 − D)(J + R(t − J)) the area of Ĩ,
    /// ∂J̃/∂D = −(J + R(t − J)) and ∂J̃/∂R = (1 − D)(t − J) (for R < 0: −(1 + R)J and (1 − D)J), times k, and T(1 − T) for the logistic law. At R = 0 the
    /// derivative is the one for a rising R.
    ///
    /// @param byBias ∂T/∂D
    /// @param byResources ∂T/∂R
    public record Effect(double byBias, double byResources) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "∂T/∂D = %.6f, ∂T/∂R = %.6f", byBias, byResources);
        }
    }

    /// The effect of D and R on trust at time t.
    ///
    /// @throws IllegalArgumentException if t is negative or not finite, or the law is neither linear nor logistic
    public Effect effect(TrustModel model, Transparency transparency, double t) {
        Checks.present("model", model);
        Checks.present("transparency", transparency);
        Checks.nonNegative("t", t);
        double sensitivity;
        double slope;
        switch (model) {
            case TrustModel.Linear linear -> {
                sensitivity = linear.sensitivity();
                slope = 1;
            }
            case TrustModel.Logistic logistic -> {
                sensitivity = logistic.sensitivity();
                slope = logistic.slopeAfter(earned(transparency).excess(t, logistic.threshold()));
            }
            case TrustModel.Asymmetric _, TrustModel.Reputation _ ->
                throw new IllegalArgumentException("model must be linear or logistic for a closed form, but is " + model);
        }
        double shown = transparency.integral(t);
        double hidden = -transparency.excess(t, 1);
        double before = resources >= 0 ? shown + resources * hidden : (1 + resources) * shown;
        return new Effect(-slope * sensitivity * before, slope * sensitivity * (1 - bias) * (resources >= 0 ? hidden : shown));
    }

    private BigFraction earned(BigFraction transparency) {
        return floor().add(share().multiply(transparency));
    }

    private double scaled(double slope) {
        return Fractions.toDouble(share().multiply(Fractions.ofDecimal(slope)));
    }

    /// (1 − D)(1 − |R|), what a unit of I earns.
    private BigFraction share() {
        return effective().multiply(BigFraction.ONE.subtract(Fractions.ofDecimal(Math.abs(resources))));
    }

    /// (1 − D)R⁺, what is earned without disclosing.
    private BigFraction floor() {
        return effective().multiply(Fractions.ofDecimal(Math.max(0, resources)));
    }

    private BigFraction effective() {
        return BigFraction.ONE.subtract(Fractions.ofDecimal(bias));
    }

    @Override
    public String toString() {
        return "bias D = " + bias + ", resources R = " + resources;
    }
}

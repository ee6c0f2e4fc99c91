package infogap.trust;

import infogap.numeric.Checks;

/// A law by which trust follows transparency. Written J(t) = ∫₀ᵗ I(u) du, and S(t) = k(J(t) − I_min·t).
public sealed interface TrustModel permits TrustModel.Threshold, TrustModel.Reputation {

    /// T(0).
    double initialTrust();

    /// dT/dt at this time, trust and transparency.
    double rate(double t, double trust, double transparency);

    /// The trajectory under this transparency.
    default TrustTrajectory under(Transparency transparency) {
        return new TrustTrajectory(this, transparency);
    }

    /// A law in which trust rises while I > I_min and falls while I < I_min, and which depends on I through the area between
    /// both: over a stretch of time on which I − I_min keeps its sign, trust changes as the area of I − I_min over it says.
    sealed interface Threshold extends TrustModel permits Linear, Logistic, Asymmetric {

        /// I_min, the transparency at which evidence is neutral.
        double threshold();

        /// Trust after a stretch with this area of I − I_min, from the trust before it.
        double after(double trust, double area);

        /// The area of I − I_min that takes trust from one value to another; infinite if none does.
        double areaBetween(double from, double to);
    }

    /// dT/dt = k(I − I_min), which is what the article wants: T = T₀ + S(t). It is not bounded: under a ramp T leaves [0, 1].
    ///
    /// @param initialTrust T₀, in [0, 1]
    /// @param sensitivity k > 0 per unit of time
    /// @param threshold I_min, in [0, 1]
    record Linear(double initialTrust, double sensitivity, double threshold) implements Threshold {
        public Linear {
            Checks.probability("initialTrust", initialTrust);
            Checks.positive("sensitivity", sensitivity);
            Checks.probability("threshold", threshold);
        }

        @Override
        public double rate(double t, double trust, double transparency) {
            return sensitivity * (transparency - threshold);
        }

        @Override
        public double after(double trust, double area) {
            return trust + sensitivity * area;
        }

        @Override
        public double areaBetween(double from, double to) {
            return (to - from) / sensitivity;
        }

        @Override
        public String toString() {
            return "dT/dt = k(I - I_min) with T₀ = " + Shown.number(initialTrust) + ", k = " + Shown.number(sensitivity) + ", I_min = "
                    + Shown.number(threshold);
        }
    }

    /// dT/dt = k(I − I_min)T(1 − T), so that logit T = logit T₀ + S(t). Trust stays in (0, 1), and tends to 1 iff S → ∞.
    ///
    /// It is Bayes' rule (贝叶斯法则) in log-odds: k(I − I_min) is the expected log-likelihood ratio of the evidence per unit of time, and
    /// T/(1 − T) = T₀/(1 − T₀) · exp S(t).
    ///
    /// @param initialTrust T₀, strictly between 0 and 1: a certainty is moved by no evidence
    /// @param sensitivity k > 0 per unit of time
    /// @param threshold I_min, in [0, 1]
    record Logistic(double initialTrust, double sensitivity, double threshold) implements Threshold {
        public Logistic {
            Checks.strictlyBetween("initialTrust", initialTrust, 0, 1);
            Checks.positive("sensitivity", sensitivity);
            Checks.probability("threshold", threshold);
        }

        @Override
        public double rate(double t, double trust, double transparency) {
            return sensitivity * (transparency - threshold) * trust * (1 - trust);
        }

        @Override
        public double after(double trust, double area) {
            return trust / (trust + (1 - trust) * Math.exp(-sensitivity * area));
        }

        /// T(1 − T) after this area: e^−|L|/(1 + e^−|L|)² with L = logit T₀ + S, which keeps its digits where T has rounded to 0 or 1.
        double slopeAfter(double area) {
            double odds = Math.exp(-Math.abs(Math.log(initialTrust / (1 - initialTrust)) + sensitivity * area));
            return odds / ((1 + odds) * (1 + odds));
        }

        /// S/k with S = ln(to/from) − ln((1 − to)/(1 − from)).
        @Override
        public double areaBetween(double from, double to) {
            return (logarithmOfRatio(from, to, to - from) - logarithmOfRatio(1 - from, 1 - to, from - to)) / sensitivity;
        }

        @Override
        public String toString() {
            return "dT/dt = k(I - I_min)T(1 - T) with T₀ = " + Shown.number(initialTrust) + ", k = " + Shown.number(sensitivity) + ", I_min = "
                    + Shown.number(threshold);
        }
    }

    /// dT/dt = k₊(I − I_min)⁺(1 − T) − k₋(I_min − I)⁺T. While I > I_min the distance to 1 decays, 1 − T = (1 − T_s)exp(−k₊A); while I < I_min
    /// trust decays, T = T_s exp(−k₋A), with A the area between I and I_min since the last change of sign. Trust stays in [0, 1],
    /// and is lost faster than won if k₋ > k₊.
    ///
    /// The growth law is that of M. L. Vidale and H. B. Wolfe (1957), *An operations-research study of sales response to
    /// advertising*, Operations Research 5, 370–381.
    ///
    /// @param initialTrust T₀, in [0, 1]
    /// @param gain k₊ > 0 per unit of time
    /// @param loss k₋ > 0 per unit of time
    /// @param threshold I_min, in [0, 1]
    record Asymmetric(double initialTrust, double gain, double loss, double threshold) implements Threshold {
        public Asymmetric {
            Checks.probability("initialTrust", initialTrust);
            Checks.positive("gain", gain);
            Checks.positive("loss", loss);
            Checks.probability("threshold", threshold);
        }

        @Override
        public double rate(double t, double trust, double transparency) {
            double evidence = transparency - threshold;
            return evidence >= 0 ? gain * evidence * (1 - trust) : loss * evidence * trust;
        }

        @Override
        public double after(double trust, double area) {
            return area >= 0 ? trust - (1 - trust) * Math.expm1(-gain * area) : trust * Math.exp(loss * area);
        }

        @Override
        public double areaBetween(double from, double to) {
            return to >= from
                    ? -logarithmOfRatio(1 - from, 1 - to, from - to) / gain
                    : logarithmOfRatio(from, to, to - from) / loss;
        }

        @Override
        public String toString() {
            return "dT/dt = k₊(I - I_min)⁺(1 - T) - k₋(I_min - I)⁺T with T₀ = " + Shown.number(initialTrust) + ", k₊ = " + Shown.number(gain)
                    + ", k₋ = " + Shown.number(loss) + ", I_min = " + Shown.number(threshold);
        }
    }

    /// Feedback arrives at rate ρ, a share I(t) of it positive, and trust is the mean of the Beta distribution that has counted
    /// it: T(t) = (a + ρJ(t)) / (a + b + ρt), the expected path of [BetaReputation]. Trust stays in (0, 1) and moves towards I,
    /// the slower the more has been counted: dT/dt = ρ(I − T)/(a + b + ρt).
    ///
    /// @param prior the positive and negative evidence before time 0, a and b
    /// @param feedbackRate ρ > 0 per unit of time
    record Reputation(BetaReputation prior, double feedbackRate) implements TrustModel {
        public Reputation {
            Checks.present("prior", prior);
            Checks.positive("feedbackRate", feedbackRate);
        }

        @Override
        public double initialTrust() {
            return prior.mean();
        }

        @Override
        public double rate(double t, double trust, double transparency) {
            return feedbackRate * (transparency - trust) / evidence(t);
        }

        /// a + b + ρt: how much has been counted.
        double evidence(double t) {
            return prior.positive() + prior.negative() + feedbackRate * t;
        }

        double trust(double t, double integral) {
            return (prior.positive() + feedbackRate * integral) / evidence(t);
        }

        @Override
        public String toString() {
            return "T = (a + ρJ)/(a + b + ρt) with a = " + Shown.number(prior.positive()) + ", b = " + Shown.number(prior.negative()) + ", ρ = "
                    + Shown.number(feedbackRate);
        }
    }

    /// dT/dt = k(I − I_min).
    static Linear linear(double initialTrust, double sensitivity, double threshold) {
        return new Linear(initialTrust, sensitivity, threshold);
    }

    /// dT/dt = k(I − I_min)T(1 − T).
    static Logistic logistic(double initialTrust, double sensitivity, double threshold) {
        return new Logistic(initialTrust, sensitivity, threshold);
    }

    /// dT/dt = k₊(I − I_min)⁺(1 − T) − k₋(I_min − I)⁺T.
    static Asymmetric asymmetric(double initialTrust, double gain, double loss, double threshold) {
        return new Asymmetric(initialTrust, gain, loss, threshold);
    }

    /// Feedback at this rate, counted from the prior evidence on.
    static Reputation reputation(BetaReputation prior, double feedbackRate) {
        return new Reputation(prior, feedbackRate);
    }

    /// ln(to/from), with the change to − from, which has more digits than the quotient when both are close.
    private static double logarithmOfRatio(double from, double to, double change) {
        double ratio = to / from;
        if (ratio > 0.9 && ratio < 1.1) {
            return Math.log1p(change / from);
        }
        // the quotient with a subnormal number may overflow or underflow
        return ratio > 0 && ratio < Double.POSITIVE_INFINITY ? Math.log(ratio) : Math.log(to) - Math.log(from);
    }
}

package infogap.trust.estimate;

import infogap.numeric.Checks;
import infogap.trust.Identifiability;
import infogap.trust.Transparency;
import infogap.trust.TrustModel;
import java.util.Arrays;
import java.util.Locale;

/// T₀, k and I_min of a law of trust, estimated from observed trust under a known transparency, or what can be estimated where they cannot be told apart.
///
/// With J(t) the integral of I, the linear law is T = T₀ + k·J − k·I_min·t, and the logistic law says the same of logit T: a regression on J and t. Errors are
/// taken to be independent and normal with one variance, on the scale of the regression; intervals are then exact: those of k and T₀ by Student's t, that of
/// the ratio I_min by Fieller's theorem, which may be unbounded.
///
/// Sources: E. C. Fieller (1954), *Some problems in interval estimation*, Journal of the Royal Statistical Society B 16, 175–185.
public sealed interface TrustEstimate {

    /// Which law is estimated.
    enum Law {
        /// dT/dt = k(I − I_min).
        LINEAR,
        /// dT/dt = k(I − I_min)T(1 − T).
        LOGISTIC
    }

    /// An estimate with its interval.
    ///
    /// @param value the estimate
    /// @param low the lower end, −∞ if there is none
    /// @param high the upper end, +∞ if there is none
    record Range(double value, double low, double high) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.6g  [%.6g, %.6g]", value, low, high);
        }
    }

    /// All three can be told apart.
    ///
    /// @param law the law
    /// @param initialTrust T₀
    /// @param sensitivity k
    /// @param threshold I_min; its interval is unbounded, and may be the whole line, if k is not known to be other than 0
    /// @param residualDeviation the standard deviation of the errors, on the scale of the regression
    /// @param level of the intervals
    record Identified(Law law, Range initialTrust, Range sensitivity, Range threshold, double residualDeviation, double level)
            implements TrustEstimate {

        /// The law with these estimates.
        ///
        /// @throws IllegalArgumentException if an estimate is outside what the law allows, such as a k below 0
        public TrustModel model() {
            return law == Law.LINEAR
                    ? TrustModel.linear(initialTrust.value, sensitivity.value, threshold.value)
                    : TrustModel.logistic(initialTrust.value, sensitivity.value, threshold.value);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s, intervals at %s%n  T₀     %s%n  k      %s%n  I_min  %s", law, level, initialTrust, sensitivity, threshold);
        }
    }

    /// Transparency was constant at the times observed, so that J is a multiple of t, and only k(I − I_min) can be told, as [Identifiability] has it.
    ///
    /// @param law the law
    /// @param initialTrust T₀
    /// @param drift k(I − I_min)
    /// @param identifiability what can be told apart, and why no more, with k = 1 and I_min = 0 in place of what is not known
    /// @param level of the intervals
    record Unidentified(Law law, Range initialTrust, Range drift, Identifiability identifiability, double level) implements TrustEstimate {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%s, intervals at %s; k and I_min cannot be told apart: %s%n  T₀            %s%n  k(I − I_min)  %s", law, level,
                    identifiability.reason(), initialTrust, drift);
        }
    }

    /// The estimate from trust observed at these times under this transparency.
    ///
    /// @param times different, at least 0
    /// @param trust at each time; strictly between 0 and 1 for the logistic law
    /// @param level of the intervals, strictly between 0 and 1
    /// @throws IllegalArgumentException if there are fewer than four times, or an argument is outside its range
    static TrustEstimate of(Law law, Transparency transparency, double[] times, double[] trust, double level) {
        Checks.present("law", law);
        Checks.present("transparency", transparency);
        double[] t = Checks.finite("times", times);
        double[] y = Checks.finite("trust", trust);
        Checks.sameLength("times", t.length, "trust", y.length);
        Checks.atLeast("number of times", t.length, 4);
        Checks.strictlyBetween("level", level, 0, 1);
        double[] area = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            area[i] = transparency.integral(Checks.nonNegative("times[" + i + "]", t[i]));
            if (law == Law.LOGISTIC) {
                Checks.strictlyBetween("trust[" + i + "]", y[i], 0, 1);
                y[i] = Math.log(y[i]) - Math.log1p(-y[i]);
            }
        }
        Checks.atLeast("number of different times", (int) Arrays.stream(t).distinct().count(), 3);
        double mean = proportional(t, area);
        return Double.isNaN(mean)
                ? identified(law, new EvidenceFit(y, area, t), level)
                : unidentified(law, transparency, mean, new EvidenceFit(y, t), level);
    }

    private static TrustEstimate identified(Law law, EvidenceFit fit, double level) {
        double quantile = fit.quantile(level);
        Range k = fit.range(1, quantile);
        return new Identified(law, initial(law, fit.range(0, quantile)), k, fit.ratio(quantile), fit.deviation, level);
    }

    private static TrustEstimate unidentified(Law law, Transparency transparency, double mean, EvidenceFit fit, double level) {
        double quantile = fit.quantile(level);
        Transparency constant = transparency instanceof Transparency.Constant ? transparency : Transparency.constant(Math.clamp(mean, 0, 1));
        Range initial = initial(law, fit.range(0, quantile));
        TrustModel unit = law == Law.LINEAR ? TrustModel.linear(Math.clamp(initial.value, 0, 1), 1, 0) : TrustModel.logistic(initial.value, 1, 0);
        return new Unidentified(law, initial, fit.range(1, quantile), unit.under(constant).identifiability(), level);
    }

    private static Range initial(Law law, Range range) {
        return law == Law.LINEAR ? range : new Range(expit(range.value), expit(range.low), expit(range.high));
    }

    private static double expit(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /// J/t if it is the same at all times, otherwise NaN.
    private static double proportional(double[] t, double[] area) {
        double ratio = Double.NaN;
        for (int i = 0; i < t.length; i++) {
            if (t[i] > 0) {
                double here = area[i] / t[i];
                if (!Double.isNaN(ratio) && Math.abs(here - ratio) > EvidenceFit.SAME_RATIO * Math.max(Math.abs(here), Math.abs(ratio))) {
                    return Double.NaN;
                }
                ratio = here;
            }
        }
        return ratio;
    }
}

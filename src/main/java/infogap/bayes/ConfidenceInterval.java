package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Quantiles;
import java.util.Locale;

/// An interval for a quantity that was estimated, or the central interval of a distribution.
///
/// @param low the lower end
/// @param high the upper end, at least `low`; may be positive infinity
/// @param confidence the probability that the method promises or that lies between the ends, in (0, 1)
public record ConfidenceInterval(double low, double high, double confidence) {

    /// @throws IllegalArgumentException if an end is NaN, the ends are in the wrong order or the confidence is not in (0, 1)
    public ConfidenceInterval {
        Checks.strictlyBetween("confidence", confidence, 0, 1);
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must be at most high, but they are " + low + " and " + high);
        }
    }

    /// For a positive quantity whose logarithm is estimated: `exp(ln estimate ± z · se)`, with `z` the normal quantile. Always positive, and right
    /// in large samples.
    ///
    /// @param estimate the estimate of the quantity itself
    /// @param standardError of the logarithm
    /// @throws IllegalArgumentException if the estimate is not positive and finite, the standard error is negative or not finite, or the confidence
    ///     is not in (0, 1)
    public static ConfidenceInterval logNormal(double estimate, double standardError, double confidence) {
        Checks.positive("estimate", estimate);
        Checks.nonNegative("standardError", standardError);
        Checks.strictlyBetween("confidence", confidence, 0, 1);
        double factor = Math.exp(Quantiles.normal(confidence) * standardError);
        return new ConfidenceInterval(estimate / factor, estimate * factor, confidence);
    }

    /// Whether the value lies between the ends, or on one.
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "[%.4f, %.4f]", low, high);
    }
}

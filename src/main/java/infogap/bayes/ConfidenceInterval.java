package infogap.bayes;

import infogap.numeric.Checks;
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

    /// Whether the value lies between the ends, or on one.
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "[%.4f, %.4f]", low, high);
    }
}

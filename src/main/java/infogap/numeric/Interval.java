package infogap.numeric;

import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/// An interval of exact numbers, each end open or closed; without an upper end it reaches to infinity.
///
/// It may be empty: then it keeps the ends that empty it.
///
/// @param low the lower end
/// @param includesLow whether the lower end belongs to the interval
/// @param high the upper end; empty for infinity
/// @param includesHigh whether the upper end belongs to the interval; false for infinity
public record Interval(BigFraction low, boolean includesLow, Optional<BigFraction> high, boolean includesHigh) {

    public Interval {
        Checks.present("low", low);
        Checks.present("high", high);
        if (high.isEmpty() && includesHigh) {
            throw new IllegalArgumentException("includesHigh must be false for an interval without an upper end, but is true");
        }
    }

    /// [low, high].
    public static Interval closed(BigFraction low, BigFraction high) {
        return new Interval(low, true, Optional.of(Checks.present("high", high)), true);
    }

    /// (low, high).
    public static Interval open(BigFraction low, BigFraction high) {
        return new Interval(low, false, Optional.of(Checks.present("high", high)), false);
    }

    /// The single number.
    public static Interval point(BigFraction value) {
        return closed(value, value);
    }

    /// [low, ∞).
    public static Interval from(BigFraction low) {
        return new Interval(low, true, Optional.empty(), false);
    }

    /// (low, ∞).
    public static Interval above(BigFraction low) {
        return new Interval(low, false, Optional.empty(), false);
    }

    /// No number lies in it.
    public boolean isEmpty() {
        return high.isPresent() && (low.compareTo(high.get()) > 0 || low.equals(high.get()) && !(includesLow && includesHigh));
    }

    /// Exactly one number lies in it.
    public boolean isPoint() {
        return !isEmpty() && high.isPresent() && low.equals(high.get());
    }

    /// Whether the number lies in it.
    public boolean contains(BigFraction value) {
        int fromLow = Checks.present("value", value).compareTo(low);
        int toHigh = high.map(value::compareTo).orElse(-1);
        return (fromLow > 0 || fromLow == 0 && includesLow) && (toHigh < 0 || toHigh == 0 && includesHigh);
    }

    /// The numbers in both.
    public Interval intersect(Interval other) {
        Interval lower = low.compareTo(other.low) > 0 || low.equals(other.low) && !includesLow ? this : other;
        Interval upper = upperEndIsBelow(other) ? this : other;
        return new Interval(lower.low, lower.includesLow, upper.high, upper.includesHigh);
    }

    /// A number inside: the point itself, the midpoint, or `low + 1` if there is no upper end.
    ///
    /// @throws IllegalStateException if the interval is empty
    public BigFraction sample() {
        if (isEmpty()) {
            throw new IllegalStateException("the interval " + ends() + " is empty");
        }
        return high.map(end -> low.add(end).divide(2)).orElseGet(() -> low.add(1));
    }

    /// The lower and upper bound as they stand around a variable: `50 ≤ Δ ≤ 100`, `Δ ≥ 500/3`.
    public String around(String variable) {
        String from = Fractions.readable(low);
        return high.map(end -> from + (includesLow ? " ≤ " : " < ") + variable + (includesHigh ? " ≤ " : " < ") + Fractions.readable(end))
                .orElseGet(() -> variable + (includesLow ? " ≥ " : " > ") + from);
    }

    private boolean upperEndIsBelow(Interval other) {
        if (high.isEmpty() || other.high.isEmpty()) {
            return high.isPresent();
        }
        int order = high.get().compareTo(other.high.get());
        return order < 0 || order == 0 && !includesHigh;
    }

    private String ends() {
        return (includesLow ? "[" : "(") + Fractions.readable(low) + ", "
                + high.map(Fractions::readable).orElse("∞") + (includesHigh ? "]" : ")");
    }

    /// `[50, 100]`, `(100, 500/3)`, `{50}`, or `∅` if it is empty.
    @Override
    public String toString() {
        if (isEmpty()) {
            return "∅";
        }
        return isPoint() ? "{" + Fractions.readable(low) + "}" : ends();
    }
}

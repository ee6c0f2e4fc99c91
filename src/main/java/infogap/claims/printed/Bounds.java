package infogap.claims.printed;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/// A set of numbers without gaps: `[0.275, 0.285]`, `(0.05, 1]`, everything below 3, one number.
///
/// @param low where it begins; empty for no end
/// @param lowIncluded whether the lower end belongs to it
/// @param high where it ends; empty for no end
/// @param highIncluded whether the upper end belongs to it
public record Bounds(Optional<BigFraction> low, boolean lowIncluded, Optional<BigFraction> high, boolean highIncluded) {

    /// @throws IllegalArgumentException if the ends leave no number between them
    public Bounds {
        Checks.present("low", low);
        Checks.present("high", high);
        if (low.isPresent() && high.isPresent()) {
            int order = low.get().compareTo(high.get());
            if (order > 0 || order == 0 && !(lowIncluded && highIncluded)) {
                throw new IllegalArgumentException("low must be below high, but they are " + Fractions.format(low.get()) + " and "
                        + Fractions.format(high.get()));
            }
        }
    }

    /// The numbers from `low` to `high`, both included.
    public static Bounds closed(BigFraction low, BigFraction high) {
        return of(low, true, high, true);
    }

    /// The numbers between two ends.
    public static Bounds of(BigFraction low, boolean lowIncluded, BigFraction high, boolean highIncluded) {
        return new Bounds(Optional.of(low), lowIncluded, Optional.of(high), highIncluded);
    }

    /// One number.
    public static Bounds point(BigFraction value) {
        return closed(value, value);
    }

    /// Everything up to an end.
    public static Bounds below(BigFraction high, boolean included) {
        return new Bounds(Optional.empty(), false, Optional.of(high), included);
    }

    /// Everything from an end.
    public static Bounds above(BigFraction low, boolean included) {
        return new Bounds(Optional.of(low), included, Optional.empty(), false);
    }

    /// Whether the number is one of these.
    public boolean contains(BigFraction value) {
        Checks.present("value", value);
        int fromLow = low.map(value::compareTo).orElse(1);
        int fromHigh = high.map(value::compareTo).orElse(-1);
        return (fromLow > 0 || fromLow == 0 && lowIncluded) && (fromHigh < 0 || fromHigh == 0 && highIncluded);
    }

    /// Whether every number of the other set is one of these.
    public boolean contains(Bounds other) {
        Checks.present("other", other);
        return !startsAfter(low, lowIncluded, other.low, other.lowIncluded) && !endsBefore(high, highIncluded, other.high, other.highIncluded);
    }

    /// Whether the two sets have a number in common.
    public boolean overlaps(Bounds other) {
        Checks.present("other", other);
        return !isBelow(this, other) && !isBelow(other, this);
    }

    /// From the first end of the two to the last.
    public Bounds hull(Bounds other) {
        Checks.present("other", other);
        boolean lower = startsAfter(low, lowIncluded, other.low, other.lowIncluded);
        boolean upper = endsBefore(high, highIncluded, other.high, other.highIncluded);
        return new Bounds(lower ? other.low : low, lower ? other.lowIncluded : lowIncluded,
                upper ? other.high : high, upper ? other.highIncluded : highIncluded);
    }

    /// These numbers as far as they lie in the other set; empty where none does.
    public Optional<Bounds> within(Bounds other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        boolean later = startsAfter(other.low, other.lowIncluded, low, lowIncluded);
        boolean earlier = endsBefore(other.high, other.highIncluded, high, highIncluded);
        return Optional.of(new Bounds(later ? other.low : low, later ? other.lowIncluded : lowIncluded,
                earlier ? other.high : high, earlier ? other.highIncluded : highIncluded));
    }

    /// Each number times a factor above or below 0.
    public Bounds times(BigFraction factor) {
        Optional<BigFraction> a = low.map(factor::multiply);
        Optional<BigFraction> b = high.map(factor::multiply);
        return factor.compareTo(BigFraction.ZERO) > 0 ? new Bounds(a, lowIncluded, b, highIncluded) : new Bounds(b, highIncluded, a, lowIncluded);
    }

    /// How far apart the ends are; empty where there is none on a side.
    public Optional<BigFraction> width() {
        return low.isPresent() && high.isPresent() ? Optional.of(high.get().subtract(low.get())) : Optional.empty();
    }

    /// `[0.275, 0.285)`, `0.5` for one number, `below 0.05`.
    @Override
    public String toString() {
        if (low.isEmpty() && high.isEmpty()) {
            return "any number";
        }
        if (low.isEmpty()) {
            return (highIncluded ? "at most " : "below ") + Fractions.readable(high.get());
        }
        if (high.isEmpty()) {
            return (lowIncluded ? "at least " : "above ") + Fractions.readable(low.get());
        }
        if (low.equals(high)) {
            return Fractions.readable(low.get());
        }
        return (lowIncluded ? "[" : "(") + Fractions.readable(low.get()) + ", " + Fractions.readable(high.get()) + (highIncluded ? "]" : ")");
    }

    private static boolean isBelow(Bounds first, Bounds second) {
        if (first.high.isEmpty() || second.low.isEmpty()) {
            return false;
        }
        int order = first.high.get().compareTo(second.low.get());
        return order < 0 || order == 0 && !(first.highIncluded && second.lowIncluded);
    }

    private static boolean startsAfter(Optional<BigFraction> low, boolean included, Optional<BigFraction> other, boolean otherIncluded) {
        if (low.isEmpty()) {
            return false;
        }
        int order = other.map(low.get()::compareTo).orElse(1);
        return order > 0 || order == 0 && !included && otherIncluded;
    }

    private static boolean endsBefore(Optional<BigFraction> high, boolean included, Optional<BigFraction> other, boolean otherIncluded) {
        if (high.isEmpty()) {
            return false;
        }
        int order = other.map(high.get()::compareTo).orElse(-1);
        return order < 0 || order == 0 && !included && otherIncluded;
    }
}

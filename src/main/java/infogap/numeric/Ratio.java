package infogap.numeric;

import org.apache.commons.math3.fraction.BigFraction;

/// A quotient of two exact numbers, also where there is nothing to divide by: a number, an infinity or neither, each by name.
///
/// Odds, likelihood ratios and posteriors are quotients; their limits are part of the answer and never a NaN.
public sealed interface Ratio {

    /// A number.
    record Finite(BigFraction value) implements Ratio {
        @Override
        public String toString() {
            return Fractions.readable(value);
        }
    }

    /// A positive number divided by zero.
    ///
    /// @param reason what makes the denominator zero
    record Infinite(String reason) implements Ratio {
        @Override
        public String toString() {
            return "infinite: " + reason;
        }
    }

    /// Zero divided by zero.
    ///
    /// @param reason what makes both zero
    record Undefined(String reason) implements Ratio {
        @Override
        public String toString() {
            return "undefined: " + reason;
        }
    }

    /// `numerator / denominator`; with a zero denominator [Infinite] or, when both are zero, [Undefined].
    ///
    /// @param whenZero what a zero denominator means, as the reason
    /// @throws IllegalArgumentException if a part is negative
    static Ratio of(BigFraction numerator, BigFraction denominator, String whenZero) {
        requireNonNegative("numerator", numerator);
        requireNonNegative("denominator", denominator);
        if (denominator.getNumerator().signum() > 0) {
            return new Finite(numerator.divide(denominator));
        }
        return numerator.getNumerator().signum() > 0 ? new Infinite(whenZero) : new Undefined(whenZero);
    }

    /// Whether this is a number.
    default boolean isFinite() {
        return this instanceof Finite;
    }

    /// The exact number.
    ///
    /// @throws ArithmeticException with the reason if this is not a number
    default BigFraction fraction() {
        if (this instanceof Finite(BigFraction value)) {
            return value;
        }
        throw new ArithmeticException(toString());
    }

    /// The nearest double; positive infinity where the ratio is infinite.
    ///
    /// @throws ArithmeticException with the reason if the ratio is undefined
    default double toDouble() {
        return switch (this) {
            case Finite(BigFraction value) -> Fractions.toDouble(value);
            case Infinite infinite -> Double.POSITIVE_INFINITY;
            case Undefined undefined -> throw new ArithmeticException(undefined.toString());
        };
    }

    private static void requireNonNegative(String argument, BigFraction value) {
        if (Checks.present(argument, value).getNumerator().signum() < 0) {
            throw new IllegalArgumentException(argument + " must be a fraction of at least 0, but is " + Fractions.format(value));
        }
    }
}

package infogap.information;

import infogap.numeric.Checks;
import java.util.Locale;

/// A number, or the reason why there is none. It is never NaN.
public sealed interface Estimate {

    /// A number that exists.
    record Value(double value) implements Estimate {

        public Value {
            Checks.finite("value", value);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.6f", value);
        }
    }

    /// There is no such number, and why.
    record Undefined(String reason) implements Estimate {

        public Undefined {
            Checks.text("reason", reason);
        }

        @Override
        public String toString() {
            return "undefined: " + reason;
        }
    }

    /// The number.
    ///
    /// @throws IllegalStateException if there is none; the message is the reason
    default double orElseThrow() {
        return switch (this) {
            case Value(double value) -> value;
            case Undefined(String reason) -> throw new IllegalStateException(reason);
        };
    }

    /// Whether there is a number.
    default boolean isDefined() {
        return this instanceof Value;
    }

    /// `a + b − c` where all three exist, otherwise the first reason.
    static Estimate sumMinus(Estimate a, Estimate b, Estimate c) {
        if (a instanceof Value(double x) && b instanceof Value(double y) && c instanceof Value(double z)) {
            return new Value(x + y - z);
        }
        return !a.isDefined() ? a : !b.isDefined() ? b : c;
    }
}

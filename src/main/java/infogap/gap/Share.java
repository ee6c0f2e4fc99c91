package infogap.gap;

import infogap.numeric.Checks;
import java.util.Locale;

/// How much of a gap is closed: a number in [0, 1], or that there is nothing to close.
public sealed interface Share {

    /// @param value in [0, 1]
    record Of(double value) implements Share {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.4f", value);
        }
    }

    /// The whole gap is 0, so that a share of it has no meaning.
    ///
    /// @param reason why there is no gap
    record NoGap(String reason) implements Share {
        @Override
        public String toString() {
            return "undefined: " + reason;
        }
    }

    /// `closed / total`, for a gap and the part of it that is closed.
    ///
    /// @throws IllegalArgumentException if a number is negative or not finite
    static Share of(double closed, double total) {
        Checks.nonNegative("closed", closed);
        if (Checks.nonNegative("total", total) == 0) {
            return new NoGap("the informed side has nothing ahead, the whole gap is 0");
        }
        // the two are sums of different terms, so that a quotient of 1 can exceed it by a rounding
        return new Of(Math.min(1, closed / total));
    }
}

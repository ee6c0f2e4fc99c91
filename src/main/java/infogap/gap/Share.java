package infogap.gap;

/// How much of a gap is closed: a number in [0, 1], or that there is nothing to close.
public sealed interface Share {

    /// @param value in [0, 1]
    record Of(double value) implements Share {
        @Override
        public String toString() {
            return String.format(java.util.Locale.ROOT, "%.4f", value);
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
}

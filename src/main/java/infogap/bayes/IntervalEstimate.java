package infogap.bayes;

/// An interval for an estimate, or why there is none.
public sealed interface IntervalEstimate {

    /// @param interval the interval
    record Of(ConfidenceInterval interval) implements IntervalEstimate {
        @Override
        public String toString() {
            return interval.toString();
        }
    }

    /// The data do not carry one, for example because a count in a logarithm is zero.
    ///
    /// @param reason what is missing
    record NotAvailable(String reason) implements IntervalEstimate {
        @Override
        public String toString() {
            return "not available: " + reason;
        }
    }

    /// The interval.
    ///
    /// @throws ArithmeticException with the reason if there is none
    default ConfidenceInterval orThrow() {
        return switch (this) {
            case Of(ConfidenceInterval interval) -> interval;
            case NotAvailable none -> throw new ArithmeticException(none.toString());
        };
    }
}

package infogap.bayes;

import infogap.numeric.Checks;
import java.util.Locale;

/// What somebody believes after results: a probability, or that these results cannot occur, so that there is nothing to believe after them.
public sealed interface Posterior {

    /// @param probability in [0, 1]
    record Of(double probability) implements Posterior {
        public Of {
            Checks.probability("probability", probability);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.6g", probability);
        }
    }

    /// The results have probability 0 with the condition and without.
    ///
    /// @param reason why
    record Undefined(String reason) implements Posterior {
        public Undefined {
            Checks.text("reason", reason);
        }

        @Override
        public String toString() {
            return "undefined: " + reason;
        }
    }

    /// The probability as a number.
    ///
    /// @throws ArithmeticException with the reason if there is none
    default double probability() {
        return switch (this) {
            case Of(double value) -> value;
            case Undefined undefined -> throw new ArithmeticException(undefined.toString());
        };
    }
}

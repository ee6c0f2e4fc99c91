package infogap.information;

import infogap.numeric.Checks;

/// A certified Kullback–Leibler divergence: an enclosed number, or infinity with the state that makes it so.
public sealed interface CertifiedDivergence {

    /// Every state that P can take has a positive probability under Q.
    record Finite(CertifiedInterval value) implements CertifiedDivergence {

        public Finite {
            Checks.present("value", value);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// P can take a state that Q rules out.
    record Infinite(String reason) implements CertifiedDivergence {

        public Infinite {
            Checks.text("reason", reason);
        }

        @Override
        public String toString() {
            return "infinite: " + reason;
        }
    }

    /// Whether the divergence is a number.
    default boolean isFinite() {
        return this instanceof Finite;
    }

    /// The enclosed number.
    ///
    /// @throws IllegalStateException if the divergence is infinite; the message is the reason
    default CertifiedInterval orElseThrow() {
        return switch (this) {
            case Finite(CertifiedInterval value) -> value;
            case Infinite(String reason) -> throw new IllegalStateException(reason);
        };
    }
}

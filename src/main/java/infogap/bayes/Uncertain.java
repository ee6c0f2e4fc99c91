package infogap.bayes;

import infogap.numeric.Checks;

/// A rate that is known, or known only by a distribution.
public sealed interface Uncertain {

    /// A known rate.
    ///
    /// @param value in [0, 1]; a perfect test has the sensitivity 1 or the false-positive rate 0
    record Known(double value) implements Uncertain {
        public Known {
            Checks.probability("value", value);
        }
    }

    /// A rate with the distribution `Beta(a, b)`, of mean `a / (a + b)`.
    ///
    /// @param a above 0
    /// @param b above 0
    record BetaDistributed(double a, double b) implements Uncertain {
        public BetaDistributed {
            Checks.positive("a", a);
            Checks.positive("b", b);
        }
    }

    static Uncertain known(double value) {
        return new Known(value);
    }

    static Uncertain beta(double a, double b) {
        return new BetaDistributed(a, b);
    }

    /// Jeffreys' posterior `Beta(x + ½, n − x + ½)` of a counted proportion.
    static Uncertain counted(Proportion proportion) {
        Checks.present("proportion", proportion);
        return new BetaDistributed(proportion.successes() + 0.5, proportion.trials() - proportion.successes() + 0.5);
    }
}

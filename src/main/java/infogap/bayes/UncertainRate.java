package infogap.bayes;

import infogap.bayes.Uncertain.BetaDistributed;
import infogap.bayes.Uncertain.Known;
import infogap.numeric.Checks;
import java.util.function.DoubleUnaryOperator;

/// The logarithm of a rate: a number, or with a distribution.
sealed interface UncertainRate {

    record At(double rate) implements UncertainRate {
        public At {
            Checks.probability("rate", rate);
        }

        double logarithm() {
            return Math.log(rate);
        }
    }

    record Spread(LogitBeta logit) implements UncertainRate {

        /// `P(ln X ≤ logarithm)`.
        double cumulative(double logarithm) {
            return logarithm >= 0 ? 1 : logit.cumulative(logarithm - Math.log(-Math.expm1(logarithm)));
        }

        double expectation(DoubleUnaryOperator ofLogarithm, double tolerance) {
            return logit.expectation(ofLogarithm, tolerance);
        }
    }

    static UncertainRate of(Uncertain rate) {
        return switch (rate) {
            case Known(double value) -> new At(value);
            case BetaDistributed(double a, double b) -> new Spread(new LogitBeta(a, b, UncertainRate::logarithmOfRate));
        };
    }

    /// The largest logarithm that the rate can have.
    default double largest() {
        return this instanceof At known ? known.logarithm() : 0;
    }

    /// A value in the middle of the distribution.
    default double typical() {
        return switch (this) {
            case At known -> known.logarithm();
            case Spread(LogitBeta logit) -> logarithmOfRate(logit.centre());
        };
    }

    /// `ln (1 / (1 + e^−y))`.
    private static double logarithmOfRate(double logit) {
        return logit < 0 ? logit - Math.log1p(Math.exp(logit)) : -Math.log1p(Math.exp(-logit));
    }
}

package infogap.bayes;

import infogap.numeric.Fractions;
import infogap.numeric.Remainders;
import org.apache.commons.math3.fraction.BigFraction;

/// Logarithms of the ratio of two different probabilities, and their mean, to the last digits however close the two are.
final class LogRatio {

    /// Below this relative difference the terms have lost digits that the remainder still has.
    private static final double CLOSE = 0.5;

    private LogRatio() {}

    /// `ln (p / q)`; infinite where one is 0.
    static double of(BigFraction p, BigFraction q) {
        if (p.equals(BigFraction.ZERO) || q.equals(BigFraction.ZERO)) {
            return q.equals(BigFraction.ZERO) ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return Fractions.log(p.divide(q));
    }

    /// `D(p ‖ q) = p ln(p/q) + (1−p) ln((1−p)/(1−q))` as the sum of `p ln(p/q) − p + q` over both results, which are never negative.
    static double divergence(BigFraction p, BigFraction q) {
        return term(p, q) + term(ExactScreening.complement(p), ExactScreening.complement(q));
    }

    private static double term(BigFraction p, BigFraction q) {
        if (p.equals(BigFraction.ZERO)) {
            return Fractions.toDouble(q);
        }
        if (q.equals(BigFraction.ZERO)) {
            return Double.POSITIVE_INFINITY;
        }
        double difference = Fractions.toDouble(q.subtract(p));
        double deviation = Fractions.toDouble(q.subtract(p).divide(p));
        double weight = Fractions.toDouble(p);
        return Math.abs(deviation) < CLOSE ? weight * Remainders.ofLogarithm(deviation) : difference + weight * of(p, q);
    }
}

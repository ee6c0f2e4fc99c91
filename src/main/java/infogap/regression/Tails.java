package infogap.regression;

import infogap.numeric.Fractions;
import infogap.numeric.Quantiles;
import org.apache.commons.math3.special.Beta;

/// Tail probabilities of Student's t and Fisher's F, taken from the incomplete beta function so that small ones keep their digits.
final class Tails {

    private Tails() {}

    /// P(|T| ≥ |t|)
    static double twoSided(double t, double degreesOfFreedom) {
        return Beta.regularizedBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
    }

    /// P(F ≥ f)
    static double upper(double f, double numerator, double denominator) {
        return Beta.regularizedBeta(denominator / (denominator + numerator * f), denominator / 2, numerator / 2);
    }

    /// The t with P(|T| ≥ t) = 1 − level, where the level is the decimal that it prints: near 1 the difference has digits of its own.
    ///
    /// With d degrees of freedom t²/(d + t²) is distributed as Beta(½, d/2).
    static double critical(double level, double degreesOfFreedom) {
        double tail = Fractions.complement(level);
        double share = Quantiles.betaFromAbove(0.5, degreesOfFreedom / 2, tail);
        // of the two complements the smaller one has the digits
        double rest = share < 0.5 ? 1 - share : Quantiles.beta(degreesOfFreedom / 2, 0.5, tail);
        return Math.sqrt(degreesOfFreedom) * Math.sqrt(share / rest);
    }
}

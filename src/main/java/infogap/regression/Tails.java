package infogap.regression;

import org.apache.commons.math3.distribution.TDistribution;
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

    /// The t with P(|T| ≥ t) = 1 − level.
    static double critical(double level, double degreesOfFreedom) {
        TDistribution distribution = new TDistribution(null, degreesOfFreedom);
        double t = distribution.inverseCumulativeProbability(0.5 + level / 2);
        // the library's quantile is good to nine digits; Newton's steps on the tail take it to rounding
        for (int step = 0; step < 3; step++) {
            t += (twoSided(t, degreesOfFreedom) - (1 - level)) / (2 * distribution.density(t));
        }
        return t;
    }
}

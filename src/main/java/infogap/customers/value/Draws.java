package infogap.customers.value;

import java.util.random.RandomGenerator;

/// Draws from the mixing distributions of the models.
///
/// Source of the gamma draw: G. Marsaglia and W. W. Tsang (2000), *A Simple Method for Generating Gamma Variables*, ACM Transactions on Mathematical
/// Software 26, 363–372.
final class Draws {

    private final RandomGenerator random;

    Draws(RandomGenerator random) {
        this.random = random;
    }

    /// Rate 1.
    double exponential() {
        // 1 − U lies in (0, 1]
        return -Math.log(1 - random.nextDouble());
    }

    /// This shape, rate 1.
    double gamma(double shape) {
        return Math.exp(logGamma(shape));
    }

    /// From two gammas in logarithms: with small shapes both may be too small for a double, and their ratio is not.
    double beta(double a, double b) {
        double difference = logGamma(b) - logGamma(a);
        return 1 / (1 + Math.exp(difference));
    }

    /// The logarithm of a gamma with this shape and rate 1: a small shape gives numbers below the least double.
    double logGamma(double shape) {
        if (shape < 1) {
            return logGamma(shape + 1) + Math.log(1 - random.nextDouble()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double cube = 1 + c * normal;
            if (cube > 0) {
                double v = cube * cube * cube;
                if (Math.log(1 - random.nextDouble()) < normal * normal / 2 + d * (1 - v + Math.log(v))) {
                    return Math.log(d) + Math.log(v);
                }
            }
        }
    }
}

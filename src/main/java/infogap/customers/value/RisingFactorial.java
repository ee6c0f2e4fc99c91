package infogap.customers.value;

import org.apache.commons.math3.special.Gamma;

/// `(c)_n = c (c+1) … (c+n−1) = Γ(c+n)/Γ(c)` in logarithms. Short products are multiplied out: the difference of two log-gammas would lose
/// digits where `c` is large.
final class RisingFactorial {

    private static final int SHORT = 64;

    private RisingFactorial() {}

    /// `ln (c)_n`.
    static double log(double c, int n) {
        if (n > SHORT) {
            return Gamma.logGamma(c + n) - Gamma.logGamma(c);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.log(c + i);
        }
        return sum;
    }

    /// `d/dc ln (c)_n = ψ(c+n) − ψ(c)`.
    static double logSlope(double c, int n) {
        if (n > SHORT) {
            return Gamma.digamma(c + n) - Gamma.digamma(c);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += 1 / (c + i);
        }
        return sum;
    }
}

package infogap.numeric;

import org.apache.commons.math3.special.Erf;

/// The regularised incomplete beta function `I_x(a, b)` and its complement, each with the relative accuracy of its own size.
///
/// The factor `x^a (1 − x)^b / B(a, b)` is written with the deviance of `(a, b)` from `(a + b)(x, 1 − x)`, which does not cancel for large
/// parameters (C. Loader 2000, *Fast and accurate computation of binomial probabilities*). The tail is a continued fraction (A. R. Didonato
/// and A. H. Morris 1992, *Algorithm 708*, ACM Transactions on Mathematical Software 18, 360–373, equation 9); where both parameters are above
/// [#LARGE] it is the first two terms of the uniform expansion by N. M. Temme (1996), *Special Functions*, Wiley, section 11.3.3.
///
/// One loss is left: an upper tail below 1 % at an x below 10⁻⁶, which only a parameter a below 0.001 has, is the complement of a number
/// near 1; the same holds for the mirror.
///
/// @param a above 0
/// @param b above 0
/// @param logarithm ln of `√(ab / 2π(a + b))`, with Stirling's corrections of the three gamma functions
record IncompleteBeta(double a, double b, double logarithm) {

    /// The expansion leaves out terms of relative size `LARGE^(−3/2)`.
    static final double LARGE = 1e10;

    // a probability below this loses digits as a complement; the slower fraction keeps them where it takes fewer than about 20/√y terms
    private static final double UNLIKELY = 1e-2;
    private static final double SLOW = 1e-6;
    // so many standard deviations from the mean the two terms of the bracket would cancel
    private static final double CENTRE = 1e-3;
    private static final double STIRLING_FROM = 16;
    private static final double[] STIRLING = {1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0, 1 / 156.0};
    private static final double LEAST_LOGARITHM = -700;
    private static final int MOST_FRACTIONS = 10_000_000;

    static IncompleteBeta of(double a, double b) {
        // min·(max / sum), so that the product does not overflow
        double harmonic = Math.min(a, b) * (Math.max(a, b) / (a + b));
        return new IncompleteBeta(a, b, Math.log(harmonic / (2 * Math.PI)) / 2 + stirling(a + b) - stirling(a) - stirling(b));
    }

    /// The distribution of 1 − X.
    IncompleteBeta mirrored() {
        return new IncompleteBeta(b, a, logarithm);
    }

    /// P(X ≤ x), with y = 1 − x.
    double lower(double x, double y) {
        if (Math.min(a, b) >= LARGE) {
            return uniform(x, y, 1);
        }
        if (below(x, y)) {
            return fraction(x, y);
        }
        double complement = mirrored().fraction(y, x);
        return complement > 1 - UNLIKELY && y > SLOW ? fraction(x, y) : 1 - complement;
    }

    /// P(X > x), with y = 1 − x.
    double upper(double x, double y) {
        return mirrored().lower(y, x);
    }

    /// dP(X ≤ x) / d ln x.
    double perLogarithm(double x, double y) {
        return power(x, y) / y;
    }

    /// Somewhere in (0, ½], near the quantile if that is easy to say.
    double start(boolean lower, double tail) {
        double mean = a / (a + b);
        if (Math.min(a, b) < 10 && lower) {
            // P(X ≤ x) ≈ x^a / (a B(a, b)), where power(x, y) ≈ x^a / B(a, b)
            double inside = Math.min(mean, 0.5) / 2;
            double power = inside * Math.pow(tail * a / power(inside, 1 - inside), 1 / a);
            return power > Double.MIN_NORMAL && power < inside ? power : inside;
        }
        return Math.min(mean, 0.5);
    }

    /// Whether the continued fraction converges fast: x is not beyond (a + 1)/(a + b + 2).
    private boolean below(double x, double y) {
        return (b + 1) * x <= (a + 1) * y;
    }

    /// `x^a y^b / B(a, b)`
    private double power(double x, double y) {
        double difference = b * x - a * y;
        return Math.exp(logarithm) * decay(a, difference / a, (a + b) * (x / a)) * decay(b, -difference / b, (a + b) * (y / b));
    }

    /// `exp(−k(u − ln(1 + u)))`, given 1 + u as well.
    private static double decay(double k, double u, double onePlus) {
        // far below the mean the power itself has more digits than the exponential of a large number, until it underflows
        return u < -0.5 && k * Math.log(onePlus) > LEAST_LOGARITHM ? Math.pow(onePlus, k) * Math.exp(-k * u) : Math.exp(-k * excess(u, onePlus));
    }

    /// `a ln(a / nx) + b ln(b / ny)` with n = a + b.
    private double deviance(double x, double y) {
        double difference = b * x - a * y;
        double sum = a + b;
        return a * excess(difference / a, sum * (x / a)) + b * excess(-difference / b, sum * (y / b));
    }

    /// `u − ln(1 + u)`, given 1 + u as well.
    private static double excess(double u, double onePlus) {
        return u < -0.5 ? u - Math.log(onePlus) : Remainders.ofLogarithm(u);
    }

    private double fraction(double x, double y) {
        double first = a * (a * y - b * x + 1) / (a + 1);
        double value = first == 0 ? Double.MIN_NORMAL : first;
        double c = value;
        double d = 0;
        for (int m = 1; m < MOST_FRACTIONS; m++) {
            double odd = a + (2.0 * m - 1);
            // in this order nothing overflows that the whole does not
            double numerator = (a + (m - 1)) / odd * m * ((a + b + (m - 1)) / odd * x) * ((b - m) * x);
            double denominator = m + m * (b - m) * x / odd + (a + m) * (a * y - b * x + 1 + m * (2 - x)) / (a + 2.0 * m + 1);
            d = denominator + numerator * d;
            d = 1 / (d == 0 ? Double.MIN_NORMAL : d);
            c = denominator + numerator / c;
            c = c == 0 ? Double.MIN_NORMAL : c;
            double factor = c * d;
            value *= factor;
            if (Math.abs(factor - 1) <= Math.ulp(1.0)) {
                break;
            }
        }
        return power(x, y) / value;
    }

    /// `½ erfc(∓η√(n/2)) ± e^(−nη²/2)/√(2πn) · (1/η − √(x₀y₀)/(x − x₀))`, where nη²/2 is the deviance and x₀ = a/n.
    private double uniform(double x, double y, int side) {
        double deviance = deviance(x, y);
        double difference = b * x - a * y;
        double root = Math.sqrt(a) * Math.sqrt(b);
        if (Math.abs(difference) <= CENTRE * root / Math.sqrt(a + b)) {
            // η → 0: the limit of the bracket is (1 − 2x₀)/(3√(x₀y₀))
            double limit = (b - a) / (3 * root) / Math.sqrt(2 * Math.PI * (a + b));
            return 0.5 + side * (limit + difference / root * Math.sqrt((a + b) / (2 * Math.PI)));
        }
        double scaled = Math.copySign(Math.sqrt(2 * deviance), difference);
        double bracket = 1 / scaled - root / Math.sqrt(a + b) / difference;
        return Erf.erfc(-side * scaled / Math.sqrt(2)) / 2 + side * Math.exp(-deviance) / Math.sqrt(2 * Math.PI) * bracket;
    }

    /// `ln Γ(z) − (z − ½) ln z + z − ½ ln 2π`
    private static double stirling(double z) {
        double sum = 0;
        double shifted = z;
        for (; shifted < STIRLING_FROM; shifted++) {
            sum += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
        }
        double series = 0;
        for (int i = STIRLING.length - 1; i >= 0; i--) {
            series = series / (shifted * shifted) + STIRLING[i];
        }
        return sum + series / shifted;
    }
}

package infogap.information;

/// The digamma function at half integers, which commons-math3 knows to nine digits only.
final class Digamma {

    private static final double EULER = 0.57721566490153286;
    private static final int SERIES_FROM = 40;

    private Digamma() {}

    /// `ψ(m + ½) = −γ − 2 ln 2 + Σ_{k=1…m} 2/(2k − 1)`, for large m by its asymptotic series in `1/m²`.
    static double atHalfInteger(long m) {
        if (m < SERIES_FROM) {
            double sum = 0;
            for (long k = m; k >= 1; k--) {
                sum += 2.0 / (2 * k - 1);
            }
            return sum - EULER - 2 * Math.log(2);
        }
        double inverse = 1.0 / m / m;
        return Math.log(m) + inverse * (1.0 / 24 - inverse * (7.0 / 960 - inverse * (31.0 / 8064 - inverse * 127.0 / 30720)));
    }
}

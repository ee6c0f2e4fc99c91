package infogap.information;

/// `ln n!`: summed up for small n, by Stirling's series beyond, and from a table as far as a second-level cache reaches.
final class LogFactorials {

    private static final int SUMMED = 1 << 10;
    private static final int TABLE = 1 << 17;
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double[] KNOWN = new double[TABLE];

    static {
        double sum = 0;
        for (int n = 2; n < SUMMED; n++) {
            sum += Math.log(n);
            KNOWN[n] = sum;
        }
        for (int n = SUMMED; n < TABLE; n++) {
            KNOWN[n] = stirling(n);
        }
    }

    private LogFactorials() {}

    static double of(long n) {
        return n < TABLE ? KNOWN[(int) n] : stirling(n);
    }

    /// The first term left out is `1 / (1260 n⁵)`, below 1e-18 here.
    private static double stirling(double n) {
        double inverse = 1 / n;
        return (n + 0.5) * Math.log(n) - n + HALF_LOG_TWO_PI + inverse * (1.0 / 12 - inverse * inverse / 360);
    }
}

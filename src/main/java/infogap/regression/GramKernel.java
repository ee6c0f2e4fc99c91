package infogap.regression;

import infogap.numeric.DoubleDouble;

/// Products of two columns summed over a block of [#ROWS] rows to about 100 bits, in a loop that the JIT compiler turns into
/// vector instructions.
///
/// Every lane starts at a bias σ so large that the running sum s stays in one binade. Then, with one rounding per line,
///
///     n = fma(x, y, s)           the new sum
///     c += fma(x, y, s − n)      what the line above lost: s − n is exact, and so is the error up to its own last bit
///
/// costs four operations for a product and its sum, against ten of the textbook TwoProduct and TwoSum, and the sums s − σ are
/// exact. Only the small corrections c round.
///
/// Per lane |Σ x·y| ≤ √(Σx²·Σy²) by Cauchy and Schwarz, so the largest lane of each column's squares gives σ.
final class GramKernel {

    /// Lanes; the sums of one lane take every 256th row.
    static final int LANES = 256;

    /// Products per lane.
    static final int DEPTH = 8;

    /// Rows of a block.
    static final int ROWS = LANES * DEPTH;

    /// A bound on the error of [#high] + [#low] relative to √(largest lane of Σx² · largest lane of Σy²).
    ///
    /// With β for that root, σ ≤ 6β, so each of a lane's 8 corrections is at most ulp(σ)/2 ≤ 2⁻⁵¹β and errs by 2⁻¹⁰⁴β; adding
    /// them errs by 7·2⁻¹⁰¹β; that makes 2⁻⁸⁹·⁵β over 256 lanes. Adding the lanes' corrections pairwise, at 2⁻⁹³β for each of 8
    /// levels, loses 2⁻⁹⁰β. The rest is smaller by far.
    static final double ERROR = 0x1p-87;

    private final double[] sum = new double[LANES];
    private final double[] correction = new double[LANES];
    private double high;
    private double low;

    /// The rounded sum of the last call.
    double high() {
        return high;
    }

    /// What the rounded sum of the last call left out.
    double low() {
        return low;
    }

    /// The largest lane of Σx² over the block: infinite or NaN if an entry is.
    double largestLane(double[] x, int from) {
        squares(x, from, sum);
        double largest = 0;
        for (int lane = 0; lane < LANES; lane++) {
            largest = Math.max(largest, sum[lane]);
        }
        return largest;
    }

    /// Sums x·y over the block. The bounds are the largest lanes of both columns.
    void multiply(double[] x, int fromX, double boundX, double[] y, int fromY, double boundY) {
        double bound = Math.sqrt(boundX) * Math.sqrt(boundY);
        if (bound == 0) {
            high = 0;
            low = 0;
            return;
        }
        // 1.5·2^e with 2^e > 2·bound·(1 + rounding): s stays in (2^e, 2^(e+1))
        double bias = 1.5 * Math.scalb(1.0, Math.getExponent(bound) + 2);
        products(x, fromX, y, fromY, bias, sum, correction);
        // s − σ is a multiple of ulp(σ) and has 51 bits: four of them can be added without rounding, the rest cannot
        for (int half = LANES / 2; half >= LANES / 4; half >>= 1) {
            fold(sum, half);
            fold(correction, half);
        }
        for (int half = LANES / 8; half > 0; half >>= 1) {
            foldExactly(sum, correction, half);
        }
        high = sum[0] + correction[0];
        low = DoubleDouble.twoSumError(sum[0], correction[0], high);
    }

    private static void squares(double[] x, int from, double[] sum) {
        for (int lane = 0; lane < LANES; lane++) {
            int i = from + lane;
            double s = x[i] * x[i];
            s = Math.fma(x[i + LANES], x[i + LANES], s);
            s = Math.fma(x[i + 2 * LANES], x[i + 2 * LANES], s);
            s = Math.fma(x[i + 3 * LANES], x[i + 3 * LANES], s);
            s = Math.fma(x[i + 4 * LANES], x[i + 4 * LANES], s);
            s = Math.fma(x[i + 5 * LANES], x[i + 5 * LANES], s);
            s = Math.fma(x[i + 6 * LANES], x[i + 6 * LANES], s);
            sum[lane] = Math.fma(x[i + 7 * LANES], x[i + 7 * LANES], s);
        }
    }

    private static void products(double[] x, int fromX, double[] y, int fromY, double bias, double[] sum, double[] correction) {
        for (int lane = 0; lane < LANES; lane++) {
            int i = fromX + lane;
            int j = fromY + lane;
            double a = x[i];
            double b = y[j];
            double s = Math.fma(a, b, bias);
            double c = Math.fma(a, b, bias - s);
            a = x[i + LANES];
            b = y[j + LANES];
            double n = Math.fma(a, b, s);
            c += Math.fma(a, b, s - n);
            a = x[i + 2 * LANES];
            b = y[j + 2 * LANES];
            s = Math.fma(a, b, n);
            c += Math.fma(a, b, n - s);
            a = x[i + 3 * LANES];
            b = y[j + 3 * LANES];
            n = Math.fma(a, b, s);
            c += Math.fma(a, b, s - n);
            a = x[i + 4 * LANES];
            b = y[j + 4 * LANES];
            s = Math.fma(a, b, n);
            c += Math.fma(a, b, n - s);
            a = x[i + 5 * LANES];
            b = y[j + 5 * LANES];
            n = Math.fma(a, b, s);
            c += Math.fma(a, b, s - n);
            a = x[i + 6 * LANES];
            b = y[j + 6 * LANES];
            s = Math.fma(a, b, n);
            c += Math.fma(a, b, n - s);
            a = x[i + 7 * LANES];
            b = y[j + 7 * LANES];
            n = Math.fma(a, b, s);
            c += Math.fma(a, b, s - n);
            sum[lane] = n - bias;
            correction[lane] = c;
        }
    }

    private static void fold(double[] values, int half) {
        for (int lane = 0; lane < half; lane++) {
            values[lane] += values[lane + half];
        }
    }

    private static void foldExactly(double[] values, double[] corrections, int half) {
        for (int lane = 0; lane < half; lane++) {
            double total = values[lane] + values[lane + half];
            corrections[lane] += corrections[lane + half] + DoubleDouble.twoSumError(values[lane], values[lane + half], total);
            values[lane] = total;
        }
    }
}

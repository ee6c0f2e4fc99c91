package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.Arrays;

/// Products of two columns summed over a block of rows to about 100 bits, in loops that the JIT compiler turns into vector
/// instructions.
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
///
/// The compiler vectorises a loop only if it can prove that the arrays do not overlap: every array is indexed by the loop
/// variable and a constant, which is why rows are copied into tiles of fixed size. Measured on AVX-512, these loops take as long as
/// the same ones written with the incubating Vector API (0.13 ns a product), so that its flag would buy nothing.
final class GramKernel {

    /// Lanes; the sums of one lane take every 512th row of a tile.
    static final int LANES = 512;

    /// Rows of a tile: four products a lane.
    static final int TILE = 4 * LANES;

    /// Tiles of a block.
    static final int TILES = 4;

    /// Rows of a block.
    static final int ROWS = TILES * TILE;

    /// A bound on the error of [#high] + [#low] relative to √(largest lane of Σx² · largest lane of Σy²).
    ///
    /// With β for that root, σ ≤ 6β, so each of a lane's 16 corrections is at most ulp(σ)/2 ≤ 2⁻⁵¹β and errs by 2⁻¹⁰⁴β; adding
    /// them errs by 15·2⁻¹⁰⁰β; that makes 2⁻⁸⁷β over 512 lanes. Adding the lanes' corrections pairwise, at 2⁻⁹¹β for each of 9
    /// levels, loses 2⁻⁸⁷·⁸β. The rest is smaller by far.
    static final double ERROR = 0x1p-85;

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

    /// The largest lane of Σx² over the first `tiles` tiles: infinite or NaN if an entry is.
    double largestLane(double[][] x, int tiles) {
        Arrays.fill(sum, 0);
        for (int tile = 0; tile < tiles; tile++) {
            squares(x[tile], sum);
        }
        double largest = 0;
        for (int lane = 0; lane < LANES; lane++) {
            largest = Math.max(largest, sum[lane]);
        }
        return largest;
    }

    /// Sums x·y over the first `tiles` tiles. The bounds are the largest lanes of both columns.
    void multiply(double[][] x, double boundX, double[][] y, double boundY, int tiles) {
        double bound = Math.sqrt(boundX) * Math.sqrt(boundY);
        if (bound == 0) {
            high = 0;
            low = 0;
            return;
        }
        // 1.5·2^e with 2^e > 2·bound·(1 + rounding): s stays in (2^e, 2^(e+1))
        double bias = 1.5 * Math.scalb(1.0, Math.getExponent(bound) + 2);
        Arrays.fill(sum, bias);
        Arrays.fill(correction, 0);
        for (int tile = 0; tile < tiles; tile++) {
            products(x[tile], y[tile], sum, correction);
        }
        collect(bias);
    }

    // s − σ is a multiple of ulp(σ) and has 51 bits: four of them can be added without rounding, more cannot.
    private void collect(double bias) {
        foldWithoutRounding(sum, bias);
        foldQuarters(correction);
        double s = 0;
        double c = 0;
        for (int lane = 0; lane < LANES / 4; lane++) {
            double next = s + sum[lane];
            c += correction[lane] + DoubleDouble.twoSumError(s, sum[lane], next);
            s = next;
        }
        high = s + c;
        low = DoubleDouble.twoSumError(s, c, high);
    }

    private static void squares(double[] x, double[] sum) {
        for (int lane = 0; lane < LANES; lane++) {
            double s = Math.fma(x[lane], x[lane], sum[lane]);
            s = Math.fma(x[lane + LANES], x[lane + LANES], s);
            s = Math.fma(x[lane + 2 * LANES], x[lane + 2 * LANES], s);
            sum[lane] = Math.fma(x[lane + 3 * LANES], x[lane + 3 * LANES], s);
        }
    }

    private static void products(double[] x, double[] y, double[] sum, double[] correction) {
        for (int lane = 0; lane < LANES; lane++) {
            double s = sum[lane];
            double c = correction[lane];
            double a = x[lane];
            double b = y[lane];
            double n = Math.fma(a, b, s);
            c += Math.fma(a, b, s - n);
            a = x[lane + LANES];
            b = y[lane + LANES];
            s = Math.fma(a, b, n);
            c += Math.fma(a, b, n - s);
            a = x[lane + 2 * LANES];
            b = y[lane + 2 * LANES];
            n = Math.fma(a, b, s);
            c += Math.fma(a, b, s - n);
            a = x[lane + 3 * LANES];
            b = y[lane + 3 * LANES];
            s = Math.fma(a, b, n);
            c += Math.fma(a, b, n - s);
            sum[lane] = s;
            correction[lane] = c;
        }
    }

    private static void foldWithoutRounding(double[] values, double bias) {
        for (int lane = 0; lane < LANES / 4; lane++) {
            values[lane] = ((values[lane] - bias) + (values[lane + LANES / 4] - bias))
                    + ((values[lane + LANES / 2] - bias) + (values[lane + 3 * LANES / 4] - bias));
        }
    }

    private static void foldQuarters(double[] values) {
        for (int lane = 0; lane < LANES / 4; lane++) {
            values[lane] = (values[lane] + values[lane + LANES / 4]) + (values[lane + LANES / 2] + values[lane + 3 * LANES / 4]);
        }
    }
}

package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import infogap.storage.BinaryReader;
import infogap.storage.BinaryWriter;
import java.util.Arrays;
import java.util.List;

/// The cross products of all columns, the response last, as sums of two doubles each: q(q+1)/2 numbers for any count of rows.
///
/// Blocks are added in the order of the calls; two of these merge by adding their entries. The result depends on that order
/// only beyond the 30th digit, and not at all if blocks and order are the same.
final class Gram {

    /// Entries beyond this magnitude would overflow a product, or underflow its error, and are refused.
    static final double LARGEST = 0x1p400;

    /// A column whose entries are all below this magnitude, and not all zero, is refused: its squares would lose their digits.
    static final double SMALLEST = 0x1p-400;

    // the largest lane's sum of squares of a block with an entry of at least SMALLEST·2
    private static final double LANES_OF_SMALLEST = 4 * SMALLEST * SMALLEST * GramKernel.TILES * 4;

    private final List<String> names;
    private final int q;
    private final boolean constant;
    private final double[] high;
    private final double[] low;
    private final double[] lanes;
    private final boolean[] proper;
    private final boolean[] tiny;
    private long rows;
    private long additions;

    /// `names` are the columns in order, the response last; the constant column, if any, is the first and not handed in.
    Gram(List<String> names, boolean constant) {
        this.names = names;
        this.q = names.size();
        this.constant = constant;
        this.high = new double[q * (q + 1) / 2];
        this.low = new double[high.length];
        this.lanes = new double[q];
        this.proper = new boolean[q];
        this.tiny = new boolean[q];
    }

    long rows() {
        return rows;
    }

    /// Adds `count` rows that begin at `from`, in blocks of the kernel's size.
    ///
    /// @throws IllegalArgumentException if an entry is NaN, infinite or beyond [#LARGEST]; `firstRow` numbers the first of them
    void add(double[][] columns, int from, int count, long firstRow) {
        GramKernel kernel = new GramKernel();
        double[][][] tiles = new double[columns.length][Math.min(GramKernel.TILES, tiles(count))][GramKernel.TILE];
        double[][] ones = constant ? ones(tiles[0].length) : null;
        for (int start = 0; start < count; start += GramKernel.ROWS) {
            int size = Math.min(GramKernel.ROWS, count - start);
            for (int k = 0; k < columns.length; k++) {
                copy(columns[k], from + start, size, tiles[k]);
            }
            addBlock(kernel, tiles, ones, size, columns, from + start, firstRow + start);
        }
    }

    private static int tiles(int rows) {
        return (rows + GramKernel.TILE - 1) / GramKernel.TILE;
    }

    private static double[][] ones(int tiles) {
        double[] ones = new double[GramKernel.TILE];
        Arrays.fill(ones, 1);
        double[][] repeated = new double[tiles][];
        Arrays.fill(repeated, ones);
        return repeated;
    }

    // The last tile is filled up with zeros, which add nothing, not even to the constant's products.
    private static void copy(double[] column, int from, int size, double[][] tiles) {
        for (int tile = 0; tile < tiles(size); tile++) {
            int start = tile * GramKernel.TILE;
            int length = Math.min(GramKernel.TILE, size - start);
            System.arraycopy(column, from + start, tiles[tile], 0, length);
            Arrays.fill(tiles[tile], length, GramKernel.TILE, 0);
        }
    }

    private void addBlock(GramKernel kernel, double[][][] block, double[][] ones, int size, double[][] columns, int from, long firstRow) {
        int shift = constant ? 1 : 0;
        int tiles = tiles(size);
        double[] bound = new double[q];
        if (constant) {
            bound[0] = kernel.largestLane(ones, tiles);
        }
        for (int k = 0; k < block.length; k++) {
            bound[k + shift] = kernel.largestLane(block[k], tiles);
            if (!(bound[k + shift] < LARGEST * LARGEST)) {
                refuse(columns[k], from, size, firstRow, names.get(k + shift));
            }
            noteMagnitude(k + shift, bound[k + shift], columns[k], from, size);
        }
        for (int j = 0, at = 0; j < q; j++) {
            lanes[j] += bound[j];
            for (int k = 0; k <= j; k++, at++) {
                if (constant && j == 0) {
                    plus(at, size, 0);
                } else {
                    kernel.multiply(block[j - shift], bound[j], constant && k == 0 ? ones : block[k - shift], bound[k], tiles);
                    plus(at, kernel.high(), kernel.low());
                }
            }
        }
        rows += size;
        additions++;
    }

    // a block of tiny entries is none of a tiny column: others may follow
    private void noteMagnitude(int k, double square, double[] column, int from, int size) {
        if (proper[k] || square >= LANES_OF_SMALLEST) {
            proper[k] = true;
            return;
        }
        for (int i = from; i < from + size; i++) {
            proper[k] |= Math.abs(column[i]) >= SMALLEST;
            tiny[k] |= column[i] != 0;
        }
    }

    /// Refuses a column that has entries, and none of a magnitude whose square keeps its digits.
    void requireMagnitude() {
        for (int k = 0; k < q; k++) {
            if (tiny[k] && !proper[k]) {
                throw tooSmall(names.get(k));
            }
        }
    }

    static IllegalArgumentException tooSmall(String name) {
        return new IllegalArgumentException(name + " must have an entry of magnitude at least 2^-400, or only zeros, but all its entries are smaller: "
                + "choose a smaller unit");
    }

    static void requireBounded(String name, double value, long row) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw Checks.refused(name + "[" + row + "]", value, "a finite number of magnitude at most 2^400");
        }
    }

    private static void refuse(double[] column, int from, int size, long firstRow, String name) {
        for (int i = 0; i < size; i++) {
            requireBounded(name, column[from + i], firstRow + i);
        }
        throw new IllegalStateException("the squares of " + name + " overflowed although no entry is beyond 2^400");
    }

    private void plus(int at, double addHigh, double addLow) {
        double sum = high[at] + addHigh;
        double error = DoubleDouble.twoSumError(high[at], addHigh, sum) + (low[at] + addLow);
        high[at] = sum + error;
        low[at] = error - (high[at] - sum);
    }

    /// Adds the rows that the other one holds.
    void merge(Gram other) {
        for (int at = 0; at < high.length; at++) {
            plus(at, other.high[at], other.low[at]);
        }
        for (int k = 0; k < q; k++) {
            lanes[k] += other.lanes[k];
            proper[k] |= other.proper[k];
            tiny[k] |= other.tiny[k];
        }
        rows += other.rows;
        // adding to nothing, or nothing, rounds nothing
        additions += other.additions + (additions == 0 || other.additions == 0 ? 0 : 1);
    }

    Gram copy() {
        Gram copy = new Gram(names, constant);
        copy.merge(this);
        return copy;
    }

    /// Rows and additions, then the sums' high parts, their low parts, and the largest lanes.
    void writeTo(BinaryWriter out) {
        out.put(rows).put(additions).put(high).put(low).put(lanes);
    }

    /// Adds what [#writeTo] wrote to this empty one.
    void readFrom(BinaryReader in) {
        rows = in.getNonNegative("rows");
        additions = in.getNonNegative("additions");
        System.arraycopy(in.getFinite("sums", high.length), 0, high, 0, high.length);
        System.arraycopy(in.getFinite("corrections", low.length), 0, low, 0, low.length);
        System.arraycopy(in.getFinite("lanes", q), 0, lanes, 0, q);
        for (int k = 0; k < q; k++) {
            if (entry(k, k).high() < 0 || lanes[k] < 0) {
                throw in.refused("the sum of squares of '" + names.get(k) + "' must be at least 0, but is " + entry(k, k).high());
            }
        }
    }

    /// The sum of x_j·x_k over all rows.
    DoubleDouble entry(int j, int k) {
        int at = j >= k ? j * (j + 1) / 2 + k : k * (k + 1) / 2 + j;
        return new DoubleDouble(high[at], low[at]);
    }

    int size() {
        return q;
    }

    /// A bound ε on every entry's error: |error of x_j·x_k| ≤ ε‖x_j‖‖x_k‖.
    double error() {
        double worst = 0;
        for (int k = 0; k < q; k++) {
            double square = entry(k, k).toDouble();
            if (square > 0) {
                worst = Math.max(worst, lanes[k] / square);
            }
        }
        return GramKernel.ERROR * worst + additions * 0x1p-103;
    }
}

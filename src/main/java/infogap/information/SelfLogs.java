package infogap.information;

/// `n ln n` in fixed point, so that sums over the cells of a table do not depend on the order of the cells.
///
/// Given the margins, mutual information grows with `Σ n_ij ln n_ij` and with nothing else. In fixed point two tables with the
/// same counts in other cells have exactly the same sum: ties are ties, not a matter of rounding.
final class SelfLogs {

    private static final int TABLE = 1 << 17;
    private static final int MANTISSA = 52;

    private final double scale;
    private final long[] table;

    /// @param total the sum of all counts
    /// @param largest the largest count that will be asked
    SelfLogs(long total, long largest) {
        // every sum stays below 2^52, where a double holds the fixed point exactly, so a term is right to one unit
        scale = Math.scalb(1.0, MANTISSA - 1 - Math.getExponent(Math.max(1, total * Math.log(total))));
        table = new long[(int) Math.min(largest + 1, TABLE)];
        for (int n = 0; n < table.length; n++) {
            table[n] = compute(n);
        }
    }

    long of(long n) {
        return n < table.length ? table[(int) n] : compute(n);
    }

    /// The sum over all counts.
    long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += of(count);
        }
        return sum;
    }

    /// Within how many units two sums over so many cells may differ although the exact sums are equal.
    static long tolerance(int cells) {
        return 2L * cells;
    }

    /// How many units this is, rounded down.
    long units(double value) {
        return (long) (value * scale);
    }

    double toDouble(double sum) {
        return sum / scale;
    }

    private long compute(long n) {
        return n < 2 ? 0 : Math.round(n * Math.log(n) * scale);
    }
}

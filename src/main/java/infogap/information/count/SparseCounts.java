package infogap.information.count;

import java.util.Arrays;

/// Counts of pairs of codes of which most do not occur: open addressing, memory in proportion to the different pairs. Mutable, and confined
/// to one thread while it counts.
public final class SparseCounts {

    private static final int FIRST = 16;
    /// 2⁶⁴/φ: multiplying by it spreads neighbours.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FIRST];
    /// 0 where no pair stands.
    private long[] counts = new long[FIRST];
    private int pairs;
    private long total;

    /// Takes one pair's count.
    @FunctionalInterface
    public interface Visitor {

        /// The codes and how often they came together, at least once.
        void visit(int row, int column, long count);
    }

    /// Counts a pair of codes of at least 0 so many times.
    ///
    /// @throws ArithmeticException if more than 2⁶³ − 1 pairs were counted
    public void add(int row, int column, long times) {
        if (times == 0) {
            return;
        }
        total = Math.addExact(total, times);
        long key = (long) row << Integer.SIZE | column;
        int at = slot(keys, counts, key);
        if (counts[at] == 0) {
            keys[at] = key;
            pairs++;
        }
        counts[at] += times;
        if (2 * pairs > keys.length) {
            grow();
        }
    }

    private static int slot(long[] keys, long[] counts, long key) {
        int mask = keys.length - 1;
        int at = (int) (key * SPREAD >>> Integer.SIZE) & mask;
        while (counts[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] wider = new long[2 * keys.length];
        long[] moved = new long[wider.length];
        for (int k = 0; k < keys.length; k++) {
            if (counts[k] != 0) {
                int at = slot(wider, moved, keys[k]);
                wider[at] = keys[k];
                moved[at] = counts[k];
            }
        }
        keys = wider;
        counts = moved;
    }

    /// The number of different pairs.
    public int pairs() {
        return pairs;
    }

    /// The sum of all counts.
    public long total() {
        return total;
    }

    /// Every pair in ascending order of its codes, the first code first.
    public void forEach(Visitor visitor) {
        long[] present = new long[pairs];
        int found = 0;
        for (int k = 0; k < keys.length; k++) {
            if (counts[k] != 0) {
                present[found++] = keys[k];
            }
        }
        Arrays.sort(present);
        for (long key : present) {
            visitor.visit((int) (key >>> Integer.SIZE), (int) key, counts[slot(keys, counts, key)]);
        }
    }
}

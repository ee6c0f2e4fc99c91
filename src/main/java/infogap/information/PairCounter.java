package infogap.information;

import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Counts pairs of codes in one pass over memory, a part of the pairs per thread.
final class PairCounter {

    private static final int LEAST_PART = 1 << 17;

    private PairCounter() {}

    /// Counts row after row.
    record Result(int rows, int columns, long[] cells) {}

    /// The number of cells, checked to fit a table.
    static int cells(long rows, long columns) {
        long cells = Checks.atLeast("rowCount", rows, 1) * Checks.atLeast("columnCount", columns, 1);
        if (cells > ContingencyTable.MAXIMAL_CELLS) {
            throw new IllegalArgumentException("rowCount × columnCount must be at most " + ContingencyTable.MAXIMAL_CELLS + ", but is "
                    + rows + " × " + columns + " = " + cells + "; number the values 0, 1, … without gaps");
        }
        return (int) cells;
    }

    static long[] count(int[] x, int[] y, int rows, int columns) {
        return count(x, y, rows, columns, Runtime.getRuntime().availableProcessors());
    }

    static long[] count(int[] x, int[] y, int rows, int columns, int threads) {
        check(x, y);
        cells(rows, columns);
        return merged(parts(x, y, threads, rows, columns, false), rows, columns);
    }

    /// With alphabets that reach to the largest code seen.
    static Result count(int[] x, int[] y, int threads) {
        check(x, y);
        PairCounts[] parts = parts(x, y, threads, 1, 1, true);
        long rows = 1L + Arrays.stream(parts).mapToInt(PairCounts::largestRow).max().orElseThrow();
        long columns = 1L + Arrays.stream(parts).mapToInt(PairCounts::largestColumn).max().orElseThrow();
        cells(rows, columns);
        return new Result((int) rows, (int) columns, merged(parts, (int) rows, (int) columns));
    }

    static Result count(int[] x, int[] y) {
        return count(x, y, Runtime.getRuntime().availableProcessors());
    }

    private static void check(int[] x, int[] y) {
        Checks.present("x", x);
        Checks.present("y", y);
        Checks.sameLength("x", x.length, "y", y.length);
        Checks.atLeast("length of x", x.length, 1);
    }

    private static PairCounts[] parts(int[] x, int[] y, int threads, int rows, int columns, boolean growing) {
        int number = Math.max(1, Math.min(threads, x.length / LEAST_PART));
        PairCounts[] parts = new PairCounts[number];
        IntStream.range(0, number).parallel().forEach(part -> {
            int from = (int) ((long) x.length * part / number);
            int to = (int) ((long) x.length * (part + 1) / number);
            parts[part] = new PairCounts(rows, columns, growing, to - from);
            parts[part].countAll(x, y, from, to);
        });
        // the refusal names the first offending pair, whichever thread met one first
        for (PairCounts part : parts) {
            part.throwIfRefused(x, y);
        }
        return parts;
    }

    private static long[] merged(PairCounts[] parts, int rows, int columns) {
        long[] cells = new long[rows * columns];
        IntStream eachRow = IntStream.range(0, rows);
        (cells.length < LEAST_PART ? eachRow : eachRow.parallel()).forEach(row -> {
            for (PairCounts part : parts) {
                part.addRowTo(cells, row, columns);
            }
        });
        return cells;
    }
}

package infogap.information.count;

import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Counts pairs of codes in one pass over memory, on several threads.
public final class PairCounter {

    /// The largest number of cells of a table: 2²⁶, half a gigabyte of counts.
    public static final int MAXIMAL_CELLS = 1 << 26;

    private static final int LEAST_PAIRS_PER_THREAD = 1 << 17;
    /// Threads take that many pairs at a time: whoever is slowed down takes fewer.
    private static final int PORTION = 1 << 16;
    private static final int MANY_CELLS = 1 << 17;

    private PairCounter() {}

    /// Counts row after row.
    public record Result(int rows, int columns, long[] cells) {}

    /// The number of cells, checked to fit a table.
    public static int cells(long rows, long columns) {
        long cells = Checks.atLeast("rowCount", rows, 1) * Checks.atLeast("columnCount", columns, 1);
        if (cells > MAXIMAL_CELLS) {
            throw new IllegalArgumentException("rowCount × columnCount must be at most " + MAXIMAL_CELLS + ", but is "
                    + rows + " × " + columns + " = " + cells + "; number the values 0, 1, … without gaps");
        }
        return (int) cells;
    }

    /// Over alphabets of known sizes, row after row.
    ///
    /// @throws IllegalArgumentException if a code is outside its alphabet
    public static long[] count(int[] x, int[] y, int rows, int columns) {
        return count(x, y, rows, columns, Runtime.getRuntime().availableProcessors());
    }

    /// The same on that many threads.
    public static long[] count(int[] x, int[] y, int rows, int columns, int threads) {
        check(x, y);
        cells(rows, columns);
        PairCounts[] parts = parts(x, y, threads, pairs -> PairCounts.over(rows, columns, pairs));
        int refused = firstRefused(parts);
        for (int k = refused; k < x.length; k++) {
            requireCode("x", k, x[k], rows);
            requireCode("y", k, y[k], columns);
        }
        return merged(parts, rows, columns);
    }

    /// With alphabets that reach to the largest code seen.
    ///
    /// @throws IllegalArgumentException if a code is negative
    public static Result count(int[] x, int[] y) {
        return count(x, y, Runtime.getRuntime().availableProcessors());
    }

    /// The same on that many threads.
    public static Result count(int[] x, int[] y, int threads) {
        check(x, y);
        PairCounts[] parts = parts(x, y, threads, PairCounts::growing);
        for (int k = firstRefused(parts); k < x.length; k++) {
            requireCode("x", k, x[k]);
            requireCode("y", k, y[k]);
        }
        long rows = 1L + Arrays.stream(parts).mapToInt(PairCounts::lastRow).max().orElseThrow();
        long columns = 1L + Arrays.stream(parts).mapToInt(PairCounts::lastColumn).max().orElseThrow();
        cells(rows, columns);
        boolean complete = Arrays.stream(parts).allMatch(PairCounts::isComplete);
        return new Result((int) rows, (int) columns, complete
                ? merged(parts, (int) rows, (int) columns)
                : count(x, y, (int) rows, (int) columns, threads));
    }

    private static void check(int[] x, int[] y) {
        Checks.present("x", x);
        Checks.present("y", y);
        Checks.sameLength("x", x.length, "y", y.length);
        Checks.atLeast("length of x", x.length, 1);
    }

    private static PairCounts[] parts(int[] x, int[] y, int threads, IntFunction<PairCounts> ready) {
        int number = Math.max(1, Math.min(threads, x.length / LEAST_PAIRS_PER_THREAD));
        PairCounts[] parts = new PairCounts[number];
        AtomicLong next = new AtomicLong();
        IntStream.range(0, number).parallel().forEach(thread -> {
            PairCounts counts = ready.apply(x.length / number);
            for (long from = next.getAndAdd(PORTION); from < x.length; from = next.getAndAdd(PORTION)) {
                counts.count(x, y, (int) from, (int) Math.min(from + PORTION, x.length));
            }
            parts[thread] = counts;
        });
        return parts;
    }

    /// The refusal names the first offending pair, whichever thread met one first.
    private static int firstRefused(PairCounts[] parts) {
        return Arrays.stream(parts).mapToInt(PairCounts::refused).min().orElseThrow();
    }

    private static void requireCode(String argument, int index, int code, int size) {
        if (code < 0 || code >= size) {
            throw new IllegalArgumentException(argument + "[" + index + "] must be a code in [0, " + size + "), but is " + code);
        }
    }

    private static void requireCode(String argument, int index, int code) {
        if (code < 0) {
            throw new IllegalArgumentException(argument + "[" + index + "] must be a code of at least 0, but is " + code);
        }
    }

    private static long[] merged(PairCounts[] parts, int rows, int columns) {
        long[] cells = new long[rows * columns];
        IntStream eachRow = IntStream.range(0, rows);
        (cells.length < MANY_CELLS ? eachRow : eachRow.parallel()).forEach(row -> {
            for (PairCounts part : parts) {
                part.addRowTo(cells, row, columns);
            }
        });
        for (PairCounts part : parts) {
            part.addRestTo(cells, columns);
        }
        return cells;
    }
}

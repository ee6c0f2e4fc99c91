package infogap.information.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Expected counts are those of the plain loop over the definition.
class PairCounterTest {

    private static IntStream alphabets() {
        return IntStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("alphabets")
    void countsAreThoseOfThePlainLoopForAwkwardLengths(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        int columns = random.nextInt(1, 41);
        int[] lengths = {1, 2, 3, 4095, 4097, random.nextInt(10_000, 70_000), (1 << 17) + 1, 262_144 + random.nextInt(1, 4096)};
        for (int n : lengths) {
            int[] x = random.ints(n, 0, rows).toArray();
            int[] y = IntStream.of(x).map(code -> random.nextBoolean() ? code % columns : random.nextInt(columns)).toArray();
            long[] expected = plain(x, y, rows, columns);
            int threads = random.nextInt(1, 4);
            assertArrayEquals(expected, PairCounter.count(x, y, rows, columns, threads), () -> n + " pairs over " + rows + " × " + columns);
            assertFound(x, y, threads);
        }
    }

    /// The choice between the ways to count: each side of the border gives the same counts.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 15, 16, 17})
    void countsAreTheSameOnBothSidesOfEachThreshold(int alphabet) {
        int pairs = 1;
        while (pairs < 1 << 20 && !TwoPairCounts.pays(alphabet, alphabet, pairs)) {
            pairs++;
        }
        assertEquals(alphabet <= 16, TwoPairCounts.pays(alphabet, alphabet, pairs));
        assertFalse(TwoPairCounts.pays(alphabet, alphabet, pairs - 1));
        SplittableRandom random = new SplittableRandom(alphabet);
        for (int n : new int[] {pairs - 1, pairs, pairs + 1, pairs + 4096}) {
            if (n > 0) {
                int[] x = random.ints(n, 0, alphabet).toArray();
                int[] y = random.ints(n, 0, alphabet).toArray();
                assertArrayEquals(plain(x, y, alphabet, alphabet), PairCounter.count(x, y, alphabet, alphabet, 1));
            }
        }
    }

    @Test
    void anAlphabetMayGrowAfterManyPairsWereCountedTwoAtATime() {
        SplittableRandom random = new SplittableRandom(5);
        int n = 300_001;
        int[] x = IntStream.range(0, n).map(k -> random.nextInt(1 + 40 * k / n)).toArray();
        int[] y = IntStream.range(0, n).map(k -> random.nextInt(k < n - 7 ? 3 : 900)).toArray();
        for (int threads = 1; threads <= 3; threads++) {
            assertFound(x, y, threads);
        }
    }

    /// Sorted codes reach beyond the alphabets again and again, on one axis or on both.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void sortedCodesGrowTheAlphabetsStepByStep(int threads) {
        int n = 500_000;
        int[] rising = IntStream.range(0, n).map(k -> k / 500).toArray();
        int[] few = IntStream.range(0, n).map(k -> k % 7).toArray();
        assertFound(rising, rising, threads);
        assertFound(rising, few, threads);
        assertFound(few, rising, threads);
    }

    /// 2,300,000 pairs in one cell are 8984 carries of 256, more than the list has room for at first.
    @Test
    void aCellOfALargeTableMayHoldMillions() {
        int n = 2_300_000;
        int[] x = new int[n];
        int[] y = new int[n];
        x[n - 1] = 599;
        y[n - 2] = 599;
        long[] cells = PairCounter.count(x, y, 600, 600, 1);
        assertEquals(n - 2, cells[0]);
        assertEquals(1, cells[599 * 600]);
        assertEquals(1, cells[599]);
        assertEquals(n, Arrays.stream(cells).sum());
    }

    /// Doubled alphabets would not fit a table here, though the codes do: they are counted again once all are known.
    @Test
    void alphabetsThatCannotBeDoubledAreCountedAgain() {
        int block = CellCounts.BLOCK;
        int[] x = new int[4 * block];
        int[] y = new int[4 * block];
        int columns = 1 << 21;
        x[0] = 4;
        y[0] = columns;
        x[block] = 5;
        y[2 * block] = columns + 1;
        x[3 * block] = 10;
        PairCounts growing = PairCounts.growing(x.length);
        growing.count(x, y, 0, 3 * block);
        assertTrue(growing.isComplete());
        growing.count(x, y, 3 * block, 4 * block);
        assertFalse(growing.isComplete());
        PairCounter.Result found = PairCounter.count(x, y, 1);
        assertEquals(11, found.rows());
        assertEquals(columns + 2, found.columns());
        assertEquals(x.length - 4, found.cells()[0]);
        assertEquals(1, found.cells()[4 * (columns + 2) + columns]);
        assertEquals(1, found.cells()[10 * (columns + 2)]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 16, 17, 40, 600})
    void aBadCodeAnywhereIsRefusedAndTheFirstOneNamed(int alphabet) {
        SplittableRandom random = new SplittableRandom(alphabet);
        int n = 290_003;
        int[] x = random.ints(n, 0, alphabet).toArray();
        int[] y = random.ints(n, 0, alphabet).toArray();
        int[] positions = {0, 1, 2047, 2048, 4095, 4096, n / 2, n - 2, n - 1, random.nextInt(n), random.nextInt(n)};
        int[] codes = {-1, Integer.MIN_VALUE, alphabet, Integer.MAX_VALUE};
        for (int position : positions) {
            int bad = codes[random.nextInt(codes.length)];
            boolean inX = random.nextBoolean();
            int[] code = inX ? x : y;
            int good = code[position];
            code[position] = bad;
            // a second one, often in another thread's part, must not be named instead
            int later = random.nextInt(position, n);
            int goodLater = y[later];
            y[later] = later == position ? y[later] : -9;
            for (int threads = 1; threads <= 3; threads++) {
                int number = threads;
                String message = assertThrows(IllegalArgumentException.class, () -> PairCounter.count(x, y, alphabet, alphabet, number)).getMessage();
                assertEquals((inX ? "x[" : "y[") + position + "] must be a code in [0, " + alphabet + "), but is " + bad, message);
                if (bad < 0) {
                    String found = assertThrows(IllegalArgumentException.class, () -> PairCounter.count(x, y, number)).getMessage();
                    assertEquals((inX ? "x[" : "y[") + position + "] must be a code of at least 0, but is " + bad, found);
                }
            }
            y[later] = goodLater;
            code[position] = good;
        }
        assertArrayEquals(plain(x, y, alphabet, alphabet), PairCounter.count(x, y, alphabet, alphabet, 2));
    }

    private static void assertFound(int[] x, int[] y, int threads) {
        PairCounter.Result found = PairCounter.count(x, y, threads);
        assertEquals(1 + Arrays.stream(x).max().orElseThrow(), found.rows());
        assertEquals(1 + Arrays.stream(y).max().orElseThrow(), found.columns());
        assertArrayEquals(plain(x, y, found.rows(), found.columns()), found.cells());
        assertEquals(x.length, Arrays.stream(found.cells()).sum());
    }

    private static long[] plain(int[] x, int[] y, int rows, int columns) {
        long[] cells = new long[rows * columns];
        for (int k = 0; k < x.length; k++) {
            cells[x[k] * columns + y[k]]++;
        }
        return cells;
    }
}

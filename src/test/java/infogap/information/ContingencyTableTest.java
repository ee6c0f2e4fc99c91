package infogap.information;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.information.count.PairCounter;
import infogap.probability.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContingencyTableTest {

    /// Alphabets for each way to count (two copies, ints, bytes that carry), sizes below and above a part and a block.
    @ParameterizedTest
    @CsvSource({"1,3,2", "5000,10,10", "300000,10,10", "300001,1,2048", "300000,200,300", "400000,600,700", "400000,1000,1000"})
    void countsAreTheSameWhateverTheThreadsAndTheLayout(int n, int rows, int columns) {
        SplittableRandom random = new SplittableRandom(n + rows);
        // skewed, so that single cells pass 256 and bytes carry
        int[] x = IntStream.generate(() -> (int) (rows * Math.pow(random.nextDouble(), 6))).limit(n).toArray();
        int[] y = IntStream.generate(() -> (int) (columns * Math.pow(random.nextDouble(), 6))).limit(n).toArray();
        long[] expected = new long[rows * columns];
        for (int k = 0; k < n; k++) {
            expected[x[k] * columns + y[k]]++;
        }
        for (int threads = 1; threads <= 4; threads++) {
            assertArrayEquals(expected, PairCounter.count(x, y, rows, columns, threads));
            PairCounter.Result grown = PairCounter.count(x, y, threads);
            assertEquals(1 + Arrays.stream(x).max().orElseThrow(), grown.rows());
            assertEquals(1 + Arrays.stream(y).max().orElseThrow(), grown.columns());
            for (int k = 0; k < expected.length; k++) {
                boolean inside = k / columns < grown.rows() && k % columns < grown.columns();
                long cell = inside ? grown.cells()[k / columns * grown.columns() + k % columns] : 0;
                assertEquals(expected[k], cell);
            }
        }
    }

    @Test
    void sortedCodesGrowTheTableAsTheyCome() {
        int n = 200_000;
        int[] x = IntStream.range(0, n).map(k -> k / 100).toArray();
        int[] y = IntStream.range(0, n).map(k -> k % 3).toArray();
        ContingencyTable<Integer, Integer> table = ContingencyTable.ofCodes(x, y);
        assertEquals(2000, table.rows().size());
        assertEquals(3, table.columns().size());
        assertTrue(Arrays.stream(table.rowTotals()).allMatch(total -> total == 100));
        assertEquals(n, table.total());
    }

    @Test
    void labelsAreInTheOrderOfTheirFirstAppearance() {
        ContingencyTable<String, Boolean> table =
                ContingencyTable.of(List.of("b", "a", "b", "c"), List.of(true, false, true, true));
        assertEquals(List.of("b", "a", "c"), table.rows());
        assertEquals(List.of(true, false), table.columns());
        assertArrayEquals(new long[] {2, 0, 0, 1, 1, 0}, table.cells());
        assertArrayEquals(new long[] {2, 1, 1}, table.rowTotals());
        assertArrayEquals(new long[] {3, 1}, table.columnTotals());
        assertEquals(2, table.singletons());
        assertEquals(table, table.transposed().transposed());
        assertEquals("""
                       true  false  total
                b         2      0      2
                a         0      1      1
                c         1      0      1
                total     3      1      4""", table.toString());
    }

    @Test
    void aJointDistributionHasMassOneAndConditionalsHaveMassOnePerCondition() {
        ContingencyTable<Integer, Integer> table = Tables.fourSingletons();
        double joint = Arrays.stream(table.joint().probabilities()).flatMapToDouble(Arrays::stream).sum();
        assertEquals(1, joint);
        // divided by column totals instead: p(spend | sales), four distributions and not one
        Channel<Integer, Integer> conditional = table.rowsGivenColumns();
        assertEquals(table.columns(), conditional.inputs());
        assertEquals(4, Arrays.stream(conditional.matrix()).flatMapToDouble(Arrays::stream).sum());
        assertThrows(IllegalArgumentException.class,
                () -> Tables.of(new long[][] {{1, 2}, {0, 0}}).columnsGivenRows());
    }

    @Test
    void refusesCodesOutsideTheirAlphabetNamingTheFirst() {
        int[] x = new int[300_000];
        int[] y = new int[300_000];
        y[299_999] = 7;
        x[150_123] = -4;
        assertRefused("x[150123] must be a code in [0, 3), but is -4", () -> ContingencyTable.ofCodes(x, y, 3, 3));
        assertRefused("x[150123] must be a code of at least 0, but is -4", () -> ContingencyTable.ofCodes(x, y));
        x[150_123] = 0;
        assertRefused("y[299999] must be a code in [0, 3), but is 7", () -> ContingencyTable.ofCodes(x, y, 3, 3));
    }

    @Test
    void refusesTablesThatNoMemoryHolds() {
        int[] huge = {0, Integer.MAX_VALUE};
        assertRefused("rowCount × columnCount must be at most 67108864", () -> ContingencyTable.ofCodes(huge, huge));
        assertRefused("rowCount × columnCount must be at most", () -> ContingencyTable.ofCodes(huge, new int[] {0, 0}));
        assertRefused("rowCount × columnCount must be at most", () -> ContingencyTable.ofCodes(new int[1], new int[1], 1 << 20, 1 << 20));
    }

    @Test
    void refusesWhatIsNoSample() {
        assertRefused("length of x", () -> ContingencyTable.ofCodes(new int[0], new int[0]));
        assertRefused("same length", () -> ContingencyTable.ofCodes(new int[2], new int[3]));
        assertRefused("rowCount", () -> ContingencyTable.ofCodes(new int[1], new int[1], 0, 1));
        assertRefused("same length", () -> ContingencyTable.of(List.of(1), List.of(1, 2)));
        assertRefused("empty", () -> ContingencyTable.of(List.of(), List.of()));
        assertRefused("counts[0][1]", () -> Tables.of(new long[][] {{1, -1}}));
        assertRefused("all are 0", () -> Tables.of(new long[][] {{0, 0}}));
        assertRefused("different elements", () -> ContingencyTable.ofCounts(List.of(1, 1), List.of(1), new long[][] {{1}, {2}}));
    }

    private static void assertRefused(String part, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}

package infogap.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Expected values are the same sum with a logarithm for each cell ([Terms]), or closed forms.
class CountTermsTest {

    private static final double RELATIVE = 4e-15;
    private static final int SIZE = 150;

    @Test
    void agreesWithALogarithmForEachCell() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            // counts on both sides of the table's end, and empty cells
            int largest = seed % 2 == 0 ? 30 : 40_000;
            ContingencyTable<Integer, Integer> table = table((i, j) -> i == j ? largest : random.nextInt(4) > 0 ? 0 : random.nextInt(largest / 10));
            double fast = CountTerms.mutualInformation(table).orElseThrow();
            double plain = Terms.mutualInformation(
                    i -> IntStream.range(0, SIZE).mapToDouble(j -> table.count(i, j)).toArray(),
                    doubles(table.rowTotals()), doubles(table.columnTotals()), table.total(), Unit.NATS);
            assertEquals(plain, fast, RELATIVE * plain);
            assertEquals(fast, MutualInformation.of(table, Unit.NATS));
        }
    }

    /// A bijection: I = H(X) = ln 150.
    @Test
    void aBijectionTellsEverything() {
        assertEquals(Math.log(SIZE), MutualInformation.of(table((i, j) -> i == j ? 7 : 0), Unit.NATS), RELATIVE * Math.log(SIZE));
    }

    /// Where the terms cancel it is left to the series that does not: exactly independent counts have exactly none, and one pair moved
    /// out of 45 000 000 shows in all digits.
    @Test
    void nearIndependenceIsLeftToTheSeries() {
        ContingencyTable<Integer, Integer> independent = table((i, j) -> 2000);
        assertTrue(CountTerms.mutualInformation(independent).isEmpty());
        assertEquals(0, MutualInformation.of(independent, Unit.NATS));

        ContingencyTable<Integer, Integer> moved = table((i, j) -> i < 2 && j < 2 ? 2000 + (i == j ? 1 : -1) : 2000);
        assertFalse(CountTerms.mutualInformation(moved).isPresent());
        // margins are unchanged, so that N·I = 2 (2001 ln(2001/2000) + 1999 ln(1999/2000)), of which 2·(1/2000) and the rest of the series remain
        double d = 1.0 / 2000;
        double series = 0;
        for (int k = 8; k >= 1; k--) {
            series += 2 * Math.pow(d, 2 * k) / (2 * k * (2 * k - 1.0));
        }
        assertEquals(2 * 2000 * series / moved.total(), MutualInformation.of(moved, Unit.NATS), 1e-13 * series);
    }

    private interface Count {
        long at(int i, int j);
    }

    private static ContingencyTable<Integer, Integer> table(Count count) {
        long[][] counts = new long[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                counts[i][j] = count.at(i, j);
            }
        }
        var labels = IntStream.range(0, SIZE).boxed().toList();
        return ContingencyTable.ofCounts(labels, labels, counts);
    }

    private static double[] doubles(long[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }
}

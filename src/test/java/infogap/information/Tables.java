package infogap.information;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Tables that several tests share.
final class Tables {

    private Tables() {}

    /// Four observations, each pair of values seen once: the advertising data of the mutual-information article.
    static ContingencyTable<Integer, Integer> fourSingletons() {
        return ContingencyTable.of(List.of(10, 20, 30, 40), List.of(100, 150, 200, 250));
    }

    /// Labels 0, 1, … and these counts.
    static ContingencyTable<Integer, Integer> of(long[][] counts) {
        return ContingencyTable.ofCounts(labels(counts.length), labels(counts[0].length), counts);
    }

    /// A table with counts below `bound`, at least one of them positive.
    static ContingencyTable<Integer, Integer> random(int rows, int columns, long bound, SplittableRandom random) {
        long[][] counts = new long[rows][columns];
        for (long[] row : counts) {
            Arrays.setAll(row, j -> random.nextLong(bound));
        }
        counts[random.nextInt(rows)][random.nextInt(columns)]++;
        return of(counts);
    }

    static List<Integer> labels(int size) {
        return IntStream.range(0, size).boxed().toList();
    }
}

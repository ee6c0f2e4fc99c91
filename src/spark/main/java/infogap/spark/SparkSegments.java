package infogap.spark;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.InternalRow;

/// k-means (K均值聚类) over a dataset of any size: Lloyd's iterations, one pass each, from a start by k-means‖.
///
///     SparkSegmentation segments = SparkSegments.fit(customers, List.of("age", "income"), 4, 1).orderedBy("income");
///     segments.label(customers, "segment");
///
/// It ends at a true fixed point, where each centre is the mean of the rows nearest to it. Neither the start nor the sums depend on how the rows are dealt
/// out: the start draws rows by a hash of their coordinates, and sums have 106 bits. Features with larger numbers weigh more:
/// standardise first unless that is meant. Each pass reads the dataset again: cache what is slow to read.
///
/// Source: S. P. Lloyd (1982), *Least squares quantization in PCM*, IEEE Transactions on Information Theory 28, 129–137.
public final class SparkSegments {

    /// After that many rounds the search ends without a fixed point, which the result says.
    public static final int MOST_ROUNDS = 300;

    private final Dataset<?> selected;
    private final List<String> columns;
    private final int k;
    private final long seed;

    private SparkSegments(Dataset<?> selected, List<String> columns, int k, long seed) {
        this.selected = selected;
        this.columns = columns;
        this.k = k;
        this.seed = seed;
    }

    /// The segments of all rows; incomplete rows are refused.
    ///
    /// @throws IllegalArgumentException as [#fit(Dataset, List, int, long, IncompleteRows)]
    public static SparkSegmentation fit(Dataset<?> dataset, List<String> columns, int k, long seed) {
        return fit(dataset, columns, k, seed, IncompleteRows.REFUSE);
    }

    /// The segments of the complete rows.
    ///
    /// @param k the number of segments, from 1 to the number of different rows
    /// @param seed the same seed gives the same segments
    /// @throws IllegalArgumentException if a column is not there or no number, rows are incomplete and refused, none is complete, all are equal, or k is
    ///     out of its range
    public static SparkSegmentation fit(Dataset<?> dataset, List<String> columns, int k, long seed, IncompleteRows rule) {
        List<String> names = Checks.distinct("columns", columns);
        Checks.atLeast("k", k, 1);
        Checks.present("rule", rule);
        return new SparkSegments(NumberColumns.select(dataset, names), names, k, seed).fit(rule);
    }

    private SparkSegmentation fit(IncompleteRows rule) {
        double[][] centre = new double[1][columns.size()];
        Partial first = sums(centre);
        RowCounts rows = RowCounts.of(columns, first.counters()).under(rule);
        if (rows.used() == 0) {
            throw new IllegalArgumentException("the dataset must have a complete row, but " + rows);
        }
        centre[0] = CentreSums.ofBytes(first.bytes()).mean(0);
        CentreSums around = CentreSums.ofBytes(sums(centre).bytes());
        double total = around.withinHigh;
        if (total == 0) {
            throw new IllegalArgumentException("rows must differ to be segmented, but all " + rows.used() + " are " + Arrays.toString(centre[0]));
        }
        return lloyd(k == 1 ? centre : start(), total, rows);
    }

    private double[][] start() {
        List<double[]> candidates = new ArrayList<>(drawn(new double[0][], 1, -1));
        for (int round = 0; round < Seeding.ROUNDS; round++) {
            candidates.addAll(drawn(candidates.toArray(double[][]::new), 2 * k, round));
        }
        if (candidates.size() < k) {
            throw new IllegalArgumentException("k must be at most the number of different rows, " + candidates.size() + ", but is " + k);
        }
        CentreSums weights = CentreSums.ofBytes(sums(candidates.toArray(double[][]::new)).bytes());
        return Seeding.reduce(candidates, weights.counts, k, seed);
    }

    private SparkSegmentation lloyd(double[][] start, double total, RowCounts rows) {
        double[][] centres = start;
        CentreSums sums = CentreSums.ofBytes(sums(centres).bytes());
        for (int round = 1;; round++) {
            double[][] next = new double[k][];
            boolean filled = false;
            for (int c = 0; c < k; c++) {
                if (sums.counts[c] > 0) {
                    next[c] = sums.mean(c);
                } else if (filled) {
                    next[c] = centres[c];
                } else {
                    next[c] = sums.farthest;
                    filled = true;
                }
            }
            boolean fixed = Arrays.deepEquals(next, centres);
            if (fixed || round == MOST_ROUNDS) {
                return SparkSegmentation.of(columns, centres, sums.counts, sums.withinHigh, total, round, fixed, rows);
            }
            centres = next;
            sums = CentreSums.ofBytes(sums(centres).bytes());
        }
    }

    private Partial sums(double[][] centres) {
        long bytes = 16L * centres.length * (columns.size() + 1);
        return Partials.of(selected, rows -> List.of(sums(rows, centres)).iterator(), SparkSegments::mergedSums, bytes);
    }

    private static Partial sums(Iterator<InternalRow> rows, double[][] centres) {
        CentreSums sums = new CentreSums(centres.length, centres[0].length);
        NumberColumns numbers = each(rows, centres[0].length, sums::add, centres);
        return new Partial(sums.toBytes(), numbers.counters());
    }

    private static Partial mergedSums(Partial first, Partial second) {
        RowCounts.add(first.counters(), second.counters());
        return new Partial(CentreSums.ofBytes(first.bytes()).addAll(CentreSums.ofBytes(second.bytes())).toBytes(), first.counters());
    }

    private List<double[]> drawn(double[][] candidates, int number, int round) {
        long salt = seed * 31 + round;
        int size = columns.size();
        Partial whole = Partials.of(selected, rows -> List.of(drawn(rows, size, candidates, number, salt)).iterator(), SparkSegments::mergedSamples,
                8L * number * (size + 1));
        return Seeding.Sample.ofBytes(whole.bytes()).rows();
    }

    private static Partial drawn(Iterator<InternalRow> rows, int columns, double[][] candidates, int number, long salt) {
        Seeding.Sample sample = new Seeding.Sample(number);
        // before the first candidate every row has the same chance
        NumberColumns numbers = each(rows, columns, (row, all) -> sample.offer(row,
                all.length == 0 ? 1 : CentreSums.squaredDistance(row, all[CentreSums.nearest(row, all)]), salt), candidates);
        return new Partial(sample.toBytes(), numbers.counters());
    }

    private static Partial mergedSamples(Partial first, Partial second) {
        return new Partial(Seeding.Sample.ofBytes(first.bytes()).addAll(Seeding.Sample.ofBytes(second.bytes())).toBytes(), first.counters());
    }

    private static NumberColumns each(Iterator<InternalRow> rows, int columns, BiConsumer<double[], double[][]> use, double[][] centres) {
        NumberColumns numbers = new NumberColumns(columns);
        double[] row = new double[columns];
        while (rows.hasNext()) {
            if (numbers.read(rows.next())) {
                numbers.copyTo(row);
                use.accept(row, centres);
            }
        }
        return numbers;
    }
}

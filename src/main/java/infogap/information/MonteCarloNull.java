package infogap.information;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.RandomAccess;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Draws tables from the permutation null and counts those at least as dependent as the observed one.
final class MonteCarloNull {

    private static final int REPLICATES_PER_TASK = 16;
    private static final long LARGEST_SHUFFLE = 1L << 30;

    /// How much of the null's standard deviation rounding may be, and a difference that counts as a tie.
    private static final double ROUNDING_SHARE = 0.01;
    private static final double TIE_SHARE = 0.001;

    private final long[] rowTotals;
    private final long[] columnTotals;
    private final SelfLogs logs;

    private MonteCarloNull(ContingencyTable<?, ?> table) {
        this.rowTotals = Arrays.stream(table.rowTotals()).filter(total -> total > 0).toArray();
        this.columnTotals = Arrays.stream(table.columnTotals()).filter(total -> total > 0).toArray();
        this.logs = new SelfLogs(table.total(), Math.min(largest(rowTotals), largest(columnTotals)));
    }

    static PermutationTest.MonteCarlo test(ContingencyTable<?, ?> table, int replicates, long seed, NullSampling sampling) {
        if (sampling == NullSampling.SHUFFLES && table.total() > LARGEST_SHUFFLE) {
            throw new IllegalArgumentException("table must have at most " + LARGEST_SHUFFLE + " observations to be shuffled, but has "
                    + table.total() + "; sample " + NullSampling.TABLES + " instead");
        }
        MonteCarloNull tables = new MonteCarloNull(table);
        long[] sums = tables.sums(table, replicates, seed, sampling);
        int cells = tables.rowTotals.length * tables.columnTotals.length;
        long observed = tables.logs.sum(table.cells());
        long tolerance = tables.tolerance(cells, observed, sums);
        long threshold = observed - tolerance;
        int atLeast = (int) Arrays.stream(sums).filter(sum -> sum >= threshold).count();
        return new PermutationTest.MonteCarlo(
                MutualInformation.of(table, Unit.NATS), replicates, atLeast, seed, sampling, tables.nats(sums, table.total()),
                tables.smallestP(table, observed, replicates, Arrays.stream(sums).max().orElseThrow() + tolerance));
    }

    /// Within how many units two sums count as equal: what rounding may do in the worst case, as long as that is nothing beside the spread of the null.
    private long tolerance(int cells, long observed, long[] sums) {
        // N·I is half a chi-squared variable where N is large
        double spread = Math.sqrt((rowTotals.length - 1.0) * (columnTotals.length - 1.0) / 2);
        long worst = SelfLogs.tolerance(cells);
        boolean roundingShows = spread > 0 && logs.toDouble(Math.sqrt(cells)) > ROUNDING_SHARE * spread;
        if (roundingShows && Arrays.stream(sums).anyMatch(sum -> Math.abs(sum - observed) <= worst)) {
            throw new IllegalArgumentException("table must have fewer observations than " + Arrays.stream(rowTotals).sum()
                    + " for a permutation test: its mutual information is among those of the replicates, and differs from them by no more than rounding;"
                    + " take AsymptoticTest, which has converged long before");
        }
        return spread > 0 ? Math.min(worst, logs.units(TIE_SHARE * spread)) : 0;
    }

    /// @param observed the sum of the table
    /// @param reached the largest sum that a replicate may have
    private SmallestP smallestP(ContingencyTable<?, ?> table, long observed, int replicates, long reached) {
        double least = 1 / (1.0 + replicates);
        SmallestP ofMargins = SmallestP.of(table);
        if (!ofMargins.exact() && Math.max(observed, dependentSum()) > reached) {
            return new SmallestP(least, true);
        }
        return new SmallestP(Math.max(least, ofMargins.value()), ofMargins.exact());
    }

    /// The sum of a table with these margins that is very dependent, if not the most: time and again the largest row goes to the largest column.
    private long dependentSum() {
        PriorityQueue<Long> rows = new PriorityQueue<>(Comparator.reverseOrder());
        PriorityQueue<Long> columns = new PriorityQueue<>(Comparator.reverseOrder());
        Arrays.stream(rowTotals).forEach(rows::add);
        Arrays.stream(columnTotals).forEach(columns::add);
        long sum = 0;
        while (!rows.isEmpty()) {
            long row = rows.remove();
            long column = columns.remove();
            long cell = Math.min(row, column);
            sum += logs.of(cell);
            if (row > cell) {
                rows.add(row - cell);
            } else if (column > cell) {
                columns.add(column - cell);
            }
        }
        return sum;
    }

    private long[] sums(ContingencyTable<?, ?> table, int replicates, long seed, NullSampling sampling) {
        long[] seeds = new SplittableRandom(seed).longs(replicates).toArray();
        long[] sums = new long[replicates];
        int tasks = (replicates + REPLICATES_PER_TASK - 1) / REPLICATES_PER_TASK;
        IntStream.range(0, tasks).parallel().forEach(task -> {
            Replicate replicate = switch (sampling) {
                case TABLES -> new DrawnTable();
                case SHUFFLES -> new ShuffledCodes();
            };
            int end = Math.min(replicates, (task + 1) * REPLICATES_PER_TASK);
            for (int k = task * REPLICATES_PER_TASK; k < end; k++) {
                sums[k] = replicate.draw(new SplittableRandom(seeds[k]));
            }
        });
        return sums;
    }

    private List<Double> nats(long[] sums, long total) {
        double margins = logs.toDouble(logs.sum(rowTotals) + logs.sum(columnTotals));
        double[] nats = Arrays.stream(sums)
                .mapToDouble(sum -> Math.max(0, Math.log(total) + (logs.toDouble(sum) - margins) / total))
                .toArray();
        return new Doubles(nats);
    }

    private static long largest(long[] totals) {
        return Arrays.stream(totals).max().orElseThrow();
    }

    /// One draw from the null: the sum of `n ln n` over its cells. The scratch space belongs to one task.
    private interface Replicate {
        long draw(RandomGenerator random);
    }

    /// Row by row, each cell hypergeometric given what is left of its column and of its row.
    private final class DrawnTable implements Replicate {

        private final long[] remaining = new long[columnTotals.length];

        @Override
        public long draw(RandomGenerator random) {
            System.arraycopy(columnTotals, 0, remaining, 0, remaining.length);
            long population = 0;
            for (long total : rowTotals) {
                population += total;
            }
            long sum = 0;
            int last = remaining.length - 1;
            for (int i = 0; i < rowTotals.length - 1; i++) {
                long left = rowTotals[i];
                long pool = population;
                for (int j = 0; j < last; j++) {
                    pool -= remaining[j];
                    long n = Hypergeometric.draw(remaining[j], pool, left, random);
                    remaining[j] -= n;
                    left -= n;
                    sum += logs.of(n);
                }
                remaining[last] -= left;
                sum += logs.of(left);
                population -= rowTotals[i];
            }
            return sum + logs.sum(remaining);
        }
    }

    /// The observations in full, the Y values shuffled (Fisher–Yates) and counted.
    private final class ShuffledCodes implements Replicate {

        private final int[] y = expanded();
        private final int[] counts = new int[rowTotals.length * columnTotals.length];

        @Override
        public long draw(RandomGenerator random) {
            for (int k = y.length - 1; k > 0; k--) {
                int other = random.nextInt(k + 1);
                int kept = y[k];
                y[k] = y[other];
                y[other] = kept;
            }
            Arrays.fill(counts, 0);
            int position = 0;
            for (int i = 0; i < rowTotals.length; i++) {
                for (long k = 0; k < rowTotals[i]; k++) {
                    counts[i * columnTotals.length + y[position++]]++;
                }
            }
            long sum = 0;
            for (int n : counts) {
                sum += logs.of(n);
            }
            return sum;
        }

        private int[] expanded() {
            int[] codes = new int[(int) Arrays.stream(columnTotals).sum()];
            int position = 0;
            for (int j = 0; j < columnTotals.length; j++) {
                Arrays.fill(codes, position, position += (int) columnTotals[j], j);
            }
            return codes;
        }
    }

    /// A read-only view, so that a hundred thousand replicates are not boxed before somebody looks at them.
    private static final class Doubles extends AbstractList<Double> implements RandomAccess {

        private final double[] values;

        private Doubles(double[] values) {
            this.values = values;
        }

        @Override
        public Double get(int index) {
            return values[index];
        }

        @Override
        public int size() {
            return values.length;
        }
    }
}

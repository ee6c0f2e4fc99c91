package infogap.information;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;

/// Visits every table with given margins, each with the number of permutations that lead to it: `Π r_i! Π c_j! / Π n_ij!` of `N!`.
///
/// Comparisons of `Π n^n` are decided by the fixed-point logarithms where these differ clearly, and by the integers themselves
/// where they do not.
final class ExactNull {

    /// Beyond these the integers get long, or the recursion deep, before a table is complete.
    private static final int MAXIMAL_TOTAL = 1000;
    private static final int MAXIMAL_CELLS = 1000;

    private final int[] rowTotals;
    private final int[] columnTotals;
    private final BigInteger[] factorials;
    private final SelfLogs logs;
    private final long tolerance;
    private final long observed;
    private final BigInteger observedPower;
    private final int[] cells;
    private final int[] remaining;
    private final BigInteger marginPermutations;
    private final TreeMap<Long, BigInteger> weights = new TreeMap<>();

    private int visited;
    private long largest;
    private BigInteger largestPower = BigInteger.ZERO;
    private BigInteger weightOfLargest = BigInteger.ZERO;
    private BigInteger weightAtLeastObserved = BigInteger.ZERO;

    private ExactNull(ContingencyTable<?, ?> table) {
        this.rowTotals = positive(table.rowTotals());
        this.columnTotals = positive(table.columnTotals());
        int total = (int) table.total();
        this.factorials = factorials(total);
        this.logs = new SelfLogs(total, total);
        this.cells = new int[rowTotals.length * columnTotals.length];
        this.tolerance = SelfLogs.tolerance(cells.length);
        this.observed = logs.sum(table.cells());
        this.observedPower = selfPower(positive(table.cells()));
        this.remaining = columnTotals.clone();
        this.marginPermutations = factorialProduct(rowTotals).multiply(factorialProduct(columnTotals));
    }

    /// The exact test, or nothing when there are more tables than the budget allows or too many observations.
    static Optional<PermutationTest.Exact> test(ContingencyTable<?, ?> table, int budget) {
        long support = (long) Counts.support(table.rowTotals()) * Counts.support(table.columnTotals());
        if (table.total() > MAXIMAL_TOTAL || support > MAXIMAL_CELLS) {
            return Optional.empty();
        }
        ExactNull tables = new ExactNull(table);
        // counting alone needs no long integers, so that a table with too many relatives is given up quickly
        if (tables.count(0, tables.rowTotals[0], 0, budget) > budget) {
            return Optional.empty();
        }
        tables.fill(0, tables.rowTotals[0], BigInteger.ONE, 0);
        return Optional.of(tables.result(table));
    }

    /// Adds the number of tables that agree up to this cell to `found`; stops soon after the budget is exceeded.
    private int count(int cell, int left, int found, int budget) {
        if (cell == cells.length - columnTotals.length) {
            // the last row is what remains
            return found + 1;
        }
        int column = cell % columnTotals.length;
        int counted = found;
        int most = Math.min(left, remaining[column]);
        for (int n = Math.max(0, left - later(column)); n <= most && counted <= budget; n++) {
            remaining[column] -= n;
            counted = count(cell + 1, next(cell, left, n), counted, budget);
            remaining[column] += n;
        }
        return counted;
    }

    /// What is left of the columns after this one.
    private int later(int column) {
        int later = 0;
        for (int j = column + 1; j < remaining.length; j++) {
            later += remaining[j];
        }
        return later;
    }

    /// What the next cell's row has left to place when this cell takes n.
    private int next(int cell, int left, int n) {
        boolean rowEnds = cell % columnTotals.length == columnTotals.length - 1;
        int nextRow = cell / columnTotals.length + 1;
        return !rowEnds ? left - n : nextRow == rowTotals.length ? 0 : rowTotals[nextRow];
    }

    /// Fills the cells from this one on, with `left` observations of its row still to place.
    private void fill(int cell, int left, BigInteger denominator, long sum) {
        if (cell == cells.length) {
            visit(denominator, sum);
            return;
        }
        int column = cell % columnTotals.length;
        boolean lastRow = cell >= cells.length - columnTotals.length;
        int least = lastRow ? remaining[column] : Math.max(0, left - later(column));
        int most = lastRow ? least : Math.min(left, remaining[column]);
        for (int n = least; n <= most; n++) {
            cells[cell] = n;
            remaining[column] -= n;
            fill(cell + 1, next(cell, left, n), n < 2 ? denominator : denominator.multiply(factorials[n]), sum + logs.of(n));
            remaining[column] += n;
        }
    }

    private void visit(BigInteger denominator, long sum) {
        visited++;
        BigInteger weight = marginPermutations.divide(denominator);
        if (compare(sum, observed, observedPower) >= 0) {
            weightAtLeastObserved = weightAtLeastObserved.add(weight);
        }
        int comparison = visited == 1 ? 1 : compare(sum, largest, largestPower);
        if (comparison > 0) {
            largest = sum;
            largestPower = selfPower(cells);
            weightOfLargest = weight;
        } else if (comparison == 0) {
            weightOfLargest = weightOfLargest.add(weight);
        }
        weights.merge(sum, weight, BigInteger::add);
    }

    private int compare(long sum, long other, BigInteger otherPower) {
        return Math.abs(sum - other) > tolerance ? Long.compare(sum, other) : selfPower(cells).compareTo(otherPower);
    }

    private PermutationTest.Exact result(ContingencyTable<?, ?> table) {
        BigInteger all = factorials[(int) table.total()];
        return new PermutationTest.Exact(
                MutualInformation.of(table, Unit.NATS),
                new BigFraction(weightAtLeastObserved, all),
                new BigFraction(weightOfLargest, all),
                visited,
                nullDistribution(table, all));
    }

    private List<PermutationTest.NullValue> nullDistribution(ContingencyTable<?, ?> table, BigInteger all) {
        // neighbours within the tolerance are one value that rounding split; keyed by the smallest of them
        TreeMap<Long, BigInteger> merged = new TreeMap<>();
        for (Map.Entry<Long, BigInteger> entry : weights.entrySet()) {
            Long before = merged.floorKey(entry.getKey());
            boolean same = before != null && entry.getKey() - before <= tolerance;
            merged.merge(same ? before : entry.getKey(), entry.getValue(), BigInteger::add);
        }
        double margins = logs.toDouble(logs.sum(table.rowTotals()) + logs.sum(table.columnTotals()));
        double total = table.total();
        List<PermutationTest.NullValue> values = new ArrayList<>();
        merged.forEach((sum, weight) ->
                values.add(nullValue(Math.log(total) + (logs.toDouble(sum) - margins) / total, weight, all)));
        return List.copyOf(values);
    }

    private static PermutationTest.NullValue nullValue(double nats, BigInteger weight, BigInteger all) {
        double probability = new BigDecimal(weight).divide(new BigDecimal(all), MathContext.DECIMAL64).doubleValue();
        return new PermutationTest.NullValue(Math.max(0, nats), probability);
    }

    private BigInteger factorialProduct(int[] counts) {
        return Arrays.stream(counts).mapToObj(n -> factorials[n]).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /// `Π n^n`, whose logarithm is the sum that is compared.
    private static BigInteger selfPower(int[] counts) {
        BigInteger product = BigInteger.ONE;
        for (int n : counts) {
            if (n > 1) {
                product = product.multiply(BigInteger.valueOf(n).pow(n));
            }
        }
        return product;
    }

    private static BigInteger[] factorials(int largest) {
        BigInteger[] factorials = new BigInteger[largest + 1];
        factorials[0] = BigInteger.ONE;
        for (int n = 1; n <= largest; n++) {
            factorials[n] = factorials[n - 1].multiply(BigInteger.valueOf(n));
        }
        return factorials;
    }

    private static int[] positive(long[] totals) {
        return Arrays.stream(totals).filter(total -> total > 0).mapToInt(Math::toIntExact).toArray();
    }
}

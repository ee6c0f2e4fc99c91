package infogap.information;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Mutual information corrected for chance: `AMI = (I − E I) / (bound − E I)`, 0 on average for random groupings with the same
/// margins and 1 for identical ones.
///
/// `E I` is the exact expectation over all permutations, with a hypergeometric distribution in each cell.
///
/// Source: N. X. Vinh, J. Epps and J. Bailey (2010), *Information theoretic measures for clusterings comparison: variants, properties,
/// normalization and correction for chance*, Journal of Machine Learning Research 11, 2837–2854.
///
/// @param normalization the bound
/// @param nats the observed `I(X; Y)` in nats
/// @param expectedNats `E I` in nats, under the permutation null
/// @param boundNats the bound in nats
/// @param adjusted the adjusted value; undefined (0/0) where chance alone reaches the bound, as for two groupings into singletons
public record AdjustedMutualInformation(
        Normalization normalization, double nats, double expectedNats, double boundNats, Estimate adjusted) {

    /// Below this share of the bound, `bound − E I` is rounding: chance alone reaches the bound.
    private static final double ROUNDING = 1e-13;

    /// Below this squared coefficient of variation, the count in a cell is as good as normal.
    private static final double NARROW = 1e-11;

    /// A probability relative to the most probable one that cannot show in a sum of doubles.
    private static final double NEGLIGIBLE = 1e-60;

    /// The adjusted mutual information of a table, with the mean of the entropies as its bound.
    public static AdjustedMutualInformation of(ContingencyTable<?, ?> table) {
        return of(table, Normalization.ARITHMETIC);
    }

    /// The adjusted mutual information of a table.
    public static AdjustedMutualInformation of(ContingencyTable<?, ?> table, Normalization normalization) {
        Checks.present("table", table);
        Checks.present("normalization", normalization);
        double nats = MutualInformation.of(table, Unit.NATS);
        double expected = SmallestP.isConstantUnderPermutation(table) ? nats : expectedNats(table);
        double bound = normalization.bound(
                Entropy.ofCounts(table.rowTotals(), Unit.NATS),
                Entropy.ofCounts(table.columnTotals(), Unit.NATS),
                Entropy.ofCounts(table.cells(), Unit.NATS));
        Estimate adjusted = bound - expected <= ROUNDING * bound
                ? new Estimate.Undefined("0/0: chance alone reaches the bound " + normalization.formula())
                : new Estimate.Value((nats - expected) / (bound - expected));
        return new AdjustedMutualInformation(normalization, nats, expected, bound, adjusted);
    }

    /// `E I = Σ_ij Σ_n (n/N) ln (n N / (r_i c_j)) · P(n)`; cells with the same margins are computed once.
    private static double expectedNats(ContingencyTable<?, ?> table) {
        CompensatedSum sum = new CompensatedSum();
        Map<Long, Long> columns = multiplicities(table.columnTotals());
        multiplicities(table.rowTotals()).forEach((row, rowTimes) -> columns.forEach((column, columnTimes) ->
                sum.add((double) rowTimes * columnTimes * expectedCell(row, column, table.total()))));
        return sum.value();
    }

    private static double expectedCell(long row, long column, long total) {
        double mean = (double) row / total * column;
        double variance = mean * ((double) (total - row) / total) * ((double) (total - column) / Math.max(1, total - 1));
        if (variance < NARROW * mean * mean) {
            // φ(d) = d²/2 to eleven digits, and a walk over so many counts would take minutes
            return mean / total * variance / (2 * mean * mean);
        }
        long least = Math.max(0, row + column - total);
        long most = Math.min(row, column);
        long mode = Math.clamp((long) ((row + 1.0) * (column + 1.0) / (total + 2.0)), least, most);
        // weights relative to the mode by the recurrence, then normalised: no factorial, no cancellation
        CompensatedSum mass = new CompensatedSum().add(1);
        CompensatedSum moment = new CompensatedSum().add(information(mode, row, column, total));
        double weight = 1;
        for (long n = mode; n < most && weight > NEGLIGIBLE; n++) {
            weight *= (double) (row - n) * (column - n) / ((double) (n + 1) * (total - row - column + n + 1));
            mass.add(weight);
            moment.add(weight * information(n + 1, row, column, total));
        }
        weight = 1;
        for (long n = mode; n > least && weight > NEGLIGIBLE; n--) {
            weight *= (double) n * (total - row - column + n) / ((double) (row - n + 1) * (column - n + 1));
            mass.add(weight);
            moment.add(weight * information(n - 1, row, column, total));
        }
        return moment.value() / mass.value();
    }

    /// `q φ(n/(N q) − 1)` with `q = r c / N²`, which has the same mean as `(n/N) ln (n/(N q))` because `E n = N q`, and no sign.
    private static double information(long n, long row, long column, long total) {
        return (double) row / total * ((double) column / total) * Terms.excess(Terms.deviation(n, total, row, column));
    }

    private static Map<Long, Long> multiplicities(long[] totals) {
        return Arrays.stream(totals)
                .filter(total -> total > 0)
                .boxed()
                .collect(Collectors.groupingBy(total -> total, TreeMap::new, Collectors.counting()));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, """
                I(X;Y)    %.6f nats
                E I(X;Y)  %.6f nats under random pairings
                bound     %.6f nats, %s
                adjusted  %s""", nats, expectedNats, boundNats, normalization.formula(), adjusted);
    }
}

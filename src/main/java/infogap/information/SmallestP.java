package infogap.information;

import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;

/// The smallest p-value that a permutation test could reach on data with the margins of a table: the share of permutations that
/// make the variables as dependent as these margins allow.
///
/// @param value the value
/// @param exact whether it is attained; otherwise it is a lower bound
public record SmallestP(double value, boolean exact) {

    /// Up to how many tables are enumerated for the exact value.
    public static final int ENUMERATED_TABLES = 20_000;

    /// Exact where at most [#ENUMERATED_TABLES] tables have these margins or the null has only one value; otherwise one over the number of different arrangements of the observations.
    public static SmallestP of(ContingencyTable<?, ?> table) {
        Checks.present("table", table);
        if (isConstantUnderPermutation(table)) {
            return new SmallestP(1, true);
        }
        Optional<PermutationTest.Exact> exact = PermutationTest.exact(table, ENUMERATED_TABLES);
        return exact.map(PermutationTest.Exact::smallestAttainableP).orElseGet(() -> new SmallestP(bound(table), false));
    }

    /// Whether every permutation gives the same mutual information: a variable is constant, or none of its values repeats.
    static boolean isConstantUnderPermutation(ContingencyTable<?, ?> table) {
        return isTrivial(table.rowTotals()) || isTrivial(table.columnTotals());
    }

    private static boolean isTrivial(long[] totals) {
        return Counts.support(totals) == 1 || Arrays.stream(totals).allMatch(total -> total <= 1);
    }

    static double bound(ContingencyTable<?, ?> table) {
        return Math.max(oneOverArrangements(table.total(), table.rowTotals()), oneOverArrangements(table.total(), table.columnTotals()));
    }

    /// `Π c_j! / N!`, which is 0 where it is below the smallest double.
    private static double oneOverArrangements(long total, long[] totals) {
        double log = -Gamma.logGamma(total + 1.0);
        for (long part : totals) {
            log += Gamma.logGamma(part + 1.0);
        }
        return Math.exp(log);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, exact ? "%.6g" : "at least %.3g", value);
    }
}

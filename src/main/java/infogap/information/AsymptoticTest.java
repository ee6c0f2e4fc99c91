package infogap.information;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;

/// Test of independence against the χ² distribution with `(m_x − 1)(m_y − 1)` degrees of freedom, m the observed rows and columns.
///
/// Null hypothesis: X and Y are independent, and N is large enough that the statistic follows its limit distribution. The second
/// half fails in small samples; [Tested#warning] then says so.
///
/// Source: A. Agresti (2013), *Categorical Data Analysis*, 3rd ed., Wiley, chapter 3.
public sealed interface AsymptoticTest {

    /// Below this expected count the approximation is not trusted (Cochran's rule of thumb).
    double LEAST_EXPECTED_COUNT = 5;

    /// Which statistic.
    enum Statistic {

        /// Likelihood ratio `G = 2 Σ n_ij ln (n_ij N / (r_i c_j)) = 2 N I(X; Y)` in nats.
        G("G") {
            @Override
            double of(ContingencyTable<?, ?> table) {
                return 2.0 * table.total() * MutualInformation.of(table, Unit.NATS);
            }
        },

        /// Pearson's `χ² = Σ (n_ij − e_ij)² / e_ij` with `e_ij = r_i c_j / N`.
        CHI_SQUARED("χ²") {
            @Override
            double of(ContingencyTable<?, ?> table) {
                long[] rows = table.rowTotals();
                long[] columns = table.columnTotals();
                double total = table.total();
                CompensatedSum sum = new CompensatedSum();
                for (int i = 0; i < rows.length; i++) {
                    for (int j = 0; j < columns.length; j++) {
                        if (rows[i] > 0 && columns[j] > 0) {
                            double deviation = Terms.deviation(table.count(i, j), total, rows[i], columns[j]);
                            sum.add(rows[i] / total * columns[j] * deviation * deviation);
                        }
                    }
                }
                return sum.value();
            }
        };

        private final String symbol;

        Statistic(String symbol) {
            this.symbol = symbol;
        }

        abstract double of(ContingencyTable<?, ?> table);

        @Override
        public String toString() {
            return symbol;
        }
    }

    /// The likelihood-ratio test.
    static AsymptoticTest g(ContingencyTable<?, ?> table) {
        return of(table, Statistic.G);
    }

    /// Pearson's test, without a continuity correction.
    static AsymptoticTest chiSquared(ContingencyTable<?, ?> table) {
        return of(table, Statistic.CHI_SQUARED);
    }

    /// The test with this statistic.
    static AsymptoticTest of(ContingencyTable<?, ?> table, Statistic statistic) {
        Checks.present("table", table);
        Checks.present("statistic", statistic);
        int rows = Counts.support(table.rowTotals());
        int columns = Counts.support(table.columnTotals());
        long freedom = (rows - 1L) * (columns - 1);
        if (freedom == 0) {
            return new NotTestable(statistic, "only one value of " + (rows == 1 ? "the row variable" : "the column variable")
                    + " was observed, so there are 0 degrees of freedom");
        }
        double value = statistic.of(table);
        return new Tested(statistic, value, freedom, Gamma.regularizedGammaQ(freedom / 2.0, value / 2), SmallExpectedCounts.in(table));
    }

    /// A statistic with its p-value.
    ///
    /// @param statistic which statistic
    /// @param value its value
    /// @param degreesOfFreedom `(m_x − 1)(m_y − 1)`
    /// @param p the probability that χ² with these degrees of freedom is at least the value
    /// @param warning present when expected counts are too small for p to be trusted
    record Tested(Statistic statistic, double value, long degreesOfFreedom, double p, Optional<SmallExpectedCounts> warning)
            implements AsymptoticTest {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s = %.6f, %d degrees of freedom, p = %.6g (null: independence, large-sample χ² limit)%s",
                    statistic, value, degreesOfFreedom, p, warning.map(w -> "\nwarning: " + w).orElse(""));
        }
    }

    /// A variable was constant: there is nothing to test.
    record NotTestable(Statistic statistic, String reason) implements AsymptoticTest {

        @Override
        public String toString() {
            return statistic + " not testable: " + reason;
        }
    }

    /// Expected counts `r_i c_j / N` below [#LEAST_EXPECTED_COUNT], where the χ² limit may be far off.
    ///
    /// @param cells how many cells expect fewer
    /// @param ofCells of how many in observed rows and columns
    /// @param smallest the smallest expected count
    record SmallExpectedCounts(long cells, long ofCells, double smallest) {

        static Optional<SmallExpectedCounts> in(ContingencyTable<?, ?> table) {
            long below = 0;
            long all = 0;
            double smallest = Double.POSITIVE_INFINITY;
            for (long row : table.rowTotals()) {
                for (long column : table.columnTotals()) {
                    if (row > 0 && column > 0) {
                        double expected = (double) row / table.total() * column;
                        all++;
                        below += expected < LEAST_EXPECTED_COUNT ? 1 : 0;
                        smallest = Math.min(smallest, expected);
                    }
                }
            }
            return below == 0 ? Optional.empty() : Optional.of(new SmallExpectedCounts(below, all, smallest));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d of %d expected counts are below %.0f (smallest %.4g): do not trust this p, use a permutation test",
                    cells, ofCells, LEAST_EXPECTED_COUNT, smallest);
        }
    }
}

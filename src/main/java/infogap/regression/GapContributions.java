package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How much of the information gap (信息差) that the regressors close is due to each row.
///
/// Under squared error the gap between who knows each response and who knows none is Σ(y_i − m)², where m is the best report without the
/// regressors: ȳ for a model with an intercept, 0 without. The regressors close SSR = Σ(ŷ_i − m)² of it, R² as a share. Row i's
/// contribution is what its squared error falls by when ŷ_i is reported in place of m,
///
///     c_i = (y_i − m)² − (y_i − ŷ_i)²,   Σ c_i = SSR,   Σ c_i / Σ(y_i − m)² = R²
///
/// A negative contribution says that for this row the regressors made the report worse. The sum is never negative.
///
/// @param baseline      m
/// @param contributions c_i, in squared units of the response
/// @param shares        c_i / Σ(y_i − m)²; they sum to R²
/// @param closed        SSR = Σ c_i
/// @param total         Σ(y_i − m)²
public record GapContributions(double baseline, double[] contributions, double[] shares, double closed, double total) {

    private static final int ROWS_SHOWN = 20;

    static GapContributions of(Solution solution, Rows rows) {
        int n = rows.size();
        DoubleDouble baseline = solution.intercept ? mean(rows) : DoubleDouble.ZERO;
        DoubleDouble total = solution.totalSumOfSquares();
        DoubleDouble[] exact = IntStream.range(0, n).parallel()
                .mapToObj(row -> {
                    DoubleDouble y = rows.response().precise(row);
                    DoubleDouble fit = solution.fitted(rows.precise(row));
                    // the difference of the squares as a product, which cancels nothing
                    return fit.minus(baseline).times(y.minus(baseline).plus(y.minus(fit)));
                })
                .toArray(DoubleDouble[]::new);
        double[] contributions = new double[n];
        double[] shares = new double[n];
        for (int i = 0; i < n; i++) {
            contributions[i] = exact[i].toDouble();
            shares[i] = exact[i].dividedBy(total).toDouble();
        }
        return new GapContributions(baseline.toDouble(), contributions, shares, solution.explainedSumOfSquares().toDouble(), total.toDouble());
    }

    private static DoubleDouble mean(Rows rows) {
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int i = 0; i < rows.size(); i++) {
            sum = sum.plus(rows.response().precise(i));
        }
        return sum.dividedBy(DoubleDouble.of(rows.size()));
    }

    /// The rows for which the regressors made the report worse.
    public List<Integer> worsened() {
        return IntStream.range(0, contributions.length).filter(i -> contributions[i] < 0).boxed().toList();
    }

    /// The rows in falling order of their contributions, of many the first and the last ten.
    @Override
    public String toString() {
        List<Integer> order = IntStream.range(0, contributions.length).boxed()
                .sorted(Comparator.comparingDouble(i -> -contributions[i]))
                .toList();
        StringBuilder text = new StringBuilder("  row  contribution       share\n");
        for (int k = 0; k < order.size(); k++) {
            if (order.size() > ROWS_SHOWN && k == ROWS_SHOWN / 2) {
                text.append("  ...\n");
                k = order.size() - ROWS_SHOWN / 2;
            }
            int i = order.get(k);
            text.append(String.format(Locale.ROOT, "%5d  %12.6g  %10.6f%n", i, contributions[i], shares[i]));
        }
        return text.append(String.format(Locale.ROOT, "  sum  %12.6g  %10.6f = R²; worse with the regressors: %d of %d rows%n",
                closed, closed / total, worsened().size(), contributions.length)).toString();
    }
}

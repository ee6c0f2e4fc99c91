package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// What each row does to the fit.
///
/// @param leverages    h_i = x_iᵀ(XᵀX)⁻¹x_i, the diagonal of the hat matrix; they sum to p
/// @param standardised r_i = e_i/(s√(1 − h_i))
/// @param studentised  the same with s estimated without row i, R's `rstudent`
/// @param cooks        D_i = r_i² h_i/(p(1 − h_i))
public record Influence(double[] leverages, double[] standardised, double[] studentised, double[] cooks) {

    static Influence of(Solution solution, Rows rows) {
        double[] leverages = leverages(solution, rows);
        double[] residuals = residuals(solution, rows);
        int n = residuals.length;
        int p = solution.columns();
        double sumOfSquares = solution.sumOfSquaredErrors.toDouble();
        long freedom = solution.degreesOfFreedom();
        double[] standardised = new double[n];
        double[] studentised = new double[n];
        double[] cooks = new double[n];
        for (int i = 0; i < n; i++) {
            double rest = 1 - leverages[i];
            standardised[i] = residuals[i] / Math.sqrt(sumOfSquares / freedom * rest);
            double without = (sumOfSquares - residuals[i] * residuals[i] / rest) / (freedom - 1);
            studentised[i] = residuals[i] / Math.sqrt(without * rest);
            cooks[i] = standardised[i] * standardised[i] * leverages[i] / (p * rest);
        }
        return new Influence(leverages, standardised, studentised, cooks);
    }

    static double[] leverages(Solution solution, Rows rows) {
        return perRow(rows, row -> squaredNorm(solution.whiten(rows.precise(row))).toDouble());
    }

    static double[] fitted(Solution solution, Rows rows) {
        return perRow(rows, row -> solution.fitted(rows.precise(row)).toDouble());
    }

    static double[] residuals(Solution solution, Rows rows) {
        return perRow(rows, row -> rows.response().precise(row).minus(solution.fitted(rows.precise(row))).toDouble());
    }

    static DoubleDouble squaredNorm(DoubleDouble[] z) {
        DoubleDouble sum = DoubleDouble.ZERO;
        for (DoubleDouble entry : z) {
            sum = sum.plus(entry.square());
        }
        return sum;
    }

    private static double[] perRow(Rows rows, IntToDoubleFunction function) {
        return IntStream.range(0, rows.size()).parallel().mapToDouble(function).toArray();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("  row    leverage  standardised   studentised        Cook\n");
        for (int i = 0; i < leverages.length; i++) {
            text.append(String.format(Locale.ROOT, "%5d  %10.6f  %12.6f  %12.6f  %10.6f%n", i, leverages[i], standardised[i], studentised[i], cooks[i]));
        }
        return text.toString();
    }
}

package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// What each row does to the fit.
///
/// A row with leverage 1 is the only one that some coefficient depends on: the fit passes through it whatever it says. Its standardised and
/// studentised residuals and its Cook's distance do not exist; they are NaN, and [#pinnedRows] lists such rows. With one
/// residual degree of freedom no studentised residual exists.
///
/// With weights x_i and e_i stand for √w_i x_i and √w_i e_i where the weights are precisions; where they are frequencies, for one of the equal rows.
///
/// @param leverages    h_i = x_iᵀ(XᵀX)⁻¹x_i, the diagonal of the hat matrix; they sum to p
/// @param standardised r_i = e_i/(s√(1 − h_i))
/// @param studentised  the same with s estimated without row i, R's `rstudent`
/// @param cooks        D_i = r_i² h_i/(p(1 − h_i))
/// @param pinnedRows   rows with leverage 1 to rounding
public record Influence(double[] leverages, double[] standardised, double[] studentised, double[] cooks, List<Integer> pinnedRows) {

    /// 1 − h below this is rounding.
    static final double PINNED = 1e-13;

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
        List<Integer> pinned = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double rest = 1 - leverages[i];
            if (rest < PINNED) {
                pinned.add(i);
                rest = Double.NaN;
            }
            double scaled = residuals[i] * rows.root(i);
            standardised[i] = scaled / Math.sqrt(sumOfSquares / freedom * rest);
            double without = (sumOfSquares - scaled * scaled / rest) / (freedom - 1);
            studentised[i] = freedom == 1 ? Double.NaN : scaled / Math.sqrt(without * rest);
            cooks[i] = standardised[i] * standardised[i] * leverages[i] / (p * rest);
        }
        return new Influence(leverages, standardised, studentised, cooks, List.copyOf(pinned));
    }

    static double[] leverages(Solution solution, Rows rows) {
        return perRow(rows, row -> squaredNorm(solution.whiten(rows.scaled(row))).toDouble());
    }

    /// √w·e: residuals of one variance.
    static double[] scaledResiduals(Solution solution, Rows rows) {
        double[] residuals = residuals(solution, rows);
        Arrays.setAll(residuals, row -> residuals[row] * rows.root(row));
        return residuals;
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
            text.append(String.format(Locale.ROOT, "%5d  %10.6f  %12.6f  %12.6f  %10.6f%n", i, leverages[i], standardised[i],
                    studentised[i], cooks[i]));
        }
        return text.append(pinnedRows.isEmpty() ? "" : "rows with leverage 1: " + pinnedRows + "\n").toString();
    }
}

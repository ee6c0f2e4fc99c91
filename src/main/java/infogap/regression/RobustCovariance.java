package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.stream.IntStream;

/// Covariances of the coefficients that hold under heteroskedasticity: S (Σ ω_i x_i x_iᵀ) S with S = (XᵀX)⁻¹, residual e_i and leverage h_i.
///
/// Sources: H. White (1980), *A heteroskedasticity-consistent covariance matrix estimator and a direct test for
/// heteroskedasticity*, Econometrica 48, 817–838 (HC0); J. G. MacKinnon and H. White (1985), *Some heteroskedasticity-consistent
/// covariance matrix estimators with improved finite sample properties*, Journal of Econometrics 29, 305–325 (HC1–HC3);
/// F. Cribari-Neto (2004), *Asymptotic inference under heteroskedasticity of unknown form*, Computational Statistics & Data Analysis 45, 215–233 (HC4).
public enum RobustCovariance {

    /// ω_i = e_i²
    HC0,

    /// ω_i = e_i² n/(n − p)
    HC1,

    /// ω_i = e_i²/(1 − h_i)
    HC2,

    /// ω_i = e_i²/(1 − h_i)²
    HC3,

    /// ω_i = e_i²/(1 − h_i)^δ with δ = min(4, n h_i/p)
    HC4;

    private double weight(double residual, double leverage, int n, int p) {
        double square = residual * residual;
        return switch (this) {
            case HC0 -> square;
            case HC1 -> square * n / (n - p);
            case HC2 -> square / (1 - leverage);
            case HC3 -> square / ((1 - leverage) * (1 - leverage));
            case HC4 -> square / Math.pow(1 - leverage, Math.min(4, n * leverage / p));
        };
    }

    // The rows are whitened first, z = R⁻ᵀx, so that S (Σ ω x xᵀ) S = R⁻¹ (Σ ω z zᵀ) R⁻ᵀ has a well-conditioned middle.
    double[][] of(Solution solution, Rows rows) {
        int n = rows.size();
        int p = solution.columns();
        double[] residuals = Influence.residuals(solution, rows);
        DoubleDouble[][] middle = new DoubleDouble[p][p];
        for (DoubleDouble[] row : middle) {
            java.util.Arrays.fill(row, DoubleDouble.ZERO);
        }
        double[][] whitened = IntStream.range(0, n).parallel()
                .mapToObj(i -> toDoubles(solution.whiten(rows.precise(i))))
                .toArray(double[][]::new);
        for (int i = 0; i < n; i++) {
            double[] z = whitened[i];
            double leverage = 0;
            for (double entry : z) {
                leverage = Math.fma(entry, entry, leverage);
            }
            double weight = weight(residuals[i], leverage, n, p);
            for (int j = 0; j < p; j++) {
                for (int k = 0; k <= j; k++) {
                    middle[j][k] = middle[j][k].plus(weight * z[j] * z[k]);
                }
            }
        }
        return sandwich(solution.inverse, middle);
    }

    private static double[] toDoubles(DoubleDouble[] values) {
        return java.util.Arrays.stream(values).mapToDouble(DoubleDouble::toDouble).toArray();
    }

    private static double[][] sandwich(DoubleDouble[][] inverse, DoubleDouble[][] middle) {
        int p = inverse.length;
        DoubleDouble[][] left = new DoubleDouble[p][p];
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < p; k++) {
                DoubleDouble sum = DoubleDouble.ZERO;
                for (int j = i; j < p; j++) {
                    sum = sum.plus(inverse[i][j].times(j >= k ? middle[j][k] : middle[k][j]));
                }
                left[i][k] = sum;
            }
        }
        double[][] covariance = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                DoubleDouble sum = DoubleDouble.ZERO;
                for (int k = j; k < p; k++) {
                    sum = sum.plus(left[i][k].times(inverse[j][k]));
                }
                covariance[i][j] = sum.toDouble();
            }
        }
        return covariance;
    }
}

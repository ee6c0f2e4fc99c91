package infogap.regression;

/// Covariances of the coefficients that hold under heteroskedasticity: S (Σ ω_i x_i x_iᵀ) S with S = (XᵀX)⁻¹, residual e_i and
/// leverage h_i.
///
/// Sources: H. White (1980), *A heteroskedasticity-consistent covariance matrix estimator and a direct test for
/// heteroskedasticity*, Econometrica 48, 817–838 (HC0); J. G. MacKinnon and H. White (1985), *Some heteroskedasticity-consistent
/// covariance matrix estimators with improved finite sample properties*, Journal of Econometrics 29, 305–325 (HC1–HC3);
/// F. Cribari-Neto (2004), *Asymptotic inference under heteroskedasticity of unknown form*, Computational
/// Statistics & Data Analysis 45, 215–233 (HC4).
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

    private double weight(double residual, double leverage, long n, int p) {
        double square = residual * residual;
        return switch (this) {
            case HC0 -> square;
            case HC1 -> square * n / (n - p);
            case HC2 -> square / (1 - leverage);
            case HC3 -> square / ((1 - leverage) * (1 - leverage));
            case HC4 -> square / Math.pow(1 - leverage, Math.min(4, n * leverage / p));
        };
    }

    double[][] of(Solution solution, Rows rows) {
        long n = solution.rows;
        int p = solution.columns();
        double[] residuals = Influence.scaledResiduals(solution, rows);
        Sandwich sandwich = new Sandwich(solution);
        double[][] whitened = Sandwich.whitened(solution, rows);
        for (int i = 0; i < residuals.length; i++) {
            double leverage = 0;
            for (double entry : whitened[i]) {
                leverage = Math.fma(entry, entry, leverage);
            }
            sandwich.add(whitened[i], rows.copies(i) * weightOf(residuals[i], leverage, i, n, p));
        }
        return sandwich.covariance();
    }

    double weightOf(double residual, double leverage, long row, long n, int p) {
        if (this != HC0 && this != HC1 && 1 - leverage < Influence.PINNED) {
            throw new IllegalStateException(this + " divides by 1 − leverage, and row " + row + " has leverage 1");
        }
        return weight(residual, leverage, n, p);
    }
}

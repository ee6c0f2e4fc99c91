package infogap.regression;

import java.util.Locale;

/// One line of the coefficient table.
///
/// @param name          the column's name
/// @param estimate      b_j
/// @param standardError √(s² ((XᵀX)⁻¹)_jj), or from a robust covariance
/// @param t             estimate / standardError
/// @param p             P(|T| ≥ |t|) for Student's t with the residual degrees of freedom
/// @param lower         lower end of the confidence interval
/// @param upper         upper end of the confidence interval
public record Coefficient(String name, double estimate, double standardError, double t, double p, double lower, double upper) {

    static Coefficient of(String name, double estimate, double standardError, double degreesOfFreedom, double critical) {
        double t = estimate / standardError;
        return new Coefficient(name, estimate, standardError, t, Tails.twoSided(t, degreesOfFreedom),
                estimate - critical * standardError, estimate + critical * standardError);
    }

    /// `income  0.3 ± 0.01 (t = 30, p = 0.001), from 0.28 to 0.32`.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s  %.6g ± %.3g (t = %.4g, p = %.3g), from %.6g to %.6g", name, estimate, standardError, t, p, lower, upper);
    }
}

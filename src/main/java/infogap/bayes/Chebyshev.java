package infogap.bayes;

import java.util.function.DoubleUnaryOperator;

/// Polynomials `Σ c_k T_k(x)` on [−1, 1] in the basis of Chebyshev.
///
/// Source: J. C. Mason and D. C. Handscomb (2003), *Chebyshev Polynomials*, Chapman and Hall, sections 2.4 and 6.3.
final class Chebyshev {

    private Chebyshev() {}

    /// Of the polynomial that takes the function's values at `cos(kπ/n)`.
    static double[] coefficients(DoubleUnaryOperator function, int degree) {
        double[] values = new double[degree + 1];
        for (int k = 0; k <= degree; k++) {
            values[k] = function.applyAsDouble(Math.cos(Math.PI * k / degree));
        }
        double[] coefficients = new double[degree + 1];
        for (int j = 0; j <= degree; j++) {
            double sum = (values[0] + (j % 2 == 0 ? values[degree] : -values[degree])) / 2;
            for (int k = 1; k < degree; k++) {
                sum += values[k] * Math.cos(Math.PI * (j * k % (2 * degree)) / degree);
            }
            coefficients[j] = sum / degree * (j == 0 || j == degree ? 1 : 2);
        }
        return coefficients;
    }

    /// Of `factor` times the integral from −1.
    static double[] integrated(double[] coefficients, double factor) {
        int degree = coefficients.length;
        double[] integral = new double[degree + 1];
        double atStart = 0;
        for (int k = degree; k >= 1; k--) {
            double before = coefficients[k - 1] * (k == 1 ? 2 : 1);
            double after = k + 1 < degree ? coefficients[k + 1] : 0;
            integral[k] = factor * (before - after) / (2 * k);
            atStart += k % 2 == 0 ? integral[k] : -integral[k];
        }
        integral[0] = -atStart;
        return integral;
    }

    /// The value, by Clenshaw's recurrence.
    static double at(double[] coefficients, double x) {
        double next = 0;
        double afterNext = 0;
        for (int k = coefficients.length - 1; k >= 1; k--) {
            double current = 2 * x * next - afterNext + coefficients[k];
            afterNext = next;
            next = current;
        }
        return x * next - afterNext + coefficients[0];
    }
}

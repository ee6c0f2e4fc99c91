package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// A fit that leaves nothing to estimate the error variance from: no standard error, t, p or interval exists. Programs that
/// print them here print quotients of rounding errors.
///
/// @param names                the columns' names, the constant first
/// @param response             the response's name
/// @param rows                 the number of rows n
/// @param reason               why there is no inference
/// @param estimates            the coefficients, which are well defined
/// @param sumOfSquaredErrors   what arithmetic left of the residuals, zero or rounding
/// @param rSquared             1, or empty where the response does not vary and 0/0 would be asked for
/// @param accuracy             digits of the coefficients
public record PerfectFit(List<String> names, String response, long rows, Reason reason, List<Double> estimates,
        double sumOfSquaredErrors, OptionalDouble rSquared, Accuracy accuracy) implements LeastSquares {

    /// Why there is no inference.
    public enum Reason {

        /// The response is a combination of the columns up to the rounding of data and arithmetic.
        EXACT("the residuals are zero to rounding"),

        /// As many coefficients as rows: any response fits.
        SATURATED("there are as many coefficients as rows, so that any response fits");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// Copies the lists.
    public PerfectFit {
        names = List.copyOf(names);
        estimates = List.copyOf(estimates);
    }

    static PerfectFit of(Solution solution) {
        List<Double> estimates = Arrays.stream(solution.estimates()).boxed().toList();
        // what is left of a constant response after its mean is rounding: a handful of units of 2⁻⁵³ of its norm
        double total = solution.totalSumOfSquares().toDouble();
        double square = solution.triangle.squaredNorm(solution.columns(), 0).toDouble();
        boolean varies = solution.intercept ? total > 0x1p-96 * square : square > 0;
        return new PerfectFit(solution.names, solution.response, solution.rows,
                solution.degreesOfFreedom() == 0 ? Reason.SATURATED : Reason.EXACT, estimates,
                solution.sumOfSquaredErrors.toDouble(), varies ? OptionalDouble.of(1) : OptionalDouble.empty(), solution.accuracy);
    }

    /// A coefficient by its column's name.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public double estimate(String name) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("name must be one of " + names + ", but is '" + name + "'");
        }
        return estimates.get(column);
    }

    /// The fitted value for a row of regressors, the constant left out.
    ///
    /// @throws IllegalArgumentException if there is not one number for each regressor, or one is not finite
    public double predict(double... regressors) {
        boolean constant = names.getFirst().equals(Design.INTERCEPT);
        Checks.sameLength("regressors", Checks.finite("regressors", regressors).length, "columns", names.size() - (constant ? 1 : 0));
        DoubleDouble sum = constant ? DoubleDouble.of(estimates.getFirst()) : DoubleDouble.ZERO;
        for (int k = 0; k < regressors.length; k++) {
            sum = sum.plus(DoubleDouble.product(regressors[k], estimates.get(constant ? k + 1 : k)));
        }
        return sum.toDouble();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(Design.formula(response, names)).append(": perfect fit, ").append(reason).append('\n');
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        for (int k = 0; k < names.size(); k++) {
            text.append(String.format(Locale.ROOT, "  %-" + width + "s  %s%n", names.get(k), estimates.get(k)));
        }
        text.append("  R² = ").append(rSquared.isPresent() ? "1" : "undefined, the response is constant");
        return text.append("; no standard errors, t or p: ").append(rows).append(" rows, ").append(names.size())
                .append(" coefficients, SSE ").append(String.format(Locale.ROOT, "%.2g", sumOfSquaredErrors)).append('\n').toString();
    }
}

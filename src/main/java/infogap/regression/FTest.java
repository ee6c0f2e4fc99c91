package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.Locale;
import java.util.Optional;

/// The test that all coefficients but the intercept are zero.
///
/// @param statistic         F = (explained / numerator) / (SSE / denominator)
/// @param numerator         degrees of freedom of the columns
/// @param denominator       degrees of freedom of the residuals
/// @param p                 P(F ≥ statistic)
public record FTest(double statistic, long numerator, long denominator, double p) {

    /// Empty where the intercept is the only column.
    static Optional<FTest> of(Solution solution) {
        int numerator = solution.columns() - (solution.intercept ? 1 : 0);
        if (numerator == 0) {
            return Optional.empty();
        }
        long denominator = solution.degreesOfFreedom();
        double f = solution.explainedSumOfSquares().dividedBy(DoubleDouble.of(numerator)).dividedBy(solution.variance()).toDouble();
        return Optional.of(new FTest(f, numerator, denominator, Tails.upper(f, numerator, denominator)));
    }

    /// `F = 89.57 on 1 and 48 degrees of freedom, p = 1.49e-12`.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "F = %.6g on %d and %d degrees of freedom, p = %.3g", statistic, numerator, denominator, p);
    }
}

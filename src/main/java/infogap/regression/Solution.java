package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A least-squares problem of full rank, solved: the triangle, what follows from it in double-double arithmetic, and how far it can be trusted.
final class Solution {

    final List<String> names;
    final boolean intercept;
    final String response;
    final long rows;
    final Triangle triangle;
    final Solver method;
    final DoubleDouble[] coefficients;
    final DoubleDouble[][] inverse;
    final DoubleDouble[][] unscaledCovariance;
    final DoubleDouble sumOfSquaredErrors;
    final Accuracy accuracy;
    final double methodScaleDigits;
    final boolean perfect;

    /// What the fit knows about its problem beside the triangle.
    record Problem(List<String> names, boolean intercept, String response, long rows, List<Design.Source> sources, double responseRoundoff) {

        static Problem of(Design design, Variable response, Optional<Weights> weights) {
            return new Problem(design.names(), design.hasIntercept(), response.name(), weights.map(Weights::rows).orElse((long) design.rows()),
                    design.sources(), response.roundoff());
        }
    }

    /// `error` is the bound on what the method did to the cross products (Gram) or to the columns (Householder).
    Solution(Problem problem, Triangle triangle, Solver method, double error) {
        this.names = problem.names;
        this.intercept = problem.intercept;
        this.response = problem.response;
        this.rows = problem.rows;
        this.triangle = triangle;
        this.method = method;
        int p = triangle.columns();
        this.coefficients = triangle.coefficients();
        this.inverse = triangle.inverse();
        this.unscaledCovariance = unscaledCovariance(inverse, p);
        this.sumOfSquaredErrors = triangle.residualNorm().square();
        ErrorBounds bounds = new ErrorBounds(this, problem, error);
        this.accuracy = bounds.accuracy();
        this.methodScaleDigits = bounds.methodScaleDigits();
        this.perfect = rows == p || bounds.residualIsRoundoff();
    }

    private static DoubleDouble[][] unscaledCovariance(DoubleDouble[][] inverse, int p) {
        DoubleDouble[][] product = new DoubleDouble[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                DoubleDouble sum = DoubleDouble.ZERO;
                for (int k = i; k < p; k++) {
                    sum = sum.plus(inverse[i][k].times(inverse[j][k]));
                }
                product[i][j] = sum;
                product[j][i] = sum;
            }
        }
        return product;
    }

    /// `kept` is null where the rows were streamed.
    LeastSquares outcome(Rows kept) {
        return perfect ? PerfectFit.of(this) : new FittedModel(this, kept);
    }

    int columns() {
        return names.size();
    }

    long degreesOfFreedom() {
        return rows - columns();
    }

    /// s²
    DoubleDouble variance() {
        return sumOfSquaredErrors.dividedBy(DoubleDouble.of(degreesOfFreedom()));
    }

    double[] estimates() {
        return Arrays.stream(coefficients).mapToDouble(DoubleDouble::toDouble).toArray();
    }

    /// Σ(y − ȳ)² with an intercept, Σy² without.
    DoubleDouble totalSumOfSquares() {
        return triangle.squaredNorm(columns(), intercept ? 1 : 0);
    }

    /// Σ(ŷ − ȳ)² with an intercept, Σŷ² without.
    DoubleDouble explainedSumOfSquares() {
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int i = intercept ? 1 : 0; i < columns(); i++) {
            sum = sum.plus(triangle.at(i, columns()).square());
        }
        return sum;
    }

    /// R⁻ᵀx: the row in coordinates in which the design is orthonormal; its square is the leverage.
    DoubleDouble[] whiten(DoubleDouble[] x) {
        DoubleDouble[] z = new DoubleDouble[x.length];
        for (int j = 0; j < x.length; j++) {
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int i = 0; i <= j; i++) {
                sum = sum.plus(inverse[i][j].times(x[i]));
            }
            z[j] = sum;
        }
        return z;
    }

    DoubleDouble fitted(DoubleDouble[] x) {
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int k = 0; k < x.length; k++) {
            sum = sum.plus(x[k].times(coefficients[k]));
        }
        return sum;
    }
}

package infogap.regression.glm;

import infogap.numeric.DoubleDouble;
import java.util.Arrays;
import java.util.Optional;

/// A symmetric positive definite matrix of double-doubles by its Cholesky factor.
final class PositiveDefinite {

    // a pivot below this share of its diagonal is rounding of 106 bits
    private static final double SINGULAR = 1e-26;

    private final DoubleDouble[][] lower;

    private PositiveDefinite(DoubleDouble[][] lower) {
        this.lower = lower;
    }

    /// Empty where the matrix is singular to rounding.
    static Optional<PositiveDefinite> of(DoubleDouble[][] matrix) {
        int p = matrix.length;
        DoubleDouble[][] lower = new DoubleDouble[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                DoubleDouble sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum = sum.minus(lower[i][k].times(lower[j][k]));
                }
                if (i == j) {
                    if (!(sum.toDouble() > SINGULAR * matrix[i][i].toDouble())) {
                        return Optional.empty();
                    }
                    lower[i][i] = sum.squareRoot();
                } else {
                    lower[i][j] = sum.dividedBy(lower[j][j]);
                }
            }
        }
        return Optional.of(new PositiveDefinite(lower));
    }

    DoubleDouble[] solve(DoubleDouble[] right) {
        int p = right.length;
        DoubleDouble[] x = right.clone();
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < i; k++) {
                x[i] = x[i].minus(lower[i][k].times(x[k]));
            }
            x[i] = x[i].dividedBy(lower[i][i]);
        }
        for (int i = p - 1; i >= 0; i--) {
            for (int k = i + 1; k < p; k++) {
                x[i] = x[i].minus(lower[k][i].times(x[k]));
            }
            x[i] = x[i].dividedBy(lower[i][i]);
        }
        return x;
    }

    DoubleDouble[][] inverse() {
        int p = lower.length;
        DoubleDouble[][] inverse = new DoubleDouble[p][];
        for (int j = 0; j < p; j++) {
            DoubleDouble[] unit = new DoubleDouble[p];
            Arrays.fill(unit, DoubleDouble.ZERO);
            unit[j] = DoubleDouble.ONE;
            inverse[j] = solve(unit);
        }
        return inverse;
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * Math.log(lower[i][i].toDouble());
        }
        return sum;
    }
}

package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.Arrays;

/// The upper triangular factor R of a design with its response as last column: [X y]ᵀ[X y] = RᵀR.
///
/// Everything that ordinary least squares reports follows from R and the number of rows.
final class Triangle {

    private final DoubleDouble[][] r;

    private Triangle(DoubleDouble[][] r) {
        this.r = r;
    }

    static Triangle of(DoubleDouble[][] upper) {
        return new Triangle(upper);
    }

    /// The Cholesky factor. A column whose squared distance from the columns before it is at most `tolerance` times its own square is
    /// counted as lying in their span: its row is zero.
    static Triangle cholesky(Gram gram, double tolerance) {
        int q = gram.size();
        DoubleDouble[][] r = new DoubleDouble[q][q];
        for (DoubleDouble[] row : r) {
            Arrays.fill(row, DoubleDouble.ZERO);
        }
        for (int j = 0; j < q; j++) {
            DoubleDouble pivot = gram.entry(j, j);
            for (int i = 0; i < j; i++) {
                pivot = pivot.minus(r[i][j].square());
            }
            if (!(pivot.toDouble() > tolerance * gram.entry(j, j).toDouble())) {
                continue;
            }
            r[j][j] = pivot.squareRoot();
            for (int k = j + 1; k < q; k++) {
                DoubleDouble value = gram.entry(j, k);
                for (int i = 0; i < j; i++) {
                    value = value.minus(r[i][j].times(r[i][k]));
                }
                r[j][k] = value.dividedBy(r[j][j]);
            }
        }
        return new Triangle(r);
    }

    /// The number of columns without the response.
    int columns() {
        return r.length - 1;
    }

    DoubleDouble at(int i, int j) {
        return r[i][j];
    }

    /// ‖y − Xb‖.
    DoubleDouble residualNorm() {
        return r[columns()][columns()].abs();
    }

    /// Σ R_ij² over rows i ≥ from: the squared norm of column j after projection away from the first `from` columns.
    DoubleDouble squaredNorm(int j, int from) {
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int i = from; i <= j; i++) {
            sum = sum.plus(r[i][j].square());
        }
        return sum;
    }

    /// The solution of R b = (upper part of the response's column).
    DoubleDouble[] coefficients() {
        int p = columns();
        DoubleDouble[] right = new DoubleDouble[p];
        Arrays.setAll(right, i -> r[i][p]);
        return solve(right);
    }

    /// R⁻¹ as upper triangle.
    DoubleDouble[][] inverse() {
        int p = columns();
        DoubleDouble[][] inverse = new DoubleDouble[p][p];
        for (int j = 0; j < p; j++) {
            DoubleDouble[] unit = new DoubleDouble[p];
            Arrays.fill(unit, DoubleDouble.ZERO);
            unit[j] = DoubleDouble.ONE;
            DoubleDouble[] column = solve(unit);
            for (int i = 0; i < p; i++) {
                inverse[i][j] = column[i];
            }
        }
        return inverse;
    }

    private DoubleDouble[] solve(DoubleDouble[] right) {
        int p = right.length;
        DoubleDouble[] x = new DoubleDouble[p];
        for (int i = p - 1; i >= 0; i--) {
            DoubleDouble value = right[i];
            for (int k = i + 1; k < p; k++) {
                value = value.minus(r[i][k].times(x[k]));
            }
            x[i] = value.dividedBy(r[i][i]);
        }
        return x;
    }

    /// ‖X v‖ for a vector v over the columns without the response.
    double normOfCombination(double[] v) {
        double square = 0;
        for (int i = 0; i < columns(); i++) {
            double sum = 0;
            for (int k = i; k < columns(); k++) {
                sum += r[i][k].toDouble() * v[k];
            }
            square = Math.fma(sum, sum, square);
        }
        return Math.sqrt(square);
    }
}

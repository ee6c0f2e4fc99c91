package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.Arrays;
import java.util.stream.IntStream;

/// S M S with S = (XᵀX)⁻¹ and M = Σ ω x xᵀ. Rows are whitened first, z = R⁻ᵀx, so that S M S = R⁻¹ (Σ ω z zᵀ) R⁻ᵀ has a
/// well-conditioned middle.
final class Sandwich {

    private final DoubleDouble[][] inverse;
    private final DoubleDouble[][] middle;

    Sandwich(Solution solution) {
        inverse = solution.inverse;
        middle = new DoubleDouble[inverse.length][inverse.length];
        for (DoubleDouble[] row : middle) {
            Arrays.fill(row, DoubleDouble.ZERO);
        }
    }

    static double[][] whitened(Solution solution, Rows rows) {
        return IntStream.range(0, rows.size()).parallel()
                .mapToObj(i -> Arrays.stream(solution.whiten(rows.scaled(i))).mapToDouble(DoubleDouble::toDouble).toArray())
                .toArray(double[][]::new);
    }

    /// Σ over clusters of (Σ e_i x_i)(Σ e_i x_i)ᵀ, times G/(G − 1)·(n − 1)/(n − p): CR1.
    static double[][] clustered(Solution solution, Rows rows, int[] clusters) {
        Clusters grouped = Clusters.of(clusters, rows.size());
        Sandwich sandwich = new Sandwich(solution);
        double correction = grouped.correction(solution.rows, solution.degreesOfFreedom());
        double[] residuals = Influence.scaledResiduals(solution, rows);
        Arrays.setAll(residuals, row -> residuals[row] * rows.copies(row));
        for (double[] score : grouped.sums(residuals, whitened(solution, rows))) {
            sandwich.add(score, correction);
        }
        return sandwich.covariance();
    }

    void add(double[] z, double weight) {
        for (int j = 0; j < z.length; j++) {
            for (int k = 0; k <= j; k++) {
                middle[j][k] = middle[j][k].plus(weight * z[j] * z[k]);
            }
        }
    }

    /// M's lower triangle, row after row.
    DoubleDouble[] middle() {
        DoubleDouble[] lower = new DoubleDouble[middle.length * (middle.length + 1) / 2];
        for (int j = 0, at = 0; j < middle.length; j++) {
            for (int k = 0; k <= j; k++, at++) {
                lower[at] = middle[j][k];
            }
        }
        return lower;
    }

    double[][] covariance() {
        return covariance(inverse, (j, k) -> middle[j][k]);
    }

    /// An entry of M's lower triangle.
    interface Middle {
        DoubleDouble at(int row, int column);
    }

    static double[][] covariance(DoubleDouble[][] inverse, Middle middle) {
        int p = inverse.length;
        DoubleDouble[][] left = new DoubleDouble[p][p];
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < p; k++) {
                DoubleDouble sum = DoubleDouble.ZERO;
                for (int j = i; j < p; j++) {
                    sum = sum.plus(inverse[i][j].times(j >= k ? middle.at(j, k) : middle.at(k, j)));
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

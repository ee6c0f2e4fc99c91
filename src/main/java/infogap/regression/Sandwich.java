package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
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
                .mapToObj(i -> Arrays.stream(solution.whiten(rows.precise(i))).mapToDouble(DoubleDouble::toDouble).toArray())
                .toArray(double[][]::new);
    }

    /// Σ over clusters of (Σ e_i x_i)(Σ e_i x_i)ᵀ, times G/(G − 1)·(n − 1)/(n − p): CR1.
    static double[][] clustered(Solution solution, Rows rows, int[] clusters) {
        Checks.sameLength("clusters", Checks.present("clusters", clusters).length, "rows", rows.size());
        double[] residuals = Influence.residuals(solution, rows);
        double[][] whitened = whitened(solution, rows);
        Map<Integer, double[]> scores = new LinkedHashMap<>();
        for (int i = 0; i < clusters.length; i++) {
            double[] score = scores.computeIfAbsent(clusters[i], cluster -> new double[solution.columns()]);
            for (int k = 0; k < score.length; k++) {
                score[k] = Math.fma(residuals[i], whitened[i][k], score[k]);
            }
        }
        double groups = scores.size();
        if (groups < 2) {
            throw new IllegalArgumentException("clusters must name at least two clusters, but all rows are in " + clusters[0]);
        }
        Sandwich sandwich = new Sandwich(solution);
        double correction = groups / (groups - 1) * (clusters.length - 1) / solution.degreesOfFreedom();
        scores.values().forEach(score -> sandwich.add(score, correction));
        return sandwich.covariance();
    }

    void add(double[] z, double weight) {
        for (int j = 0; j < z.length; j++) {
            for (int k = 0; k <= j; k++) {
                middle[j][k] = middle[j][k].plus(weight * z[j] * z[k]);
            }
        }
    }

    double[][] covariance() {
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

package infogap.regression.glm;

import infogap.numeric.CompensatedSum;
import infogap.numeric.DoubleDouble;
import infogap.regression.Design;
import java.util.Arrays;

/// The log-likelihood of a design and observations, plain or with Firth's penalty ½ ln det XᵀWX.
///
/// Source of the penalty: D. Firth (1993), *Bias reduction of maximum likelihood estimates*, Biometrika 80, 27–38.
final class GlmLikelihood implements Newton.Likelihood {

    private final DoubleDouble[][] rows;
    private final Observations observations;
    private final boolean penalised;

    GlmLikelihood(Design design, Observations observations, boolean penalised) {
        this.rows = new DoubleDouble[design.rows()][design.columns()];
        for (int i = 0; i < rows.length; i++) {
            int row = i;
            Arrays.setAll(rows[i], k -> design.precise(row, k));
        }
        this.observations = observations;
        this.penalised = penalised;
    }

    DoubleDouble eta(int row, DoubleDouble[] b) {
        DoubleDouble eta = DoubleDouble.of(observations.offset(row));
        for (int k = 0; k < b.length; k++) {
            eta = eta.plus(rows[row][k].times(b[k]));
        }
        return eta;
    }

    DoubleDouble[] row(int row) {
        return rows[row];
    }

    int rows() {
        return rows.length;
    }

    @Override
    public Newton.Point at(DoubleDouble[] b) {
        Family family = observations.family();
        DoubleDouble[] etas = new DoubleDouble[rows.length];
        Arrays.setAll(etas, row -> eta(row, b));
        DoubleDouble[][] information = zeros(b.length);
        CompensatedSum logLikelihood = new CompensatedSum();
        for (int i = 0; i < rows.length; i++) {
            DoubleDouble weight = weight(i, etas[i]);
            for (int j = 0; j < b.length; j++) {
                DoubleDouble weighted = rows[i][j].times(weight);
                for (int k = 0; k <= j; k++) {
                    information[j][k] = information[j][k].plus(weighted.times(rows[i][k]));
                }
            }
            logLikelihood.add(observations.frequency(i) * family.logLikelihood(observations.value(i), observations.trials(i), etas[i].toDouble()));
        }
        mirror(information);
        double penalty = 0;
        DoubleDouble[][] inverse = null;
        if (penalised) {
            var factor = PositiveDefinite.of(information);
            if (factor.isPresent()) {
                inverse = factor.get().inverse();
                penalty = factor.get().logDeterminant() / 2;
            }
        }
        DoubleDouble[] score = new DoubleDouble[b.length];
        Arrays.fill(score, DoubleDouble.ZERO);
        for (int i = 0; i < rows.length; i++) {
            DoubleDouble surprise = family.surprise(observations.value(i), observations.trials(i), etas[i]).times(observations.frequency(i));
            if (inverse != null) {
                double half = family.skewness(family.mean(etas[i]).toDouble()) / 2;
                surprise = surprise.plus(weight(i, etas[i]).times(quadratic(rows[i], inverse)).times(half));
            }
            for (int k = 0; k < b.length; k++) {
                score[k] = score[k].plus(rows[i][k].times(surprise));
            }
        }
        return new Newton.Point(logLikelihood.value() + penalty, score, information);
    }

    /// The variance of a row's response.
    DoubleDouble weight(int row, DoubleDouble eta) {
        return observations.family().variance(eta).times(observations.trials(row) * observations.frequency(row));
    }

    static DoubleDouble quadratic(DoubleDouble[] x, DoubleDouble[][] matrix) {
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int j = 0; j < x.length; j++) {
            DoubleDouble inner = DoubleDouble.ZERO;
            for (int k = 0; k < x.length; k++) {
                inner = inner.plus(matrix[j][k].times(x[k]));
            }
            sum = sum.plus(inner.times(x[j]));
        }
        return sum;
    }

    static DoubleDouble[][] zeros(int size) {
        DoubleDouble[][] zeros = new DoubleDouble[size][size];
        for (DoubleDouble[] row : zeros) {
            Arrays.fill(row, DoubleDouble.ZERO);
        }
        return zeros;
    }

    static void mirror(DoubleDouble[][] lower) {
        for (int j = 0; j < lower.length; j++) {
            for (int k = 0; k < j; k++) {
                lower[k][j] = lower[j][k];
            }
        }
    }

    @Override
    public double reach(DoubleDouble[] step) {
        double reach = 0;
        for (DoubleDouble[] row : rows) {
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int k = 0; k < step.length; k++) {
                sum = sum.plus(row[k].times(step[k]));
            }
            reach = Math.max(reach, Math.abs(sum.toDouble()));
        }
        return reach;
    }
}

package infogap.regression.glm;

import infogap.numeric.CompensatedSum;
import infogap.numeric.DoubleDouble;
import infogap.regression.Design;
import java.util.Arrays;

/// Σ ln P(chosen class) with P(k) = e^(η_k)/Σ e^(η_j), η_0 = 0.
final class MultinomialLikelihood implements Newton.Likelihood {

    private final DoubleDouble[][] rows;
    private final int[] chosen;
    private final int classes;
    private final int p;

    MultinomialLikelihood(Design design, int[] chosen, int classes) {
        this.p = design.columns();
        this.rows = new DoubleDouble[design.rows()][p];
        for (int i = 0; i < rows.length; i++) {
            int row = i;
            Arrays.setAll(rows[i], k -> design.precise(row, k));
        }
        this.chosen = chosen;
        this.classes = classes;
    }

    /// The probabilities of all classes for a row.
    static DoubleDouble[] probabilities(DoubleDouble[] x, DoubleDouble[] b, int classes) {
        DoubleDouble[] eta = new DoubleDouble[classes];
        eta[0] = DoubleDouble.ZERO;
        double largest = 0;
        for (int c = 1; c < classes; c++) {
            eta[c] = DoubleDouble.ZERO;
            for (int k = 0; k < x.length; k++) {
                eta[c] = eta[c].plus(x[k].times(b[(c - 1) * x.length + k]));
            }
            largest = Math.max(largest, eta[c].toDouble());
        }
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int c = 0; c < classes; c++) {
            eta[c] = eta[c].minus(DoubleDouble.of(largest)).exp();
            sum = sum.plus(eta[c]);
        }
        for (int c = 0; c < classes; c++) {
            eta[c] = eta[c].dividedBy(sum);
        }
        return eta;
    }

    @Override
    public Newton.Point at(DoubleDouble[] b) {
        DoubleDouble[] score = new DoubleDouble[b.length];
        Arrays.fill(score, DoubleDouble.ZERO);
        DoubleDouble[][] information = GlmLikelihood.zeros(b.length);
        CompensatedSum logLikelihood = new CompensatedSum();
        for (int i = 0; i < rows.length; i++) {
            DoubleDouble[] probability = probabilities(rows[i], b, classes);
            logLikelihood.add(Math.log(probability[chosen[i]].toDouble()));
            for (int c = 1; c < classes; c++) {
                DoubleDouble surprise = c == chosen[i] ? others(probability, c) : probability[c].negate();
                for (int k = 0; k < p; k++) {
                    score[(c - 1) * p + k] = score[(c - 1) * p + k].plus(rows[i][k].times(surprise));
                }
                for (int d = 1; d <= c; d++) {
                    DoubleDouble weight = c == d ? probability[c].times(others(probability, c)) : probability[c].times(probability[d]).negate();
                    addBlock(information, rows[i], weight, (c - 1) * p, (d - 1) * p);
                }
            }
        }
        GlmLikelihood.mirror(information);
        return new Newton.Point(logLikelihood.value(), score, information);
    }

    private void addBlock(DoubleDouble[][] information, DoubleDouble[] x, DoubleDouble weight, int down, int right) {
        for (int j = 0; j < p; j++) {
            DoubleDouble weighted = x[j].times(weight);
            for (int k = 0; k < p; k++) {
                information[down + j][right + k] = information[down + j][right + k].plus(weighted.times(x[k]));
            }
        }
    }

    // 1 − P(c) as the sum of the others
    private static DoubleDouble others(DoubleDouble[] probability, int c) {
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int d = 0; d < probability.length; d++) {
            sum = d == c ? sum : sum.plus(probability[d]);
        }
        return sum;
    }

    @Override
    public double reach(DoubleDouble[] step) {
        double reach = 0;
        for (DoubleDouble[] row : rows) {
            for (int c = 1; c < classes; c++) {
                DoubleDouble sum = DoubleDouble.ZERO;
                for (int k = 0; k < p; k++) {
                    sum = sum.plus(row[k].times(step[(c - 1) * p + k]));
                }
                reach = Math.max(reach, Math.abs(sum.toDouble()));
            }
        }
        return reach;
    }
}

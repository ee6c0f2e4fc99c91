package infogap.regression.glm;

import infogap.numeric.DoubleDouble;
import infogap.regression.Accuracy;
import infogap.regression.Design;
import java.util.LinkedHashMap;
import java.util.Map;

/// First-order bounds on the error of every coefficient.
///
/// With S = (XᵀWX)⁻¹ and e = y − mμ, a change E of the design changes the coefficients by S(Eᵀe − XᵀW E b). With |E_ik| ≤ u_k|x_ik| that is, row by row,
/// at most Σ_i w_i|(Sx_i)_j| Σ_k u_k|x_ik b_k| + Σ_k |S_jk| u_k Σ_i |x_ik e_i|. The arithmetic's own error has the same form with u = 2⁻⁹⁶ instead.
final class GlmDigits {

    private static final double SAFETY = 2;
    private static final double ARITHMETIC = 0x1p-96;
    // Firth's iteration stops when no predictor moves by more than its tolerance, and shrinks by a factor a step
    private static final double FIRTH_DIGITS = 12;

    private GlmDigits() {}

    static Map<String, Double> of(Design design, Observations observations, GlmLikelihood likelihood, DoubleDouble[] b, DoubleDouble[][] covariance, boolean firth) {
        int p = b.length;
        int shift = design.hasIntercept() ? 1 : 0;
        double[] roundoff = new double[p];
        for (int k = 0; k < p; k++) {
            roundoff[k] = Math.max(ARITHMETIC, k < shift ? 0 : design.variables().get(k - shift).roundoff());
        }
        double[] error = new double[p];
        double[] turned = new double[p];
        for (int i = 0; i < likelihood.rows(); i++) {
            DoubleDouble eta = likelihood.eta(i, b);
            DoubleDouble[] x = likelihood.row(i);
            double weight = likelihood.weight(i, eta).toDouble();
            double surprise = Math.abs(observations.family().surprise(observations.value(i), observations.trials(i), eta).toDouble()) * observations.frequency(i);
            double moved = 0;
            for (int k = 0; k < p; k++) {
                moved += roundoff[k] * Math.abs(x[k].toDouble() * b[k].toDouble());
                turned[k] += roundoff[k] * Math.abs(x[k].toDouble()) * surprise;
            }
            for (int j = 0; j < p; j++) {
                double reach = 0;
                for (int k = 0; k < p; k++) {
                    reach += covariance[j][k].toDouble() * x[k].toDouble();
                }
                error[j] += weight * Math.abs(reach) * moved;
            }
        }
        Map<String, Double> digits = new LinkedHashMap<>();
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                error[j] += Math.abs(covariance[j][k].toDouble()) * turned[k];
            }
            double relative = SAFETY * error[j] / Math.abs(b[j].toDouble()) + 0x1p-53;
            double most = firth ? FIRTH_DIGITS : Accuracy.MOST;
            digits.put(design.names().get(j), relative < 1 ? Math.min(most, -Math.log10(relative)) : 0);
        }
        return digits;
    }
}

package infogap.probability;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.util.Arrays;

/// Weights that are products and sums of checked probabilities. The sums of the factors are 1 within [Distribution#SUM_TOLERANCE] each, so that the errors of
/// many products would add up to a refusal: a sum outside that tolerance is rescaled, any other is kept as it is.
public final class Products {

    private Products() {}

    /// A distribution's weights.
    ///
    /// @throws IllegalArgumentException if a weight is negative or not finite, or all are zero
    public static double[] row(double... weights) {
        return matrix(new double[][] {weights})[0];
    }

    /// The weights of a joint distribution, whose sum is that of all entries.
    ///
    /// @throws IllegalArgumentException if a weight is negative or not finite, or all are zero
    public static double[][] matrix(double[][] weights) {
        double[][] copy = Checks.finiteMatrix("weights", weights);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < copy.length; i++) {
            for (int j = 0; j < copy[i].length; j++) {
                if (!(copy[i][j] >= 0)) {
                    Checks.nonNegative("weights[" + i + "][" + j + "]", copy[i][j]);
                }
                sum.add(copy[i][j]);
            }
        }
        double total = Checks.positive("sum of weights", sum.value());
        double scale = Math.abs(total - 1) > Distribution.SUM_TOLERANCE ? total : 1;
        // entries that sum to 1 within tolerance may exceed 1 by a rounding
        return Arrays.stream(copy)
                .map(row -> Arrays.stream(row).map(weight -> Math.min(1, weight / scale)).toArray())
                .toArray(double[][]::new);
    }
}

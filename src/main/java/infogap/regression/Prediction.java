package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import java.util.Arrays;
import java.util.Locale;

/// What the model says about a row.
///
/// @param fit             x·b
/// @param standardError   of the mean response, s√(xᵀ(XᵀX)⁻¹x)
/// @param level           the level of both intervals
/// @param confidenceLower lower end for the mean response
/// @param confidenceUpper upper end for the mean response
/// @param predictionLower lower end for one new observation, s√(1 + xᵀ(XᵀX)⁻¹x)
/// @param predictionUpper upper end for one new observation
public record Prediction(double fit, double standardError, double level, double confidenceLower, double confidenceUpper,
        double predictionLower, double predictionUpper) {

    static Prediction of(Solution solution, double level, DoubleDouble[] x) {
        double critical = Tails.critical(Checks.strictlyBetween("level", level, 0, 1), solution.degreesOfFreedom());
        double fit = solution.fitted(x).toDouble();
        double s = solution.variance().squareRoot().toDouble();
        double ofMean = s * length(solution, x);
        double ofNew = Math.hypot(s, ofMean);
        Prediction prediction = new Prediction(fit, ofMean, level, fit - critical * ofMean, fit + critical * ofMean,
                fit - critical * ofNew, fit + critical * ofNew);
        if (!Double.isFinite(prediction.predictionLower) || !Double.isFinite(prediction.predictionUpper)) {
            throw new IllegalArgumentException("regressors must lead to a prediction within the range of a double, but are "
                    + Arrays.toString(Arrays.stream(x).mapToDouble(DoubleDouble::toDouble).toArray()));
        }
        return prediction;
    }

    /// The prediction with a known number added, such as an offset.
    ///
    /// @throws IllegalArgumentException if it is not finite
    public Prediction shifted(double offset) {
        Checks.finite("offset", offset);
        return new Prediction(fit + offset, standardError, level, confidenceLower + offset, confidenceUpper + offset,
                predictionLower + offset, predictionUpper + offset);
    }

    /// √(xᵀ(XᵀX)⁻¹x), with x scaled by a power of two so that no square overflows.
    static double length(Solution solution, DoubleDouble[] x) {
        double largest = Arrays.stream(x).mapToDouble(value -> Math.abs(value.toDouble())).max().orElse(0);
        int exponent = largest == 0 ? 0 : Math.getExponent(largest);
        double scale = Math.scalb(1.0, -exponent);
        DoubleDouble[] scaled = Arrays.stream(x).map(value -> value.times(scale)).toArray(DoubleDouble[]::new);
        return Math.scalb(Influence.squaredNorm(solution.whiten(scaled)).squareRoot().toDouble(), exponent);
    }

    /// The fit with both intervals.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.6g ± %.3g; at %s: the mean from %.6g to %.6g, one observation from %.6g to %.6g",
                fit, standardError, level, confidenceLower, confidenceUpper, predictionLower, predictionUpper);
    }
}

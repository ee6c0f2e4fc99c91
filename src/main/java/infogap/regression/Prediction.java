package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;

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
        DoubleDouble leverage = Influence.squaredNorm(solution.whiten(x));
        double ofMean = leverage.times(solution.variance()).squareRoot().toDouble();
        double ofNew = leverage.plus(1).times(solution.variance()).squareRoot().toDouble();
        return new Prediction(fit, ofMean, level, fit - critical * ofMean, fit + critical * ofMean,
                fit - critical * ofNew, fit + critical * ofNew);
    }
}

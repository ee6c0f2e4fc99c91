package infogap.regression;

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
        double predictionLower, double predictionUpper) {}

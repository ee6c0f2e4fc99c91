package infogap.regression;

/// The test that all coefficients but the intercept are zero.
///
/// @param statistic         F = (explained / numerator) / (SSE / denominator)
/// @param numerator         degrees of freedom of the columns
/// @param denominator       degrees of freedom of the residuals
/// @param p                 P(F ≥ statistic)
public record FTest(double statistic, long numerator, long denominator, double p) {}

/// What does a linear model say, how surely, and to how many digits?
///
/// [infogap.regression.LeastSquares] fits y = Xb + e by ordinary least squares, in memory or from a stream of rows, with all of
/// the usual inference; [infogap.regression.Derivation] shows a small fit step by step in exact fractions;
/// [infogap.regression.WildClusterBootstrap] tests a coefficient where a few clusters of rows err together;
/// [infogap.regression.GapContributions] says what each row adds to R²; [infogap.regression.GradientDescent] walks to the same minimum and says when it would not arrive.
///
/// [infogap.regression.Weights] tell rows that stand for several from rows that are measured more precisely; `glm` holds the models of yes and no, counts and classes.
///
/// Notation: n rows, p columns (the constant included), X the n×p design (设计矩阵), y the response, b the coefficients,
/// e = y − Xb the residuals (残差), SSE = ‖e‖², S = (XᵀX)⁻¹, s² = SSE/(n − p), h_i the leverages.
///
/// Source: G. A. F. Seber and A. J. Lee (2003), *Linear Regression Analysis*, 2nd ed., Wiley.
package infogap.regression;

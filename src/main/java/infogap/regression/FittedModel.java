package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A linear model with full inference.
///
/// With p columns, n rows and S = (XᵀX)⁻¹: b = S Xᵀy, s² = SSE/(n − p), Var b = s² S. R² is about the mean with an intercept,
/// about zero without, as in R; statsmodels' is about the mean also where some columns add up to a constant, see [#rSquaredAboutMean].
///
/// With weights X and y stand for √w X and √w y, and n for the number of rows that [Weights] stand for; fitted values and residuals are those of
/// the rows as given.
///
/// The diagnostics that need rows ([#residuals], [#influence], robust covariances) exist for fits in memory only; for a streamed fit
/// [RobustAccumulator] and [ClusterAccumulator] pass the rows a second time.
public final class FittedModel implements LeastSquares {

    static final double USUAL_LEVEL = 0.95;

    private final Solution solution;
    private final Rows rows;

    FittedModel(Solution solution, Rows rows) {
        this.solution = solution;
        this.rows = rows;
    }

    Solution solution() {
        return solution;
    }

    @Override
    public List<String> names() {
        return solution.names;
    }

    @Override
    public long rows() {
        return solution.rows;
    }

    /// The response's name.
    public String response() {
        return solution.response;
    }

    /// Whether the model has a constant.
    public boolean hasIntercept() {
        return solution.intercept;
    }

    /// b, the constant first.
    public double[] estimates() {
        return solution.estimates();
    }

    /// s√S_jj, the constant first.
    public double[] standardErrors() {
        return IntStream.range(0, solution.columns())
                .mapToObj(this::standardError)
                .mapToDouble(DoubleDouble::toDouble)
                .toArray();
    }

    private DoubleDouble standardError(int column) {
        // the root before the product, which may be beyond a double where its root is not
        return solution.unscaledCovariance[column][column].squareRoot().times(solution.variance().squareRoot());
    }

    /// S = (XᵀX)⁻¹, R's `cov.unscaled`.
    public double[][] unscaledCovariance() {
        return Arrays.stream(solution.unscaledCovariance)
                .map(row -> Arrays.stream(row).mapToDouble(DoubleDouble::toDouble).toArray())
                .toArray(double[][]::new);
    }

    /// s² S
    public double[][] covariance() {
        DoubleDouble variance = solution.variance();
        return Arrays.stream(solution.unscaledCovariance)
                .map(row -> Arrays.stream(row).mapToDouble(entry -> entry.times(variance).toDouble()).toArray())
                .toArray(double[][]::new);
    }

    /// The coefficient table with 95 % intervals.
    public List<Coefficient> coefficients() {
        return coefficients(USUAL_LEVEL);
    }

    /// The coefficient table with intervals of the given level.
    ///
    /// @throws IllegalArgumentException if the level is not strictly between 0 and 1
    public List<Coefficient> coefficients(double level) {
        return coefficients(standardErrors(), degreesOfFreedom(), level);
    }

    List<Coefficient> coefficients(double[] standardErrors, long freedom, double level) {
        double critical = Tails.critical(Checks.strictlyBetween("level", level, 0, 1), freedom);
        double[] estimates = estimates();
        return IntStream.range(0, estimates.length)
                .mapToObj(k -> Coefficient.of(names().get(k), estimates[k], standardErrors[k], freedom, critical))
                .toList();
    }

    /// One line of the coefficient table.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public Coefficient coefficient(String name) {
        return coefficients().stream()
                .filter(coefficient -> coefficient.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("name must be one of " + names() + ", but is '" + name + "'"));
    }

    /// n − p
    public long degreesOfFreedom() {
        return solution.degreesOfFreedom();
    }

    /// SSE = ‖y − Xb‖²
    public double sumOfSquaredErrors() {
        return solution.sumOfSquaredErrors.toDouble();
    }

    /// Σ(y − ȳ)² with an intercept, Σy² without.
    public double totalSumOfSquares() {
        return solution.totalSumOfSquares().toDouble();
    }

    /// s = √(SSE/(n − p))
    public double residualStandardError() {
        return solution.variance().squareRoot().toDouble();
    }

    /// 1 − SSE / total sum of squares
    public double rSquared() {
        return solution.explainedSumOfSquares().dividedBy(solution.totalSumOfSquares()).toDouble();
    }

    /// 1 − SSE / Σ(y − ȳ)², with or without an intercept: what statsmodels prints for a model without one whose columns add up to a
    /// constant, such as a full set of indicators. Negative where the mean alone would fit better.
    ///
    /// @throws IllegalStateException if the rows were streamed and the model has no intercept, or the response does not vary
    public double rSquaredAboutMean() {
        if (hasIntercept()) {
            return rSquared();
        }
        Rows given = requireRows();
        return given.weights().map(weights -> LeastSquares.fit(Design.ofConstant(given.size()), given.response(), weights))
                .orElseGet(() -> LeastSquares.fit(Design.ofConstant(given.size()), given.response()))
                instanceof FittedModel mean ? 1 - sumOfSquaredErrors() / mean.sumOfSquaredErrors() : noVariation();
    }

    private static double noVariation() {
        throw new IllegalStateException("the response does not vary, so that there is no variation to explain");
    }

    /// 1 − (SSE/(n − p)) / (total sum of squares/(n − 1)), with n in place of n − 1 without an intercept.
    public double adjustedRSquared() {
        long freedom = rows() - (hasIntercept() ? 1 : 0);
        return 1 - solution.variance().dividedBy(solution.totalSumOfSquares().dividedBy(DoubleDouble.of(freedom))).toDouble();
    }

    /// The test of all coefficients but the intercept; empty for a model that has no other.
    public Optional<FTest> fTest() {
        return FTest.of(solution);
    }

    /// −n/2·(ln(2π·SSE/n) + 1), and ½Σ ln w with precisions: the Gaussian likelihood at its maximum.
    public double logLikelihood() {
        double logarithms = rows == null ? 0 : rows.weights().map(Weights::logarithms).orElse(0.0);
        return logarithms / 2 - rows() / 2.0 * (Math.log(2 * Math.PI) + Math.log(sumOfSquaredErrors() / rows()) + 1);
    }

    /// −2·logLikelihood + 2k
    public double aic(Convention convention) {
        return -2 * logLikelihood() + 2.0 * convention.parameters(solution.columns());
    }

    /// −2·logLikelihood + k·ln n
    public double bic(Convention convention) {
        return -2 * logLikelihood() + Math.log(rows()) * convention.parameters(solution.columns());
    }

    /// 1/(1 − R_j²), where R_j² is that of column j on the other columns; without an intercept R_j² is about zero.
    public Map<String, Double> varianceInflation() {
        Map<String, Double> factors = new LinkedHashMap<>();
        int first = hasIntercept() ? 1 : 0;
        for (int j = first; j < solution.columns(); j++) {
            DoubleDouble spread = solution.triangle.squaredNorm(j, first);
            factors.put(names().get(j), spread.times(solution.unscaledCovariance[j][j]).toDouble());
        }
        return factors;
    }

    /// The quotient of X's largest and smallest singular value, as statsmodels prints it: it depends on the columns' units.
    public double conditionNumber() {
        return SingularValues.condition(solution.triangle, false);
    }

    /// The same after scaling every column to length 1: what the digits of a fit depend on.
    public double scaledConditionNumber() {
        return SingularValues.condition(solution.triangle, true);
    }

    /// How many digits can be trusted.
    public Accuracy accuracy() {
        return solution.accuracy;
    }

    /// The mean response and a new observation for a row of regressors, the constant left out, at 95 %.
    ///
    /// @throws IllegalArgumentException if there is not one number for each regressor, or one is not finite
    public Prediction predict(double... regressors) {
        return predictAt(USUAL_LEVEL, regressors);
    }

    /// As [#predict(double...)] at another level.
    ///
    /// @throws IllegalArgumentException as [#predict(double...)], or if the level is not strictly between 0 and 1
    public Prediction predictAt(double level, double... regressors) {
        int shift = hasIntercept() ? 1 : 0;
        Checks.sameLength("regressors", Checks.finite("regressors", regressors).length, "columns", solution.columns() - shift);
        DoubleDouble[] x = new DoubleDouble[solution.columns()];
        Arrays.setAll(x, k -> k < shift ? DoubleDouble.ONE : DoubleDouble.of(regressors[k - shift]));
        return Prediction.of(solution, level, x);
    }

    /// Predictions for all rows of a design with the same columns; powers keep their 106 bits.
    ///
    /// @throws IllegalArgumentException if the columns' names differ, or the level is not strictly between 0 and 1
    public List<Prediction> predictAt(double level, Design design) {
        Checks.present("design", design);
        if (!design.names().equals(names())) {
            throw new IllegalArgumentException("design must have the columns " + names() + ", but has " + design.names());
        }
        return IntStream.range(0, design.rows())
                .mapToObj(row -> Prediction.of(solution, level, new Rows(design, null).precise(row)))
                .toList();
    }

    /// Xb
    ///
    /// @throws IllegalStateException if the rows were streamed
    public double[] fittedValues() {
        return Influence.fitted(solution, requireRows());
    }

    /// y − Xb
    ///
    /// @throws IllegalStateException if the rows were streamed
    public double[] residuals() {
        return Influence.residuals(solution, requireRows());
    }

    /// Leverages, Cook's distances and studentised residuals.
    ///
    /// @throws IllegalStateException if the rows were streamed
    public Influence influence() {
        return Influence.of(solution, requireRows());
    }

    /// What each row adds to R².
    ///
    /// @throws IllegalStateException if the rows were streamed
    public GapContributions gapContributions() {
        return GapContributions.of(solution, requireEqualRows());
    }

    /// Skewness, kurtosis and serial correlation of the residuals.
    ///
    /// @throws IllegalStateException if the rows were streamed, or have frequency weights
    public ResidualShape residualShape() {
        Rows given = requireRows();
        if (given.weights().isPresent() && given.weights().get() instanceof Weights.Frequency) {
            throw new IllegalStateException("rows that stand for several have no order, which the Durbin-Watson statistic needs");
        }
        return ResidualShape.of(Influence.scaledResiduals(solution, given));
    }

    /// The coefficient table at 95 % with standard errors that do not assume equal variances.
    ///
    /// @throws IllegalStateException if the rows were streamed
    public List<Coefficient> coefficients(RobustCovariance kind) {
        return coefficients(kind, USUAL_LEVEL);
    }

    /// As [#coefficients(RobustCovariance)] at another level; t has n − p degrees of freedom.
    ///
    /// @throws IllegalStateException    if the rows were streamed
    /// @throws IllegalArgumentException if there is no kind, or the level is not strictly between 0 and 1
    public List<Coefficient> coefficients(RobustCovariance kind, double level) {
        return coefficients(roots(covariance(kind)), degreesOfFreedom(), level);
    }

    /// The coefficient table with the standard errors of [#clusterCovariance]; t has one degree of freedom fewer than there are clusters, as in Stata.
    ///
    /// @throws IllegalStateException    if the rows were streamed
    /// @throws IllegalArgumentException as [#clusterCovariance], or if the level is not strictly between 0 and 1
    public List<Coefficient> clusterCoefficients(int[] clusters, double level) {
        double[][] covariance = clusterCovariance(clusters);
        return coefficients(roots(covariance), Clusters.of(clusters, requireRows().size()).count() - 1, level);
    }

    static double[] roots(double[][] covariance) {
        return IntStream.range(0, covariance.length).mapToDouble(k -> Math.sqrt(covariance[k][k])).toArray();
    }

    /// c·b with its standard error s√(cᵀS c): an estimated mean, a difference of two levels, or any other combination of the coefficients.
    ///
    /// @param name    what the combination is called
    /// @param level   of the interval
    /// @param weights c, one for each coefficient, the constant's first
    /// @throws IllegalArgumentException if there is not one finite weight for each coefficient, or the level is not strictly between 0 and 1
    public Coefficient combination(String name, double level, double... weights) {
        Checks.sameLength("weights", Checks.finite("weights", weights).length, "columns", solution.columns());
        DoubleDouble[] c = Arrays.stream(weights).mapToObj(DoubleDouble::of).toArray(DoubleDouble[]::new);
        double error = residualStandardError() * Prediction.length(solution, c);
        double critical = Tails.critical(Checks.strictlyBetween("level", level, 0, 1), degreesOfFreedom());
        return Coefficient.of(Checks.text("name", name), solution.fitted(c).toDouble(), error, degreesOfFreedom(), critical);
    }

    /// The test of this model against a smaller one whose columns are combinations of this one's, on the same rows.
    ///
    /// @throws IllegalArgumentException if the response or the number of rows differ, or the other model has no fewer columns or a smaller SSE
    public Comparison comparedWith(FittedModel smaller) {
        return Comparison.of(Checks.present("smaller", smaller), this);
    }

    /// What the rows count for.
    public Optional<Weights> weights() {
        return rows == null ? Optional.empty() : rows.weights();
    }

    /// The covariance of the coefficients without the assumption of equal variances.
    ///
    /// @throws IllegalStateException if the rows were streamed
    public double[][] covariance(RobustCovariance kind) {
        return Checks.present("kind", kind).of(solution, requireRows());
    }

    /// The covariance that lets the errors of a cluster depend on each other (CR1, as statsmodels' and Stata's default): one
    /// cluster number for each row.
    ///
    /// Source: A. C. Cameron, J. B. Gelbach and D. L. Miller (2008), *Bootstrap-based improvements for inference with clustered errors*,
    /// Review of Economics and Statistics 90, 414–427.
    ///
    /// @throws IllegalStateException    if the rows were streamed
    /// @throws IllegalArgumentException if there is not one number for each row, or only one cluster
    public double[][] clusterCovariance(int... clusters) {
        return Sandwich.clustered(solution, requireRows(), clusters);
    }

    /// Tests and intervals for errors that depend on each other within a few clusters, one cluster number for each row.
    ///
    /// @throws IllegalStateException    if the rows were streamed
    /// @throws IllegalArgumentException as [#clusterCovariance]
    public WildClusterBootstrap wildClusterBootstrap(int[] clusters, long seed) {
        return WildClusterBootstrap.of(solution, requireEqualRows(), clusters, seed);
    }

    private Rows requireEqualRows() {
        Rows given = requireRows();
        if (given.weights().isPresent()) {
            throw new IllegalStateException("this is defined for rows that count alike, and the fit has " + given.weights().get());
        }
        return given;
    }

    private Rows requireRows() {
        if (rows == null) {
            throw new IllegalStateException("this fit was made from a stream of rows, which it does not keep");
        }
        return rows;
    }

    /// The report with classical standard errors and 95 % intervals.
    public Summary summary() {
        return summary(USUAL_LEVEL);
    }

    /// The report with classical standard errors.
    ///
    /// @throws IllegalArgumentException if the level is not strictly between 0 and 1
    public Summary summary(double level) {
        return summary(coefficients(level), "", level);
    }

    /// The report with standard errors that do not assume equal variances.
    ///
    /// @throws IllegalStateException    if the rows were streamed
    /// @throws IllegalArgumentException if there is no kind, or the level is not strictly between 0 and 1
    public Summary summary(RobustCovariance kind, double level) {
        return summary(coefficients(kind, level), kind.name(), level);
    }

    /// The report with standard errors that let the errors of a cluster depend on each other; `what` says what the clusters are.
    ///
    /// @throws IllegalStateException    if the rows were streamed
    /// @throws IllegalArgumentException as [#clusterCoefficients]
    public Summary clusterSummary(String what, int[] clusters, double level) {
        List<Coefficient> table = clusterCoefficients(clusters, level);
        return summary(table, clusterErrors(Clusters.of(clusters, clusters.length).count(), what), level);
    }

    static String clusterErrors(long clusters, String what) {
        return "CR1 (" + clusters + " clusters of " + Checks.text("what", what) + ")";
    }

    private Summary summary(List<Coefficient> table, String errors, double level) {
        return Summary.of(this, rows == null ? new double[0] : residuals(), table, errors, level);
    }

    /// The summary that R's and statsmodels' users know.
    @Override
    public String toString() {
        return summary().text();
    }
}

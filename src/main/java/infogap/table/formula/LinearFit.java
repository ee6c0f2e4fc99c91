package infogap.table.formula;

import infogap.display.Displayable;
import infogap.numeric.Checks;
import infogap.regression.Coefficient;
import infogap.regression.Comparison;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.regression.Prediction;
import infogap.regression.RobustCovariance;
import infogap.regression.Summary;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/// A formula fitted to a table by least squares. It carries its formula: fitted on one table, it predicts on another by the columns' names.
///
/// ```java
/// LinearFit fit = Formula.of("mpg ~ wt + factor(cyl)").fit(cars);
/// List<Prediction> predictions = fit.predict(others);
/// ```
public final class LinearFit implements Displayable {

    private static final double USUAL_LEVEL = 0.95;

    private final Encoded encoded;
    private final LeastSquares outcome;

    private LinearFit(Encoded encoded, LeastSquares outcome) {
        this.encoded = encoded;
        this.outcome = outcome;
    }

    static LinearFit of(Encoded encoded) {
        var response = encoded.responseWithoutOffset();
        return new LinearFit(encoded, encoded.weights()
                .map(weights -> LeastSquares.fit(encoded.design(), response, weights))
                .orElseGet(() -> LeastSquares.fit(encoded.design(), response)));
    }

    /// The rows that were fitted.
    public Encoded encoded() {
        return encoded;
    }

    /// What came of the fit: a model, a perfect fit, or columns that depend on each other.
    public LeastSquares outcome() {
        return outcome;
    }

    /// The model with full inference.
    ///
    /// @throws IllegalStateException if the outcome is another, with the reason
    public FittedModel model() {
        return outcome.orThrow();
    }

    /// The report with classical standard errors and 95 % intervals.
    ///
    /// @throws IllegalStateException if the outcome is no [FittedModel]
    public Summary summary() {
        return told(model().summary());
    }

    /// The report with classical standard errors.
    ///
    /// @throws IllegalStateException    if the outcome is no [FittedModel]
    /// @throws IllegalArgumentException if the level is not strictly between 0 and 1
    public Summary summary(double level) {
        return told(model().summary(level));
    }

    /// The report with standard errors that do not assume equal variances.
    ///
    /// @throws IllegalStateException    if the outcome is no [FittedModel]
    /// @throws IllegalArgumentException as [FittedModel#summary(RobustCovariance, double)]
    public Summary summary(RobustCovariance kind, double level) {
        return told(model().summary(kind, level));
    }

    /// The report with standard errors that let the errors of rows with the same cell in this column depend on each other.
    ///
    /// @throws IllegalStateException    if the outcome is no [FittedModel]
    /// @throws IllegalArgumentException if the column is not there, a cell of it is missing, all cells are equal, or the level is not strictly between 0 and 1
    public Summary summaryClusteredBy(String column, double level) {
        return told(model().clusterSummary(column, encoded.clusters(column), level));
    }

    private Summary told(Summary summary) {
        return summary.with(encoded.encoder().formula().toString(), encoded.notes());
    }

    /// The coefficient table with the errors of [#summaryClusteredBy].
    ///
    /// @throws IllegalStateException    if the outcome is no [FittedModel]
    /// @throws IllegalArgumentException as [#summaryClusteredBy]
    public List<Coefficient> coefficientsClusteredBy(String column, double level) {
        return model().clusterCoefficients(encoded.clusters(column), level);
    }

    /// R's `anova(smaller, this)`.
    ///
    /// @throws IllegalStateException    if an outcome is no [FittedModel]
    /// @throws IllegalArgumentException as [FittedModel#comparedWith], or if the fits used different rows
    public Comparison anova(LinearFit smaller) {
        if (!Arrays.equals(Checks.present("smaller", smaller).encoded.rows(), encoded.rows())) {
            throw new IllegalArgumentException("smaller must be fitted to the same rows, but uses " + smaller.encoded.rows().length + " and this one "
                    + encoded.rows().length + ": drop the rows with missing cells first");
        }
        return model().comparedWith(smaller.model());
    }

    /// What the model says about each row of a table, at 95 %; the table needs no response. An offset is added.
    ///
    /// @throws IllegalStateException    if the outcome is no [FittedModel]
    /// @throws IllegalArgumentException as [Encoder#design(Table)]
    public List<Prediction> predict(Table table) {
        return predict(table, USUAL_LEVEL);
    }

    /// As [#predict(Table)] at another level.
    ///
    /// @throws IllegalStateException    if the outcome is no [FittedModel]
    /// @throws IllegalArgumentException as [Encoder#design(Table)], or if the level is not strictly between 0 and 1
    public List<Prediction> predict(Table table, double level) {
        List<Prediction> predictions = model().predictAt(level, encoded.encoder().design(table));
        if (!encoded.encoder().hasOffset()) {
            return predictions;
        }
        double[] offset = encoded.encoder().offset(table, IntStream.range(0, table.rowCount()).toArray());
        return IntStream.range(0, offset.length).mapToObj(i -> predictions.get(i).shifted(offset[i])).toList();
    }

    /// The estimated mean response at each level of a factor (emmeans, LS means): the prediction averaged with equal weights over the levels of all other
    /// categorical factors, with numeric columns at their mean over the rows that were fitted.
    ///
    /// @param column the factor's column in the table
    /// @param level  of the intervals
    /// @throws IllegalStateException    if the outcome is no [FittedModel]
    /// @throws IllegalArgumentException if the column is no categorical factor of the formula, or the level is not strictly between 0 and 1
    public List<Coefficient> estimatedMeans(String column, double level) {
        FittedModel model = model();
        Map<String, double[]> means = ReferenceGrid.means(encoded, column);
        return means.entrySet().stream()
                .map(entry -> model.combination(column + " = " + entry.getKey(), level, entry.getValue()))
                .toList();
    }

    @Override
    public Map<String, Object> mimeBundle() {
        if (outcome instanceof FittedModel) {
            return summary().mimeBundle();
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("text/plain", toString());
        return bundle;
    }

    /// The summary, or what came of the fit instead.
    @Override
    public String toString() {
        return outcome instanceof FittedModel ? summary().text() : outcome + String.join("\n", encoded.notes());
    }
}

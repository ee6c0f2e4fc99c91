package infogap.regression.glm;

import infogap.display.Displayable;
import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.numeric.DoubleDouble;
import infogap.numeric.Quantiles;
import infogap.regression.Coefficient;
import infogap.regression.Design;
import infogap.regression.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/// A generalized linear model with its inference. With W the diagonal matrix of the responses' variances at the estimate, Var b = (XᵀWX)⁻¹; the dispersion is 1.
///
/// z = b/se is compared with the normal distribution (Wald); [#comparedWith] is the likelihood-ratio test of nested models. The deviance is twice what the log-likelihood
/// falls short of the saturated one; it measures fit for counts and for groups of trials, not for single yes and no.
public final class GeneralizedModel implements GeneralizedLinear, Displayable {

    static final int FIRTH_STEPS = 2000;
    static final double FIRTH_STILL = 1e-15;

    private static final double USUAL_LEVEL = 0.95;

    private final Design design;
    private final Observations observations;
    private final GlmLikelihood likelihood;
    private final DoubleDouble[] b;
    private final DoubleDouble[][] covariance;
    private final double objective;
    private final boolean firth;

    GeneralizedModel(Design design, Observations observations, GlmLikelihood likelihood, Newton.Maximum maximum, boolean firth) {
        this.design = design;
        this.observations = observations;
        this.likelihood = likelihood;
        this.b = maximum.b();
        this.covariance = maximum.information().inverse();
        this.objective = maximum.logLikelihood();
        this.firth = firth;
    }

    @Override
    public List<String> names() {
        return design.names();
    }

    /// What the response is.
    public Family family() {
        return observations.family();
    }

    /// The response's name.
    public String response() {
        return observations.name();
    }

    /// Whether this is Firth's estimate.
    public boolean isFirth() {
        return firth;
    }

    /// The number of rows, each counted as often as it stands for.
    public long rows() {
        return observations.rows();
    }

    /// n − p
    public long degreesOfFreedom() {
        return rows() - names().size();
    }

    /// b, the constant first.
    public double[] estimates() {
        return Arrays.stream(b).mapToDouble(DoubleDouble::toDouble).toArray();
    }

    /// √((XᵀWX)⁻¹)_jj
    public double[] standardErrors() {
        return IntStream.range(0, b.length).mapToDouble(k -> covariance[k][k].squareRoot().toDouble()).toArray();
    }

    /// (XᵀWX)⁻¹
    public double[][] covariance() {
        return Arrays.stream(covariance).map(row -> Arrays.stream(row).mapToDouble(DoubleDouble::toDouble).toArray()).toArray(double[][]::new);
    }

    /// The coefficient table with 95 % intervals; `t` holds z.
    public List<Coefficient> coefficients() {
        return coefficients(USUAL_LEVEL);
    }

    /// The coefficient table with Wald intervals of the given level; `t` holds z.
    ///
    /// @throws IllegalArgumentException if the level is not strictly between 0 and 1
    public List<Coefficient> coefficients(double level) {
        return table(names(), estimates(), standardErrors(), level);
    }

    static List<Coefficient> table(List<String> names, double[] estimates, double[] errors, double level) {
        double critical = Quantiles.normal(Checks.strictlyBetween("level", level, 0, 1));
        return IntStream.range(0, errors.length).mapToObj(k -> {
            double z = estimates[k] / errors[k];
            return new Coefficient(names.get(k), estimates[k], errors[k], z, Erf.erfc(Math.abs(z) / Math.sqrt(2)),
                    estimates[k] - critical * errors[k], estimates[k] + critical * errors[k]);
        }).toList();
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

    /// e^b with its interval: by what factor the odds (or the expected count) change with one unit of each column.
    ///
    /// @throws IllegalArgumentException if the level is not strictly between 0 and 1
    public List<Ratio> oddsRatios(double level) {
        return coefficients(level).stream()
                .map(line -> new Ratio(line.name(), Math.exp(line.estimate()), Math.exp(line.lower()), Math.exp(line.upper())))
                .toList();
    }

    /// A factor with its interval.
    ///
    /// @param name     the column's name
    /// @param estimate e^b
    /// @param lower    the lower end
    /// @param upper    the upper end
    public record Ratio(String name, double estimate, double lower, double upper) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s: ×%.6g in [%.6g, %.6g]", name, estimate, lower, upper);
        }
    }

    /// The log-likelihood of the observations at the estimate, with all constants; without Firth's penalty.
    public double logLikelihood() {
        return sum(i -> observations.family().logLikelihood(observations.value(i), observations.trials(i), eta(i)));
    }

    /// Twice the distance of the log-likelihood from the saturated one.
    public double deviance() {
        return sum(i -> observations.family().deviance(observations.value(i), observations.trials(i), eta(i)));
    }

    /// The deviance of the constant alone (with the offset), or of η = offset for a model without a constant.
    public double nullDeviance() {
        if (!design.hasIntercept()) {
            return sum(i -> observations.family().deviance(observations.value(i), observations.trials(i), observations.offset(i)));
        }
        return 2 * (sum(i -> observations.family().saturated(observations.value(i), observations.trials(i))) - nullLogLikelihood());
    }

    private double nullLogLikelihood() {
        return switch (GeneralizedLinear.fit(Design.ofConstant(design.rows()), observations)) {
            case GeneralizedModel model -> model.logLikelihood();
            // all responses are equal: the constant alone fits them without loss
            case Separated _ -> sum(i -> observations.family().saturated(observations.value(i), observations.trials(i)));
            case DependentColumns _ -> throw new IllegalStateException("a constant depends on nothing");
        };
    }

    /// −2·logLikelihood + 2p
    public double aic() {
        return -2 * logLikelihood() + 2.0 * b.length;
    }

    /// −2·logLikelihood + p·ln n
    public double bic() {
        return -2 * logLikelihood() + Math.log(rows()) * b.length;
    }

    private double sum(java.util.function.IntToDoubleFunction term) {
        return CompensatedSum.of(IntStream.range(0, design.rows()).mapToDouble(i -> observations.frequency(i) * term.applyAsDouble(i)).toArray());
    }

    private double eta(int row) {
        return likelihood.eta(row, b).toDouble();
    }

    /// η = Xb + offset for each row.
    public double[] linearPredictors() {
        return IntStream.range(0, design.rows()).mapToDouble(this::eta).toArray();
    }

    /// The expected response of one trial for each row: a probability, or a count.
    public double[] fittedValues() {
        return IntStream.range(0, design.rows()).mapToDouble(row -> observations.family().mean(likelihood.eta(row, b)).toDouble()).toArray();
    }

    /// sign(y − mμ)·√(the row's part of the deviance)
    public double[] devianceResiduals() {
        return IntStream.range(0, design.rows())
                .mapToDouble(i -> Math.signum(observations.family().surprise(observations.value(i), observations.trials(i), likelihood.eta(i, b)).toDouble())
                        * Math.sqrt(Math.max(0, observations.family().deviance(observations.value(i), observations.trials(i), eta(i)))))
                .toArray();
    }

    /// (y − mμ)/√(variance of the row)
    public double[] pearsonResiduals() {
        return IntStream.range(0, design.rows()).mapToDouble(i -> {
            DoubleDouble eta = likelihood.eta(i, b);
            double variance = observations.family().variance(eta).toDouble() * observations.trials(i);
            return observations.family().surprise(observations.value(i), observations.trials(i), eta).toDouble() / Math.sqrt(variance);
        }).toArray();
    }

    /// The diagonal of W^½X(XᵀWX)⁻¹XᵀW^½; it sums to p.
    public double[] leverages() {
        return IntStream.range(0, design.rows())
                .mapToDouble(i -> likelihood.weight(i, likelihood.eta(i, b)).times(GlmLikelihood.quadratic(likelihood.row(i), covariance)).toDouble())
                .toArray();
    }

    /// The expected response for each row of a design with the same columns, without an offset.
    ///
    /// @throws IllegalArgumentException if the columns' names differ
    public double[] predict(Design other) {
        return predict(other, new double[Checks.present("other", other).rows()]);
    }

    /// The expected response for each row of a design with the same columns, with these offsets.
    ///
    /// @throws IllegalArgumentException if the columns' names differ, or there is not one finite offset for each row
    public double[] predict(Design other, double[] offset) {
        Checks.sameLength("offset", Checks.finite("offset", offset).length, "rows", Checks.present("other", other).rows());
        if (!other.names().equals(names())) {
            throw new IllegalArgumentException("design must have the columns " + names() + ", but has " + other.names());
        }
        return IntStream.range(0, other.rows()).mapToDouble(row -> {
            DoubleDouble eta = DoubleDouble.of(offset[row]);
            for (int k = 0; k < b.length; k++) {
                eta = eta.plus(other.precise(row, k).times(b[k]));
            }
            return observations.family().mean(eta).toDouble();
        }).toArray();
    }

    /// The likelihood-ratio test of a smaller model whose columns are combinations of this one's: 2(ℓ − ℓ₀), by penalised likelihoods for Firth's estimates.
    ///
    /// @throws IllegalArgumentException if the response or the rows differ, the other model has no fewer columns or a larger likelihood, or only one is Firth's
    public LikelihoodTest comparedWith(GeneralizedModel smaller) {
        Checks.present("smaller", smaller);
        long columns = names().size() - smaller.names().size();
        double gain = 2 * (objective - smaller.objective);
        if (!smaller.response().equals(response()) || smaller.rows() != rows() || smaller.firth != firth || columns <= 0
                || (!firth && gain < -1e-9 * Math.abs(objective))) {
            throw new IllegalArgumentException("smaller must have the response " + response() + ", " + rows() + " rows, fewer columns than " + names()
                    + " and no larger likelihood, and be fitted the same way, but is " + smaller.names() + " on " + smaller.rows() + " rows");
        }
        return LikelihoodTest.of("likelihood ratio", gain, columns);
    }

    /// The test that all columns but the constant add nothing.
    ///
    /// @throws IllegalStateException if the model is the constant alone, has no constant, or is Firth's
    public LikelihoodTest againstConstant() {
        if (!design.hasIntercept() || b.length == 1 || firth) {
            throw new IllegalStateException("the test needs a constant, other columns, and a maximum-likelihood fit");
        }
        return LikelihoodTest.of("likelihood ratio", 2 * (objective - nullLogLikelihood()), b.length - 1L);
    }

    /// The Wald test that the named coefficients are all 0: bᵀV⁻¹b over them.
    ///
    /// @throws IllegalArgumentException if there is no name, one stands twice, or there is no such column
    public LikelihoodTest waldTest(String... columns) {
        List<String> tested = Checks.distinct("columns", Arrays.asList(Checks.present("columns", columns)));
        int[] at = tested.stream().mapToInt(name -> {
            coefficient(name);
            return names().indexOf(name);
        }).toArray();
        DoubleDouble[][] part = new DoubleDouble[at.length][at.length];
        DoubleDouble[] estimates = new DoubleDouble[at.length];
        for (int i = 0; i < at.length; i++) {
            estimates[i] = b[at[i]];
            for (int j = 0; j < at.length; j++) {
                part[i][j] = covariance[at[i]][at[j]];
            }
        }
        DoubleDouble[] solved = PositiveDefinite.of(part).orElseThrow(() -> new IllegalStateException("the covariance is singular to rounding")).solve(estimates);
        DoubleDouble statistic = DoubleDouble.ZERO;
        for (int i = 0; i < at.length; i++) {
            statistic = statistic.plus(estimates[i].times(solved[i]));
        }
        return LikelihoodTest.of("Wald", statistic.toDouble(), at.length);
    }

    /// Decimal digits of each coefficient that survive if every value is wrong by its [infogap.regression.Variable#roundoff], to first order and doubled; at most those of a double.
    public Map<String, Double> trustedDigits() {
        return GlmDigits.of(design, observations, likelihood, b, covariance, firth);
    }

    /// The report with 95 % intervals.
    public Summary summary() {
        return summary(USUAL_LEVEL);
    }

    /// The report.
    ///
    /// @throws IllegalArgumentException if the level is not strictly between 0 and 1
    public Summary summary(double level) {
        return GlmReport.of(this, level);
    }

    double smallestDigits() {
        return trustedDigits().values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    @Override
    public Map<String, Object> mimeBundle() {
        return summary().mimeBundle();
    }

    @Override
    public String toString() {
        return summary().text();
    }
}

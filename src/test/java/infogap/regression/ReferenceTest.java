package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// R 4.2.2 and statsmodels 0.13.5 on four of R's data sets (`src/bench/reference.R` and `reference.py` made the values).
class ReferenceTest {

    /// LAPACK's and R's rounding on these well-conditioned sets.
    private static final double TOLERANCE = 1e-11;

    /// Each tail probability is computed by another series than R's.
    private static final double TAIL_TOLERANCE = 1e-12;

    private static List<String[]> lines(String file) {
        try (var in = ReferenceTest.class.getResourceAsStream("/infogap/regression/reference/" + file + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.replace("\"", "").split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FittedModel fit(String set) {
        List<String[]> lines = lines(set);
        double[][] columns = IntStream.range(0, lines.getFirst().length)
                .mapToObj(k -> lines.stream().skip(1).mapToDouble(line -> Double.parseDouble(line[k])).toArray())
                .toArray(double[][]::new);
        List<Variable> variables = IntStream.range(1, columns.length)
                .mapToObj(k -> Variable.of(lines.getFirst()[k], columns[k]))
                .toList();
        Design design = set.equals("trees") ? Design.of(variables).withoutIntercept() : Design.of(variables);
        return LeastSquares.fit(design, Variable.of(lines.getFirst()[0], columns[0])).orThrow();
    }

    private static Map<String, double[]> expected(String program, String set) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (String[] line : lines(program)) {
            if (line[0].equals(set)) {
                double[] before = values.getOrDefault(line[1], new double[0]);
                double[] after = Arrays.copyOf(before, before.length + 1);
                after[before.length] = Double.parseDouble(line[3]);
                values.put(line[1], after);
            }
        }
        assertTrue(values.size() >= 10, program + " must have values of " + set);
        return values;
    }

    private static void assertClose(String what, double[] expected, double[] actual, double tolerance) {
        assertEquals(expected.length, actual.length, what);
        double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            // relative to the value itself, but residuals and distances near zero to the largest of their kind
            double scale = expected.length > 10 ? size : Math.abs(expected[i]);
            assertEquals(expected[i], actual[i], tolerance * scale, what + "[" + i + "]");
        }
    }

    private static double[] column(List<Coefficient> table, java.util.function.ToDoubleFunction<Coefficient> value) {
        return table.stream().mapToDouble(value).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mtcars", "cars", "stackloss", "trees"})
    void agreesWithR(String set) {
        Map<String, double[]> r = expected("r", set);
        FittedModel model = fit(set);
        List<Coefficient> table = model.coefficients();
        assertClose("estimate", r.get("estimate"), model.estimates(), TOLERANCE);
        assertClose("standardError", r.get("standardError"), model.standardErrors(), TOLERANCE);
        assertClose("t", r.get("t"), column(table, Coefficient::t), TOLERANCE);
        assertClose("p", r.get("p"), column(table, Coefficient::p), TAIL_TOLERANCE);
        assertClose("lower", r.get("lower"), column(table, Coefficient::lower), TAIL_TOLERANCE);
        assertClose("upper", r.get("upper"), column(table, Coefficient::upper), TAIL_TOLERANCE);
        FTest test = model.fTest().orElseThrow();
        assertClose("scalars",
                new double[] {r.get("rSquared")[0], r.get("adjustedRSquared")[0], r.get("f")[0], r.get("sigma")[0], r.get("logLikelihood")[0],
                        r.get("aic")[0], r.get("bic")[0]},
                new double[] {model.rSquared(), model.adjustedRSquared(), test.statistic(), model.residualStandardError(),
                        model.logLikelihood(), model.aic(Convention.WITH_VARIANCE), model.bic(Convention.WITH_VARIANCE)},
                TOLERANCE);
        assertClose("fP", r.get("fP"), new double[] {test.p()}, TAIL_TOLERANCE);
        Influence influence = model.influence();
        assertClose("leverage", r.get("leverage"), influence.leverages(), TOLERANCE);
        assertClose("cook", r.get("cook"), influence.cooks(), TOLERANCE);
        assertClose("rstandard", r.get("rstandard"), influence.standardised(), TOLERANCE);
        assertClose("rstudent", r.get("rstudent"), influence.studentised(), TOLERANCE);
        assertClose("residual", r.get("residual"), model.residuals(), TOLERANCE);
        double[] first = Arrays.stream(lines(set).get(1)).skip(1).mapToDouble(Double::parseDouble).toArray();
        Prediction prediction = model.predictAt(0.9, first);
        assertClose("prediction",
                new double[] {r.get("confidenceFit")[0], r.get("confidenceLower")[0], r.get("confidenceUpper")[0],
                        r.get("predictionLower")[0], r.get("predictionUpper")[0]},
                new double[] {prediction.fit(), prediction.confidenceLower(), prediction.confidenceUpper(),
                        prediction.predictionLower(), prediction.predictionUpper()},
                TAIL_TOLERANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mtcars", "cars", "stackloss", "trees"})
    void agreesWithStatsmodels(String set) {
        Map<String, double[]> reference = expected("statsmodels", set);
        FittedModel model = fit(set);
        assertClose("estimate", reference.get("estimate"), model.estimates(), TOLERANCE);
        assertClose("standardError", reference.get("standardError"), model.standardErrors(), TOLERANCE);
        for (RobustCovariance kind : List.of(RobustCovariance.HC0, RobustCovariance.HC1, RobustCovariance.HC2, RobustCovariance.HC3)) {
            assertClose(kind.name(), reference.get(kind.name()), column(model.coefficients(kind), Coefficient::standardError), TOLERANCE);
        }
        int[] clusters = IntStream.range(0, (int) model.rows()).map(i -> i % 5).toArray();
        double[][] clustered = model.clusterCovariance(clusters);
        assertClose("cluster", reference.get("cluster"), IntStream.range(0, clustered.length).mapToDouble(k -> Math.sqrt(clustered[k][k])).toArray(), TOLERANCE);
        assertClose("scalars",
                new double[] {reference.get("aic")[0], reference.get("bic")[0], reference.get("conditionNumber")[0]},
                new double[] {model.aic(Convention.COEFFICIENTS_ONLY), model.bic(Convention.COEFFICIENTS_ONLY), model.conditionNumber()},
                TOLERANCE);
        if (model.hasIntercept()) {
            assertClose("vif", reference.get("vif"), model.varianceInflation().values().stream().mapToDouble(Double::doubleValue).toArray(), TOLERANCE);
        }
        ResidualShape shape = model.residualShape();
        assertClose("shape", reference.get("shape"),
                new double[] {shape.durbinWatson(), shape.skewness(), shape.kurtosis(), shape.jarqueBera(), shape.jarqueBeraP()}, TOLERANCE);
        assertClose("leverage", reference.get("leverage"), model.influence().leverages(), TOLERANCE);
        assertClose("cook", reference.get("cook"), model.influence().cooks(), TOLERANCE);
    }

    /// R refits every one of the 2⁸ samples with `lm.fit`.
    @ParameterizedTest
    @ValueSource(strings = {"mtcars", "cars", "stackloss", "trees"})
    void theWildClusterBootstrapAgreesWithRsRefits(String set) {
        FittedModel model = fit(set);
        int[] clusters = IntStream.range(0, (int) model.rows()).map(i -> i % 8).toArray();
        List<String> columns = model.names().stream().filter(name -> !name.equals(Design.INTERCEPT)).toList();
        for (WildResiduals residuals : WildResiduals.values()) {
            double[] r = expected("r", set).get(residuals == WildResiduals.RESTRICTED ? "wildRestricted" : "wildUnrestricted");
            assertEquals(4 * columns.size(), r.length);
            for (int k = 0; k < columns.size(); k++) {
                WildClusterTest test = model.wildClusterBootstrap(clusters, 1).withResiduals(residuals).test(columns.get(k), r[4 * k]);
                assertEquals(r[4 * k + 1], test.observed().t(), TOLERANCE * Math.abs(r[4 * k + 1]));
                assertEquals(r[4 * k + 2], test.p(), 0.0);
                double mean = Arrays.stream(test.statistics()).map(Math::abs).average().orElseThrow();
                assertEquals(r[4 * k + 3], mean, TOLERANCE * mean, set + " " + columns.get(k) + " " + residuals);
            }
        }
    }

    @Test
    void theSummaryReadsLikeRs() {
        String summary = fit("cars").toString();
        for (String line : List.of("dist ~ 1 + speed", "Residuals:", "Min", "1Q", "Median", "3Q", "Max", "Pr(>|t|)", "***",
                "Residual standard error: 15.3796 on 48 degrees of freedom", "Multiple R-squared: 0.651079,  Adjusted R-squared: 0.643810",
                "F-statistic: 89.5671 on 1 and 48 DF,  p-value: 1.49e-12", "AIC: 419.157")) {
            assertTrue(summary.contains(line), line + " must be in\n" + summary);
        }
        assertTrue(summary.contains("0.012319"), "Pr(>|t|) of the constant, which R prints as 0.0123, must be in\n" + summary);
    }
}

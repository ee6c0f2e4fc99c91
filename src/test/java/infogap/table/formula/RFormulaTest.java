package infogap.table.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.Coefficient;
import infogap.regression.Comparison;
import infogap.regression.Convention;
import infogap.regression.FittedModel;
import infogap.regression.Influence;
import infogap.regression.Prediction;
import infogap.regression.RobustCovariance;
import infogap.table.data.Field;
import infogap.table.data.FieldType;
import infogap.table.data.MissingValues;
import infogap.table.data.TableGuess;
import infogap.table.data.TableReader;
import infogap.table.data.TableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/// R 4.2.2 on twelve of its own data sets in 29 formulas (`Rscript src/bench/formula.R src/test/resources/infogap/table/formula` made the values).
class RFormulaTest {

    /// LAPACK's rounding on these sets, of which poly(height, 4) and the squares are the worst.
    private static final double TOLERANCE = 2e-10;

    /// R's sandwiches are made from solve(crossprod(x)), which loses the square of the condition number: 4·10⁹ for height and its square.
    private static final double SQUARED_CONDITION = 1e-8;

    private static final Map<String, Map<String, Map<String, double[]>>> EXPECTED = expected();

    private static String text(String file) {
        try (var in = RFormulaTest.class.getResourceAsStream("/infogap/table/formula/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Table set(String name) {
        return TableGuess.ofText(name + ".csv", text(name + ".csv")).table();
    }

    private static Map<String, Map<String, Map<String, double[]>>> expected() {
        Table table = TableReader.parse("r.csv", text("r.csv"), TableSchema.of(Field.of("case", FieldType.STRING), Field.of("quantity", FieldType.STRING),
                Field.of("name", FieldType.STRING), Field.of("value", FieldType.NUMBER)));
        Map<String, Map<String, Map<String, double[]>>> values = new LinkedHashMap<>();
        for (Row row : table) {
            double[] one = {row.getDouble("value")};
            values.computeIfAbsent(row.getString("case"), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(row.getString("quantity"), _ -> new LinkedHashMap<>())
                    .merge(row.getString("name"), one, (before, _) -> {
                        double[] after = Arrays.copyOf(before, before.length + 1);
                        after[before.length] = one[0];
                        return after;
                    });
        }
        return values;
    }

    static Stream<Arguments> cases() {
        return TableReader.parse("cases.csv", text("cases.csv"), TableSchema.of(Field.of("case", FieldType.STRING), Field.of("set", FieldType.STRING),
                        Field.of("formula", FieldType.STRING), Field.of("weights", FieldType.STRING))).stream()
                .map(row -> Arguments.of(row.getString("case"), row.getString("set"), row.getString("formula"), row.getString("weights")));
    }

    private static LinearFit fit(String set, String formula, String weights) {
        Formula read = Formula.of(formula);
        return (weights.isEmpty() ? read : read.weightedBy(weights, WeightKind.PRECISION)).fit(set(set));
    }

    private static void assertNamed(Map<String, double[]> r, List<Coefficient> table, ToDoubleFunction<Coefficient> value, String what) {
        assertNamed(r, table, value, what, TOLERANCE);
    }

    private static void assertNamed(Map<String, double[]> r, List<Coefficient> table, ToDoubleFunction<Coefficient> value, String what,
            double tolerance) {
        assertEquals(List.copyOf(r.keySet()), table.stream().map(Coefficient::name).toList(), what);
        for (Coefficient line : table) {
            double expected = r.get(line.name())[0];
            assertEquals(expected, value.applyAsDouble(line), tolerance * Math.max(Math.abs(expected), 1e-12), what + " of " + line.name());
        }
    }

    private static void assertValues(double[] r, double[] values, String what) {
        assertEquals(r.length, values.length, what);
        for (int i = 0; i < r.length; i++) {
            assertEquals(r[i], values[i], TOLERANCE * Math.max(1e-3, Math.abs(r[i])), what + "[" + i + "]");
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("cases")
    void agreesWithR(String id, String set, String formula, String weights) {
        LinearFit fit = fit(set, formula, weights);
        Map<String, Map<String, double[]>> r = EXPECTED.get(id);
        FittedModel model = fit.model();
        List<Coefficient> table = model.coefficients(0.9);
        assertNamed(r.get("estimate"), table, Coefficient::estimate, "estimate");
        assertNamed(r.get("standardError"), table, Coefficient::standardError, "standardError");
        assertNamed(r.get("t"), table, Coefficient::t, "t");
        assertNamed(r.get("p"), table, Coefficient::p, "p");
        assertNamed(r.get("lower"), table, Coefficient::lower, "lower");
        assertNamed(r.get("upper"), table, Coefficient::upper, "upper");
        Map<String, Double> scalars = new LinkedHashMap<>(Map.of("sigma", model.residualStandardError(), "df", (double) model.degreesOfFreedom(),
                "logLik", model.logLikelihood(), "aic", model.aic(Convention.WITH_VARIANCE), "bic", model.bic(Convention.WITH_VARIANCE),
                "dropped", (double) fit.encoded().table().rowCount() - fit.encoded().rows().length,
                "rSquared", model.rSquared(), "adjusted", model.adjustedRSquared()));
        model.fTest().ifPresent(test -> scalars.putAll(Map.of("f", test.statistic(), "fp", test.p())));
        scalars.forEach((quantity, value) -> {
            if (r.containsKey(quantity)) {
                double expected = r.get(quantity).get("")[0];
                assertEquals(expected, value, TOLERANCE * Math.abs(expected), quantity);
            }
        });
        double robust = set.equals("women") ? SQUARED_CONDITION : TOLERANCE;
        for (RobustCovariance kind : RobustCovariance.values()) {
            assertNamed(r.get(kind.name()), model.coefficients(kind, 0.9), Coefficient::standardError, kind.name(), robust);
            assertNamed(r.get(kind.name() + "p"), model.coefficients(kind, 0.9), Coefficient::p, kind.name(), robust);
        }
        Influence influence = model.influence();
        assertValues(r.get("rstudent").get(""), Arrays.copyOf(influence.studentised(), 5), "rstudent");
        assertValues(r.get("cook").get(""), Arrays.copyOf(influence.cooks(), 5), "cook");
        assertValues(r.get("hat").get(""), Arrays.copyOf(influence.leverages(), 5), "hat");
        List<Prediction> predictions = fit.predict(firstComplete(set(set)), 0.8);
        assertValues(r.get("predicted").get(""), predictions.stream().mapToDouble(Prediction::fit).toArray(), "predicted");
        if (weights.isEmpty()) {
            assertValues(r.get("predictedLower").get(""), predictions.stream().mapToDouble(Prediction::predictionLower).toArray(), "lower");
            assertValues(r.get("predictedUpper").get(""), predictions.stream().mapToDouble(Prediction::predictionUpper).toArray(), "upper");
        }
    }

    private static Table firstComplete(Table table) {
        return table.rows(IntStream.range(0, table.rowCount())
                .filter(row -> table.columns().stream().noneMatch(column -> MissingValues.at(column, row)))
                .limit(6)
                .toArray());
    }

    @Test
    void errorsClusteredByAColumnAgreeWithTheirDefinitionInR() {
        LinearFit fit = fit("CO2", "uptake ~ Type * Treatment + log(conc)", "");
        List<Coefficient> table = fit.coefficientsClusteredBy("Plant", 0.95);
        assertNamed(EXPECTED.get("CO2-1").get("cluster"), table, Coefficient::standardError, "cluster");
        assertNamed(EXPECTED.get("CO2-1").get("clusterP"), table, Coefficient::p, "cluster p");
        assertTrue(fit.summaryClusteredBy("Plant", 0.9).text().contains("CR1 (12 clusters of Plant) standard errors"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nestedModelsAreComparedAsByAnova(String id, String set, String formula, String weights) {
        EXPECTED.get(id).getOrDefault("anova", Map.of()).forEach((smaller, r) -> {
            Comparison comparison = fit(set, formula, weights).anova(fit(set, smaller, weights));
            assertValues(r, new double[] {comparison.test().statistic(), comparison.test().p(), comparison.test().numerator(),
                comparison.smallerSumOfSquaredErrors() - comparison.largerSumOfSquaredErrors()}, id);
        });
    }

    @Test
    void estimatedMeansAreThoseOfTheGridOfLevels() {
        Map<String, String> factors = Map.of("warpbreaks-1", "tension", "iris-1", "Species", "CO2-1", "Treatment");
        cases().forEach(given -> {
            String factor = factors.get(given.get()[0]);
            if (factor != null) {
                List<Coefficient> means = fit((String) given.get()[1], (String) given.get()[2], "").estimatedMeans(factor, 0.95);
                Map<String, double[]> r = EXPECTED.get(given.get()[0]).get("mean");
                assertEquals(List.copyOf(r.keySet()), means.stream().map(Coefficient::name).toList());
                means.forEach(mean -> assertValues(r.get(mean.name()), new double[] {mean.estimate(), mean.standardError()}, mean.name()));
            }
        });
    }
}

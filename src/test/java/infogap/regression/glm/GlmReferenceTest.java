package infogap.regression.glm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.Coefficient;
import infogap.regression.Design;
import infogap.regression.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// R 4.2.2's `glm` on nine of its own data sets (`Rscript src/bench/glm.R`) and Newton's method in 50 digits (`python3 src/bench/glm.py`, mpmath 1.2.1).
class GlmReferenceTest {

    /// R iterates until the deviance stands still, in doubles.
    private static final double R_TOLERANCE = 1e-9;

    /// R's standard errors and leverages have the weights of the last iteration but one.
    private static final double R_WEIGHTS = 2e-7;

    /// A unit in the last place, twice: of the result and of the reference as a double.
    private static final double ROUNDING = 0x1p-52;

    static List<String[]> lines(String file) {
        try (var in = GlmReferenceTest.class.getResourceAsStream("/infogap/regression/glm/" + file + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.replace("\"", "").split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<BigDecimal>> expected(String program, String set) {
        Map<String, List<BigDecimal>> values = new LinkedHashMap<>();
        for (String[] line : lines(program)) {
            if (line[0].equals(set)) {
                values.computeIfAbsent(line[1], _ -> new ArrayList<>()).add(new BigDecimal(line[3]));
            }
        }
        assertTrue(values.size() >= 2, program + " must have values of " + set);
        return values;
    }

    static Design design(String set, int from) {
        List<String[]> lines = lines(set);
        return Design.of(IntStream.range(from, lines.getFirst().length)
                .mapToObj(k -> Variable.decimal(lines.getFirst()[k], lines.stream().skip(1).map(line -> new BigDecimal(line[k])).toList()))
                .toList());
    }

    private static double[] column(String set, int k) {
        return lines(set).stream().skip(1).mapToDouble(line -> Double.parseDouble(line[k])).toArray();
    }

    static Observations observations(String set) {
        boolean counts = List.of("warpbreaks", "InsectSprays", "quakes", "discoveries", "insurance").contains(set);
        double[] y = column(set, 0);
        boolean grouped = set.equals("esoph");
        double[] failures = grouped ? column(set, 1) : new double[0];
        Observations given = counts ? Observations.counts("y", y)
                : grouped ? Observations.successes("y", y, IntStream.range(0, y.length).mapToDouble(i -> y[i] + failures[i]).toArray())
                : Observations.binary("y", y);
        return given.withFrequencies(Arrays.stream(column(set, 2)).mapToLong(f -> (long) f).toArray()).withOffset(column(set, 3));
    }

    private static GeneralizedModel fit(String set) {
        return GeneralizedLinear.fit(design(set, 4), observations(set)).orThrow();
    }

    private static void assertClose(List<BigDecimal> expected, double[] values, double tolerance, String what) {
        assertEquals(expected.size(), values.length, what);
        for (int i = 0; i < values.length; i++) {
            double reference = expected.get(i).doubleValue();
            assertEquals(reference, values[i], tolerance * Math.abs(reference), what + "[" + i + "]");
        }
    }

    private static double[] table(GeneralizedModel model, ToDoubleFunction<Coefficient> value) {
        return model.coefficients().stream().mapToDouble(value).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mtcars", "infert", "esoph", "admissions", "warpbreaks", "InsectSprays", "quakes", "discoveries", "insurance"})
    void agreesWithR(String set) {
        GeneralizedModel model = fit(set);
        Map<String, List<BigDecimal>> r = expected("r", set);
        assertClose(r.get("estimate"), model.estimates(), R_TOLERANCE, "estimate");
        assertClose(r.get("standardError"), model.standardErrors(), R_WEIGHTS, "standardError");
        assertClose(r.get("z"), table(model, Coefficient::t), R_WEIGHTS, "z");
        assertClose(r.get("p"), table(model, Coefficient::p), 50 * R_WEIGHTS, "p");
        assertClose(r.get("deviance"), new double[] {model.deviance()}, R_TOLERANCE, "deviance");
        assertClose(r.get("nullDeviance"), new double[] {model.nullDeviance()}, R_TOLERANCE, "nullDeviance");
        if (r.containsKey("logLik")) {
            assertClose(r.get("logLik"), new double[] {model.logLikelihood()}, R_TOLERANCE, "logLik");
            assertClose(r.get("aic"), new double[] {model.aic()}, R_TOLERANCE, "aic");
            assertClose(r.get("bic"), new double[] {model.bic()}, R_TOLERANCE, "bic");
            boolean proportions = set.equals("esoph");
            assertClose(r.get("fitted"), Arrays.copyOf(model.fittedValues(), 5), R_TOLERANCE, proportions ? "fitted shares" : "fitted");
            assertClose(r.get("devianceResidual"), Arrays.copyOf(model.devianceResiduals(), 5), R_TOLERANCE, "deviance residuals");
            assertClose(r.get("pearson"), Arrays.copyOf(model.pearsonResiduals(), 5), R_TOLERANCE, "pearson");
            assertClose(r.get("hat"), Arrays.copyOf(model.leverages(), 5), R_WEIGHTS, "hat");
        }
        assertEquals(model.names().size(), IntStream.range(0, model.leverages().length).mapToDouble(i -> model.leverages()[i]).sum(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mtcars", "infert", "esoph", "admissions", "warpbreaks", "InsectSprays", "discoveries", "insurance"})
    void agreesWithFiftyDigitsToTheLastPlace(String set) {
        GeneralizedModel model = fit(set);
        Map<String, List<BigDecimal>> reference = expected("mpmath", set);
        assertClose(reference.get("estimate"), model.estimates(), ROUNDING, "estimate");
        assertClose(reference.get("standardError"), model.standardErrors(), ROUNDING, "standardError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mtcars", "separated", "warpbreaks"})
    void firthsEstimateAgreesWithFiftyDigits(String set) {
        GeneralizedModel model = GeneralizedLinear.fitFirth(design(set, 4), observations(set)).orThrow();
        Map<String, List<BigDecimal>> reference = expected("mpmath", set);
        assertClose(reference.get("firth"), model.estimates(), 1e-12, "estimate");
        assertClose(reference.get("firthError"), model.standardErrors(), 1e-12, "standardError");
        assertTrue(model.toString().contains("Firth's penalised likelihood"), model.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plants", "tensions"})
    void severalClassesAgreeWithFiftyDigits(String set) {
        List<String> chosen = lines(set).stream().skip(1).map(line -> line[0]).toList();
        MultinomialModel model = Multinomial.fit(design(set, 1), "class", chosen).orThrow();
        Map<String, List<BigDecimal>> reference = expected("mpmath", set);
        assertClose(reference.get("estimate"), model.estimates(), ROUNDING, "estimate");
        assertClose(reference.get("standardError"), model.standardErrors(), ROUNDING, "standardError");
        assertEquals(1, model.predict(design(set, 1)).getFirst().values().stream().mapToDouble(Double::doubleValue).sum(), 1e-15);
    }

    @Test
    void nestedModelsAreComparedAsByAnovaWithLrt() {
        Design all = design("warpbreaks", 4);
        GeneralizedModel larger = fit("warpbreaks");
        GeneralizedModel smaller = GeneralizedLinear.fit(all.without("woolB:tensionM").without("woolB:tensionH"), observations("warpbreaks")).orThrow();
        LikelihoodTest test = larger.comparedWith(smaller);
        assertClose(expected("r", "warpbreaks").get("lrt"), new double[] {test.statistic(), test.degreesOfFreedom(), test.p()}, R_TOLERANCE, "lrt");
    }

    /// Definition: the digits stated survive a change of every value by its rounding, in the worst of many such changes.
    @ParameterizedTest
    @ValueSource(strings = {"mtcars", "quakes"})
    void theDigitsStatedSurviveTheRoundingOfTheData(String set) {
        Design design = design(set, 4);
        double[] before = GeneralizedLinear.fit(rounded(design, 0), observations(set)).orThrow().estimates();
        List<Double> digits = List.copyOf(GeneralizedLinear.fit(rounded(design, 0), observations(set)).orThrow().trustedDigits().values());
        double worst = 0;
        for (int seed = 1; seed <= 4; seed++) {
            double[] after = GeneralizedLinear.fit(rounded(design, seed), observations(set)).orThrow().estimates();
            for (int k = 0; k < before.length; k++) {
                worst = Math.max(worst, Math.abs(after[k] - before[k]) / Math.abs(before[k]) / Math.pow(10, -digits.get(k)));
            }
        }
        assertTrue(worst <= 1, "a change of " + worst + " times what was stated");
    }

    private static Design rounded(Design design, int seed) {
        java.util.Random random = new java.util.Random(seed);
        return Design.of(design.variables().stream()
                .map(variable -> Variable.of(variable.name(), Arrays.stream(variable.values())
                        .map(x -> seed == 0 || x == Math.rint(x) ? x : x * (1 + (random.nextBoolean() ? 1 : -1) * 0x1p-53))
                        .map(x -> seed > 0 && x != Math.rint(x) && random.nextBoolean() ? Math.nextUp(x) : x)
                        .toArray()))
                .toList());
    }
}

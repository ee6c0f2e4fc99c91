package infogap.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import infogap.bayes.Condition;
import infogap.bayes.Proportion;
import infogap.bayes.Result;
import infogap.bayes.Screening;
import infogap.bayes.Uncertain;
import infogap.decision.Dominance;
import infogap.decision.Lottery;
import infogap.decision.Reading;
import infogap.decision.Utility;
import infogap.gap.LogScore;
import infogap.gap.Payoffs;
import infogap.gap.privacy.PrivacyLoss;
import infogap.information.Unit;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every public factory of the models, with one bad argument at a time: refused with an IllegalArgumentException, or a result without NaN anywhere.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String[] ROOMS = {"infogap.probability", "infogap.decision", "infogap.gap", "infogap.bayes"};

    /// Records that only the library makes, as results of checked factories.
    private static final Set<String> RESULTS = Set.of(
            "InformationGap", "MessageValue", "SampleGap", "Persuasion", "RiskSharing", "Person", "TestValue", "Valued", "Refused", "Dominance", "Evidence",
            "Spread", "NoSpread", "Garbling", "Separation", "Share", "Of", "NoGap", "NotAvailable", "Impossible", "Unidentified", "Increasing", "Decreasing",
            "Neither", "Undefined", "Range", "Outcome", "Performance", "Point", "Choice", "Price", "NoPrice", "Conclusion", "PosteriorBounds", "CustomUtility");

    /// How deep results are looked into.
    private static final int DEPTH = 3;

    private static final List<String> LABELS = List.of("a", "b");

    static Stream<Executable> factories() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOMS).stream()
                .map(imported -> imported.reflect())
                .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass())
                .flatMap(type -> Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                                .filter(method -> !(type.isEnum() && method.getName().startsWith("value"))),
                        Modifier.isAbstract(type.getModifiers()) || RESULTS.contains(type.getSimpleName())
                                ? Stream.<Executable>empty()
                                : Arrays.stream(type.getDeclaredConstructors())))
                .filter(executable -> Modifier.isPublic(executable.getModifiers()) && executable.getParameterCount() > 0)
                .sorted(Comparator.comparing(Executable::toGenericString));
    }

    @Test
    void thereAreFactoriesToWalk() {
        assertTrue(factories().count() >= 60, () -> "only " + factories().count());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void badArgumentsAreRefusedAndGoodOnesGiveNumbers(Executable factory) throws ReflectiveOperationException {
        Parameter[] parameters = factory.getParameters();
        Object[] good = Arrays.stream(parameters).map(parameter -> good(factory, parameter)).toArray();
        try {
            requireNumbers(factory, call(factory, good), DEPTH);
        } catch (InvocationTargetException e) {
            fail("good arguments " + Arrays.deepToString(good) + " were refused by " + factory, e.getCause());
        }
        for (int i = 0; i < parameters.length; i++) {
            for (Object bad : bad(parameters[i].getType())) {
                Object[] arguments = good.clone();
                arguments[i] = bad;
                String described = factory + " with " + parameters[i].getName() + " = "
                        + Arrays.deepToString(new Object[] {bad});
                try {
                    Object result = call(factory, arguments);
                    if (mustBeRefused(bad)) {
                        fail("not refused: " + described);
                    }
                    requireNumbers(factory, result, DEPTH);
                } catch (InvocationTargetException e) {
                    if (!(e.getCause() instanceof IllegalArgumentException) || e.getCause() instanceof NumberFormatException) {
                        fail("refused without saying what is wrong: " + described, e.getCause());
                    }
                    assertTrue(e.getCause().getMessage() != null && e.getCause().getMessage().contains(" "), described);
                }
            }
        }
    }

    /// NaN, null and what is empty or ragged; other values may be right for some factory.
    private static boolean mustBeRefused(Object bad) {
        return switch (bad) {
            case null -> true;
            case Double value -> value.isNaN();
            case double[] values -> values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN);
            case double[][] rows -> true;
            case Collection<?> values -> values.isEmpty() || values.stream().anyMatch(Objects::isNull);
            case Map<?, ?> values -> values.isEmpty();
            default -> false;
        };
    }

    private static Object[] bad(Class<?> type) {
        if (type == double.class) {
            return new Object[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.0, 2.0, 0.0, 1.0};
        }
        if (type == int.class) {
            return new Object[] {-1, Integer.MIN_VALUE};
        }
        if (type == long.class) {
            return new Object[] {-1L, Long.MIN_VALUE};
        }
        if (type == double[].class) {
            return new Object[] {
                null, new double[0], new double[] {Double.NaN, 0.5}, new double[] {Double.POSITIVE_INFINITY, 0.5}, new double[] {0.5}, new double[] {0, 0}
            };
        }
        if (type == double[][].class) {
            return new Object[] {
                null, new double[0][], new double[][] {{}}, new double[][] {{0.5, Double.NaN}, {0.5, 0.5}}, new double[][] {{0.5, 0.5}, {1}},
                new double[][] {{0.5, 0.5}, null}
            };
        }
        if (type == long[][].class) {
            return new Object[] {null, new long[0][], new long[][] {{1, -1}, {1, 1}}, new long[][] {{1, 1}, {1}}, new long[][] {{0, 0}, {0, 0}}};
        }
        if (type == boolean[].class) {
            return new Object[] {null, new boolean[0], new boolean[] {true, true}};
        }
        if (Collection.class.isAssignableFrom(type)) {
            return new Object[] {null, List.of(), Arrays.asList("a", null)};
        }
        if (type == Map.class) {
            return new Object[] {null, Map.of()};
        }
        return new Object[] {null};
    }

    private static Object good(Executable factory, Parameter parameter) {
        String place = factory.getDeclaringClass().getSimpleName() + "." + parameter.getName();
        Class<?> type = parameter.getType();
        String generic = parameter.getParameterizedType().getTypeName();
        if (type == double.class) {
            return switch (place) {
                case "RandomizedResponse.truthful" -> 0.9;
                case "SequentialTest.falsePositiveRate", "SequentialTest.falseAlarm", "TruePrevalence.falsePositiveRate" -> 0.1;
                default -> 0.3;
            };
        }
        return switch (type.getSimpleName()) {
            case "int" -> 3;
            case "long" -> 3L;
            case "boolean" -> true;
            case "double[]" -> new double[] {0.5, 0.5};
            case "double[][]" ->
                place.startsWith("JointDistribution.") ? new double[][] {{0.25, 0.25}, {0.25, 0.25}} : new double[][] {{0.5, 0.5}, {0.5, 0.5}};
            case "long[][]" -> new long[][] {{1, 2}, {3, 4}};
            case "boolean[]" -> new boolean[] {true, false};
            case "List", "Collection" -> goodList(generic);
            case "Map" -> generic.contains("Long") ? Map.of("a", 1L, "b", 2L) : Map.of("a", 0.5, "b", 0.5);
            case "String" -> parameter.getName().equals("second") ? "y" : "x";
            case "Rule" -> new Reading.Rule.Mean();
            case "Order" -> Dominance.Order.SECOND;
            case "Object" -> parameter.getName().equals("second") ? "b" : "a";
            case "BigFraction" -> Fractions.of("3/10");
            case "Distribution" -> Distribution.binary("a", "b", 0.3);
            case "Channel" -> Channel.binary(LABELS, LABELS, 0.9, 0.1);
            case "Payoffs" -> Payoffs.of(LABELS, LABELS, new double[][] {{1, 0}, {0, 1}});
            case "DecisionProblem" -> LogScore.bits();
            case "Lottery" -> Lottery.binary(1, 2, 0.5);
            case "Utility" -> Utility.cara(0.5);
            case "Screening" -> Screening.of(0.2, 0.9, 0.1);
            case "ExactScreening" -> Screening.of(0.2, 0.9, 0.1).exact();
            case "Unit" -> Unit.BITS;
            case "Ratio" -> new Ratio.Finite(Fractions.of("9"));
            case "Proportion" -> new Proportion(1, 2);
            case "Uncertain" -> Uncertain.beta(2, 3);
            case "Result" -> Result.POSITIVE;
            case "Condition" -> Condition.PRESENT;
            case "RandomGenerator" -> new Random(1);
            case "BiPredicate" -> (BiPredicate<Object, Object>) (x, y) -> true;
            case "DoubleUnaryOperator" -> (DoubleUnaryOperator) x -> x;
            case "ToDoubleFunction" -> (ToDoubleFunction<Object>) x -> 1;
            default -> throw new AssertionError("no good value for " + parameter + " of " + factory + "; add one");
        };
    }

    private static List<?> goodList(String generic) {
        if (generic.contains("Reading")) {
            return List.of(new Reading("mean", Lottery.binary(1, 2, 0.5), Lottery.certain(1), new Reading.Rule.Mean()));
        }
        if (generic.contains("PrivacyLoss")) {
            return List.of(PrivacyLoss.ofEpsilon(1));
        }
        if (generic.contains("Channel")) {
            return List.of(Channel.binary(LABELS, LABELS, 0.9, 0.1));
        }
        return generic.contains("BigFraction") ? List.of(Fractions.of("1/2"), Fractions.of("1/2")) : LABELS;
    }

    private static Object call(Executable factory, Object[] arguments) throws ReflectiveOperationException {
        return switch (factory) {
            case Method method -> method.invoke(null, arguments);
            case Constructor<?> constructor -> constructor.newInstance(arguments);
        };
    }

    /// No NaN in the value, its print, or what its public methods without arguments return.
    private static void requireNumbers(Executable source, Object value, int depth) throws ReflectiveOperationException {
        switch (value) {
            case null -> {}
            case Double number -> assertTrue(!number.isNaN(), () -> "NaN from " + source);
            case double[] numbers -> assertTrue(Arrays.stream(numbers).noneMatch(Double::isNaN), () -> "NaN from " + source);
            case Collection<?> values -> {
                for (Object one : values) {
                    requireNumbers(source, one, depth);
                }
            }
            default -> {
                if (depth > 0 && value.getClass().getName().startsWith("infogap.") && !(value instanceof Enum)) {
                    assertTrue(!value.toString().contains("NaN"), () -> "NaN in the print of " + source);
                    for (Method method : accessors(value.getClass())) {
                        try {
                            requireNumbers(method, method.invoke(value), depth - 1);
                        } catch (InvocationTargetException e) {
                            if (!(e.getCause() instanceof ArithmeticException
                                    || e.getCause() instanceof IllegalStateException
                                    || e.getCause() instanceof IllegalArgumentException)) {
                                fail(method + " of a result of " + source, e.getCause());
                            }
                        }
                    }
                }
            }
        }
    }

    private static List<Method> accessors(Class<?> type) {
        List<Method> accessors = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass().getName().startsWith("infogap.")
                    && Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
                accessors.add(method);
            }
        }
        return accessors;
    }
}

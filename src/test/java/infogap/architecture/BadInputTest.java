package infogap.architecture;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import infogap.decision.Dominance;
import infogap.decision.Lottery;
import infogap.gap.Payoffs;
import infogap.numeric.Fractions;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every public factory of the models, with one bad argument at a time: refused with an IllegalArgumentException that names the argument and shows the
/// value, or a result without NaN anywhere.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String[] ROOMS = {
        "infogap.probability", "infogap.decision", "infogap.gap", "infogap.bayes", "infogap.contracts", "infogap.disclosure", "infogap.signaling.finite"
    };

    /// Records that only the library makes, as results of checked factories.
    private static final Set<String> RESULTS = Set.of(
            "InformationGap", "MessageValue", "SampleGap", "Persuasion", "RiskSharing", "Person", "TestValue", "Valued", "Refused", "Dominance", "Evidence",
            "Spread", "NoSpread", "Garbling", "Separation", "Share", "Of", "NoGap", "NotAvailable", "Impossible", "Unidentified", "Increasing", "Decreasing",
            "Neither", "Undefined", "Range", "Outcome", "Performance", "Point", "Choice", "Price", "NoPrice", "Conclusion", "PosteriorBounds", "CustomUtility",
            "CostCurve", "Corner", "PrecisionRecall",
            "AsymmetryCost", "Constraint", "Offer", "Menu", "SeparatingPair", "Equilibrium", "NoEquilibrium", "MonopolyInsurance", "Wages", "NotImplementable",
            "Cheapest", "OutOfReach", "Unresolved", "Deterrence", "Debt", "NotFinanced", "Terms", "Rationing",
            "Partition", "TalkEquilibrium", "DisclosureEquilibrium", "Mixed", "EverybodyInformed", "NobodyInformed", "BeliefSet",
            "EquilibriumFamily", "FiniteEquilibrium", "FiniteVerdict", "Elimination");

    /// How deep results are looked into.
    private static final int DEPTH = 3;

    /// Arguments that are probabilities: below 0 and above 1 they must be refused.
    private static final Set<String> PROBABILITIES = Set.of(
            "probability", "prior", "truthful", "sensitivity", "falsePositiveRate", "truePositive", "falsePositive", "level", "falseAlarm", "miss");

    /// Ends that may lie at infinity, a length that overflows, and the noise of a task that cannot be measured.
    private static final Set<String> UNBOUNDED = Set.of("Multitask.noise", "ConfidenceInterval.low", "ConfidenceInterval.high", "Truncated.approximateExpectedLength");

    /// Arguments that are refused for what they count.
    private static final Map<String, String> COUNTED = Map.of("RocCurve.present", "number of cases without the condition");

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
        Object[] good = Arrays.stream(parameters).map(parameter -> Arguments.good(factory, parameter)).toArray();
        try {
            requireNumbers(factory, call(factory, good), DEPTH);
        } catch (InvocationTargetException e) {
            fail("good arguments " + Arrays.deepToString(good) + " were refused by " + factory, e.getCause());
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            for (Object bad : Arguments.bad(parameters[i])) {
                Object[] arguments = good.clone();
                arguments[i] = bad;
                String described = parameters[i].getName() + " = " + Arrays.deepToString(new Object[] {bad});
                try {
                    Object result = call(factory, arguments);
                    if (mustBeRefused(factory, parameters[i], bad)) {
                        found.add("not refused: " + described);
                    }
                    requireNumbers(factory, result, DEPTH);
                } catch (InvocationTargetException e) {
                    String wrong = refusal(factory, parameters[i], bad, e.getCause());
                    if (!wrong.isEmpty()) {
                        found.add(described + " is refused " + wrong + ": " + e.getCause());
                    }
                }
            }
        }
        assertTrue(found.isEmpty(), () -> factory + "\n  " + String.join("\n  ", found));
    }

    @Test
    void positionsOutsideTheRangeAreRefusedByName() {
        Channel<String, String> channel = Channel.binary(Arguments.LABELS, Arguments.LABELS, 0.9, 0.1);
        Distribution<String> prior = Distribution.binary("a", "b", 0.3);
        JointDistribution<String, String> joint = JointDistribution.of(prior, channel);
        Payoffs<String, String> payoffs = Payoffs.of(Arguments.LABELS, Arguments.LABELS, new double[][] {{1, 0}, {0, 1}});
        Lottery lottery = Lottery.binary(1, 2, 0.5);
        for (int bad : new int[] {-1, 2, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            Map<String, org.junit.jupiter.api.function.Executable> calls = new LinkedHashMap<>();
            calls.put("position", () -> prior.probabilityAt(bad));
            calls.put("position ", () -> lottery.outcome(bad));
            calls.put("position must", () -> lottery.probability(bad));
            calls.put("input", () -> channel.probability(bad, 0));
            calls.put("input ", () -> channel.row(bad));
            calls.put("output", () -> channel.probability(0, bad));
            calls.put("row", () -> joint.probability(bad, 0));
            calls.put("column", () -> joint.probability(0, bad));
            calls.put("action", () -> payoffs.payoff(bad, 0));
            calls.put("state", () -> payoffs.payoff(0, bad));
            calls.put("action ", () -> payoffs.expected(bad, prior));
            calls.forEach((name, call) -> {
                String message = assertThrows(IllegalArgumentException.class, call).getMessage();
                assertTrue(message.startsWith(name) && message.endsWith("from 0 to 1, but is " + bad), message);
            });
        }
    }

    /// Empty, or what is wrong with this refusal: it must be an [IllegalArgumentException] that names the argument and shows the value.
    private static String refusal(Executable factory, Parameter parameter, Object bad, Throwable thrown) {
        if (!(thrown instanceof IllegalArgumentException) || thrown instanceof NumberFormatException) {
            return "by accident";
        }
        String message = String.valueOf(thrown.getMessage());
        if (!names(factory, parameter, message)) {
            return "without the name of the argument";
        }
        return shown(bad).stream().noneMatch(message::contains) ? "without the value" : "";
    }

    /// Whether the message names the argument: by its name, by what it is one end of (`prior` for `priorLow`), or by what it is to count.
    private static boolean names(Executable factory, Parameter parameter, String message) {
        String name = parameter.getName().toLowerCase(Locale.ROOT);
        String first = message.split("\\W", 2)[0].toLowerCase(Locale.ROOT);
        String counted = COUNTED.get(factory.getDeclaringClass().getSimpleName() + "." + parameter.getName());
        // a single letter stands in every message
        return first.equals(name)
                || name.length() > 2 && message.toLowerCase(Locale.ROOT).contains(name)
                || first.length() > 2 && name.startsWith(first)
                || counted != null && message.startsWith(counted);
    }

    /// What of the value a message must show.
    private static List<String> shown(Object bad) {
        return switch (bad) {
            case null -> List.of("null");
            case Double value -> List.of(number(value));
            case Number value -> List.of(value.toString());
            case double[] values ->
                values.length == 0
                        ? List.of("empty")
                        : Stream.concat(
                                        Stream.of("have " + values.length, "and " + values.length),
                                        Arrays.stream(values).boxed().flatMap(value -> Double.isFinite(value)
                                                ? Stream.of(number(value), Fractions.format(Fractions.ofDecimal(value)))
                                                : Stream.of(number(value))))
                                .toList();
            case Collection<?> values when values.isEmpty() -> List.of("empty");
            case Map<?, ?> values when values.isEmpty() -> List.of("empty");
            case Collection<?> values -> List.of("null");
            case Map<?, ?> values -> List.of("null", "-1");
            default -> List.of("null", "empty", "NaN", "-1", "1", "2", "0");
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 10 ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    /// NaN and infinities, negative integers, null, and what is empty, ragged or has a hole; other values may be right for some factory.
    private static boolean mustBeRefused(Executable factory, Parameter parameter, Object bad) {
        return switch (bad) {
            case null -> true;
            case Double value ->
                Double.isNaN(value)
                        || Double.isInfinite(value) && !UNBOUNDED.contains(factory.getDeclaringClass().getSimpleName() + "." + parameter.getName())
                        || PROBABILITIES.contains(parameter.getName()) && (value < 0 || value > 1);
            case Integer value -> true;
            case Long value -> true;
            case double[] values -> values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN)
                    || !UNBOUNDED.contains(factory.getDeclaringClass().getSimpleName() + "." + parameter.getName())
                            && Arrays.stream(values).anyMatch(Double::isInfinite);
            case double[][] rows -> true;
            case long[][] rows -> true;
            case Collection<?> values -> true;
            case Map<?, ?> values -> true;
            default -> false;
        };
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

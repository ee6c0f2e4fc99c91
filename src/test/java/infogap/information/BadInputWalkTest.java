package infogap.information;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import infogap.numeric.Fractions;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Calls every public static method of `probability` and `information` with every combination of good, bad and missing arguments:
/// each call either refuses with an [IllegalArgumentException] that says something, or gives a result without NaN.
class BadInputWalkTest {

    private static final int LARGEST_ALPHABET_TRIED = 40;

    private static final List<Class<?>> ROOMS = List.of(
            Distribution.class, JointDistribution.class, Channel.class,
            AdjustedMutualInformation.class, AsymptoticTest.class, CanonicalDistributions.class, ContingencyTable.class,
            Divergence.class, Entropy.class, EntropyEstimator.class, EstimatorPanel.class, JointInformation.class,
            MutualInformation.class, PermutationTest.class, RationalDistribution.class, RationalJoint.class, CertifiedInterval.class,
            SmallestP.class, TripleDistribution.class);

    static Stream<Method> factories() {
        return ROOMS.stream()
                .flatMap(room -> Arrays.stream(room.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && !List.of("values", "valueOf").contains(method.getName()));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void refusesOrAnswers(Method method) throws IllegalAccessException {
        List<List<Object>> calls = combinations(method);
        int refused = 0;
        int answered = 0;
        for (List<Object> arguments : calls) {
            String call = method.getDeclaringClass().getSimpleName() + "." + method.getName() + describe(arguments);
            try {
                assertNoNaN(call, method.invoke(null, arguments.toArray()));
                answered++;
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof IllegalArgumentException)) {
                    fail(call + " threw " + e.getCause(), e.getCause());
                }
                assertTrue(e.getCause().getMessage() != null && e.getCause().getMessage().length() > 15, call);
                refused++;
            }
        }
        // the walk has to reach both sides, or it shows nothing
        assertTrue(answered > 0, () -> "no call of " + method + " succeeded");
        assertTrue(refused > 0 || method.getParameterCount() == 0, () -> "no call of " + method + " was refused");
    }

    private static List<List<Object>> combinations(Method method) {
        List<List<Object>> calls = List.of(List.of());
        for (Parameter parameter : method.getParameters()) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> call : calls) {
                for (Object argument : pool(parameter)) {
                    List<Object> extended = new ArrayList<>(call);
                    extended.add(argument);
                    longer.add(extended);
                }
            }
            calls = longer;
        }
        return calls;
    }

    private static Collection<?> pool(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == double.class) {
            return List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.5, 0.0, 0.25, 1.0, 1.5);
        } else if (type == int.class) {
            return List.of(-1, 0, 1, 3, LARGEST_ALPHABET_TRIED, Integer.MAX_VALUE).stream()
                    // nobody asks for two billion replicates here
                    .filter(value -> !parameter.getName().equals("replicates") || value < Integer.MAX_VALUE)
                    .toList();
        } else if (type == long.class) {
            return List.of(-1L, 0L, 7L);
        } else if (type == boolean.class) {
            return List.of(true, false);
        } else if (type.isEnum()) {
            return withNull(type.getEnumConstants());
        } else if (type == List.class && parameter.getParameterizedType().getTypeName().contains("JointDistribution")) {
            return withNull(List.of(), List.of(joint(), joint()), List.of(joint()), List.of(joint(), joint().transposed(), wide()),
                    List.of(joint(), wide()), Arrays.asList(joint(), null));
        } else if (type == List.class && parameter.getParameterizedType().getTypeName().contains("RationalDistribution")) {
            return withNull(List.of(), List.of(thirds(), thirds()), List.of(thirds()), List.of(thirds(), sure()), Arrays.asList(thirds(), null));
        } else if (type == Map.class && parameter.getParameterizedType().getTypeName().contains("Long")) {
            return withNull(Map.of(), Collections.singletonMap("a", null), Map.of("a", 3L, "b", 0L), Map.of("a", -1L), Map.of("a", 0L));
        } else if (type == Map.class) {
            return withNull(Map.of(), Collections.singletonMap("a", null), Map.of("a", 0.25, "b", 0.75), Map.of("a", Double.NaN));
        } else {
            return POOLS.computeIfAbsent(type, missing -> fail("no arguments to try for " + missing));
        }
    }

    private static final Map<Class<?>, Collection<?>> POOLS = new HashMap<>(Map.of(
            double[].class, withNull(new double[0], new double[] {1}, new double[] {0.5, 0.5}, new double[] {0, 0},
                    new double[] {Double.NaN, 1}, new double[] {Double.POSITIVE_INFINITY, 0}, new double[] {1e-320, 1e-320},
                    new double[] {1e308, 1e308}),
            double[][].class, withNull(new double[0][], new double[][] {{}}, new double[][] {{0.5, 0}, {0.25, 0.25}},
                    new double[][] {{1, 0}, {0.5, 0.5}}, new double[][] {{Double.NaN, 1}, {0, 0}}, new double[][] {{0.5, 0.5}, {0}},
                    new double[][] {{0.5, 0.5}, null}, new double[][] {{-1, 2}, {0, 0}}),
            long[].class, withNull(new long[0], new long[] {0, 0}, new long[] {1, 1}, new long[] {3, 0, 1}, new long[] {-1, 2},
                    new long[] {Long.MAX_VALUE, Long.MAX_VALUE}, new long[] {Long.MAX_VALUE}),
            long[][].class, withNull(new long[0][], new long[][] {{}}, new long[][] {{1, 2}, {3, 4}}, new long[][] {{0, 0}, {0, 0}},
                    new long[][] {{1, -2}, {3, 4}}, new long[][] {{1, 2}, {3}}, new long[][] {{1, 2}, null},
                    new long[][] {{Long.MAX_VALUE, 1}, {1, 1}}),
            int[].class, withNull(new int[0], new int[] {0, 1, 2}, new int[] {0, 0, 1}, new int[] {-1, 0, 0}, new int[] {5},
                    new int[] {Integer.MAX_VALUE, 0, 0}, new int[] {Integer.MIN_VALUE}),
            Object.class, withNull("a", "not a state")));

    static {
        POOLS.put(List.class, withNull(List.of(), List.of("a", "b"), List.of("x", "x"), List.of("x", "y", "z"), Arrays.asList("a", null)));
        POOLS.put(Collection.class, POOLS.get(List.class));
        POOLS.put(Distribution.class, withNull(Distribution.binary("a", "b", 0.25), Distribution.of(List.of("a", "b", "c"), 0, 1, 0),
                Distribution.uniform(List.of("a")), Distribution.binary("a", "b", Double.MIN_VALUE)));
        POOLS.put(Channel.class, withNull(Channel.perfect(List.of("a", "b")), Channel.perfect(List.of("x"))));
        POOLS.put(JointDistribution.class, withNull(joint(), wide(), JointDistribution.of(List.of("a"), List.of("x"), new double[][] {{1}}),
                JointDistribution.of(List.of("a", "b"), List.of("x", "y"), new double[][] {{Double.MIN_VALUE, 0}, {0, 1}})));
        POOLS.put(ContingencyTable.class, withNull(Tables.fourSingletons(), Tables.of(new long[][] {{0, 0}, {5, 0}}),
                Tables.of(new long[][] {{9}}), Tables.of(new long[][] {{3, 4, 0}, {2, 5, 0}}), Tables.of(new long[][] {{1}}),
                Tables.of(new long[][] {{1L << 50, 1}, {1, 1L << 50}})));
        BigFraction half = Fractions.of(1, 2);
        POOLS.put(BigFraction[][].class, withNull(new BigFraction[0][], new BigFraction[][] {{}}, new BigFraction[][] {{half, half}},
                new BigFraction[][] {{half, half}, {half}}, new BigFraction[][] {{half, null}, {half, half}}, new BigFraction[][] {{half}, null},
                new BigFraction[][] {{half}, {half.negate()}}, new BigFraction[][] {{half}, {half}, {BigFraction.ZERO}}));
        POOLS.put(BigDecimal.class, withNull(BigDecimal.ONE, new BigDecimal("-1e-400"), new BigDecimal("1e400")));
        POOLS.put(RationalDistribution.class, withNull(thirds(), sure()));
        POOLS.put(TripleDistribution.class, withNull(CanonicalDistributions.xor(), CanonicalDistributions.giantBit()));
    }

    private static List<Object> withNull(Object... values) {
        List<Object> pool = new ArrayList<>(Arrays.asList(values));
        pool.add(null);
        return pool;
    }

    private static RationalDistribution thirds() {
        return RationalDistribution.ofCounts(1, 2);
    }

    private static RationalDistribution sure() {
        return RationalDistribution.ofCounts(3);
    }

    private static JointDistribution<String, String> joint() {
        return JointDistribution.of(List.of("a", "b"), List.of("x", "y"), new double[][] {{0.5, 0}, {0.25, 0.25}});
    }

    private static JointDistribution<String, String> wide() {
        return JointDistribution.of(List.of("a", "b"), List.of("x", "y", "z"), new double[][] {{0.5, 0, 0}, {0.5, 0, 0}});
    }

    private static void assertNoNaN(String call, Object result) {
        String print = result instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(result);
        assertTrue(!print.contains("NaN"), () -> call + " = " + print);
        if (result instanceof Record record) {
            for (var component : record.getClass().getRecordComponents()) {
                try {
                    component.getAccessor().setAccessible(true);
                    assertNoNaN(call + "." + component.getName(), component.getAccessor().invoke(record));
                } catch (ReflectiveOperationException e) {
                    fail(call, e);
                }
            }
        }
    }

    private static String describe(List<Object> arguments) {
        return Arrays.deepToString(arguments.toArray()).replaceAll("\\s+", " ");
    }
}

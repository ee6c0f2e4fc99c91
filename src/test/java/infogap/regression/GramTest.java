package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The cross products against BigDecimal, which adds and multiplies doubles without rounding.
class GramTest {

    private static final int[] ROWS = {1, 3, 2049, 8192, 8193};

    static Stream<Arguments> columns() {
        SplittableRandom random = new SplittableRandom(11);
        return Stream.of(
                Arguments.of("uniform", (IntToDoubleFunction) i -> random.nextDouble() - 0.3),
                Arguments.of("equal entries, whose lanes all reach their bound", (IntToDoubleFunction) i -> 0.1),
                Arguments.of("alternating signs, whose sums cancel", (IntToDoubleFunction) i -> i % 2 == 0 ? 1.1 : -1.1 + i * 1e-13),
                Arguments.of("one outlier", (IntToDoubleFunction) i -> i == 1 ? 1e12 : random.nextGaussian()),
                Arguments.of("120 orders of magnitude", (IntToDoubleFunction) i -> Math.pow(10, i % 120 - 60)),
                Arguments.of("zeros", (IntToDoubleFunction) i -> 0),
                Arguments.of("large mean", (IntToDoubleFunction) i -> 1e9 + random.nextDouble()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void entriesAreWithinTheStatedBound(String name, IntToDoubleFunction values) {
        for (int rows : ROWS) {
            double[] x = IntStream.range(0, rows).mapToDouble(values).toArray();
            double[] y = IntStream.range(0, rows).mapToDouble(i -> Math.sin(i) + 0.2).toArray();
            Gram gram = new Gram(List.of(Design.INTERCEPT, "x", "y"), true);
            gram.add(new double[][] {x, y}, 0, rows, 0);
            double[] ones = IntStream.range(0, rows).mapToDouble(i -> 1).toArray();
            double[][] all = {ones, x, y};
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k <= j; k++) {
                    BigDecimal exact = inner(all[j], all[k]);
                    double error = gram.entry(j, k).toBigDecimal().subtract(exact).abs().doubleValue();
                    double norms = Math.sqrt(inner(all[j], all[j]).doubleValue()) * Math.sqrt(inner(all[k], all[k]).doubleValue());
                    assertTrue(error <= gram.error() * norms, name + " " + rows + " rows, entry " + j + "," + k + ": " + error);
                }
            }
            assertTrue(gram.error() < 0x1p-82, "bound " + gram.error());
        }
    }

    private static BigDecimal inner(double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .mapToObj(i -> new BigDecimal(x[i]).multiply(new BigDecimal(y[i])))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void mergingPartsIsWithinTheStatedBoundToo(String name, IntToDoubleFunction values) {
        double[] x = IntStream.range(0, 9000).mapToDouble(values).toArray();
        Gram whole = new Gram(List.of("x"), false);
        for (int from = 0; from < x.length; from += 1000) {
            Gram part = new Gram(List.of("x"), false);
            part.add(new double[][] {x}, from, 1000, from);
            whole.merge(part);
        }
        BigDecimal exact = inner(x, x);
        assertEquals(9000, whole.rows());
        assertTrue(whole.entry(0, 0).toBigDecimal().subtract(exact).abs().doubleValue() <= whole.error() * exact.doubleValue(), name);
    }
}

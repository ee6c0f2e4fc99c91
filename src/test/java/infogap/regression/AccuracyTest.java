package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Hard designs with their exact answers: the digits that a fit states are never more than it has, neither for the doubles as
/// they are nor for the decimals that they were rounded from.
class AccuracyTest {

    /// A design whose entries are decimals; `designs` makes them from a seed.
    record Hard(String name, BigDecimal[][] x, BigDecimal[] y) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hard> designs() {
        return IntStream.range(0, 12).boxed().flatMap(seed -> Stream.of(
                polynomial("Wampler type", seed, 5, i -> i, 21, 100),
                polynomial("Vandermonde on [1, 2]", seed, 7, i -> 1 + i / 30.0, 31, 0.001),
                polynomial("Vandermonde far from 0", seed, 3, i -> 1000 + i / 7.0, 25, 1),
                nearCollinear(seed, 30),
                graded(seed)));
    }

    static Stream<Hard> designsOfManyRows() {
        return Stream.of(nearCollinear(1, 20_000), nearCollinear(6, 20_000));
    }

    /// R² = 1 − 10⁻¹⁸ and less, where the sum of squared errors is all that cancellation leaves.
    static Stream<Hard> designsThatFitNearlyPerfectly() {
        return IntStream.rangeClosed(6, 12).mapToObj(places -> {
            SplittableRandom random = new SplittableRandom(places);
            BigDecimal[][] x = new BigDecimal[40][1];
            BigDecimal[] y = new BigDecimal[40];
            for (int i = 0; i < x.length; i++) {
                x[i][0] = BigDecimal.valueOf(i);
                y[i] = BigDecimal.valueOf(3 + 2 * i).add(decimal(random.nextGaussian(), 2).movePointLeft(places - 2));
            }
            return new Hard("noise of 10^-" + (places - 2), x, y);
        });
    }

    private static BigDecimal decimal(double value, int places) {
        return new BigDecimal(value).setScale(places, java.math.RoundingMode.HALF_EVEN);
    }

    private static Hard polynomial(String name, int seed, int degree, ToDoubleFunction<Integer> point, int rows, double noise) {
        SplittableRandom random = new SplittableRandom(seed);
        BigDecimal[][] x = new BigDecimal[rows][degree];
        BigDecimal[] y = new BigDecimal[rows];
        for (int i = 0; i < rows; i++) {
            BigDecimal at = decimal(point.applyAsDouble(i), 3);
            double sum = 1;
            for (int k = 0; k < degree; k++) {
                x[i][k] = at.pow(k + 1);
                sum += x[i][k].doubleValue();
            }
            y[i] = decimal(sum + noise * random.nextGaussian(), 5);
        }
        return new Hard(name + ", degree " + degree + ", seed " + seed, x, y);
    }

    private static Hard nearCollinear(int seed, int rows) {
        SplittableRandom random = new SplittableRandom(100 + seed);
        int places = 2 + seed % 8;
        BigDecimal[][] x = new BigDecimal[rows][3];
        BigDecimal[] y = new BigDecimal[rows];
        for (int i = 0; i < x.length; i++) {
            x[i][0] = decimal(random.nextGaussian(), 2);
            x[i][1] = decimal(10 * random.nextGaussian(), 1);
            x[i][2] = x[i][0].add(x[i][1]).add(decimal(random.nextGaussian(), 1).movePointLeft(places));
            y[i] = decimal(x[i][0].doubleValue() - x[i][2].doubleValue() + 0.1 * random.nextGaussian(), 3);
        }
        return new Hard(rows + " rows near-collinear by 10^-" + places + ", seed " + seed, x, y);
    }

    private static Hard graded(int seed) {
        SplittableRandom random = new SplittableRandom(200 + seed);
        BigDecimal[][] x = new BigDecimal[25][5];
        BigDecimal[] y = new BigDecimal[25];
        for (int i = 0; i < x.length; i++) {
            BigDecimal base = decimal(random.nextGaussian(), 3);
            for (int k = 0; k < 5; k++) {
                base = base.add(decimal(random.nextGaussian(), 3).movePointLeft(2 * k));
                x[i][k] = base.movePointRight(3 * (k - 2));
            }
            y[i] = decimal(100 * random.nextGaussian(), 4);
        }
        return new Hard("random, each column next to the one before, scales from 10^-6 to 10^6, seed " + seed, x, y);
    }

    private static double[][] doubles(BigDecimal[][] x) {
        return Arrays.stream(x).map(row -> Arrays.stream(row).mapToDouble(BigDecimal::doubleValue).toArray()).toArray(double[][]::new);
    }

    private static BigDecimal[][] withConstant(BigDecimal[][] x) {
        return Arrays.stream(x)
                .map(row -> Stream.concat(Stream.of(BigDecimal.ONE), Arrays.stream(row)).toArray(BigDecimal[]::new))
                .toArray(BigDecimal[][]::new);
    }

    private static BigDecimal[][] binary(double[][] x) {
        return Arrays.stream(x).map(row -> Arrays.stream(row).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new)).toArray(BigDecimal[][]::new);
    }

    @ParameterizedTest
    @MethodSource({"designs", "designsOfManyRows", "designsThatFitNearlyPerfectly"})
    void statedDigitsAreNeverOptimistic(Hard hard) {
        double[][] x = doubles(hard.x);
        double[] y = Arrays.stream(hard.y).mapToDouble(BigDecimal::doubleValue).toArray();
        ExactLeastSquares ofDoubles = ExactLeastSquares.of(withConstant(binary(x)), Arrays.stream(y).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new));
        ExactLeastSquares ofDecimals = ExactLeastSquares.of(withConstant(hard.x), hard.y);
        Design design = Design.ofRows(x);
        LeastSquares fit = LeastSquares.fit(design, y);
        LeastSquaresAccumulator accumulator = LeastSquaresAccumulator.of(design.variables().stream().map(Variable::name).toList(), "y");
        accumulator.addRows(x, y);
        for (FittedModel model : List.of(fit.orThrow(), accumulator.fit().orThrow())) {
            Accuracy accuracy = model.accuracy();
            for (int j = 0; j < model.estimates().length; j++) {
                double estimate = model.estimates()[j];
                double error = model.standardErrors()[j];
                String where = hard + ", coefficient " + j + ", " + accuracy;
                assertNotOptimistic(where, accuracy.arithmetic().get(j), ExactLeastSquares.digits(estimate, ofDoubles.coefficient(j)));
                assertNotOptimistic(where, accuracy.coefficientDigits(j), ExactLeastSquares.digits(estimate, ofDecimals.coefficient(j)));
                assertNotOptimistic(where, accuracy.standardErrorDigits().get(j), ExactLeastSquares.digits(error, ofDecimals.standardError(j)));
                assertNotOptimistic(where, accuracy.standardErrorDigits().get(j), ExactLeastSquares.digits(error, ofDoubles.standardError(j)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"designs", "designsOfManyRows", "designsThatFitNearlyPerfectly"})
    void inMemoryEveryDigitOfTheDoublesProblemIsRight(Hard hard) {
        double[][] x = doubles(hard.x);
        double[] y = Arrays.stream(hard.y).mapToDouble(BigDecimal::doubleValue).toArray();
        ExactLeastSquares exact = ExactLeastSquares.of(withConstant(binary(x)), Arrays.stream(y).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new));
        FittedModel model = LeastSquares.fit(Design.ofRows(x), y).orThrow();
        for (int j = 0; j < model.estimates().length; j++) {
            assertTrue(ExactLeastSquares.digits(model.estimates()[j], exact.coefficient(j)) >= 15.6, hard + " coefficient " + j);
            assertTrue(ExactLeastSquares.digits(model.standardErrors()[j], exact.standardError(j)) >= 15.6, hard + " standard error " + j);
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void decimalsGiveEveryDigitOfTheDecimalsProblem(Hard hard) {
        List<Variable> variables = IntStream.range(0, hard.x[0].length)
                .mapToObj(k -> Variable.decimal("x" + k, Arrays.stream(hard.x).map(row -> row[k]).toList()))
                .toList();
        FittedModel model = LeastSquares.fit(Design.of(variables), Variable.decimal("y", List.of(hard.y))).orThrow();
        ExactLeastSquares exact = ExactLeastSquares.of(withConstant(hard.x), hard.y);
        for (int j = 0; j < model.estimates().length; j++) {
            double right = ExactLeastSquares.digits(model.estimates()[j], exact.coefficient(j));
            assertTrue(right >= 15.6, hard + " coefficient " + j + ": " + right);
            assertNotOptimistic(hard.name, model.accuracy().coefficientDigits(j), right);
        }
    }

    private static void assertNotOptimistic(String where, double stated, double right) {
        assertTrue(right >= stated, () -> where + ": states " + stated + " digits, has " + right);
    }
}

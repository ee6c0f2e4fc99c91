package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Finding.Equation.Point;
import infogap.claims.Finding.Statement.Case;
import infogap.claims.Finding;
import infogap.claims.Ledger;
import infogap.claims.Readings;
import infogap.numeric.Fractions;
import infogap.regression.Derivation;
import infogap.regression.Design;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.regression.PerfectFit;
import infogap.regression.RankDeficient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Document 001, sections 4.1 and 4.2: least squares derived step by step, each step held against the library in exact fractions.
class Document001DerivationTest {

    private static final Ledger LEDGER = Ledger.find();
    private static final double[] X = {1, 2, 3, 4, 5};
    private static final double[] Y = {2, 3, 5, 4, 6};
    private static final Derivation LINE = Derivation.of(X, Y);

    /// Six customers on the document's model: the purchases are 10 + 0.5·age + 0.3·income + 0.2·history.
    private static final double[][] ROWS = {{25, 3000, 1}, {28, 5500, 7}, {35, 4000, 2}, {40, 8000, 6}, {45, 6000, 4}, {50, 9000, 5}};
    private static final double[] PURCHASES = {922.7, 1675.4, 1227.9, 2431.2, 1833.3, 2736};
    private static final Derivation ARTICLE = Derivation.of(Design.ofRows(ROWS), PURCHASES);

    @Test
    void theLineThroughFiveCustomersIsTheTextbooks() {
        // by hand: slope Sxy/Sxx = 9/10, intercept ȳ - slope·x̄ = 4 - 27/10
        assertEquals(List.of(Fractions.of("13/10"), Fractions.of("9/10")), LINE.coefficients());
        assertEquals(Fractions.of("19/10"), LINE.sumOfSquaredErrors());
    }

    @Test
    void thePredictionIsTheLinearModel() {
        confirm("1-02", equation(ROWS.length, i -> new Point("customer " + i, sumFrom(0, i), ARTICLE.fitted().get(i))));
    }

    @Test
    void theResidualIsResponseMinusPrediction() {
        confirm("1-03", equation(5, i -> new Point(
                "x = " + X[i], error(i, LINE.coefficients().get(0), LINE.coefficients().get(1)), LINE.residuals().get(i))));
    }

    @Test
    void theSumOfSquaresIsTheQuadraticOfTheNormalEquations() {
        List<Point> points = new ArrayList<>();
        for (int b0 = -2; b0 <= 2; b0++) {
            for (int b1 = -2; b1 <= 2; b1++) {
                BigFraction first = new BigFraction(b0);
                BigFraction second = new BigFraction(b1);
                points.add(new Point("b = (" + b0 + ", " + b1 + ")", squares(first, second), quadratic(first, second)));
            }
        }
        confirm("1-04", new Finding.Equation(points));
    }

    @Test
    void theDerivativesVanishAtTheMinimumAndNowhereElse() {
        List<Case> cases = new ArrayList<>();
        for (int d0 = -3; d0 <= 3; d0++) {
            for (int d1 = -3; d1 <= 3; d1++) {
                BigFraction b0 = LINE.coefficients().get(0).add(Fractions.of(d0, 4));
                BigFraction b1 = LINE.coefficients().get(1).add(Fractions.of(d1, 4));
                boolean vanish = derivative(0, b0, b1).equals(BigFraction.ZERO) && derivative(1, b0, b1).equals(BigFraction.ZERO);
                boolean least = squares(b0, b1).compareTo(LINE.sumOfSquaredErrors()) <= 0;
                cases.add(new Case("b = (" + b0 + ", " + b1 + ")", vanish == least));
            }
        }
        confirm("1-05", new Finding.Statement(cases));
    }

    @Test
    void theWrittenEquationHasTheZerosOfTheDerivativeAndTheOtherSign() {
        List<Case> cases = new ArrayList<>();
        int zeros = 0;
        for (int d0 = -4; d0 <= 4; d0++) {
            for (int d1 = -4; d1 <= 4; d1++) {
                for (int j = 0; j < 2; j++) {
                    BigFraction b0 = LINE.coefficients().get(0).add(Fractions.of(3 * d0, 4));
                    BigFraction b1 = LINE.coefficients().get(1).add(Fractions.of(d1, 4));
                    boolean right = derivative(j, b0, b1).equals(BigFraction.ZERO);
                    zeros += right ? 1 : 0;
                    cases.add(new Case("b = (" + b0 + ", " + b1 + "), by " + j, right == asWritten(j, b0, b1).equals(BigFraction.ZERO)));
                }
            }
        }
        assertTrue(zeros > 5, "points off the solution where one derivative vanishes");
        confirm("1-06", new Finding.Statement(cases));
        for (int tenth = -20; tenth <= 20; tenth++) {
            BigFraction slope = Fractions.of(tenth, 10);
            assertEquals(derivative(1, slope, slope), asWritten(1, slope, slope).negate());
        }
    }

    @Test
    void theWrittenSumLosesTheIntercept() {
        confirm("1-07", equation(ROWS.length, i -> new Point("customer " + i, sumFrom(1, i), ARTICLE.fitted().get(i))));
        for (int i = 0; i < ROWS.length; i++) {
            assertEquals(ARTICLE.coefficients().getFirst(), ARTICLE.fitted().get(i).subtract(sumFrom(1, i)));
        }
    }

    @Test
    void withAsManyParametersAsCustomersAnyResponseFits() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 20; trial++) {
            LeastSquares fit = LeastSquares.fit(Design.ofRows(Arrays.copyOf(ROWS, 4)), random.doubles(4, -100, 100).toArray());
            assertEquals(PerfectFit.Reason.SATURATED, assertInstanceOf(PerfectFit.class, fit).reason());
        }
    }

    @Test
    void theNormalEquationsHoldAtTheSolution() {
        SplittableRandom random = new SplittableRandom(8);
        List<Point> points = new ArrayList<>();
        for (int problem = 1; problem <= 10; problem++) {
            double[][] rows = IntStream.range(0, 7)
                    .mapToObj(i -> random.doubles(2, 0, 20).map(Math::floor).toArray())
                    .toArray(double[][]::new);
            Derivation solved = Derivation.of(Design.ofRows(rows), random.doubles(7, 0, 100).map(Math::floor).toArray());
            for (int j = 0; j < 3; j++) {
                BigFraction sum = BigFraction.ZERO;
                for (int i = 0; i < 7; i++) {
                    sum = sum.add(solved.residuals().get(i).multiply(2).multiply(solved.design().get(i).get(j)));
                }
                points.add(new Point("problem " + problem + ", j = " + j, sum, BigFraction.ZERO));
            }
            assertTrue(solved.sumOfSquaredErrors().compareTo(BigFraction.ZERO) > 0, "residuals that are all zero would prove nothing");
        }
        confirm("1-08", new Finding.Equation(points));
    }

    @Test
    void rearrangingGivesOneSolutionOrInfinitelyMany() {
        double[][] withFen = Arrays.stream(ROWS)
                .map(row -> new double[] {row[0], row[1], row[2], 100 * row[1]})
                .toArray(double[][]::new);
        String inFen = solutions(LeastSquares.fit(Design.ofRows(withFen), PURCHASES));
        assertEquals("infinitely many, x4 = 100·x2", inFen);
        String once = solutions(LeastSquares.fit(Design.ofRows(ROWS), PURCHASES));
        confirm("1-09", Readings.of(
                Readings.holds("age, income, history", once.equals("one"), once),
                Readings.holds("the income in fen as well", inFen.equals("one"), inFen)));
    }

    private static String solutions(LeastSquares outcome) {
        return switch (outcome) {
            case RankDeficient deficient -> "infinitely many, " + deficient.dependencies().getFirst();
            case PerfectFit perfect -> "one";
            case FittedModel model -> "one";
        };
    }

    private static BigFraction sumFrom(int first, int customer) {
        BigFraction sum = BigFraction.ZERO;
        for (int j = first; j <= 3; j++) {
            BigFraction x = j == 0 ? BigFraction.ONE : Fractions.ofDecimal(ROWS[customer][j - 1]);
            sum = sum.add(ARTICLE.coefficients().get(j).multiply(x));
        }
        return sum;
    }

    private static BigFraction error(int i, BigFraction b0, BigFraction b1) {
        return Fractions.ofDecimal(Y[i]).subtract(b0).subtract(b1.multiply(Fractions.ofDecimal(X[i])));
    }

    private static BigFraction squares(BigFraction b0, BigFraction b1) {
        return IntStream.range(0, 5).mapToObj(i -> error(i, b0, b1).pow(2)).reduce(BigFraction.ZERO, BigFraction::add);
    }

    // for a quadratic the symmetric difference quotient is the derivative, exactly
    private static BigFraction derivative(int j, BigFraction b0, BigFraction b1) {
        BigFraction e0 = new BigFraction(1 - j);
        BigFraction e1 = new BigFraction(j);
        return squares(b0.add(e0), b1.add(e1)).subtract(squares(b0.subtract(e0), b1.subtract(e1))).divide(2);
    }

    private static BigFraction asWritten(int j, BigFraction b0, BigFraction b1) {
        return IntStream.range(0, 5)
                .mapToObj(i -> error(i, b0, b1).multiply(2).multiply(j == 0 ? BigFraction.ONE : Fractions.ofDecimal(X[i])))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static BigFraction quadratic(BigFraction b0, BigFraction b1) {
        List<List<BigFraction>> normal = LINE.steps().getFirst().matrix();
        BigFraction constant = LINE.y().stream().map(v -> v.multiply(v)).reduce(BigFraction.ZERO, BigFraction::add);
        BigFraction linear = b0.multiply(normal.get(0).get(2)).add(b1.multiply(normal.get(1).get(2)));
        BigFraction square = b0.multiply(b0).multiply(normal.get(0).get(0))
                .add(b0.multiply(b1).multiply(normal.get(0).get(1)).multiply(2))
                .add(b1.multiply(b1).multiply(normal.get(1).get(1)));
        return constant.subtract(linear.multiply(2)).add(square);
    }

    private static Finding.Equation equation(int count, IntFunction<Point> point) {
        return new Finding.Equation(IntStream.range(0, count).mapToObj(point).toList());
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }
}

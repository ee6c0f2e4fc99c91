package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Finding.Equation.Point;
import infogap.claims.Finding;
import infogap.claims.Ledger;
import infogap.claims.Readings;
import infogap.information.ContingencyTable;
import infogap.information.Divergence;
import infogap.information.Entropy;
import infogap.information.MutualInformation;
import infogap.information.Unit;
import infogap.numeric.Fractions;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Document 003, section 4.1: the formulas of entropy and mutual information, at exact points.
class Document003Test {

    private static final Ledger LEDGER = Ledger.find();
    /// The document's four pairs: all different, each seen once.
    private static final JointDistribution<Integer, Integer> JOINT =
            ContingencyTable.of(List.of(10, 20, 30, 40), List.of(100, 150, 200, 250)).joint();
    /// A fair bit, read wrongly with probability 1/2 or never.
    private static final JointDistribution<Integer, Integer> INDEPENDENT = readBit(0.5);
    private static final JointDistribution<Integer, Integer> EQUAL = readBit(0);
    private static final double ROUNDING = 1e-13;

    @Test
    void entropyIsTheNumberOfQuestions() {
        List<Point> points = new ArrayList<>();
        for (double[] p : new double[][] {{1}, {0.5, 0.5}, {0.5, 0.25, 0.25}, {0.25, 0.25, 0.25, 0.25}, {0.5, 0.25, 0.125, 0.125}}) {
            Distribution<Integer> distribution = Distribution.of(IntStream.range(0, p.length).boxed().toList(), p);
            points.add(new Point(Arrays.toString(p), Fractions.ofDecimal(Entropy.of(distribution, Unit.BITS)), questions(p)));
        }
        confirm("3-07", new Finding.Equation(points));
        confirm("3-08", Readings.of(
                Readings.gives("one fair bit", Entropy.of(EQUAL.rowMarginal(), Unit.BITS), "bits"),
                Readings.gives("two independent fair bits", Entropy.joint(INDEPENDENT, Unit.BITS), "bits"),
                Readings.gives("two equal fair bits", Entropy.joint(EQUAL, Unit.BITS), "bits")));
    }

    @Test
    void oneIndexLeavesPairsOut() {
        assertEquals(0.5, oneIndex(INDEPENDENT));
        assertEquals(1, Entropy.ofColumnsGivenRows(INDEPENDENT, Unit.BITS));
        confirm("3-09", equation(Document003Test::oneIndex, at -> Entropy.ofColumnsGivenRows(at, Unit.BITS)));
    }

    @Test
    void bothDifferencesAreTheMutualInformation() {
        ToDoubleFunction<JointDistribution<?, ?>> defined = at -> MutualInformation.of(at, Unit.BITS);
        List<Point> points = new ArrayList<>();
        points.addAll(equation(at -> Entropy.of(at.rowMarginal(), Unit.BITS) - Entropy.ofRowsGivenColumns(at, Unit.BITS), defined).points());
        points.addAll(equation(at -> Entropy.of(at.columnMarginal(), Unit.BITS) - Entropy.ofColumnsGivenRows(at, Unit.BITS), defined).points());
        confirm("3-10", new Finding.Equation(points));
        SplittableRandom random = new SplittableRandom(310);
        for (int trial = 0; trial < 200; trial++) {
            double[] weights = random.doubles(12).toArray();
            double sum = Arrays.stream(weights).sum();
            double[][] p = new double[3][4];
            Arrays.setAll(p, i -> IntStream.range(0, 4).mapToDouble(j -> weights[4 * i + j] / sum).toArray());
            JointDistribution<Integer, Integer> at = JointDistribution.of(List.of(0, 1, 2), List.of(0, 1, 2, 3), p);
            double information = defined.applyAsDouble(at);
            assertEquals(information, Entropy.of(at.rowMarginal(), Unit.BITS) - Entropy.ofRowsGivenColumns(at, Unit.BITS), ROUNDING);
            assertEquals(information, Entropy.of(at.columnMarginal(), Unit.BITS) - Entropy.ofColumnsGivenRows(at, Unit.BITS), ROUNDING);
        }
    }

    @Test
    void theListedConditionalEntropyIsMinusADivergenceOfTheMargins() {
        confirm("3-17", equation(Document003Test::listed, at -> Entropy.ofColumnsGivenRows(at, Unit.BITS)));
        for (JointDistribution<?, ?> at : exactPoints().values()) {
            if (at.rows().equals(at.columns())) {
                assertEquals(-Divergence.kullbackLeibler(at.columnMarginal(), at.rowMarginal(), Unit.BITS), listed(at), ROUNDING);
            }
            assertTrue(listed(at) <= 0);
        }
    }

    @Test
    void dependenceIsMoreThanCorrelation() {
        JointDistribution<Integer, Integer> square = ContingencyTable.of(List.of(-1, 0, 1), List.of(1, 0, 1)).joint();
        double information = MutualInformation.of(square, Unit.BITS);
        // H(1/3) = log2 3 - 2/3
        assertEquals(Math.log(3) / Math.log(2) - 2.0 / 3, information, ROUNDING);
        int covariance = IntStream.rangeClosed(-1, 1).map(x -> x * x * x).sum();
        assertEquals(0, covariance);
        confirm("3-11", Readings.of(
                Readings.holds("linear", (covariance == 0) == (information == 0), "covariance " + covariance),
                // P(X = 0, X² = 1) = 0 and not 1/3 · 2/3
                Readings.holds("of any form", information != 0, bits(information))));
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }

    private static String bits(double value) {
        return String.format(Locale.ROOT, "%.6f bits", value);
    }

    private static JointDistribution<Integer, Integer> readBit(double error) {
        List<Integer> values = List.of(0, 1);
        return JointDistribution.of(Distribution.uniform(values), Channel.binary(values, values, 1 - error, error));
    }

    /// Joint distributions whose entropies are sums of powers of ½, so that the floating-point sums are exact.
    private static Map<String, JointDistribution<?, ?>> exactPoints() {
        Map<String, JointDistribution<?, ?>> points = new LinkedHashMap<>();
        points.put("the document's four pairs", JOINT);
        points.put("two fair independent bits", INDEPENDENT);
        points.put("two equal fair bits", EQUAL);
        points.put("one of three", JointDistribution.of(
                List.of(1, 2, 3), List.of(1, 2, 3), new double[][] {{0.25, 0.25, 0}, {0, 0, 0.25}, {0, 0, 0.25}}));
        points.put("a skewed four", JointDistribution.independent(
                Distribution.uniform(List.of(1, 2, 3, 4)), Distribution.of(List.of(1, 2, 3, 4), 0.5, 0.25, 0.125, 0.125)));
        return points;
    }

    private static Finding.Equation equation(
            ToDoubleFunction<JointDistribution<?, ?>> printed, ToDoubleFunction<JointDistribution<?, ?>> right) {
        return new Finding.Equation(exactPoints().entrySet().stream()
                .map(at -> new Point(
                        at.getKey(),
                        Fractions.ofDecimal(printed.applyAsDouble(at.getValue())),
                        Fractions.ofDecimal(right.applyAsDouble(at.getValue()))))
                .toList());
    }

    /// −Σ_i p(x_i, y_i) log p(y_i | x_i), as printed.
    private static double oneIndex(JointDistribution<?, ?> at) {
        double sum = 0;
        for (int i = 0; i < Math.min(at.rows().size(), at.columns().size()); i++) {
            double p = at.probability(i, i);
            sum -= p == 0 ? 0 : p * Unit.BITS.log(p / Arrays.stream(at.probabilities()[i]).sum());
        }
        return sum;
    }

    /// −Σ p(y) log (p(y)/p(x)), value by value as in the listing.
    private static double listed(JointDistribution<?, ?> at) {
        double[] x = at.rowMarginal().probabilities();
        double[] y = at.columnMarginal().probabilities();
        return IntStream.range(0, y.length).mapToDouble(i -> -y[i] * Unit.BITS.log(y[i] / x[i])).sum();
    }

    /// The least expected number of yes-no questions, by Huffman's merging of the two rarest.
    private static BigFraction questions(double... probabilities) {
        PriorityQueue<BigFraction> queue = new PriorityQueue<>(Arrays.stream(probabilities).mapToObj(Fractions::ofDecimal).toList());
        BigFraction expected = BigFraction.ZERO;
        while (queue.size() > 1) {
            BigFraction merged = queue.poll().add(queue.poll());
            expected = expected.add(merged);
            queue.add(merged);
        }
        return expected;
    }
}

package infogap.probability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JointDistributionTest {

    private static final double ROUNDING = 1e-15;
    private static final List<String> STATES = List.of("high value", "other");
    private static final List<String> MESSAGES = List.of("positive", "negative");

    @Test
    void bayesOnTheScreeningExample() {
        // prior 1/5, sensitivity 9/10, false positives 1/10: P(+) = 13/50, posteriors 9/13 and 1/37
        JointDistribution<String, String> joint = JointDistribution.of(
                Distribution.binary("high value", "other", 0.2), Channel.binary(STATES, MESSAGES, 0.9, 0.1));
        assertEquals(13 / 50.0, joint.columnMarginal().probability("positive"), ROUNDING);
        assertEquals(9 / 13.0, joint.rowsGiven("positive").probability("high value"), ROUNDING);
        assertEquals(1 / 37.0, joint.rowsGiven("negative").probability("high value"), ROUNDING);
        assertEquals(0.9, joint.columnsGiven("high value").probability("positive"), ROUNDING);
    }

    @Test
    void marginalsGiveBackPriorAndMessages() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 200; trial++) {
            Distribution<Integer> prior = distribution(2 + trial % 4, random);
            Channel<Integer, Integer> channel = channel(2 + trial % 4, 2 + trial % 5, random);
            JointDistribution<Integer, Integer> joint = JointDistribution.of(prior, channel);
            assertArrayEquals(prior.probabilities(), joint.rowMarginal().probabilities(), 4 * ROUNDING);
            assertEquals(channel.messages(prior), joint.columnMarginal());
            assertEquals(joint.columnMarginal(), joint.transposed().rowMarginal());
            assertEquals(joint, joint.transposed().transposed());
            // posteriors average to the prior
            double[] mean = new double[prior.size()];
            for (Integer message : joint.columns()) {
                Distribution<Integer> posterior = joint.rowsGiven(message);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += joint.columnMarginal().probability(message) * posterior.probabilityAt(i);
                }
            }
            assertArrayEquals(prior.probabilities(), mean, 8 * ROUNDING);
            for (int i = 0; i < prior.size(); i++) {
                assertArrayEquals(channel.row(i), joint.columnsGiven(joint.rows().get(i)).probabilities(), 4 * ROUNDING);
            }
        }
    }

    @Test
    void independenceIsTheProductOfTheMarginals() {
        Distribution<String> rows = Distribution.of(List.of("a", "b"), 0.25, 0.75);
        Distribution<String> columns = Distribution.of(List.of("x", "y"), 0.5, 0.5);
        JointDistribution<String, String> joint = JointDistribution.independent(rows, columns);
        assertArrayEquals(new double[][] {{0.125, 0.125}, {0.375, 0.375}}, joint.probabilities());
        assertEquals(columns, joint.columnsGiven("b"));
    }

    @Test
    void countsAreDividedByTheGrandTotal() {
        JointDistribution<String, String> joint =
                JointDistribution.ofCounts(List.of("a", "b"), List.of("x", "y"), new long[][] {{1, 2}, {0, 5}});
        assertArrayEquals(new double[][] {{0.125, 0.25}, {0, 0.625}}, joint.probabilities());
        assertEquals(0.25, joint.probability(0, 1));
        assertEquals(1, Arrays.stream(joint.probabilities()).flatMapToDouble(Arrays::stream).sum());
    }

    @Test
    void thereIsNoConditioningOnWhatCannotHappen() {
        JointDistribution<String, String> joint =
                JointDistribution.of(List.of("a", "never"), List.of("x", "y"), new double[][] {{0.5, 0.5}, {0, 0}});
        String message = assertThrows(IllegalArgumentException.class, () -> joint.columnsGiven("never")).getMessage();
        assertTrue(message.contains("positive probability"), message);
        assertThrows(IllegalArgumentException.class, () -> joint.rowsGiven("z"));
        assertEquals(Distribution.of(List.of("a", "never"), 1, 0), joint.rowsGiven("x"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.5, 1.5})
    void aBadEntryIsRefused(double bad) {
        assertThrows(IllegalArgumentException.class,
                () -> JointDistribution.of(STATES, MESSAGES, new double[][] {{0.5, 0}, {bad, 0.5}}));
        assertThrows(IllegalArgumentException.class, () -> Channel.of(STATES, MESSAGES, new double[][] {{1, 0}, {bad, 1 - bad}}));
        assertThrows(IllegalArgumentException.class, () -> Channel.binary(STATES, MESSAGES, bad, 0.1));
        assertThrows(IllegalArgumentException.class, () -> Channel.binary(STATES, MESSAGES, 0.9, bad));
    }

    @Test
    void badShapesAreRefused() {
        double[][] square = {{0.25, 0.25}, {0.25, 0.25}};
        assertThrows(IllegalArgumentException.class, () -> JointDistribution.of(List.of("a"), MESSAGES, square));
        assertThrows(IllegalArgumentException.class, () -> JointDistribution.of(STATES, List.of("x", "y", "z"), square));
        assertThrows(IllegalArgumentException.class, () -> JointDistribution.of(List.of("a", "a"), MESSAGES, square));
        assertThrows(IllegalArgumentException.class, () -> JointDistribution.of(STATES, MESSAGES, new double[][] {{0.5, 0.5}, {0}}));
        assertThrows(IllegalArgumentException.class, () -> JointDistribution.of(STATES, MESSAGES, new double[0][]));
        assertThrows(IllegalArgumentException.class, () -> JointDistribution.of(STATES, MESSAGES, null));
        assertThrows(IllegalArgumentException.class, () -> JointDistribution.of(STATES, MESSAGES, new double[][] {{1, 0}, {1, 0}}));
        assertThrows(IllegalArgumentException.class, () -> JointDistribution.ofCounts(STATES, MESSAGES, new long[][] {{0, 0}, {0, 0}}));
        assertThrows(IllegalArgumentException.class, () -> JointDistribution.ofCounts(STATES, MESSAGES, new long[][] {{1, -1}, {0, 1}}));
        assertThrows(IllegalArgumentException.class, () -> JointDistribution.ofCounts(STATES, MESSAGES, new long[][] {{1, 1}, null}));
        Channel<String, String> channel = Channel.binary(STATES, MESSAGES, 0.9, 0.1);
        assertThrows(IllegalArgumentException.class, () -> JointDistribution.of(Distribution.binary("other", "high value", 0.8), channel));
        assertThrows(IllegalArgumentException.class, () -> JointDistribution.of(null, channel));
    }

    static Distribution<Integer> distribution(int size, SplittableRandom random) {
        return Distribution.normalized(labels(size), random.doubles(size, 0.01, 1).toArray());
    }

    static Channel<Integer, Integer> channel(int inputs, int outputs, SplittableRandom random) {
        double[][] matrix = new double[inputs][];
        Arrays.setAll(matrix, i -> distribution(outputs, random).probabilities());
        return Channel.of(labels(inputs), labels(outputs), matrix);
    }

    private static List<Integer> labels(int size) {
        return IntStream.range(0, size).boxed().toList();
    }
}

package infogap.probability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChannelTest {

    private static final List<String> STATES = List.of("high", "low");
    private static final List<String> MESSAGES = List.of("+", "-");

    private static final List<String> VALUES = List.of("high value", "other");
    private static final List<String> SIGNS = List.of("positive", "negative");

    /// Products and sums of a few probabilities.
    private static final double ROUNDING = 1e-15;

    @Test
    void binaryChannelsComplementDecimals() {
        Channel<String, String> channel = Channel.binary(STATES, MESSAGES, 0.9, 0.1);
        assertArrayEquals(new double[] {0.9, 0.1}, channel.row(0));
        assertArrayEquals(new double[] {0.1, 0.9}, channel.row(1));
        assertArrayEquals(new double[] {0.9, 0.1}, Distribution.binary("a", "b", 0.9).probabilities());
    }

    @Test
    void messagesFollowFromThePrior() {
        Distribution<String> messages =
                Channel.binary(STATES, MESSAGES, 0.9, 0.1).messages(Distribution.binary("high", "low", 0.2));
        assertEquals(0.26, messages.probability("+"), ROUNDING);
        assertEquals(0.74, messages.probability("-"), ROUNDING);
    }

    @Test
    void compositionIsAssociativeAndThePerfectChannelIsItsUnit() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 50; round++) {
            Channel<Integer, Integer> a = BlackwellTest.random(random, 3, 4);
            Channel<Integer, Integer> b = BlackwellTest.random(random, 4, 2);
            Channel<Integer, Integer> c = BlackwellTest.random(random, 2, 5);
            double[][] left = a.then(b).then(c).matrix();
            double[][] right = a.then(b.then(c)).matrix();
            for (int i = 0; i < left.length; i++) {
                assertArrayEquals(left[i], right[i], ROUNDING);
                assertEquals(1, Arrays.stream(left[i]).sum(), 1e-12);
            }
            assertEquals(a, a.then(Channel.perfect(a.outputs())));
            assertEquals(a, Channel.perfect(a.inputs()).then(a));
        }
    }

    /// Rows that print as thirds sum to 1 − 1e-13; a Markov chain of them runs as long as one likes, and to its stationary distribution.
    @Test
    void theErrorsOfManyCompositionsDoNotAdd() {
        double third = 0.3333333333333;
        Channel<Integer, Integer> step = Channel.of(
                List.of(1, 2, 3), List.of(1, 2, 3), new double[][] {{third, third, third}, {0.5, 0.25, 0.25}, {0.25, 0.25, 0.5}});
        Channel<Integer, Integer> chain = step;
        for (int i = 0; i < 1000; i++) {
            chain = chain.then(step);
        }
        double[] row = chain.row(0);
        assertEquals(1, Arrays.stream(row).sum(), 2e-12);
        double[] next = Channel.of(List.of(1), List.of(1, 2, 3), new double[][] {row}).then(step).row(0);
        assertArrayEquals(row, next, 2e-12);
        // a product that is not refused is kept bit by bit
        assertEquals(step, step.then(Channel.perfect(List.of(1, 2, 3))));
    }

    @Test
    void posteriorsComeFromTheJointDistribution() {
        JointDistribution<String, String> joint =
                JointDistribution.of(Distribution.binary("high", "low", 0.2), Channel.binary(STATES, MESSAGES, 0.9, 0.1));
        assertEquals(9.0 / 13, joint.rowsGiven("+").probability("high"), ROUNDING);
        assertEquals(36.0 / 37, joint.rowsGiven("-").probability("low"), ROUNDING);
        assertEquals(0.9, joint.columnsGiven("high").probability("+"), ROUNDING);
        assertEquals(joint, joint.transposed().transposed());
        JointDistribution<String, String> counts =
                JointDistribution.ofCounts(STATES, MESSAGES, new long[][] {{18, 2}, {8, 72}});
        assertEquals(joint.probability(0, 0), counts.probability(0, 0), ROUNDING);
    }

    @Test
    void whatNeverHappensCannotBeConditionedOn() {
        JointDistribution<String, String> joint =
                JointDistribution.of(Distribution.binary("high", "low", 1), Channel.binary(STATES, MESSAGES, 1, 0));
        String message = assertThrows(IllegalArgumentException.class, () -> joint.rowsGiven("-")).getMessage();
        assertTrue(message.contains("- has 0"), message);
    }

    @Test
    void shapesAndRowsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> Channel.of(STATES, MESSAGES, new double[][] {{0.9, 0.2}, {0.5, 0.5}}));
        assertThrows(IllegalArgumentException.class, () -> Channel.of(STATES, MESSAGES, new double[][] {{1, 0}}));
        assertThrows(IllegalArgumentException.class, () -> Channel.of(List.of("x", "x"), MESSAGES, new double[][] {{1, 0}, {0, 1}}));
        assertThrows(IllegalArgumentException.class, () -> Channel.binary(STATES, MESSAGES, 1.1, 0));
        Channel<String, String> channel = Channel.binary(STATES, MESSAGES, 0.9, 0.1);
        assertThrows(IllegalArgumentException.class, () -> channel.then(Channel.perfect(STATES)).outputs());
        assertThrows(IllegalArgumentException.class, () -> channel.messages(Distribution.binary("low", "high", 0.2)));
        assertThrows(IllegalArgumentException.class, () -> Distribution.of(STATES, 0.5, 0.6));
        assertThrows(IllegalArgumentException.class, () -> Distribution.of(STATES, Double.NaN, 0.6));
        assertThrows(IllegalArgumentException.class, () -> Distribution.normalized(STATES, 0, 0));
    }

    @Test
    void garblingIsTheMatrixProduct() {
        Channel<String, String> channel = Channel.binary(VALUES, SIGNS, 0.9, 0.1);
        Channel<String, String> garbled = channel.then(Channel.binary(SIGNS, List.of("yes", "no"), 0.8, 0.3));
        assertArrayEquals(new double[] {0.9 * 0.8 + 0.1 * 0.3, 0.9 * 0.2 + 0.1 * 0.7}, garbled.row(0), ROUNDING);
        assertArrayEquals(new double[] {0.1 * 0.8 + 0.9 * 0.3, 0.1 * 0.2 + 0.9 * 0.7}, garbled.row(1), ROUNDING);
    }

    @Test
    void theUninformativeChannelLeavesThePrior() {
        Distribution<String> prior = Distribution.binary("high value", "other", 0.2);
        Channel<String, String> silent = Channel.uninformative(VALUES, Distribution.binary("positive", "negative", 0.3));
        JointDistribution<String, String> joint = JointDistribution.of(prior, silent);
        assertArrayEquals(prior.probabilities(), joint.rowsGiven("positive").probabilities(), ROUNDING);
        assertArrayEquals(new double[] {1, 0}, JointDistribution.of(prior, Channel.perfect(VALUES)).rowsGiven("high value").probabilities());
    }

    @Test
    void isImmutableAndEqualByValue() {
        double[][] matrix = {{0.9, 0.1}, {0.1, 0.9}};
        Channel<String, String> channel = Channel.of(VALUES, SIGNS, matrix);
        matrix[0][0] = 7;
        channel.matrix()[0][0] = 7;
        channel.row(0)[0] = 7;
        assertEquals(0.9, channel.probability(0, 0));
        Channel<String, String> same = Channel.of(VALUES, SIGNS, new double[][] {{0.9, 0.1}, {0.1, 0.9}});
        assertEquals(same, channel);
        assertEquals(same.hashCode(), channel.hashCode());
        assertTrue(channel.toString().contains("high value  0.900000  0.100000"), channel.toString());
    }

    @Test
    void badInputIsRefused() {
        Channel<String, String> channel = Channel.binary(VALUES, SIGNS, 0.9, 0.1);
        assertThrows(IllegalArgumentException.class, () -> channel.then(Channel.perfect(VALUES)));
        assertThrows(IllegalArgumentException.class, () -> channel.then(null));
        assertThrows(IllegalArgumentException.class, () -> channel.messages(Distribution.binary("a", "b", 0.5)));
        assertThrows(IllegalArgumentException.class, () -> Channel.of(VALUES, SIGNS, new double[][] {{1, 0}, {0.5, 0.4}}));
        assertThrows(IllegalArgumentException.class, () -> Channel.of(VALUES, SIGNS, new double[][] {{1, 0}}));
        assertThrows(IllegalArgumentException.class, () -> Channel.of(VALUES, List.of("x"), new double[][] {{1, 0}, {1, 0}}));
        assertThrows(IllegalArgumentException.class, () -> Channel.of(VALUES, List.of("x", "x"), new double[][] {{1, 0}, {1, 0}}));
        assertThrows(IllegalArgumentException.class, () -> Channel.perfect(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Channel.perfect(null));
        assertThrows(IllegalArgumentException.class, () -> Channel.uninformative(VALUES, null));
        assertThrows(IllegalArgumentException.class, () -> Channel.uninformative(null, Distribution.binary("a", "b", 0.5)));
        assertThrows(IllegalArgumentException.class, () -> Channel.binary(VALUES, List.of("x", "y", "z"), 0.9, 0.1));
    }
}

package infogap.probability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.probability.GarblingWitness.Garbling;
import infogap.probability.GarblingWitness.Separation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlackwellTest {

    private static final List<String> STATES = List.of("high", "low");
    private static final Channel<String, String> SHARP = Channel.binary(STATES, List.of("+", "-"), 0.9, 0.1);

    @Test
    void aBlurredTestIsAGarblingOfTheSharpOne() {
        // 0.9 → 0.8 and 0.1 → 0.2 by turning each message with probability 1/8
        Channel<String, String> blurred = Channel.binary(STATES, List.of("yes", "no"), 0.8, 0.2);
        Garbling<?, ?, ?> garbling = assertInstanceOf(Garbling.class, blurred.isGarblingOf(SHARP));
        assertEquals(0.875, garbling.noise().probability(0, 0), 1e-12);
        assertEquals(0.125, garbling.noise().probability(1, 0), 1e-12);
        assertTrue(blurred.isGarblingOf(SHARP).isGarbling());
    }

    @Test
    void theSharpTestIsNoGarblingOfTheBlurredOne() {
        Channel<String, String> blurred = Channel.binary(STATES, List.of("yes", "no"), 0.8, 0.2);
        Separation<String, String, String> separation = separation(SHARP.isGarblingOf(blurred));
        assertTrue(separation.coarseValue() > separation.fineValue() + 0.05, separation::toString);
    }

    /// Two tests that no order compares: each has a decision problem of its own (Blackwell's order is partial).
    @Test
    void incomparableTestsSeparateInBothDirections() {
        Channel<String, String> noFalsePositives = Channel.binary(STATES, List.of("+", "-"), 0.5, 0);
        Channel<String, String> noFalseNegatives = Channel.binary(STATES, List.of("+", "-"), 1, 0.5);
        separation(noFalsePositives.isGarblingOf(noFalseNegatives));
        separation(noFalseNegatives.isGarblingOf(noFalsePositives));
    }

    @Test
    void everyChannelIsAGarblingOfTheTruthAndSaysMoreThanNothing() {
        Channel<String, String> nothing = Channel.uninformative(STATES, Distribution.binary("a", "b", 0.3));
        assertTrue(SHARP.isGarblingOf(Channel.perfect(STATES)).isGarbling());
        assertTrue(nothing.isGarblingOf(SHARP).isGarbling());
        assertTrue(SHARP.isGarblingOf(SHARP).isGarbling());
        separation(SHARP.isGarblingOf(nothing));
    }

    @Test
    void randomGarblingsAreRecognised() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 100; round++) {
            Channel<Integer, Integer> fine = random(random, random.nextInt(2, 6), random.nextInt(2, 6));
            Channel<Integer, Integer> noise = random(random, fine.outputs().size(), random.nextInt(2, 6));
            var witness = fine.then(noise).isGarblingOf(fine);
            Garbling<?, ?, ?> garbling = assertInstanceOf(Garbling.class, witness);
            assertTrue(garbling.error() <= GarblingWitness.TOLERANCE);
        }
    }

    /// For random pairs exactly one witness exists; both are checked again here from their definitions.
    @Test
    void randomPairsAreDecidedOneWayOrTheOther() {
        SplittableRandom random = new SplittableRandom(12);
        int separated = 0;
        for (int round = 0; round < 200; round++) {
            int states = random.nextInt(2, 5);
            Channel<Integer, Integer> fine = random(random, states, random.nextInt(2, 5));
            Channel<Integer, Integer> coarse = random(random, states, random.nextInt(2, 5));
            switch (coarse.isGarblingOf(fine)) {
                case Garbling<Integer, Integer, Integer>(var noise, var error) -> {
                    double[][] product = fine.then(noise).matrix();
                    for (int x = 0; x < states; x++) {
                        for (int y = 0; y < product[x].length; y++) {
                            assertEquals(coarse.probability(x, y), product[x][y], GarblingWitness.TOLERANCE);
                        }
                    }
                }
                case Separation<Integer, Integer, Integer> separation -> {
                    separated++;
                    double coarseValue = bruteForceValue(coarse, separation);
                    double fineValue = bruteForceValue(fine, separation);
                    assertEquals(coarseValue, separation.coarseValue(), 1e-12);
                    assertEquals(fineValue, separation.fineValue(), 1e-12);
                    assertTrue(coarseValue > fineValue);
                }
            }
        }
        assertTrue(separated > 100 && separated < 200, "separated " + separated);
    }

    /// Sizes at which a tableau of all entries is too large; garblings are recognised, and the advantage of the others is that of the definition.
    @Test
    void manyMessagesAreDecidedToo() {
        SplittableRandom random = new SplittableRandom(13);
        for (int[] size : new int[][] {{12, 12}, {16, 16}, {20, 20}, {2, 60}, {5, 30}, {30, 5}}) {
            Channel<Integer, Integer> fine = random(random, size[0], size[1]);
            Channel<Integer, Integer> other = random(random, size[0], size[1]);
            Channel<Integer, Integer> garbled = fine.then(random(random, size[1], size[1]));
            assertInstanceOf(Garbling.class, garbled.isGarblingOf(fine), () -> Arrays.toString(size));
            Separation<Integer, Integer, Integer> separation = separation(other.isGarblingOf(fine));
            assertEquals(value(other, separation), separation.coarseValue(), 1e-12);
            assertEquals(value(fine, separation), separation.fineValue(), 1e-12);
            assertTrue(separation.coarseValue() > separation.fineValue() + 1e-9, () -> Arrays.toString(size));
        }
    }

    /// Messages of very different frequency, down to 1e-8: what noise made is recognised, and no rounding is called a separation.
    @Test
    void rareMessagesAreDecidedAsWell() {
        SplittableRandom random = new SplittableRandom(15);
        for (int round = 0; round < 300; round++) {
            int states = random.nextInt(1, 6);
            int messages = random.nextInt(2, 7);
            double[][] matrix = new double[states][];
            Arrays.setAll(matrix, i -> Distribution.normalized(
                            IntStream.range(0, messages).boxed().toList(),
                            random.doubles(messages).map(u -> Math.pow(10, -8 * u)).toArray())
                    .probabilities());
            Channel<Integer, Integer> fine = Channel.of(
                    IntStream.range(0, states).boxed().toList(), IntStream.range(0, messages).boxed().toList(), matrix);
            assertTrue(fine.then(random(random, messages, 4)).isGarblingOf(fine).isGarbling(), fine::toString);
        }
    }

    /// Two states, closed form: a garbling iff the ROC curve lies nowhere above the finer one. A point moved off the curve by a millionth is found.
    @Test
    void aPointOnTheRocCurveIsAGarblingAndOneAboveItIsNot() {
        SplittableRandom random = new SplittableRandom(14);
        for (int round = 0; round < 50; round++) {
            // the part of the curve from (0, 0) to (0.1, 0.9) or from there to (1, 1)
            double part = random.nextDouble(0.05, 0.95);
            boolean low = random.nextBoolean();
            double falsePositive = low ? 0.1 * part : 0.1 + 0.9 * part;
            double truePositive = low ? 0.9 * part : 0.9 + 0.1 * part;
            assertTrue(Channel.binary(STATES, List.of("+", "-"), truePositive, falsePositive).isGarblingOf(SHARP).isGarbling());
            separation(Channel.binary(STATES, List.of("+", "-"), truePositive + 1e-6 * (1 - truePositive), falsePositive).isGarblingOf(SHARP));
        }
    }

    @Test
    void channelsOfDifferentStatesAreNotCompared() {
        assertThrows(IllegalArgumentException.class, () -> SHARP.isGarblingOf(Channel.perfect(List.of("low", "high"))));
        assertThrows(IllegalArgumentException.class, () -> SHARP.isGarblingOf(null));
    }

    /// `Σ_y max_a Σ_x p(x) p(y | x) u(a, x)`.
    private static double value(Channel<Integer, Integer> channel, Separation<Integer, Integer, Integer> separation) {
        return IntStream.range(0, channel.outputs().size())
                .mapToDouble(y -> Arrays.stream(separation.problem())
                        .mapToDouble(action -> IntStream.range(0, action.length)
                                .mapToDouble(x -> separation.prior().probabilityAt(x) * channel.probability(x, y) * action[x])
                                .sum())
                        .max()
                        .orElseThrow())
                .sum();
    }

    /// The best of all functions from messages to actions, one by one.
    private static double bruteForceValue(Channel<Integer, Integer> channel, Separation<Integer, Integer, Integer> separation) {
        double[][] payoffs = separation.problem();
        int messages = channel.outputs().size();
        double best = Double.NEGATIVE_INFINITY;
        for (int code = 0; code < Math.pow(payoffs.length, messages); code++) {
            double value = 0;
            int rest = code;
            for (int y = 0; y < messages; y++) {
                double[] action = payoffs[rest % payoffs.length];
                rest /= payoffs.length;
                for (int x = 0; x < channel.inputs().size(); x++) {
                    value += separation.prior().probabilityAt(x) * channel.probability(x, y) * action[x];
                }
            }
            best = Math.max(best, value);
        }
        return best;
    }

    @SuppressWarnings("unchecked")
    private static <X, F, Y> Separation<X, F, Y> separation(GarblingWitness<X, F, Y> witness) {
        return (Separation<X, F, Y>) assertInstanceOf(Separation.class, witness);
    }

    static Channel<Integer, Integer> random(SplittableRandom random, int inputs, int outputs) {
        double[][] matrix = new double[inputs][];
        Arrays.setAll(matrix, i -> Distribution.normalized(
                        IntStream.range(0, outputs).boxed().toList(),
                        IntStream.range(0, outputs).mapToDouble(j -> random.nextDouble()).toArray())
                .probabilities());
        return Channel.of(
                IntStream.range(0, inputs).boxed().toList(), IntStream.range(0, outputs).boxed().toList(), matrix);
    }
}

package infogap.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The theorems of Cover and Thomas (2006), chapter 2, on random distributions: dense ones, sparse ones, and ones with zeros.
class InformationTheoremsTest {

    /// What a few dozen roundings of terms of order one may add up to.
    private static final double ROUNDING = 1e-13;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gibbsAndPinsker(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 2 + seed % 6;
        Distribution<Integer> p = distribution(size, random);
        Distribution<Integer> q = distribution(size, random);
        double divergence = Divergence.kullbackLeibler(p, q, Unit.NATS);
        assertTrue(divergence >= 0);
        assertEquals(0, Divergence.kullbackLeibler(p, p, Unit.NATS));
        boolean absolutelyContinuous = IntStream.range(0, size).allMatch(i -> p.probabilityAt(i) == 0 || q.probabilityAt(i) > 0);
        assertEquals(absolutelyContinuous, Double.isFinite(divergence));
        double variation = Divergence.totalVariation(p, q);
        assertTrue(divergence >= 2 * variation * variation - ROUNDING, () -> divergence + " < 2 · " + variation + "²");
        if (absolutelyContinuous) {
            assertEquals(Divergence.crossEntropy(p, q, Unit.NATS), Entropy.of(p, Unit.NATS) + divergence, ROUNDING * (1 + divergence));
        } else {
            assertEquals(Double.POSITIVE_INFINITY, Divergence.crossEntropy(p, q, Unit.NATS));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void jensenShannonIsSymmetricBoundedAndAnInformation(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 2 + seed % 6;
        Distribution<Integer> p = distribution(size, random);
        Distribution<Integer> q = distribution(size, random);
        double divergence = Divergence.jensenShannon(p, q, Unit.BITS);
        assertEquals(divergence, Divergence.jensenShannon(q, p, Unit.BITS), ROUNDING);
        assertTrue(divergence >= 0 && divergence <= 1 + ROUNDING);
        assertTrue(divergence <= Divergence.totalVariation(p, q) + ROUNDING);
        assertEquals(0, Divergence.jensenShannon(p, p, Unit.BITS));
        double weight = random.nextDouble();
        JointDistribution<Integer, Integer> chosen = JointDistribution.of(
                Distribution.binary(0, 1, weight), Channel.of(List.of(0, 1), p.states(), new double[][] {p.probabilities(), q.probabilities()}));
        assertEquals(MutualInformation.of(chosen, Unit.BITS), Divergence.jensenShannon(p, q, weight, Unit.BITS), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void chainRuleSubadditivityAndSymmetry(int seed) {
        JointDistribution<Integer, Integer> joint = joint(seed);
        for (Unit unit : Unit.values()) {
            JointInformation all = JointInformation.of(joint, unit);
            assertEquals(all.jointEntropy(), all.rowEntropy() + all.columnsGivenRows(), ROUNDING);
            assertEquals(all.jointEntropy(), all.columnEntropy() + all.rowsGivenColumns(), ROUNDING);
            assertTrue(all.jointEntropy() <= all.rowEntropy() + all.columnEntropy() + ROUNDING);
            assertTrue(all.columnsGivenRows() <= all.columnEntropy() + ROUNDING);
            assertTrue(all.rowEntropy() <= unit.log(joint.rows().size()) + ROUNDING);
            assertTrue(all.mutualInformation() >= 0);
            assertEquals(all.mutualInformation(), all.rowEntropy() - all.rowsGivenColumns(), ROUNDING);
            assertEquals(all.mutualInformation(), all.columnEntropy() - all.columnsGivenRows(), ROUNDING);
            assertEquals(all.mutualInformation(), MutualInformation.of(joint.transposed(), unit), ROUNDING);
            assertEquals(MutualInformation.variation(joint, unit), all.rowsGivenColumns() + all.columnsGivenRows(), ROUNDING);
        }
        for (Normalization normalization : Normalization.values()) {
            double share = MutualInformation.normalized(joint, normalization).orElseThrow();
            assertTrue(share >= 0 && share <= 1, normalization.formula());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void informationDoesNotChangeWhenStatesAreRenamed(int seed) {
        JointDistribution<Integer, Integer> joint = joint(seed);
        List<Integer> order = new ArrayList<>(Tables.labels(joint.rows().size()));
        Collections.shuffle(order, new Random(seed));
        double[][] shuffled = order.stream().map(i -> joint.probabilities()[i]).toArray(double[][]::new);
        List<String> names = order.stream().map(i -> "renamed " + i).toList();
        assertEquals(MutualInformation.of(joint, Unit.BITS),
                MutualInformation.of(JointDistribution.of(names, joint.columns(), shuffled), Unit.BITS), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dataProcessing(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int states = 2 + seed % 3;
        Distribution<Integer> prior = distribution(states, random);
        Channel<Integer, Integer> channel = channel(states, 2 + seed % 4, random);
        Channel<Integer, Integer> noise = channel(2 + seed % 4, 2 + seed % 2, random);
        double before = MutualInformation.of(JointDistribution.of(prior, channel), Unit.BITS);
        double after = MutualInformation.of(JointDistribution.of(prior, channel.then(noise)), Unit.BITS);
        assertTrue(after <= before + ROUNDING, () -> after + " > " + before);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fano(int seed) {
        JointDistribution<Integer, Integer> joint = joint(seed);
        // the best guess of X from Y is wrong with probability 1 − Σ_y max_x p(x, y)
        double right = 0;
        for (int j = 0; j < joint.columns().size(); j++) {
            double best = 0;
            for (int i = 0; i < joint.rows().size(); i++) {
                best = Math.max(best, joint.probability(i, j));
            }
            right += best;
        }
        double error = Math.clamp(1 - right, 0, 1);
        double bound = Entropy.of(Distribution.binary("wrong", "right", error), Unit.BITS)
                + error * Unit.BITS.log(Math.max(1, joint.rows().size() - 1));
        assertTrue(Entropy.ofRowsGivenColumns(joint, Unit.BITS) <= bound + ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void chainRuleOfInformationForThree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int columns = 2 + seed % 3;
        TripleDistribution<Integer, Integer, Integer> triple = TripleDistribution.of(
                distribution(2, random),
                List.of(joint(2, columns, random), joint(2, columns, random)));
        double conditional = MutualInformation.conditional(triple, Unit.BITS);
        assertTrue(conditional >= 0);
        // I(X; Y | Z) = H(X, Z) + H(Y, Z) − H(X, Y, Z) − H(Z)
        assertEquals(
                Entropy.joint(triple.xz(), Unit.BITS) + Entropy.joint(triple.yz(), Unit.BITS)
                        - triple.entropy(Unit.BITS) - Entropy.of(triple.z(), Unit.BITS),
                conditional, ROUNDING);
        assertEquals(
                MutualInformation.of(triple.xy(), Unit.BITS) - conditional,
                MutualInformation.coInformation(triple, Unit.BITS), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void expectedDivergenceOfThePosteriorsIsTheInformation(int seed) {
        JointDistribution<Integer, Integer> joint = joint(seed);
        Distribution<Integer> prior = joint.rowMarginal();
        Distribution<Integer> messages = joint.columnMarginal();
        double mean = 0;
        for (Integer message : messages.states()) {
            if (messages.probability(message) > 0) {
                mean += messages.probability(message) * Divergence.kullbackLeibler(joint.rowsGiven(message), prior, Unit.BITS);
            }
        }
        assertEquals(MutualInformation.of(joint, Unit.BITS), mean, ROUNDING);
    }

    private static JointDistribution<Integer, Integer> joint(int seed) {
        return joint(2 + seed % 4, 2 + seed % 5, new SplittableRandom(seed));
    }

    private static JointDistribution<Integer, Integer> joint(int rows, int columns, SplittableRandom random) {
        return JointDistribution.of(distribution(rows, random), channel(rows, columns, random));
    }

    private static Channel<Integer, Integer> channel(int inputs, int outputs, SplittableRandom random) {
        double[][] matrix = new double[inputs][];
        Arrays.setAll(matrix, i -> distribution(outputs, random).probabilities());
        return Channel.of(Tables.labels(inputs), Tables.labels(outputs), matrix);
    }

    /// Weights of very different sizes; the first two are positive, each other one is 0 with probability 1/3.
    private static Distribution<Integer> distribution(int size, SplittableRandom random) {
        double[] weights = new double[size];
        Arrays.setAll(weights, i -> i > 1 && random.nextInt(3) == 0 ? 0 : Math.pow(random.nextDouble(), 4) + 1e-9);
        return Distribution.normalized(Tables.labels(size), weights);
    }
}

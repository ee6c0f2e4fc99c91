package infogap.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.information.MutualInformation;
import infogap.information.Unit;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.probability.GarblingWitness;
import infogap.probability.JointDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

/// The theorems about the gap, on random priors, channels and decisions.
class InformationGapPropertyTest {

    private static final int ROUNDS = 60;

    /// Sums of some dozens of terms near 1 or below 10.
    private static final double ROUNDING = 1e-12;

    /// The kinds of decision problem, each made for a number of states.
    static Stream<Function<SplittableRandom, DecisionProblem<?, Integer>>> problems() {
        return Stream.of(
                random -> LogScore.bits(),
                random -> BrierScore.of(),
                random -> SquaredError.ofNumbers(),
                random -> null); // stands for random payoffs, which need the number of states
    }

    @ParameterizedTest
    @MethodSource("problems")
    void gapsAreNotNegativeAndAddUp(Function<SplittableRandom, DecisionProblem<?, Integer>> maker) {
        forRandomCases(1, maker, (random, prior, channel, problem) -> {
            InformationGap<?, Integer, Integer> gap = InformationGap.of(prior, channel, problem);
            assertTrue(gap.closed() >= 0 && gap.remaining() >= 0 && gap.total() >= 0);
            assertEquals(gap.total(), gap.closed() + gap.remaining(), ROUNDING);
            if (gap.share() instanceof Share.Of(double share)) {
                assertTrue(share >= 0 && share <= 1);
            }
            gap.messages().forEach(message -> assertTrue(message.gain() >= 0));
            // the definition: expected value with the message less the value without
            double informed = gap.messages().stream().mapToDouble(message -> message.probability() * message.value()).sum();
            assertEquals(informed - gap.valueWithoutMessage(), gap.closed(), ROUNDING);
        });
    }

    @ParameterizedTest
    @MethodSource("problems")
    void posteriorsAverageToThePrior(Function<SplittableRandom, DecisionProblem<?, Integer>> maker) {
        forRandomCases(2, maker, (random, prior, channel, problem) -> {
            InformationGap<?, Integer, Integer> gap = InformationGap.of(prior, channel, problem);
            for (int i = 0; i < prior.size(); i++) {
                int state = i;
                double average = gap.messages().stream()
                        .mapToDouble(message -> message.probability() * message.posterior().probabilityAt(state))
                        .sum();
                assertEquals(prior.probabilityAt(i), average, ROUNDING);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theValueIsConvexAndItsTangentLiesBelow(Function<SplittableRandom, DecisionProblem<?, Integer>> maker) {
        forRandomCases(3, maker, (random, p, channel, problem) -> {
            Distribution<Integer> q = randomDistribution(random, p.size());
            double weight = random.nextDouble();
            double[] mixed = new double[p.size()];
            Arrays.setAll(mixed, i -> weight * p.probabilityAt(i) + (1 - weight) * q.probabilityAt(i));
            Distribution<Integer> mixture = Distribution.normalized(p.states(), mixed);
            assertTrue(problem.value(mixture) <= weight * problem.value(p) + (1 - weight) * problem.value(q) + ROUNDING);
            // Bregman: the mean regret of acting on the mixture is the Jensen gap
            assertEquals(
                    weight * problem.value(p) + (1 - weight) * problem.value(q) - problem.value(mixture),
                    weight * problem.regret(p, mixture) + (1 - weight) * problem.regret(q, mixture),
                    ROUNDING);
            assertEquals(0, problem.regret(p, p), ROUNDING);
        });
    }

    /// Garbling never helps, in any decision problem (Blackwell), and the nested gap is the difference of the two.
    @ParameterizedTest
    @MethodSource("problems")
    void garblingNeverHelps(Function<SplittableRandom, DecisionProblem<?, Integer>> maker) {
        forRandomCases(4, maker, (random, prior, fine, problem) -> {
            Channel<Integer, Integer> noise = randomChannel(random, fine.outputs().size(), random.nextInt(2, 5));
            InformationGap<?, Integer, Integer> sharp = InformationGap.of(prior, fine, problem);
            InformationGap<?, Integer, Integer> blurred = InformationGap.of(prior, fine.then(noise), problem);
            InformationGap<?, Integer, Integer> between = InformationGap.between(prior, fine, noise, problem);
            assertTrue(blurred.closed() <= sharp.closed() + ROUNDING);
            assertEquals(sharp.closed(), between.total(), ROUNDING);
            assertEquals(blurred.closed(), between.closed(), ROUNDING);
            assertEquals(sharp.closed() - blurred.closed(), between.remaining(), ROUNDING);
            assertEquals(sharp.total(), between.valueOfPerfectInformation(), ROUNDING);
        });
    }

    /// The witness that a channel is no garbling is a decision problem here too, and the gap sees the difference.
    @Test
    void separatingProblemsAreDecisionProblems() {
        SplittableRandom random = new SplittableRandom(5);
        int separated = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int states = random.nextInt(2, 4);
            Channel<Integer, Integer> fine = randomChannel(random, states, random.nextInt(2, 4));
            Channel<Integer, Integer> coarse = randomChannel(random, states, random.nextInt(2, 4));
            if (coarse.isGarblingOf(fine) instanceof GarblingWitness.Separation<Integer, Integer, Integer> witness) {
                separated++;
                var problem = Payoffs.of(coarse.outputs(), fine.inputs(), witness.problem());
                double advantage = InformationGap.of(witness.prior(), coarse, problem).closed()
                        - InformationGap.of(witness.prior(), fine, problem).closed();
                assertEquals(witness.coarseValue() - witness.fineValue(), advantage, ROUNDING);
                assertTrue(advantage > 0);
            }
        }
        assertTrue(separated > ROUNDS / 2);
    }

    /// The gap in bits is mutual information, computed here from the joint distribution as `Σ p(x, y) log2 (p(x, y) / p(x) p(y))`, and the piece of a message is
    /// relative entropy.
    @Test
    void bitsAreMutualInformation() {
        forRandomCases(6, random -> LogScore.bits(), (random, prior, channel, problem) -> {
            InformationGap<?, Integer, Integer> gap = InformationGap.of(prior, channel, problem);
            JointDistribution<Integer, Integer> joint = JointDistribution.of(prior, channel);
            Distribution<Integer> messages = joint.columnMarginal();
            double information = 0;
            for (int x = 0; x < prior.size(); x++) {
                for (int y = 0; y < messages.size(); y++) {
                    double p = joint.probability(x, y);
                    information += p == 0 ? 0 : p * log2(p / (prior.probabilityAt(x) * messages.probabilityAt(y)));
                }
            }
            assertEquals(information, gap.closed(), ROUNDING);
            assertEquals(MutualInformation.of(joint, Unit.BITS), gap.closed(), ROUNDING);
            assertEquals(gap.closed(), gap.inBits().closed(), 0);
            gap.messages().forEach(message -> {
                double divergence = 0;
                for (int x = 0; x < prior.size(); x++) {
                    double m = message.posterior().probabilityAt(x);
                    divergence += m == 0 ? 0 : m * log2(m / prior.probabilityAt(x));
                }
                assertEquals(divergence, message.gain(), ROUNDING);
            });
        });
    }

    /// A side that knows the state is a case of nested information; the two ways to compute it agree.
    @ParameterizedTest
    @MethodSource("problems")
    void knowingTheStateIsACaseOfNesting(Function<SplittableRandom, DecisionProblem<?, Integer>> maker) {
        forRandomCases(7, maker, (random, prior, channel, problem) -> {
            // renamed messages, so that the channel tells everything without being the perfect one
            Channel<Integer, Integer> renamed = Channel.of(
                    prior.states(),
                    prior.states().stream().map(s -> s + 100).toList(),
                    Channel.perfect(prior.states()).matrix());
            Channel<Integer, Integer> noise = Channel.of(renamed.outputs(), channel.outputs(), channel.matrix());
            InformationGap<?, Integer, Integer> nested = InformationGap.between(prior, renamed, noise, problem);
            InformationGap<?, Integer, Integer> direct = InformationGap.of(prior, channel, problem);
            assertEquals(direct.total(), nested.total(), ROUNDING);
            assertEquals(direct.remaining(), nested.remaining(), ROUNDING);
            assertEquals(direct.closed(), nested.closed(), ROUNDING);
        });
    }

    private interface Case {
        void check(SplittableRandom random, Distribution<Integer> prior, Channel<Integer, Integer> channel, DecisionProblem<?, Integer> problem);
    }

    private static void forRandomCases(long seed, Function<SplittableRandom, DecisionProblem<?, Integer>> maker, Case check) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            int states = random.nextInt(2, 6);
            DecisionProblem<?, Integer> made = maker.apply(random);
            check.check(
                    random,
                    randomDistribution(random, states),
                    randomChannel(random, states, random.nextInt(1, 6)),
                    made == null ? randomPayoffs(random, states) : made);
        }
    }

    private static Payoffs<Integer, Integer> randomPayoffs(SplittableRandom random, int states) {
        int actions = random.nextInt(1, 6);
        double[][] payoffs = new double[actions][states];
        for (double[] row : payoffs) {
            Arrays.setAll(row, j -> random.nextInt(-10, 11) / 2.0);
        }
        return Payoffs.of(labels(actions), labels(states), payoffs);
    }

    private static Distribution<Integer> randomDistribution(SplittableRandom random, int states) {
        return Distribution.normalized(labels(states), IntStream.range(0, states).mapToDouble(i -> random.nextDouble(0.01, 1)).toArray());
    }

    /// Some entries are 0.
    static Channel<Integer, Integer> randomChannel(SplittableRandom random, int states, int messages) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < states; i++) {
            double[] weights = IntStream.range(0, messages).mapToDouble(j -> random.nextInt(4) == 0 ? 0 : random.nextDouble()).toArray();
            weights[random.nextInt(messages)] += 0.1;
            rows.add(Distribution.normalized(labels(messages), weights).probabilities());
        }
        return Channel.of(labels(states), labels(messages), rows.toArray(double[][]::new));
    }

    private static List<Integer> labels(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}

package infogap.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.gap.Payoffs;
import infogap.numeric.Fractions;
import infogap.numeric.Inequality;
import infogap.probability.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class CheapTalkTest {

    private static final double FEW_ROUNDINGS = 1e-12;

    /// Derived from the formulas of Crawford and Sobel (1982), section 4.
    @Test
    void theUniformCaseInFractions() {
        Object[][] cases = {
            {"1/4", 1, "[]", "1/12"}, {"1/5", 2, "[1/10]", "73/1200"}, {"1/10", 2, "[3/10]", "37/1200"}, {"1/12", 2, "[1/3]", "1/36"},
            {"1/20", 3, "[2/15, 7/15]", "43/2700"}
        };
        for (Object[] one : cases) {
            UniformTalk.Partition best = new UniformTalk(Fractions.of((String) one[0])).mostInformative();
            assertEquals(one[1], best.intervals());
            assertEquals(one[2], best.cuts().stream().map(Fractions::format).toList().toString());
            assertEquals(one[3], Fractions.format(best.receiverLoss()));
        }
    }

    /// The definition: at a cut the sender is as far from both actions, and the losses are the integrals over the intervals.
    @Test
    void cutsAreIndifferencesAndLossesAreIntegrals() {
        SplittableRandom random = new SplittableRandom(71);
        for (int round = 0; round < 200; round++) {
            BigFraction bias = Fractions.of(1, random.nextInt(2, 500));
            UniformTalk talk = new UniformTalk(bias);
            for (int n = 1; n <= talk.mostIntervals(); n++) {
                UniformTalk.Partition partition = talk.partition(n);
                BigFraction receiver = BigFraction.ZERO;
                BigFraction sender = BigFraction.ZERO;
                for (int i = 0; i < n; i++) {
                    BigFraction low = partition.ends().get(i);
                    BigFraction high = partition.ends().get(i + 1);
                    assertTrue(low.compareTo(high) < 0);
                    BigFraction action = partition.actions().get(i);
                    receiver = receiver.add(cube(high.subtract(action)).subtract(cube(low.subtract(action))).divide(3));
                    BigFraction wanted = action.subtract(bias);
                    sender = sender.add(cube(high.subtract(wanted)).subtract(cube(low.subtract(wanted))).divide(3));
                    if (i > 0) {
                        BigFraction favourite = low.add(bias);
                        assertEquals(favourite.subtract(partition.actions().get(i - 1)), action.subtract(favourite));
                    }
                }
                assertEquals(receiver, partition.receiverLoss());
                assertEquals(sender, partition.senderLoss());
                assertTrue(n == 1 || partition.receiverLoss().compareTo(talk.partition(n - 1).receiverLoss()) < 0, "more intervals are better");
            }
            int more = talk.mostIntervals() + 1;
            assertThrows(IllegalArgumentException.class, () -> talk.partition(more));
            assertTrue(new BigFraction(2).multiply(more).multiply(more - 1).multiply(bias).compareTo(BigFraction.ONE) >= 0);
        }
        assertEquals(22361, UniformTalk.of(1e-9).mostIntervals(), "the largest N with N(N − 1) < 5·10⁸");
        assertEquals(1, UniformTalk.of(0.1).partition(1).intervals());
        assertEquals(0, UniformTalk.of(0.1).partition(1).bits());
        // −0.3 log₂ 0.3 − 0.7 log₂ 0.7
        assertEquals(0.8812908992306927, UniformTalk.of(0.1).mostInformative().bits(), FEW_ROUNDINGS);
    }

    /// All assignments of states to messages and of messages to actions, as a game, held against the definition: no partition, no theory.
    @Test
    void equilibriaAreThoseOfBruteForce() {
        SplittableRandom random = new SplittableRandom(72);
        int told = 0;
        for (int round = 0; round < 300; round++) {
            int states = random.nextInt(2, 5);
            int actions = random.nextInt(2, 4);
            FiniteTalk<Integer, Integer> talk = draw(random, states, actions);
            Set<List<Integer>> expected = bruteForce(talk);
            Set<List<Integer>> actual = new HashSet<>();
            for (TalkEquilibrium<Integer, Integer> equilibrium : talk.equilibria()) {
                Integer[] outcome = new Integer[states];
                for (int g = 0; g < equilibrium.groups().size(); g++) {
                    for (int state : equilibrium.groups().get(g)) {
                        outcome[state] = equilibrium.actions().get(g);
                    }
                }
                actual.add(List.of(outcome));
                assertTrue(equilibrium.binding().stream().allMatch(Inequality::holds), equilibrium::toString);
                told += equilibrium.groups().size() > 1 ? 1 : 0;
                // what talk is worth by the room of gaps is what it is worth here
                assertEquals(equilibrium.receiverValue().doubleValue(),
                        equilibrium.gap().valueWithoutMessage() + equilibrium.gap().closed(), FEW_ROUNDINGS);
            }
            for (TalkEquilibrium<Integer, Integer> equilibrium : talk.equilibria()) {
                assertEquals(equilibrium.gap().remaining(), equilibrium.receiverLoss().doubleValue(), FEW_ROUNDINGS);
                assertTrue(equilibrium.receiverLoss().compareTo(BigFraction.ZERO) >= 0);
                assertEquals(equilibrium.receiverLoss(), equilibrium.senderGain().add(equilibrium.lostToBoth()));
            }
            assertEquals(expected, actual, talk::toString);
        }
        assertTrue(told > 100, told + " that tell something");
    }

    @Test
    void commonInterestTellsEverythingAndOppositeInterestNothing() {
        List<Integer> states = List.of(0, 1, 2);
        Payoffs<Integer, Integer> identity = Payoffs.of(states, states, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        Payoffs<Integer, Integer> against = Payoffs.of(states, states, new double[][] {{-1, 0, 0}, {0, -1, 0}, {0, 0, -1}});
        Distribution<Integer> prior = Distribution.of(states, 0.5, 0.3, 0.2);
        TalkEquilibrium<Integer, Integer> ally = FiniteTalk.of(prior, identity, identity).mostInformative();
        assertEquals(3, ally.groups().size());
        assertEquals(BigFraction.ONE, ally.receiverValue());
        assertEquals(0, ally.gap().remaining(), FEW_ROUNDINGS);
        assertEquals(1, ally.inBits().shareClosed(), FEW_ROUNDINGS);
        assertTrue(FiniteTalk.of(prior, against, identity).equilibria().stream().allMatch(equilibrium -> equilibrium.groups().size() == 1));
    }

    /// A grid of ten states: groups are intervals, as in Crawford and Sobel, and a larger bias never tells more.
    @Test
    void theGridApproachesTheLine() {
        BigFraction before = null;
        for (double bias : new double[] {0.01, 0.06, 0.12, 0.3}) {
            FiniteTalk<Double, Double> talk = FiniteTalk.quadratic(8, 15, bias);
            TalkEquilibrium<Double, Double> best = talk.mostInformative();
            for (List<Double> group : best.groups()) {
                for (Double state : talk.prior().states()) {
                    assertTrue(group.contains(state) || state < group.getFirst() || state > group.getLast(), best::toString);
                }
            }
            assertTrue(before == null || best.receiverValue().compareTo(before) <= 0);
            before = best.receiverValue();
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> UniformTalk.of(0));
        assertThrows(IllegalArgumentException.class, () -> UniformTalk.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> UniformTalk.of(0.1).partition(0));
        assertThrows(IllegalArgumentException.class, () -> FiniteTalk.quadratic(11, 3, 0.1));
        Payoffs<String, String> two = Payoffs.of(List.of("a", "b"), List.of("x", "y"), new double[][] {{1, 0}, {0, 1}});
        assertThrows(IllegalArgumentException.class, () -> FiniteTalk.of(Distribution.binary("x", "z", 0.5), two, two));
        assertThrows(IllegalArgumentException.class, () -> FiniteTalk.of(Distribution.binary("x", "y", 1), two, two));
    }

    private static BigFraction cube(BigFraction x) {
        return x.multiply(x).multiply(x);
    }

    private static FiniteTalk<Integer, Integer> draw(SplittableRandom random, int states, int actions) {
        List<Integer> worlds = IntStream.range(0, states).boxed().toList();
        List<Integer> choices = IntStream.range(0, actions).boxed().toList();
        double[][][] payoffs = new double[2][actions][states];
        for (double[][] matrix : payoffs) {
            for (double[] row : matrix) {
                Arrays.setAll(row, i -> random.nextInt(0, 4));
            }
        }
        // eighths, so that decimals are exact
        double[] weights = new double[states];
        Arrays.fill(weights, 0.125);
        for (int left = 8 - states; left > 0; left--) {
            weights[random.nextInt(states)] += 0.125;
        }
        return FiniteTalk.of(Distribution.of(worlds, weights), Payoffs.of(choices, worlds, payoffs[0]), Payoffs.of(choices, worlds, payoffs[1]));
    }

    /// Every function from states to as many messages as there are states, every reply to the messages that are sent.
    private static Set<List<Integer>> bruteForce(FiniteTalk<Integer, Integer> talk) {
        int states = talk.prior().size();
        int actions = talk.sender().actions().size();
        Set<List<Integer>> found = new HashSet<>();
        for (int code = 0; code < Math.pow(states, states); code++) {
            int[] message = digits(code, states, states);
            for (int replies = 0; replies < Math.pow(actions, states); replies++) {
                int[] reply = digits(replies, actions, states);
                boolean best = true;
                for (int i = 0; i < states && best; i++) {
                    for (int m : message) {
                        best &= talk.sender().payoff(reply[m], i) <= talk.sender().payoff(reply[message[i]], i);
                    }
                }
                for (int m = 0; m < states && best; m++) {
                    double[] values = new double[actions];
                    for (int a = 0; a < actions; a++) {
                        for (int i = 0; i < states; i++) {
                            values[a] += message[i] == m ? talk.prior().probabilityAt(i) * talk.receiver().payoff(a, i) : 0;
                        }
                    }
                    best = values[reply[m]] == Arrays.stream(values).max().orElseThrow();
                }
                if (best) {
                    List<Integer> outcome = new ArrayList<>();
                    IntStream.of(message).forEach(m -> outcome.add(reply[m]));
                    found.add(outcome);
                }
            }
        }
        return found;
    }

    private static int[] digits(int code, int base, int length) {
        int[] digits = new int[length];
        for (int i = 0, rest = code; i < length; i++, rest /= base) {
            digits[i] = rest % base;
        }
        return digits;
    }
}

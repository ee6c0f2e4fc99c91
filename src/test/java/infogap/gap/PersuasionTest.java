package infogap.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.numeric.Polytope;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class PersuasionTest {

    private static final List<String> STATES = List.of("guilty", "innocent");
    private static final List<String> ACTIONS = List.of("convict", "acquit");
    private static final Payoffs<String, String> JUDGE = Payoffs.of(ACTIONS, STATES, new double[][] {{1, 0}, {0, 1}});
    private static final Payoffs<String, String> PROSECUTOR = Payoffs.of(ACTIONS, STATES, new double[][] {{1, 1}, {0, 0}});

    /// The example of Kamenica and Gentzkow (2011): with 30 % guilty the prosecutor gets 60 % convicted.
    @Test
    void theProsecutorGetsSixtyPercent() {
        var persuasion = Persuasion.of(Distribution.binary("guilty", "innocent", 0.3), JUDGE, PROSECUTOR);
        assertEquals(Fractions.of("0"), persuasion.valueWithoutMessage());
        assertEquals(Fractions.of("3/5"), persuasion.value());
        assertEquals(Fractions.of("3/5"), persuasion.gain());
        assertEquals(List.of(Fractions.of("0"), Fractions.of("1/2")), first(persuasion));
        assertEquals(List.of(Fractions.of("2/5"), Fractions.of("3/5")), persuasion.weights());
        // all guilty and 3/7 of the innocent are sent to the higher belief
        assertEquals(1, persuasion.channel().probability(0, 1));
        assertEquals(3.0 / 7, persuasion.channel().probability(1, 1));
        assertEquals(Fractions.of("4/7"), persuasion.probability(1, 0));
        assertEquals(Fractions.of("3/7"), persuasion.probability(1, 1));
        assertThrows(IllegalArgumentException.class, () -> persuasion.probability(2, 0));
        assertThrows(IllegalArgumentException.class, () -> persuasion.probability(0, -1));
        assertTrue(persuasion.toString().contains("0 without a message, 3/5 with the best channel"), persuasion::toString);
    }

    @Test
    void whoHasEverythingSaysNothing() {
        var persuasion = Persuasion.of(Distribution.binary("guilty", "innocent", 0.7), JUDGE, PROSECUTOR);
        assertEquals(Fractions.of("1"), persuasion.value());
        assertEquals(1, persuasion.posteriors().size());
        assertEquals(Fractions.of("0"), persuasion.gain());
    }

    @Test
    void anAllySaysEverything() {
        var persuasion = Persuasion.of(Distribution.binary("guilty", "innocent", 0.3), JUDGE, JUDGE);
        assertEquals(Fractions.of("1"), persuasion.value());
        assertEquals(List.of(Fractions.of("0"), Fractions.of("1")), first(persuasion));
    }

    /// The definition: the posteriors average to the prior, and no split of the prior into two beliefs on a grid gives the sender more.
    @Test
    void noOtherSplitOfThePriorIsBetter() {
        SplittableRandom random = new SplittableRandom(31);
        for (int round = 0; round < 60; round++) {
            int actions = random.nextInt(2, 5);
            List<Integer> names = IntStream.range(0, actions).boxed().toList();
            Payoffs<Integer, String> receiver = Payoffs.of(names, STATES, payoffs(random, actions));
            Payoffs<Integer, String> sender = Payoffs.of(names, STATES, payoffs(random, actions));
            double prior = random.nextInt(1, 20) / 20.0;
            var persuasion = Persuasion.of(Distribution.of(STATES, prior, 1 - prior), receiver, sender);
            BigFraction average = BigFraction.ZERO;
            for (int i = 0; i < persuasion.weights().size(); i++) {
                average = average.add(persuasion.weights().get(i).multiply(first(persuasion).get(i)));
            }
            assertEquals(persuasion.prior().getFirst(), average);
            double value = persuasion.value().doubleValue();
            assertTrue(persuasion.gain().doubleValue() >= 0);
            int steps = 60;
            for (int low = 0; low * 1.0 / steps <= prior; low++) {
                for (int high = steps; high * 1.0 / steps > prior; high--) {
                    double up = (prior - low * 1.0 / steps) / ((high - low) * 1.0 / steps);
                    double split = up * senderValue(receiver, sender, high * 1.0 / steps)
                            + (1 - up) * senderValue(receiver, sender, low * 1.0 / steps);
                    assertTrue(split <= value + 1e-12, () -> split + " > " + persuasion);
                }
            }
            // and the channel delivers the value when the receiver acts on its messages
            assertEquals(value, played(persuasion.channel(), prior, receiver, sender), 1e-12);
        }
    }

    /// The certificate: the prices lie on or above what the receiver's action brings, at every corner of the set of beliefs at which it is best, so that they
    /// do at every belief; at the prior they are the value.
    @Test
    void thePricesProveThatNoChannelBringsMore() {
        SplittableRandom random = new SplittableRandom(32);
        for (int round = 0; round < 60; round++) {
            int states = random.nextInt(2, 5);
            int actions = random.nextInt(2, 5);
            List<Integer> worlds = IntStream.range(0, states).boxed().toList();
            List<Integer> names = IntStream.range(0, actions).boxed().toList();
            double[][] receiver = payoffs(random, actions, states);
            double[][] sender = payoffs(random, actions, states);
            long[] counts = random.longs(states, 1, 6).toArray();
            List<BigFraction> prior = Arrays.stream(counts).mapToObj(count -> Fractions.of(count, Arrays.stream(counts).sum())).toList();
            var persuasion = Persuasion.of(prior, Payoffs.of(names, worlds, receiver), Payoffs.of(names, worlds, sender));
            assertEquals(persuasion.value(), persuasion.ceiling(prior));
            BigFraction reached = BigFraction.ZERO;
            for (int action = 0; action < actions; action++) {
                Polytope best = Polytope.simplex(states);
                for (double[] other : receiver) {
                    best = best.cut(difference(receiver[action], other));
                }
                for (List<BigFraction> belief : best.corners()) {
                    assertTrue(expected(sender[action], belief).compareTo(persuasion.ceiling(belief)) <= 0, persuasion::toString);
                }
            }
            for (int y = 0; y < persuasion.weights().size(); y++) {
                BigFraction most = null;
                for (int action = 0; action < actions; action++) {
                    List<BigFraction> belief = persuasion.posteriors().get(y);
                    double[] own = receiver[action];
                    boolean best = Arrays.stream(receiver).allMatch(other -> expected(own, belief).compareTo(expected(other, belief)) >= 0);
                    BigFraction brings = expected(sender[action], belief);
                    most = best && (most == null || brings.compareTo(most) > 0) ? brings : most;
                }
                reached = reached.add(persuasion.weights().get(y).multiply(most));
            }
            assertEquals(persuasion.value(), reached, "the channel brings the value");
        }
    }

    /// Three equally likely products, a customer who buys what is good with probability above 1/2: the seller pools each half of the bad with the good.
    /// By hand: the good third carries as much bad, so that two thirds buy.
    @Test
    void threeStatesInThirds() {
        List<String> products = List.of("good", "plain", "bad");
        List<BigFraction> thirds = Collections.nCopies(3, Fractions.of("1/3"));
        var customer = Payoffs.of(List.of("buy", "leave"), products, new double[][] {{1, -1, -1}, {0, 0, 0}});
        var seller = Payoffs.of(List.of("buy", "leave"), products, new double[][] {{1, 1, 1}, {0, 0, 0}});
        var persuasion = Persuasion.of(thirds, customer, seller);
        assertEquals(Fractions.of("2/3"), persuasion.value());
        assertEquals(Fractions.of("0"), persuasion.valueWithoutMessage());
        // every unit of good is worth two buyers, one of either other is worth none
        assertEquals(List.of(Fractions.of("2"), Fractions.of("0"), Fractions.of("0")), persuasion.prices());
        String refusal = assertThrows(IllegalArgumentException.class,
                () -> Persuasion.of(List.of(Fractions.of("1/3"), Fractions.of("1/3"), Fractions.of("1/4")), customer, seller)).getMessage();
        assertEquals("prior must sum to exactly 1, but sums to 11/12", refusal);
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        var prior = Distribution.binary("guilty", "innocent", 0.3);
        var other = Payoffs.of(List.of("a", "b"), STATES, new double[][] {{1, 1}, {0, 0}});
        assertThrows(IllegalArgumentException.class, () -> Persuasion.of(prior, JUDGE, other));
        assertThrows(IllegalArgumentException.class, () -> Persuasion.of(Distribution.binary("guilty", "innocent", 1), JUDGE, PROSECUTOR));
        assertThrows(IllegalArgumentException.class, () -> Persuasion.of(Distribution.binary("x", "y", 0.3), JUDGE, PROSECUTOR));
        assertThrows(IllegalArgumentException.class, () -> Persuasion.of((Distribution<String>) null, JUDGE, PROSECUTOR));
    }

    private static List<BigFraction> first(Persuasion<?> persuasion) {
        return persuasion.posteriors().stream().map(List::getFirst).toList();
    }

    private static BigFraction expected(double[] payoffs, List<BigFraction> belief) {
        return IntStream.range(0, payoffs.length).mapToObj(i -> belief.get(i).multiply(Fractions.ofDecimal(payoffs[i]))).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static List<BigFraction> difference(double[] own, double[] other) {
        return IntStream.range(0, own.length).mapToObj(i -> Fractions.ofDecimal(own[i] - other[i])).toList();
    }

    private static double[][] payoffs(SplittableRandom random, int actions, int states) {
        double[][] payoffs = new double[actions][states];
        for (double[] row : payoffs) {
            Arrays.setAll(row, j -> random.nextInt(-4, 5));
        }
        return payoffs;
    }

    /// Integer payoffs, so that ties are exact.
    private static double[][] payoffs(SplittableRandom random, int actions) {
        double[][] payoffs = new double[actions][2];
        for (double[] row : payoffs) {
            Arrays.setAll(row, j -> random.nextInt(-4, 5));
        }
        return payoffs;
    }

    /// The receiver takes a best action, of those tied within rounding the sender's favourite.
    private static double senderValue(Payoffs<Integer, String> receiver, Payoffs<Integer, String> sender, double belief) {
        Distribution<String> m = Distribution.of(STATES, belief, 1 - belief);
        return receiver.bestActions(m).stream().mapToDouble(action -> sender.expected(action, m)).max().orElseThrow();
    }

    private static double played(
            Channel<String, String> channel, double prior, Payoffs<Integer, String> receiver, Payoffs<Integer, String> sender) {
        double total = 0;
        for (int y = 0; y < channel.outputs().size(); y++) {
            double first = prior * channel.probability(0, y);
            double probability = first + (1 - prior) * channel.probability(1, y);
            total += probability * senderValue(receiver, sender, Math.min(1, first / probability));
        }
        return total;
    }
}

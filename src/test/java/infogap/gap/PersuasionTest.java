package infogap.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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
        assertEquals(List.of(Fractions.of("0"), Fractions.of("1/2")), persuasion.posteriors());
        assertEquals(List.of(Fractions.of("2/5"), Fractions.of("3/5")), persuasion.weights());
        // all guilty and 3/7 of the innocent are sent to the higher belief
        assertEquals(1, persuasion.channel().probability(0, 1));
        assertEquals(3.0 / 7, persuasion.channel().probability(1, 1));
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
        assertEquals(List.of(Fractions.of("0"), Fractions.of("1")), persuasion.posteriors());
    }

    /// The definition: the posteriors average to the prior, and no split of the prior into two beliefs on a grid gives the sender more.
    @Test
    void noOtherSplitOfThePriorIsBetter() {
        SplittableRandom random = new SplittableRandom(31);
        for (int round = 0; round < 60; round++) {
            int actions = random.nextInt(2, 5);
            List<Integer> names = java.util.stream.IntStream.range(0, actions).boxed().toList();
            Payoffs<Integer, String> receiver = Payoffs.of(names, STATES, payoffs(random, actions));
            Payoffs<Integer, String> sender = Payoffs.of(names, STATES, payoffs(random, actions));
            double prior = random.nextInt(1, 20) / 20.0;
            var persuasion = Persuasion.of(Distribution.of(STATES, prior, 1 - prior), receiver, sender);
            BigFraction average = BigFraction.ZERO;
            for (int i = 0; i < persuasion.weights().size(); i++) {
                average = average.add(persuasion.weights().get(i).multiply(persuasion.posteriors().get(i)));
            }
            assertEquals(persuasion.prior(), average);
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

    @Test
    void partsThatDoNotFitAreRefused() {
        var prior = Distribution.binary("guilty", "innocent", 0.3);
        var other = Payoffs.of(List.of("a", "b"), STATES, new double[][] {{1, 1}, {0, 0}});
        assertThrows(IllegalArgumentException.class, () -> Persuasion.of(prior, JUDGE, other));
        assertThrows(IllegalArgumentException.class, () -> Persuasion.of(Distribution.binary("guilty", "innocent", 1), JUDGE, PROSECUTOR));
        assertThrows(IllegalArgumentException.class, () -> Persuasion.of(Distribution.binary("x", "y", 0.3), JUDGE, PROSECUTOR));
        assertThrows(IllegalArgumentException.class, () -> Persuasion.of(null, JUDGE, PROSECUTOR));
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

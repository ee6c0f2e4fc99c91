package infogap.gap.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.gap.InformationGap;
import infogap.gap.LogScore;
import infogap.information.Unit;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CompositionTest {

    private static final List<String> ANSWERS = List.of("yes", "no");
    private static final Channel<String, String> NINE = Channel.binary(ANSWERS, ANSWERS, 0.9, 0.1);
    private static final Channel<String, String> THREE = Channel.binary(ANSWERS, ANSWERS, 0.75, 0.25);

    /// A logarithm and a quotient.
    private static final double ROUNDING = 1e-14;

    @Test
    void randomizedResponsesMultiplyTheirRatios() {
        assertEquals(Fractions.of("27"), ratio(Composition.sequentialLoss(List.of(NINE, THREE))));
        assertEquals(Fractions.of("27"), ratio(PrivacyLoss.of(Composition.sequential(NINE, THREE))));
        assertEquals(Fractions.of("27"), ratio(Composition.sequentialBound(List.of(PrivacyLoss.of(NINE), PrivacyLoss.of(THREE)))));
        for (int k = 1; k <= 20; k++) {
            PrivacyLoss loss = Composition.sequentialLoss(Collections.nCopies(k, NINE));
            assertEquals(Fractions.of("9").pow(k), ratio(loss));
            assertEquals(k * Math.log(9), loss.epsilon(), k * ROUNDING);
        }
    }

    /// The first release is worst for one order of the inputs, the second for the other: 9/5 · 5 and not 5 · 5.
    @Test
    void theBoundNeedNotBeAttained() {
        Channel<String, Integer> rare = Channel.of(ANSWERS, List.of(0, 1), new double[][] {{0.9, 0.1}, {0.5, 0.5}});
        Channel<String, Integer> other = Channel.of(ANSWERS, List.of(0, 1), new double[][] {{0.5, 0.5}, {0.9, 0.1}});
        assertEquals(Fractions.of("9"), ratio(Composition.sequentialLoss(List.of(rare, other))));
        assertEquals(Fractions.of("25"), ratio(Composition.sequentialBound(List.of(PrivacyLoss.of(rare), PrivacyLoss.of(other)))));
    }

    /// Against the definition: the product channel written out, its entries exact because every input is a multiple of 1/64.
    @Test
    void theSequentialLossIsThatOfTheProductChannelAndAtMostTheSum() {
        SplittableRandom random = new SplittableRandom(3);
        boolean strict = false;
        for (int round = 0; round < 100; round++) {
            int inputs = random.nextInt(2, 5);
            Channel<Integer, Integer> first = sixtyFourths(inputs, random.nextInt(2, 5), random);
            Channel<Integer, Integer> second = sixtyFourths(inputs, random.nextInt(2, 5), random);
            PrivacyLoss joint = Composition.sequentialLoss(List.of(first, second));
            assertEquals(PrivacyLoss.of(Composition.sequential(first, second)), joint);
            PrivacyLoss bound = Composition.sequentialBound(List.of(PrivacyLoss.of(first), PrivacyLoss.of(second)));
            assertTrue(ratio(joint).compareTo(ratio(bound)) <= 0, () -> joint + " exceeds " + bound);
            strict |= ratio(joint).compareTo(ratio(bound)) < 0;
            // each release alone is a garbling of both together
            assertTrue(ratio(PrivacyLoss.of(first)).compareTo(ratio(joint)) <= 0);
        }
        assertTrue(strict);
    }

    /// Against the definition: all pairs of two people's data, of which one person's is changed.
    @Test
    void theParallelLossIsTheLargest() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 50; round++) {
            Channel<Integer, Integer> first = sixtyFourths(random.nextInt(2, 4), random.nextInt(2, 4), random);
            Channel<Integer, Integer> second = sixtyFourths(random.nextInt(2, 4), random.nextInt(2, 4), random);
            PrivacyLoss expected = Composition.parallelLoss(List.of(PrivacyLoss.of(first), PrivacyLoss.of(second)));
            var together = Composition.parallel(first, second);
            assertEquals(expected, PrivacyLoss.ofNeighbours(together, Both::neighbours));
            // two people changed at once: the worst of both at once
            assertEquals(
                    Composition.sequentialBound(List.of(PrivacyLoss.of(first), PrivacyLoss.of(second))), PrivacyLoss.of(together));
        }
        assertEquals(
                Fractions.of("9"), ratio(Composition.parallelLoss(List.of(PrivacyLoss.of(THREE), PrivacyLoss.of(NINE), PrivacyLoss.of(THREE)))));
    }

    @Test
    void postProcessingNeverRaisesTheLoss() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            int messages = random.nextInt(2, 5);
            Channel<Integer, Integer> channel = sixtyFourths(random.nextInt(2, 5), messages, random);
            Channel<Integer, Integer> garbled = channel.then(sixtyFourths(messages, random.nextInt(2, 5), random));
            assertTrue(ratio(PrivacyLoss.of(garbled)).compareTo(ratio(PrivacyLoss.of(channel))) <= 0);
        }
    }

    @Test
    void bitsStayUnderTheCapOfTheComposition() {
        SplittableRandom random = new SplittableRandom(6);
        for (int round = 0; round < 100; round++) {
            Channel<Integer, Integer> first = sixtyFourths(2, random.nextInt(2, 5), random);
            Channel<Integer, Integer> second = sixtyFourths(2, random.nextInt(2, 5), random);
            PrivacyLoss loss = Composition.sequentialLoss(List.of(first, second));
            var gap = InformationGap.of(
                    Distribution.binary(0, 1, random.nextDouble(0.05, 0.95)), Composition.sequential(first, second), LogScore.bits());
            double cap = loss.relativeEntropyCap(Unit.BITS);
            assertTrue(gap.closed() <= cap + ROUNDING, () -> gap + " exceeds " + cap);
            assertTrue(cap <= loss.worstCase(Unit.BITS));
        }
    }

    /// log₂ 9 bits in the worst case, 0.8 log₂ 9 on average, and from 1/5 to at most 9/13: the document's posterior of a positive.
    @Test
    void oneLossInItsUnits() {
        PrivacyLoss loss = PrivacyLoss.of(NINE);
        assertEquals(Math.log(9) / Math.log(2), loss.worstCase(Unit.BITS), ROUNDING);
        assertEquals(Math.log(9), loss.worstCase(Unit.NATS), ROUNDING);
        assertEquals(0.8 * Math.log(9) / Math.log(2), loss.relativeEntropyCap(Unit.BITS), ROUNDING);
        assertEquals(Fractions.of("9/13"), loss.highestPosterior(0.2));
        assertEquals(Fractions.of("0"), loss.highestPosterior(0));
        assertEquals(Fractions.of("1"), loss.highestPosterior(1));
        for (double epsilon : new double[] {0, 0.1, Math.log(9), 30}) {
            assertEquals(epsilon, PrivacyLoss.ofEpsilon(epsilon).epsilon(), ROUNDING);
        }
    }

    /// `log e^ε = ε` to its last digits; two of them add up, also where their ratio is beyond the range of doubles.
    @Test
    void aLossKeepsItsDigitsAtBothEnds() {
        for (double epsilon : new double[] {1e-300, 1e-17, 1e-10, 1e-3, 0.49, 0.51, 1, 400, 709}) {
            PrivacyLoss loss = PrivacyLoss.ofEpsilon(epsilon);
            assertEquals(epsilon, loss.epsilon(), 2 * Math.ulp(epsilon));
            PrivacyLoss twice = Composition.sequentialBound(List.of(loss, loss));
            assertEquals(2 * epsilon, twice.epsilon(), 8 * Math.ulp(epsilon));
            assertTrue(twice.isFinite());
            assertTrue(twice.toString().length() < 120, twice::toString);
        }
        assertEquals(
                "likelihood ratio at most 9, epsilon 2.197225, at most 2.535940 bits on average", PrivacyLoss.of(NINE).toString());
    }

    /// Rows that miss 1 by nearly the tolerance compose as often as one likes.
    @Test
    void whatWasAcceptedIsNotRefusedInAProduct() {
        double rest = 0.1 - 9e-13;
        Channel<String, String> channel = Channel.of(ANSWERS, ANSWERS, new double[][] {{0.9, rest}, {rest, 0.9}});
        var three = Composition.sequential(Composition.sequential(channel, channel), channel);
        assertEquals(0.729, three.probability(0, 0), 5e-12);
        assertEquals(0.81, Composition.parallel(channel, channel).probability(0, 0), 5e-12);
    }

    @Test
    void oneReleaseThatExcludesAnInputSpoilsTheWhole() {
        PrivacyLoss open = PrivacyLoss.of(Channel.perfect(ANSWERS));
        PrivacyLoss closed = PrivacyLoss.of(NINE);
        for (PrivacyLoss loss : List.of(
                Composition.sequentialLoss(List.of(NINE, Channel.perfect(ANSWERS))),
                Composition.sequentialBound(List.of(closed, open, closed)),
                Composition.parallelLoss(List.of(closed, open, closed)))) {
            assertFalse(loss.isFinite());
            assertEquals(Double.POSITIVE_INFINITY, loss.relativeEntropyCap(Unit.BITS));
            assertEquals(Double.POSITIVE_INFINITY, loss.worstCase(Unit.BITS));
            assertEquals(Fractions.of("1"), loss.highestPosterior(0.2));
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Channel<String, String> others = Channel.perfect(List.of("no", "yes"));
        for (var call : List.<Executable>of(
                () -> Composition.sequential(NINE, others), () -> Composition.sequentialLoss(List.of(NINE, others)))) {
            String message = assertThrows(IllegalArgumentException.class, call).getMessage();
            assertTrue(message.contains("[yes, no]") && message.contains("[no, yes]"), message);
        }
        assertThrows(IllegalArgumentException.class, () -> Composition.sequentialBound(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Composition.parallelLoss(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new PrivacyLoss(new Ratio.Finite(Fractions.of("1/2"))));
        assertThrows(IllegalArgumentException.class, () -> new PrivacyLoss(new Ratio.Undefined("0/0")));
        assertThrows(IllegalArgumentException.class, () -> PrivacyLoss.ofEpsilon(710));
        assertThrows(IllegalArgumentException.class, () -> PrivacyLoss.of(NINE).highestPosterior(1.5));
    }

    private static BigFraction ratio(PrivacyLoss loss) {
        return loss.largestLikelihoodRatio().fraction();
    }

    /// A random channel whose entries are multiples of 1/64 above 0, so that products and their sums are exact in double.
    private static Channel<Integer, Integer> sixtyFourths(int inputs, int outputs, SplittableRandom random) {
        double[][] matrix = new double[inputs][outputs];
        for (double[] row : matrix) {
            Arrays.fill(row, 1.0 / 64);
            for (int i = outputs; i < 64; i++) {
                row[random.nextInt(outputs)] += 1.0 / 64;
            }
        }
        return Channel.of(IntStream.range(0, inputs).boxed().toList(), IntStream.range(0, outputs).boxed().toList(), matrix);
    }
}

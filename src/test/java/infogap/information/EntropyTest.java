package infogap.information;

import static infogap.information.Unit.BITS;
import static infogap.information.Unit.HARTLEYS;
import static infogap.information.Unit.NATS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import infogap.numeric.Fractions;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class EntropyTest {

    /// A few roundings of terms that are all of one sign.
    private static final double RELATIVE = 4e-15;

    @Test
    void powersOfTwoAreExactInBits() {
        for (int k = 0; k <= 20; k++) {
            assertEquals(k, BITS.log(1L << k));
            assertEquals(-k, BITS.log(1.0 / (1L << k)));
        }
        assertEquals(-1074, BITS.log(Double.MIN_VALUE));
        assertEquals(2, Entropy.of(Distribution.uniform(List.of("100", "150", "200", "250")), BITS));
        assertEquals(10, Entropy.of(Distribution.uniform(IntStream.range(0, 1024).boxed().toList()), BITS));
    }

    @Test
    void unitsDifferByTheLogarithmOfTheBase() {
        Distribution<String> prior = Distribution.binary("high value", "other", 0.2);
        double bits = Entropy.of(prior, BITS);
        assertEquals(bits * Math.log(2), Entropy.of(prior, NATS), RELATIVE);
        assertEquals(bits * Math.log10(2), Entropy.of(prior, HARTLEYS), RELATIVE);
        for (Unit unit : Unit.values()) {
            assertEquals(unit.log(3), unit.fromNats(Math.log(3)), RELATIVE);
            assertEquals(Double.NEGATIVE_INFINITY, unit.log(0));
        }
    }

    @Test
    void priorOfTheScreeningExample() {
        // H(1/5, 4/5) with 60 digits from HighPrecision rounds to the value of an independent mpmath computation
        assertEquals(0.721928094887362, Entropy.of(Distribution.binary("high value", "other", 0.2), BITS), 5e-16);
    }

    @Test
    void zeroProbabilitiesAddNothing() {
        assertEquals(0, Entropy.of(Distribution.of(List.of("sure", "never"), 1, 0), BITS));
        assertEquals(1, Entropy.ofCounts(new long[] {7, 0, 7}, BITS));
        assertEquals("0.0", Double.toString(Entropy.ofCounts(new long[] {5}, BITS)));
    }

    @Test
    void agreesWithExactArithmetic() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 200; trial++) {
            long[] counts = random.longs(2 + trial % 7, 0, 1L << (1 + trial % 40)).toArray();
            counts[0]++;
            long total = Arrays.stream(counts).sum();
            BigFraction[] p = Arrays.stream(counts).mapToObj(n -> Fractions.of(n, total)).toArray(BigFraction[]::new);
            double exact = HighPrecision.entropy(p).doubleValue();
            assertEquals(exact, Entropy.ofCounts(counts, NATS), exact * RELATIVE, Arrays.toString(counts));
        }
    }

    @Test
    void keepsTheDigitsOfARareState() {
        long[] counts = {1_000_000_000_000L, 1};
        double exact = HighPrecision.entropy(
                        Fractions.of(counts[0], counts[0] + 1), Fractions.of(1, counts[0] + 1)).doubleValue();
        assertEquals(exact, Entropy.ofCounts(counts, NATS), exact * RELATIVE);
    }

    @Test
    void conditionalEntropyIsTheDoubleSumAndNotTheSingleOne() {
        JointDistribution<Integer, Integer> bits = CanonicalDistributions.independentBits();
        assertEquals(1, Entropy.ofColumnsGivenRows(bits, BITS));
        assertEquals(1, Entropy.ofRowsGivenColumns(bits, BITS));
        assertEquals(2, Entropy.joint(bits, BITS));
        // one index for both variables, as a formula with a single sum has it, sums the diagonal only
        double single = 0;
        for (int i = 0; i < 2; i++) {
            single -= bits.probability(i, i) * BITS.log(bits.columnsGiven(i).probabilityAt(i));
        }
        assertEquals(0.5, single);
    }

    @Test
    void surprisalOfAnImpossibleStateIsInfinite() {
        Distribution<String> coin = Distribution.binary("head", "tail", 1);
        assertEquals(0, Entropy.surprisal(coin, "head", BITS));
        assertEquals(Double.POSITIVE_INFINITY, Entropy.surprisal(coin, "tail", BITS));
        assertEquals(Double.POSITIVE_INFINITY, Entropy.surprisal(coin, "edge", BITS));
    }

    @Test
    void refusesCountsThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> Entropy.ofCounts(new long[0], BITS));
        assertThrows(IllegalArgumentException.class, () -> Entropy.ofCounts(new long[] {0, 0}, BITS));
        assertThrows(IllegalArgumentException.class, () -> Entropy.ofCounts(new long[] {2, -1}, BITS));
        assertThrows(IllegalArgumentException.class, () -> Entropy.ofCounts(new long[] {Long.MAX_VALUE, 1}, BITS));
    }
}

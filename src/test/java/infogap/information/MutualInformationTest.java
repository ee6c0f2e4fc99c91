package infogap.information;

import static infogap.information.Unit.BITS;
import static infogap.information.Unit.NATS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MutualInformationTest {

    private static final double RELATIVE = 1e-14;

    private static final List<String> STATES = List.of("high value", "other");
    private static final List<String> MESSAGES = List.of("positive", "negative");

    @Test
    void screeningAndSignalExamples() {
        // mpmath, 30 digits: prior 0.2 and 0.4 through the channel 0.9 / 0.1 and, for the signal, 0.9 / 0.1 as well
        JointDistribution<String, String> screening = JointDistribution.of(
                Distribution.binary("high value", "other", 0.2), Channel.binary(STATES, MESSAGES, 0.9, 0.1));
        assertEquals(0.357750778903336674, MutualInformation.of(screening, BITS), 2e-16);
        JointDistribution<String, String> signal = JointDistribution.of(
                Distribution.binary("high value", "other", 0.6), Channel.binary(STATES, MESSAGES, 0.9, 0.1));
        assertEquals(0.512458301444372, MutualInformation.of(signal, BITS), 5e-16);
        // the row sums of the joint distribution are rounded once more
        assertEquals(0.970950594454668638998, Entropy.of(signal.rowMarginal(), BITS), 5e-16);
    }

    /// Sums that miss 1 by nearly the tolerance on both sides of a product: what was accepted is not refused later.
    @Test
    void marginalsOfAcceptedNumbersAreAccepted() {
        double rest = 0.5 - 9e-13;
        JointDistribution<String, String> half = JointDistribution.of(STATES, MESSAGES, new double[][] {{0.5, 0}, {0, rest}});
        var triple = TripleDistribution.of(Distribution.of(List.of(1, 2), 0.5, rest), List.of(half, half));
        assertEquals(0.5, triple.xy().probability(0, 0), 2e-12);
        assertEquals(0.25, triple.xz().probability(0, 0), 2e-12);
        assertEquals(0.25, triple.yz().probability(1, 1), 2e-12);
    }

    @Test
    void everyPairingOfFourDistinctValuesHasTwoBits() {
        List<Integer> spend = List.of(100, 150, 200, 250);
        for (List<Integer> sales : List.of(List.of(500, 700, 900, 1250), List.of(100, 101, 102, 103), List.of(4, 3, 2, 1))) {
            ContingencyTable<Integer, Integer> table = ContingencyTable.of(spend, sales);
            assertEquals(2, MutualInformation.of(table, BITS));
            JointInformation diagram = JointInformation.of(table.joint(), BITS);
            assertEquals(new JointInformation(BITS, 2, 2, 2, 0, 0, 2), diagram);
        }
    }

    @Test
    void agreesWithExactArithmeticAlsoNextToIndependence() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 200; trial++) {
            long base = 1L << (trial % 35);
            long[][] counts = new long[2 + trial % 3][2 + trial % 4];
            for (long[] row : counts) {
                // nearly equal counts where base is large: the dependence is as weak as 1/base²
                Arrays.setAll(row, j -> base - 1 + random.nextLong(3));
            }
            counts[0][0]++;
            double exact = HighPrecision.mutualInformation(counts).doubleValue();
            ContingencyTable<Integer, Integer> table = Tables.of(counts);
            assertEquals(exact, MutualInformation.of(table, NATS), exact * RELATIVE, () -> Arrays.deepToString(counts));
        }
    }

    @Test
    void independentVariablesShareNothing() {
        JointDistribution<String, String> none = JointDistribution.independent(
                Distribution.binary("a", "b", 0.3), Distribution.of(List.of("x", "y", "z"), 0.1, 0.2, 0.7));
        assertEquals(0, MutualInformation.of(none, BITS), 1e-30);
        assertEquals(0, MutualInformation.of(CanonicalDistributions.independentBits(), BITS));
    }

    @Test
    void xorIsSynergyAndTheGiantBitIsRedundancy() {
        TripleDistribution<Integer, Integer, Integer> xor = CanonicalDistributions.xor();
        assertEquals(0, MutualInformation.of(xor.xy(), BITS));
        assertEquals(0, MutualInformation.of(xor.xz(), BITS));
        assertEquals(0, MutualInformation.of(xor.yz(), BITS));
        assertEquals(1, MutualInformation.conditional(xor, BITS));
        assertEquals(-1, MutualInformation.coInformation(xor, BITS));
        assertEquals(2, xor.entropy(BITS));
        TripleDistribution<Integer, Integer, Integer> giant = CanonicalDistributions.giantBit();
        assertEquals(1, MutualInformation.of(giant.xy(), BITS));
        assertEquals(0, MutualInformation.conditional(giant, BITS));
        assertEquals(1, MutualInformation.coInformation(giant, BITS));
        assertEquals(1, giant.entropy(BITS));
    }

    @Test
    void conditionalFromSamplesIsFromTheFrequencies() {
        TripleDistribution<Integer, Integer, Integer> sampled = TripleDistribution.ofSamples(
                List.of(0, 0, 1, 1), List.of(0, 1, 0, 1), List.of(0, 1, 1, 0));
        assertEquals(1, MutualInformation.conditional(sampled, BITS));
        assertEquals(0, MutualInformation.of(sampled.xy(), BITS));
        assertEquals(MutualInformation.conditional(CanonicalDistributions.xor(), BITS), MutualInformation.conditional(sampled, BITS));
    }

    @Test
    void pointwiseValuesAverageToTheMutualInformation() {
        JointDistribution<String, String> joint = JointDistribution.of(
                Distribution.binary("high value", "other", 0.2), Channel.binary(STATES, MESSAGES, 0.9, 0.1));
        double[][] pointwise = MutualInformation.pointwise(joint, BITS);
        double mean = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                mean += joint.probability(i, j) * pointwise[i][j];
            }
        }
        assertEquals(MutualInformation.of(joint, BITS), mean, RELATIVE);
        JointDistribution<String, String> holes = JointDistribution.of(
                List.of("a", "b", "never"), List.of("x", "y"), new double[][] {{0.5, 0}, {0, 0.5}, {0, 0}});
        assertArrayEquals(
                new double[][] {{1, Double.NEGATIVE_INFINITY}, {Double.NEGATIVE_INFINITY, 1}, {0, 0}},
                MutualInformation.pointwise(holes, BITS));
    }

    @Test
    void normalizedBetweenZeroAndOneAndTypedWhereItIsZeroOverZero() {
        JointDistribution<String, String> joint = JointDistribution.of(
                List.of("a", "b"), List.of("x", "y", "z"), new double[][] {{0.5, 0, 0}, {0, 0.25, 0.25}});
        // X is a function of Y: I = H(X) = 1, H(Y) = H(X,Y) = 1.5
        assertEquals(new Estimate.Value(1), MutualInformation.normalized(joint, Normalization.MIN));
        assertEquals(1 / 1.5, MutualInformation.normalized(joint, Normalization.MAX).orElseThrow(), RELATIVE);
        assertEquals(1 / 1.25, MutualInformation.normalized(joint, Normalization.ARITHMETIC).orElseThrow(), RELATIVE);
        assertEquals(1 / Math.sqrt(1.5), MutualInformation.normalized(joint, Normalization.GEOMETRIC).orElseThrow(), RELATIVE);
        assertEquals(1 / 1.5, MutualInformation.normalized(joint, Normalization.JOINT).orElseThrow(), RELATIVE);
        assertEquals(0.5, MutualInformation.variation(joint, BITS), RELATIVE);

        JointDistribution<String, String> constant = JointDistribution.of(List.of("a"), List.of("x"), new double[][] {{1}});
        for (Normalization normalization : Normalization.values()) {
            Estimate.Undefined undefined =
                    assertInstanceOf(Estimate.Undefined.class, MutualInformation.normalized(constant, normalization));
            assertTrue(undefined.reason().startsWith("0/0"), undefined.reason());
        }
    }
}

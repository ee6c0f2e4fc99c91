package infogap.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.util.Arrays;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrustEnsembleTest {

    private static final int MEMBERS = 20_000;
    /// Five standard errors of a share at this size, √(1/4/20000) each.
    private static final double SAMPLING_ERROR = 5 * Math.sqrt(0.25 / MEMBERS);

    private static final Function<RandomGenerator, TrustTrajectory> FAMILY = random -> TrustModel
            .logistic(random.nextDouble(0.2, 0.8), random.nextDouble(0.5, 2), random.nextDouble(0.1, 0.5))
            .under(Transparency.cappedRamp(random.nextDouble(0, 0.4), random.nextDouble(0.01, 0.1)));

    @Test
    void resultDoesNotDependOnTheNumberOfThreads() {
        double[] times = {0, 1, 10, 50};
        TrustEnsemble one = TrustEnsemble.draw(FAMILY, 5000, 42, 1);
        for (int threads : new int[] {2, 3, 16}) {
            TrustEnsemble several = TrustEnsemble.draw(FAMILY, 5000, 42, threads);
            assertArrayEquals(one.at(7), several.at(7), 0.0);
            assertEquals(one.bands(times, 0.05, 0.5, 0.95), several.bands(times, 0.05, 0.5, 0.95));
            assertEquals(one.crossing(0.9, 20), several.crossing(0.9, 20));
        }
        assertTrue(!Arrays.equals(one.at(7), TrustEnsemble.draw(FAMILY, 5000, 43, 2).at(7)), "another seed, other members");
    }

    /// T(2) = 0.1 + 2kI with k uniform on [1, 2] and I = 0.1 is uniform on [0.3, 0.5].
    @Test
    void bandsOfALinearFamilyAreThoseOfItsDistribution() {
        TrustEnsemble ensemble = TrustEnsemble.draw(
                random -> TrustModel.linear(0.1, random.nextDouble(1, 2), 0).under(Transparency.constant(0.1)), MEMBERS, 1, 2);
        QuantileBands bands = ensemble.bands(new double[] {0, 2}, 0.1, 0.5, 0.9);
        assertArrayEquals(new double[] {0.1, 0.3 + 0.2 * 0.1}, bands.quantile(0.1), 0.2 * SAMPLING_ERROR);
        assertArrayEquals(new double[] {0.1, 0.3 + 0.2 * 0.9}, bands.quantile(0.9), 0.2 * SAMPLING_ERROR);
    }

    /// With the level I uniform on [0, 1] and I_min = 0.4, the 40 % below the threshold never gain trust, and those above cross
    /// T₀ + 0.3 at 0.3/(I − 0.4), before time 10 iff I > 0.43; the median over all members is the time for I = 0.5.
    @Test
    void crossingTimesHaveTheirDistribution() {
        TrustEnsemble ensemble = TrustEnsemble.draw(
                random -> TrustModel.linear(0.5, 1, 0.4).under(Transparency.constant(random.nextDouble())), MEMBERS, 2, 2);
        CrossingDistribution crossing = ensemble.crossing(0.8, 10);
        assertEquals(0.43, crossing.shareNever(), SAMPLING_ERROR);
        assertEquals(0.3 / (0.5 - 0.4), crossing.quantile(0.5).orElseThrow(), 3 * 10 * SAMPLING_ERROR);
        assertTrue(crossing.quantile(0.6).isEmpty(), "fewer than 60 % cross");
        assertEquals(MEMBERS, crossing.members());
        assertTrue(crossing.toString().contains("never"));
    }

    /// Of the times 1, 2, …, n the quantile of k/n is k, for the decimal that k/n is.
    @Test
    void quantilesHaveTheRankOfTheDecimal() {
        for (int members : new int[] {1, 10, 100, 1000}) {
            CrossingDistribution crossing = new CrossingDistribution(0.5, 1e4, members, IntStream.rangeClosed(1, members).mapToObj(k -> (double) k).toList());
            for (int k = 0; k <= members; k++) {
                assertEquals(Math.max(1, k), crossing.quantile(Fractions.toDouble(Fractions.of(k, members))).orElseThrow(), k + " of " + members);
            }
            assertEquals(1, crossing.quantile(1e-300).orElseThrow());
        }
    }

    @Test
    void shareThatLeavesTheUnitInterval() {
        TrustEnsemble linear = TrustEnsemble.draw(
                random -> TrustModel.linear(0.5, 1, 0.5).under(Transparency.constant(random.nextDouble())), MEMBERS, 3, 2);
        // |I − 0.5|·2 > 0.5 iff I is outside [0.25, 0.75]
        assertEquals(0.5, linear.shareLeavingUnitInterval(2), SAMPLING_ERROR);
        assertEquals(0, TrustEnsemble.draw(FAMILY, 500, 3, 1).shareLeavingUnitInterval(100));
    }

    /// About 1 % of 20,000 members fail, in every block: the one that is reported is the first, as with one thread.
    @Test
    void failureOfTheFirstMemberReachesTheCallerFromAnyThread() {
        String first = refusal(1);
        assertTrue(first.startsWith("sensitivity must be a finite number above 0"), first);
        for (int threads : new int[] {2, 3, 4, 16}) {
            assertEquals(first, refusal(threads));
        }
    }

    private static String refusal(int threads) {
        return assertThrows(IllegalArgumentException.class, () -> TrustEnsemble.draw(
                random -> TrustModel.linear(0.5, random.nextDouble() - 0.01, 0).under(Transparency.constant(0.5)), 20_000, 1, threads)).getMessage();
    }
}

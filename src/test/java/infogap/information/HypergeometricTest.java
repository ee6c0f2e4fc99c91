package infogap.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypergeometricTest {

    private static final int DRAWS = 50_000;
    private static final double UNLIKELY = 1e-4;

    /// Every branch: few drawn, few counted, rejection; more good than bad, more drawn than half, and all four together.
    @ParameterizedTest
    @CsvSource({
        "7, 9, 5", "9, 7, 5", "7, 9, 12", "9, 7, 12", "3, 5000, 900", "5000, 3, 900", "5, 400, 390", "40, 60, 30", "60, 40, 30",
        "60, 40, 75", "40, 60, 75", "1000, 3000, 2500", "10000, 90000, 10000", "1, 1, 1", "50, 1, 49", "12, 12, 12"
    })
    void frequenciesFollowTheDistribution(int good, int bad, int sample) {
        HypergeometricDistribution exact = new HypergeometricDistribution(good + bad, good, sample);
        int low = exact.getSupportLowerBound();
        int high = exact.getSupportUpperBound();
        int[] counts = new int[high - low + 1];
        SplittableRandom random = new SplittableRandom(100L * good + 10L * bad + sample);
        for (int k = 0; k < DRAWS; k++) {
            counts[(int) Hypergeometric.draw(good, bad, sample, random) - low]++;
        }
        double statistic = 0;
        int cells = 0;
        double expected = 0;
        double seen = 0;
        for (int k = 0; k < counts.length; k++) {
            expected += DRAWS * exact.probability(low + k);
            seen += counts[k];
            if (expected >= 20 || k == counts.length - 1) {
                // the tail that is too thin to stand alone joins the last cell
                statistic += expected < 1e-9 ? 0 : (seen - expected) * (seen - expected) / Math.max(expected, 5);
                cells++;
                expected = 0;
                seen = 0;
            }
        }
        double p = cells < 2 ? 1 : Gamma.regularizedGammaQ((cells - 1) / 2.0, statistic / 2);
        assertTrue(p > UNLIKELY, "p = " + p);
    }

    @Test
    void thereIsNothingToDrawAtTheEnds() {
        SplittableRandom random = new SplittableRandom(1);
        assertEquals(0, Hypergeometric.draw(0, 5, 3, random));
        assertEquals(0, Hypergeometric.draw(5, 5, 0, random));
        assertEquals(3, Hypergeometric.draw(5, 0, 3, random));
        assertEquals(4, Hypergeometric.draw(4, 9, 13, random));
    }

    @Test
    void largeNumbersKeepTheMeanAndTheVariance() {
        long good = 3_000_000_000L;
        long bad = 7_000_000_000L;
        long sample = 1_000_000_000L;
        double population = (double) good + bad;
        double mean = sample * (good / population);
        double variance = sample * (good / population) * (bad / population) * (population - sample) / (population - 1);
        SplittableRandom random = new SplittableRandom(2);
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < DRAWS; k++) {
            double deviation = Hypergeometric.draw(good, bad, sample, random) - mean;
            sum += deviation;
            squares += deviation * deviation;
        }
        assertEquals(0, sum / DRAWS, 4 * Math.sqrt(variance / DRAWS));
        assertEquals(1, squares / DRAWS / variance, 4 * Math.sqrt(2.0 / DRAWS));
    }

    @Test
    void logFactorialsMeetWhereTheSeriesBegins() {
        for (long n : new long[] {0, 1, 2, 20, 1000, 1023, 1024, 1025, 5000, 1_000_000}) {
            assertEquals(Gamma.logGamma(n + 1.0), LogFactorials.of(n), 1e-14 * Math.max(1, Gamma.logGamma(n + 1.0)), "n = " + n);
        }
    }
}

package infogap.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.bayes.SequentialTest.Decision;
import infogap.bayes.SequentialTest.Outcome;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequentialTestTest {

    /// LR+ 9 and LR− 1/9: a walk on the difference of positives and negatives that stops at ±2, since 9 < 19 ≤ 81.
    private static final SequentialTest ARTICLE = new SequentialTest(0.9, 0.1, 0.05, 0.05);

    private static final double ROUNDING = 1e-14;

    @Test
    void thresholdsAreWalds() {
        assertEquals(19, ARTICLE.upperThreshold(), ROUNDING * 19);
        assertEquals(1.0 / 19, ARTICLE.lowerThreshold(), ROUNDING);
        assertEquals(Decision.CONTINUE, ARTICLE.decide(1, 0));
        assertEquals(Decision.PRESENT, ARTICLE.decide(2, 0));
        assertEquals(Decision.ABSENT, ARTICLE.decide(3, 5));
        assertEquals(
                new Outcome(Decision.PRESENT, 4),
                ARTICLE.run(List.of(Result.POSITIVE, Result.NEGATIVE, Result.POSITIVE, Result.POSITIVE, Result.NEGATIVE)));
        assertEquals(new Outcome(Decision.CONTINUE, 1), ARTICLE.run(List.of(Result.POSITIVE)));
    }

    /// The gambler's ruin from the middle of four steps: error 1/(1 + 9²), length 2·(81−1)/82 / (0.9−0.1).
    @Test
    void performanceIsTheGamblersRuin() {
        SequentialPerformance present = ARTICLE.performance(Condition.PRESENT);
        assertEquals(81.0 / 82, present.decidesPresent(), ROUNDING);
        assertEquals(1.0 / 82, present.decidesAbsent(), ROUNDING);
        assertEquals(2 * 80.0 / 82 / 0.8, present.expectedLength(), ROUNDING * 10);
        SequentialPerformance absent = ARTICLE.performance(Condition.ABSENT);
        assertEquals(present.decidesPresent(), absent.decidesAbsent(), ROUNDING);
    }

    /// A ratio of 9 against a threshold of exactly 9: α = β = 1/10 stops at the first result, whatever the rounding of the logarithms.
    @Test
    void aThresholdThatIsReachedExactlyStops() {
        SequentialTest test = new SequentialTest(0.9, 0.1, 0.1, 0.1);
        assertEquals(Decision.PRESENT, test.decide(1, 0));
        assertEquals(Decision.ABSENT, test.decide(0, 1));
        assertEquals(1, test.performance(Condition.PRESENT).expectedLength(), ROUNDING);
    }

    @Test
    void waldsInequalitiesHoldForRandomTests() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            double alpha = random.nextDouble(0.005, 0.3);
            double beta = random.nextDouble(0.005, 0.3);
            double fpr = random.nextDouble(0.05, 0.6);
            SequentialTest test = new SequentialTest(random.nextDouble(fpr + 0.1, 0.99), fpr, alpha, beta);
            SequentialPerformance present = test.performance(Condition.PRESENT);
            SequentialPerformance absent = test.performance(Condition.ABSENT);
            assertEquals(1, present.decidesPresent() + present.decidesAbsent() + present.undecided(), 1e-12);
            assertTrue(absent.decidesPresent() <= alpha / (1 - beta) + ROUNDING);
            assertTrue(present.decidesAbsent() <= beta / (1 - alpha) + ROUNDING);
            assertTrue(absent.decidesPresent() + present.decidesAbsent() <= alpha + beta + ROUNDING);
            assertTrue(test.approximateExpectedLength(Condition.PRESENT) > 0);
        }
    }

    /// Wald's identity, `E log LR` at the stop is `E N` times its mean per result, where no result passes a threshold: LR+ 9 and LR− 1/9 between 81 and 1/81 stop
    /// on the thresholds, so that the approximation is the exact length, by the gambler's ruin from the middle of eight steps.
    @Test
    void waldsIdentityIsExactWithoutOvershoot() {
        // (1−α)/α = 81 for α = β = 1/82
        SequentialTest test = new SequentialTest(0.9, 0.1, 1.0 / 82, 1.0 / 82);
        for (Condition condition : Condition.values()) {
            assertEquals(2 * 80.0 / 82 / 0.8, test.approximateExpectedLength(condition), ROUNDING * 10);
            assertEquals(test.performance(condition).expectedLength(), test.approximateExpectedLength(condition), ROUNDING * 10);
        }
    }

    /// mpmath 1.3.0 with 40 digits, the rates as the decimals that they print.
    @ParameterizedTest
    @CsvSource({
        "1e-17, 2e-17, 8.6360460564954555e17, 6.8600408081735934e17",
        "0.5, 0.50000001, 13249975406248979, 13249975406248981",
        "0.000002, 0.000001, 6860031.9288813153, 8636031.9845270219",
        "0.99999999, 0.99999998, 863604591.57757765, 686004071.93806741"
    })
    void theMeanStepKeepsItsDigits(double sensitivity, double falsePositiveRate, double present, double absent) {
        SequentialTest test = new SequentialTest(sensitivity, falsePositiveRate, 0.05, 0.05);
        assertEquals(present, test.approximateExpectedLength(Condition.PRESENT), 1e-14 * present);
        assertEquals(absent, test.approximateExpectedLength(Condition.ABSENT), 1e-14 * absent);
    }

    /// The logarithm of LR+ is 2·10⁻⁸: with its digits lost, the threshold would be crossed at another tally. ln 19 / ln(0.50000001/0.5) = 147221950.43054, by mpmath.
    @Test
    void theThresholdIsCrossedWhereItIs() {
        SequentialTest test = new SequentialTest(0.50000001, 0.5, 0.05, 0.05);
        assertEquals(Decision.CONTINUE, test.decide(147221950, 0));
        assertEquals(Decision.PRESENT, test.decide(147221951, 0));
    }

    /// Rates of a few in a million: a million results leave nearly all runs open, of about 7 million that Wald expects.
    @Test
    void aTruncatedComputationSaysSo() {
        SequentialTest test = new SequentialTest(0.000002, 0.000001, 0.05, 0.05);
        SequentialPerformance.Truncated truncated =
                assertInstanceOf(SequentialPerformance.Truncated.class, test.performance(Condition.PRESENT));
        assertEquals(1, truncated.decidesPresent() + truncated.decidesAbsent() + truncated.undecided(), 1e-9);
        assertTrue(truncated.undecided() > 0.98);
        assertEquals(SequentialTest.LONGEST_RUN, truncated.after());
        // all who are undecided have needed a million at least
        assertTrue(truncated.leastExpectedLength() > 0.98e6 && truncated.leastExpectedLength() < 1e6);
        assertTrue(truncated.toString().startsWith("undecided 0.98"), truncated::toString);
        ArithmeticException unknown = assertThrows(ArithmeticException.class, truncated::expectedLength);
        assertTrue(unknown.getMessage().contains("at least"), unknown::getMessage);
    }

    @Test
    void aPrintDoesNotFollowMillionsOfTallies() {
        String text = new SequentialTest(0.5, 0.502, 0.05, 0.05).toString();
        assertTrue(text.contains("331"), text);
        assertTrue(text.contains("Wald's approximation"), text);
        assertEquals(
                "decides present 0.987805, absent 0.0121951, after 2.4390 results on average", ARTICLE.performance(Condition.PRESENT).toString());
        assertTrue(ARTICLE.toString().contains(ARTICLE.performance(Condition.PRESENT).toString()), ARTICLE::toString);
    }

    @Test
    void walksAgreeWithSimulation() {
        SequentialTest test = new SequentialTest(0.7, 0.4, 0.05, 0.1);
        SequentialPerformance exact = test.performance(Condition.PRESENT);
        SplittableRandom random = new SplittableRandom(77);
        int runs = 40_000;
        SequentialWalk walk = new SequentialWalk(test);
        long length = 0;
        int misses = 0;
        for (int i = 0; i < runs; i++) {
            int positives = 0;
            int n = 0;
            Decision decision = Decision.CONTINUE;
            while (decision == Decision.CONTINUE) {
                n++;
                positives += random.nextDouble() < 0.7 ? 1 : 0;
                decision = walk.decide(positives, n - positives);
            }
            length += n;
            misses += decision == Decision.ABSENT ? 1 : 0;
        }
        // four standard errors
        assertEquals(exact.decidesAbsent(), (double) misses / runs, 4 * Math.sqrt(0.1 * 0.9 / runs));
        assertEquals(exact.expectedLength(), (double) length / runs, 4 * exact.expectedLength() / Math.sqrt(runs));
    }

    @Test
    void aDecisiveResultEndsAtOnce() {
        SequentialTest test = new SequentialTest(0.5, 0, 0.05, 0.05);
        assertEquals(Decision.PRESENT, test.decide(1, 3));
        SequentialPerformance absent = test.performance(Condition.ABSENT);
        assertEquals(0, absent.decidesPresent());
        // five negatives: (1/2)^5 < 1/19
        assertEquals(5, absent.expectedLength(), ROUNDING);
        assertThrows(IllegalArgumentException.class, () -> new SequentialTest(1, 0, 0.05, 0.05).decide(1, 1));
        assertEquals(1, new SequentialTest(1, 0, 0.05, 0.05).performance(Condition.PRESENT).expectedLength());
    }

    @Test
    void testsThatCannotEndAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SequentialTest(0.4, 0.4, 0.05, 0.05));
        assertThrows(IllegalArgumentException.class, () -> new SequentialTest(0.9, 0.1, 0.5, 0.5));
        for (double bad : new double[] {Double.NaN, -1, 2}) {
            assertThrows(IllegalArgumentException.class, () -> new SequentialTest(bad, 0.1, 0.05, 0.05));
            assertThrows(IllegalArgumentException.class, () -> new SequentialTest(0.9, bad, 0.05, 0.05));
            assertThrows(IllegalArgumentException.class, () -> new SequentialTest(0.9, 0.1, bad, 0.05));
            assertThrows(IllegalArgumentException.class, () -> new SequentialTest(0.9, 0.1, 0.05, bad));
        }
        assertThrows(IllegalArgumentException.class, () -> ARTICLE.decide(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> ARTICLE.run(List.of()));
    }
}

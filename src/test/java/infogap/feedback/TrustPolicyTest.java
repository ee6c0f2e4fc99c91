package infogap.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustPolicyTest {

    /// Claims 2-20 and 2-21: 3/10 + n/10, by hand.
    @ParameterizedTest
    @CsvSource({"'', 3/10, 0.3", "+, 2/5, 0.4", "-, 2/5, 0.4", "+++++++, 1, 1", "++++++++, 11/10, 1.1", "--------, 11/10, 1.1"})
    void asPrintedAddsATenthForEveryFeedback(String kinds, String exact, String shown) {
        TrustScore score = CustomerHistory.of(Feedbacks.ALICE, Feedbacks.hourly(Feedbacks.ALICE, kinds)).score(TrustPolicy.AS_PRINTED);
        assertEquals(exact, score.exact());
        assertEquals(shown, score.toString());
        assertEquals(Double.parseDouble(shown), score.asDouble());
    }

    @Test
    void asPrintedReportsThatItLeavesTheUnitInterval() {
        assertTrue(TrustPolicy.AS_PRINTED.score(Feedbacks.ALICE, new Tally(7, 0)).isProbability());
        assertFalse(TrustPolicy.AS_PRINTED.score(Feedbacks.ALICE, new Tally(8, 0)).isProbability());
    }

    /// (3/5 + p)/(2 + p + n) for Alice, by hand; (1 + p)/(2 + p + n) for 1/2 is Jøsang and Ismail's (2002) score without discounting.
    @ParameterizedTest
    @CsvSource({
        "3/10, 0, 0, 3/10", "3/10, 1, 0, 8/15", "3/10, 0, 1, 1/5", "3/10, 8, 0, 43/50", "7/10, 0, 0, 7/10", "1/2, 3, 1, 2/3", "0, 0, 5, 0",
        "1, 5, 0, 1"
    })
    void betaReputationIsThePosteriorMean(String initial, long positive, long negative, String expected) {
        assertEquals(
                Fractions.of(expected), TrustPolicy.BETA.score(Fractions.of(initial), new Tally(positive, negative)).value());
    }

    @Test
    void theInitialTrustBecomesThePriorsMean() {
        TrustPolicy.BetaReputation beta = new TrustPolicy.BetaReputation(BigFraction.TWO);
        assertEquals(Fractions.of("3/5"), beta.a(Fractions.of("3/10")));
        assertEquals(Fractions.of("7/5"), beta.b(Fractions.of("3/10")));
        assertEquals(BigFraction.ONE, beta.a(BigFraction.ONE_HALF));
        assertEquals(BigFraction.ONE, beta.b(BigFraction.ONE_HALF));
    }

    /// The properties that the article's rule lacks, over random priors, weights and logs.
    @Test
    void betaReputationStaysInTheUnitIntervalAndListensToTheKind() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 500; i++) {
            BigFraction initial = new BigFraction(random.nextInt(1, 1000), 1000);
            TrustPolicy policy = new TrustPolicy.BetaReputation(new BigFraction(random.nextInt(1, 200), 10));
            Tally tally = new Tally(random.nextInt(50), random.nextInt(50));
            BigFraction before = policy.score(initial, tally).value();
            assertTrue(policy.score(initial, tally).isProbability());
            assertTrue(policy.score(initial, tally.plus(FeedbackKind.POSITIVE)).value().compareTo(before) > 0);
            assertTrue(policy.score(initial, tally.plus(FeedbackKind.NEGATIVE)).value().compareTo(before) < 0);
        }
    }

    /// A posterior is a prior: the score after one more event is the score before it, moved to the event's value by 1/(w + n + 1).
    @Test
    void betaReputationUpdatesEventByEventToTheSameScore() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100; i++) {
            BigFraction weight = new BigFraction(random.nextInt(1, 100), 10);
            TrustPolicy policy = new TrustPolicy.BetaReputation(weight);
            BigFraction running = Feedbacks.BOB.initialFraction();
            List<FeedbackEvent> events = Feedbacks.hourly(Feedbacks.BOB, Feedbacks.randomKinds(random, 30));
            for (int n = 0; n < events.size(); n++) {
                BigFraction seen = events.get(n).kind() == FeedbackKind.POSITIVE ? BigFraction.ONE : BigFraction.ZERO;
                running = running.add(seen.subtract(running).divide(weight.add(n + 1)));
            }
            assertEquals(running, policy.score(Feedbacks.BOB, Tally.of(events)).value());
        }
    }

    @Test
    void theOrderOfTheEventsDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 100; i++) {
            List<FeedbackEvent> events = new ArrayList<>(Feedbacks.hourly(Feedbacks.ALICE, Feedbacks.randomKinds(random, 30)));
            Tally before = Tally.of(events);
            Collections.shuffle(events, new Random(i));
            assertEquals(before, Tally.of(events));
        }
    }

    @ParameterizedTest
    @CsvSource({"as-printed, as-printed", "beta, beta:2", "beta:2, beta:2", "beta:0.5, beta:0.5", "beta:10.000, beta:10"})
    void aLabelNamesThePolicy(String label, String canonical) {
        assertEquals(canonical, TrustPolicy.of(label).label());
        assertEquals(TrustPolicy.of(label), TrustPolicy.of(canonical));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "as printed", "BETA", "beta:", "beta:0", "beta:0.0", "beta:-1", "beta:1e9", "beta:1/2", "beta:1000000", "beta:2 "})
    void anyOtherLabelIsRefused(String label) {
        String message = assertThrows(IllegalArgumentException.class, () -> TrustPolicy.of(label)).getMessage();
        assertTrue(message.contains("policy must be") || message.contains("weight must be above 0"), message);
    }

    @Test
    void anInitialTrustOutsideTheUnitIntervalIsRefused() {
        for (TrustPolicy policy : List.of(TrustPolicy.AS_PRINTED, TrustPolicy.BETA)) {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> policy.score(Fractions.of("11/10"), Tally.NONE)).getMessage();
            assertEquals("initialTrust must be in [0, 1], but is 11/10", message);
            assertThrows(IllegalArgumentException.class, () -> policy.score(Fractions.of("-1/10"), Tally.NONE));
        }
    }

    @Test
    void aScoreShowsItsDecimalWholeWhereItEnds() {
        assertEquals("0.5333", new TrustScore(Fractions.of("8/15")).toString());
        assertEquals("0.0078", new TrustScore(Fractions.of("1/128")).toString());
        assertEquals("0.015625", new TrustScore(Fractions.of("1/64")).toString());
        assertEquals("100", new TrustScore(Fractions.of("100")).toString());
    }
}

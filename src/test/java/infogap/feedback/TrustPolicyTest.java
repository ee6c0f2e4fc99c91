package infogap.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
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

    private static final TrustPolicy.Fading MONTHLY = new TrustPolicy.Fading(BigFraction.TWO, 30);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private static DayTally days(int ago, long positive, long negative) {
        return new DayTally(TODAY.minusDays(ago), new Tally(positive, negative));
    }

    /// $2^{-\lfloor d/H \rfloor}$ at the ends of its steps.
    @Test
    void aFeedbackCountsHalfAfterAHalfLife() {
        int[] ages = {0, 29, 30, 59, 60, 90, 300};
        String[] shares = {"1", "1", "1/2", "1/2", "1/4", "1/8", "1/1024"};
        for (int i = 0; i < ages.length; i++) {
            assertEquals(shares[i], Fractions.format(MONTHLY.share(TODAY.minusDays(ages[i]), TODAY)));
        }
        assertThrows(IllegalArgumentException.class, () -> MONTHLY.share(TODAY.plusDays(1), TODAY));
    }

    /// The same log under the three rules: eight complaints a year ago, two praises now. What the definition says, by hand:
    /// as printed 3/10 + 10/10; Beta (2·3/10 + 2)/(2 + 10); fading (3/5 + 2)/(2 + 2 + 8/2^12), because 365 days hold twelve half-lives of 30 days.
    @Test
    void theSameLogUnderThreeRules() {
        List<DayTally> log = List.of(days(365, 0, 8), days(0, 2, 0));
        assertEquals("13/10", TrustPolicy.AS_PRINTED.score(Feedbacks.ALICE, log, TODAY).exact());
        assertEquals("13/60", TrustPolicy.BETA.score(Feedbacks.ALICE, log, TODAY).exact());
        assertEquals(Fractions.format(new BigFraction(13, 5).divide(new BigFraction(4).add(new BigFraction(8, 4096)))),
                MONTHLY.score(Feedbacks.ALICE, log, TODAY).exact());
    }

    /// Silence: the score goes back to what was believed before, as the trust model's silence takes away what was won.
    @Test
    void whoIsNotSpokenOfReturnsToTheInitialTrust() {
        double before = 1;
        for (int months = 0; months < 40; months++) {
            double score = MONTHLY.score(Feedbacks.ALICE, List.of(days(30 * months, 10, 0)), TODAY).asDouble();
            assertTrue(score < before && score > 0.3, months + " " + score);
            before = score;
        }
        assertEquals(0.3, before, 1e-10, "10·2^-39·0.35 above 0.3");
        assertEquals("3/10", MONTHLY.score(Feedbacks.ALICE, List.of(), TODAY).exact());
    }

    @Test
    void withoutTimeFadingIsBetaReputation() {
        for (long p = 0; p < 6; p++) {
            for (long n = 0; n < 6; n++) {
                Tally tally = new Tally(p, n);
                assertEquals(TrustPolicy.BETA.score(Feedbacks.BOB, tally), MONTHLY.score(Feedbacks.BOB, tally));
                assertEquals(TrustPolicy.BETA.score(Feedbacks.BOB, tally), MONTHLY.score(Feedbacks.BOB, List.of(days(3, p, n)), TODAY));
            }
        }
    }

    @Test
    void fadingIsReadAndWritten() {
        assertEquals("fading:90:2", TrustPolicy.of("fading").label());
        assertEquals(new TrustPolicy.Fading(new BigFraction(5, 2), 7), TrustPolicy.of("fading:7:2.5"));
        assertEquals(MONTHLY, TrustPolicy.of(MONTHLY.label()));
        for (String wrong : List.of("fading:0", "fading:36501", "fading:7:0", "fading:x", "fading:", "fading:1.5")) {
            assertThrows(IllegalArgumentException.class, () -> TrustPolicy.of(wrong), wrong);
        }
    }

    @Test
    void theDaysOfALogLeaveOutWhatWasRetracted() {
        List<FeedbackEvent> log = new ArrayList<>(Feedbacks.hourly(Feedbacks.ALICE, "+-".repeat(13)));
        FeedbackEvent first = log.getFirst();
        log.add(new FeedbackEvent(99, new NewFeedback(1, first.kind(), "by mistake", "r"), first.at().plus(Duration.ofDays(3)), OptionalLong.of(first.id()), false));
        List<DayTally> days = DayTally.of(log);
        // 23 hours of the first day, hours 1 to 23, and hours 24, 25 and 26
        assertEquals(List.of(new DayTally(LocalDate.of(2026, 1, 1), new Tally(11, 11)), new DayTally(LocalDate.of(2026, 1, 2), new Tally(1, 2))), days);
        assertThrows(IllegalArgumentException.class, () -> DayTally.of(log.subList(1, log.size())));
    }
}

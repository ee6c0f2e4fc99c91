package infogap.feedback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;

class TransparencySeriesTest {

    private static TransparencySeries hours(Customer customer, String kinds, TrustPolicy policy) {
        return TransparencySeries.of(customer, Feedbacks.hourly(customer, kinds), policy, Feedbacks.START, Duration.ofHours(1));
    }

    /// n/(2 + n) and (0.6 + p)/(2 + n), by hand.
    @Test
    void aSmallLogGivesTheSeriesComputedByHand() {
        TransparencySeries series = hours(Feedbacks.ALICE, "+-+", TrustPolicy.BETA);
        assertArrayEquals(new double[] {0, 1, 2, 3}, series.times());
        assertArrayEquals(new double[] {0, 1 / 3.0, 0.5, 0.6}, series.transparency());
        assertArrayEquals(new double[] {0.3, 8 / 15.0, 0.4, 0.52}, series.trust());
    }

    @Test
    void theArticlesRuleGivesTheSameTransparencyAndItsOwnTrust() {
        TransparencySeries series = hours(Feedbacks.ALICE, "++++++++", TrustPolicy.AS_PRINTED);
        assertEquals(Fractions.of("4/5"), series.steps().getLast().transparency());
        assertEquals("11/10", series.steps().getLast().trust().exact());
    }

    /// The definition: 1 − E Var(θ | n feedbacks)/Var(θ), the expectation taken over the beta-binomial counts, in exact fractions.
    @Test
    void transparencyIsTheExpectedShareOfTheVarianceThatIsGone() {
        for (int a = 1; a <= 4; a++) {
            for (int b = 1; b <= 4; b++) {
                for (int n = 0; n <= 6; n++) {
                    BigFraction expected = BigFraction.ZERO;
                    for (int k = 0; k <= n; k++) {
                        expected = expected.add(betaBinomial(a, b, n, k).multiply(variance(a + k, b + n - k)));
                    }
                    BigFraction share = BigFraction.ONE.subtract(expected.divide(variance(a, b)));
                    TrustPolicy policy = new TrustPolicy.BetaReputation(new BigFraction(a + b));
                    assertEquals(share, hours(Feedbacks.ALICE, "+".repeat(n), policy).steps().getLast().transparency());
                }
            }
        }
    }

    private static BigFraction variance(int a, int b) {
        return new BigFraction(a * b, (a + b) * (a + b) * (a + b + 1));
    }

    /// C(n, k) · a⁽ᵏ⁾ b⁽ⁿ⁻ᵏ⁾ / (a + b)⁽ⁿ⁾ with rising factorials.
    private static BigFraction betaBinomial(int a, int b, int n, int k) {
        return new BigFraction((int) CombinatoricsUtils.binomialCoefficient(n, k))
                .multiply(rising(a, k)).multiply(rising(b, n - k)).divide(rising(a + b, n));
    }

    private static BigFraction rising(int x, int n) {
        BigFraction product = BigFraction.ONE;
        for (int i = 0; i < n; i++) {
            product = product.multiply(x + i);
        }
        return product;
    }

    /// T = T₀ + I (p̂ − T₀), in exact fractions on random logs.
    @Test
    void transparencyMovesTrustFromWhatWasBelievedToWhatIsSeen() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            TrustPolicy policy = new TrustPolicy.BetaReputation(new BigFraction(random.nextInt(1, 100), 10));
            BigFraction initial = Feedbacks.BOB.initialFraction();
            for (TransparencySeries.Step step : hours(Feedbacks.BOB, Feedbacks.randomKinds(random, 20), policy).steps()) {
                BigFraction seen = step.tally().total() == 0
                        ? initial
                        : new BigFraction(step.tally().positive(), 1L).divide(step.tally().total());
                assertEquals(initial.add(step.transparency().multiply(seen.subtract(initial))), step.trust().value());
            }
        }
    }

    @Test
    void transparencyGrowsFromZeroAndStaysBelowOne() {
        double[] transparency = hours(Feedbacks.ALICE, "+-".repeat(500), TrustPolicy.BETA).transparency();
        assertEquals(0, transparency[0]);
        for (int i = 1; i < transparency.length; i++) {
            assertTrue(transparency[i] > transparency[i - 1] && transparency[i] < 1);
        }
    }

    @Test
    void whatComesLaterDoesNotChangeWhatWas() {
        TransparencySeries shorter = hours(Feedbacks.ALICE, "+-+", TrustPolicy.BETA);
        TransparencySeries longer = hours(Feedbacks.ALICE, "+-+--+", TrustPolicy.BETA);
        assertEquals(shorter.steps(), longer.steps().subList(0, 4));
    }

    @Test
    void theStepsAreContinuousFromTheRight() {
        TransparencySeries series = hours(Feedbacks.ALICE, "++", TrustPolicy.BETA);
        assertEquals(0, series.at(0).tally().total());
        assertEquals(0, series.at(Math.nextDown(1.0)).tally().total());
        assertEquals(1, series.at(1).tally().total());
        assertEquals(1, series.at(1.99).tally().total());
        assertEquals(2, series.at(1e9).tally().total());
        assertThrows(IllegalArgumentException.class, () -> series.at(-1));
        assertThrows(IllegalArgumentException.class, () -> series.at(Double.NaN));
    }

    @Test
    void feedbackOfOneInstantIsOneStep() {
        List<FeedbackEvent> events = List.of(
                Feedbacks.event(1, Feedbacks.ALICE, FeedbackKind.POSITIVE, Feedbacks.START),
                Feedbacks.event(2, Feedbacks.ALICE, FeedbackKind.NEGATIVE, Feedbacks.START.plusSeconds(60)),
                Feedbacks.event(3, Feedbacks.ALICE, FeedbackKind.POSITIVE, Feedbacks.START.plusSeconds(60)));
        TransparencySeries series =
                TransparencySeries.of(Feedbacks.ALICE, events, TrustPolicy.BETA, Feedbacks.START, Duration.ofMinutes(1));
        assertArrayEquals(new double[] {0, 1}, series.times());
        assertEquals(List.of(new Tally(1, 0), new Tally(2, 1)), series.steps().stream().map(TransparencySeries.Step::tally).toList());
    }

    @Test
    void wrongInputIsRefused() {
        List<FeedbackEvent> events = Feedbacks.hourly(Feedbacks.ALICE, "+");
        String late = assertThrows(IllegalArgumentException.class, () -> TransparencySeries.of(Feedbacks.ALICE, events, TrustPolicy.BETA,
                        Feedbacks.START.plus(Duration.ofHours(2)), Duration.ofHours(1))).getMessage();
        assertEquals("origin must not be after an event, but is 2026-01-01T02:00:00Z, and event 1 is of 2026-01-01T01:00:00Z", late);
        assertThrows(IllegalArgumentException.class, () -> TransparencySeries.of(
                Feedbacks.ALICE, events, TrustPolicy.BETA, Feedbacks.START, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> TransparencySeries.of(
                Feedbacks.BOB, events, TrustPolicy.BETA, Feedbacks.START, Duration.ofHours(1)));
        assertThrows(IllegalArgumentException.class, () -> new TransparencySeries(List.of(), TrustPolicy.BETA, BigFraction.TWO));
    }

    @Test
    void itPrintsAsATable() {
        assertEquals(
                String.join("\n",
                        "        t   positive   negative        I        T   (beta:2)",
                        "   0.0000          0          0   0.0000   0.3000",
                        "   1.0000          1          0   0.3333   0.5333"),
                hours(Feedbacks.ALICE, "+", TrustPolicy.BETA).toString());
    }
}

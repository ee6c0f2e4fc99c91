package infogap.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PosteriorBoundsTest {

    private static final Screening ARTICLE = Screening.of(0.2, 0.9, 0.1);

    /// By hand for two positives: P(++|H) in [8/10, 9/10], P(++|not H) in [0, 1/10].
    @Test
    void twoPositivesMayProveMuchOrNothingNew() {
        PosteriorBounds bounds = PosteriorBounds.of(ARTICLE.exact(), 2, 0);
        assertEquals(Fractions.of("2/3"), bounds.lower().fraction());
        assertEquals(Fractions.of("1"), bounds.upper().fraction());
    }

    @Test
    void oneResultHasNothingToDependOn() {
        for (Result result : Result.values()) {
            PosteriorBounds bounds =
                    PosteriorBounds.of(ARTICLE.exact(), result == Result.POSITIVE ? 1 : 0, result == Result.NEGATIVE ? 1 : 0);
            assertEquals(ARTICLE.exact().posterior(result), bounds.lower());
            assertEquals(ARTICLE.exact().posterior(result), bounds.upper());
        }
        assertEquals(Fractions.of("1/5"), PosteriorBounds.of(ARTICLE.exact(), 0, 0).lower().fraction());
    }

    @Test
    void independenceLiesWithin() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 300; i++) {
            ExactScreening screening =
                    Screening.of(random.nextInt(1, 10) / 10.0, random.nextInt(1, 10) / 10.0, random.nextInt(1, 10) / 10.0).exact();
            int positives = random.nextInt(4);
            int negatives = random.nextInt(4);
            PosteriorBounds bounds = PosteriorBounds.of(screening, positives, negatives);
            double independent = screening.posteriorAfter(positives, negatives).toDouble();
            assertTrue(bounds.lower().toDouble() <= independent && independent <= bounds.upper().toDouble(), bounds::toString);
        }
    }

    /// Two results with any dependence: p(++) runs through its whole range for each condition, p(+−) follows. The bounds hold on the grid of all pairs and
    /// are attained at its ends.
    @Test
    void theBoundsAreSharpForTwoResults() {
        double prior = 0.3;
        double se = 0.8;
        double fpr = 0.35;
        ExactScreening screening = Screening.of(prior, se, fpr).exact();
        double[] least = {1, 1};
        double[] most = {0, 0};
        int steps = 200;
        for (int i = 0; i <= steps; i++) {
            double bothPresent = joint(se, (double) i / steps);
            for (int j = 0; j <= steps; j++) {
                double bothAbsent = joint(fpr, (double) j / steps);
                double[] posteriors = {
                    posterior(prior, bothPresent, bothAbsent), posterior(prior, se - bothPresent, fpr - bothAbsent)
                };
                for (int k = 0; k < 2; k++) {
                    if (Double.isNaN(posteriors[k])) {
                        continue; // results that cannot occur under this dependence
                    }
                    least[k] = Math.min(least[k], posteriors[k]);
                    most[k] = Math.max(most[k], posteriors[k]);
                }
            }
        }
        PosteriorBounds both = PosteriorBounds.of(screening, 2, 0);
        PosteriorBounds mixed = PosteriorBounds.of(screening, 1, 1);
        assertEquals(least[0], both.lower().toDouble(), 1e-12);
        assertEquals(most[0], both.upper().toDouble(), 1e-12);
        assertEquals(least[1], mixed.lower().toDouble(), 1e-12);
        assertEquals(most[1], mixed.upper().toDouble(), 1e-12);
    }

    /// As many results of each kind as an `int` holds: they may be all but impossible or as likely as a single one for either condition; by hand,
    /// P(all | H) and P(all | not H) in [0, 1/10], 1/10 being the rarer result's probability for both.
    @Test
    void theNumberOfResultsDoesNotOverflow() {
        PosteriorBounds bounds = PosteriorBounds.of(ARTICLE.exact(), Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertEquals(Fractions.of("0"), bounds.lower().fraction());
        assertEquals(Fractions.of("1"), bounds.upper().fraction());
    }

    @Test
    void whatCannotOccurHasNoBounds() {
        assertInstanceOf(Ratio.Undefined.class, PosteriorBounds.of(Screening.of(0.5, 0, 0).exact(), 2, 0).lower());
        PosteriorBounds proof = PosteriorBounds.of(Screening.of(0.5, 0.6, 0).exact(), 2, 0);
        assertEquals(Fractions.of("1"), proof.lower().fraction());
        PosteriorBounds disproof = PosteriorBounds.of(Screening.of(0.5, 0, 0.6).exact(), 2, 0);
        assertEquals(Fractions.of("0"), disproof.upper().fraction());
        assertThrows(IllegalArgumentException.class, () -> PosteriorBounds.of(ARTICLE.exact(), -1, 0));
    }

    @Test
    void intervalsOfTheRatesGiveTheRangeOfTheValues() {
        ScreeningRange range = ScreeningRange.of(0.1, 0.3, 0.8, 0.95, 0.05, 0.2);
        // corners by hand: 0.08/(0.08+0.18), 0.285/(0.285+0.035)
        assertEquals(Fractions.of("4/13"), range.positivePredictiveValue().low().fraction());
        assertEquals(Fractions.of("57/64"), range.positivePredictiveValue().high().fraction());
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 500; i++) {
            Screening inside = Screening.of(random.nextDouble(0.1, 0.3), random.nextDouble(0.8, 0.95), random.nextDouble(0.05, 0.2));
            assertWithin(range.positivePredictiveValue(), inside.positivePredictiveValue());
            assertWithin(range.negativePredictiveValue(), inside.negativePredictiveValue());
        }
        assertThrows(IllegalArgumentException.class, () -> ScreeningRange.of(0.3, 0.1, 0.8, 0.9, 0, 1));
    }

    /// Without false positives the PPV is 1 wherever there are positives at all.
    @Test
    void anUndefinedCornerDoesNotHideTheRange() {
        ScreeningRange range = ScreeningRange.of(0, 0.2, 0.9, 0.9, 0, 0);
        assertEquals("[1, 1] (undefined where a positive result has probability 0)", range.positivePredictiveValue().toString());
        assertEquals("[40/41, 1]", range.negativePredictiveValue().toString());
        ScreeningRange never = ScreeningRange.of(0, 0, 0.3, 0.9, 0, 0);
        assertInstanceOf(Ratio.Undefined.class, never.positivePredictiveValue().low());
        assertInstanceOf(Ratio.Undefined.class, never.positivePredictiveValue().high());
        ScreeningRange onlyFalse = ScreeningRange.of(0, 0, 0.3, 0.9, 0, 0.1);
        assertEquals("[0, 0] (undefined where a positive result has probability 0)", onlyFalse.positivePredictiveValue().toString());
    }

    /// Every corner, edge and middle of boxes whose ends are often 0 or 1: the range is that of the values there are, and a gap is said exactly where there is one.
    @Test
    void theRangeIsThatOfTheDefinedValues() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 400; i++) {
            double[] ends = new double[6];
            for (int k = 0; k < 6; k += 2) {
                double one = random.nextInt(5) / 4.0;
                double other = random.nextInt(5) / 4.0;
                ends[k] = Math.min(one, other);
                ends[k + 1] = Math.max(one, other);
            }
            ScreeningRange range = ScreeningRange.of(ends[0], ends[1], ends[2], ends[3], ends[4], ends[5]);
            List<Ratio> positive = new ArrayList<>();
            List<Ratio> negative = new ArrayList<>();
            for (int at = 0; at < 27; at++) {
                ExactScreening inside = Screening.of(
                        part(ends[0], ends[1], at % 3), part(ends[2], ends[3], at / 3 % 3), part(ends[4], ends[5], at / 9)).exact();
                positive.add(inside.positivePredictiveValue());
                negative.add(inside.negativePredictiveValue());
            }
            assertRangeOf(positive, range.positivePredictiveValue());
            assertRangeOf(negative, range.negativePredictiveValue());
        }
    }

    @Test
    void thePrevalenceBehindPositivesIsFoundAgain() {
        TruePrevalence found = TruePrevalence.of(0.26, 0.9, 0.1);
        assertEquals(Fractions.of("1/5"), assertInstanceOf(TruePrevalence.Of.class, found).exact());
        TruePrevalence below = TruePrevalence.of(0.05, 0.9, 0.1);
        assertEquals(Fractions.of("-1/16"), assertInstanceOf(TruePrevalence.Impossible.class, below).exact());
        assertInstanceOf(TruePrevalence.Unidentified.class, TruePrevalence.of(0.4, 0.3, 0.3));
        assertThrows(IllegalArgumentException.class, () -> TruePrevalence.of(Double.NaN, 0.3, 0.2));
    }

    private static void assertWithin(ScreeningRange.Range range, double value) {
        assertTrue(range.low().toDouble() <= value && value <= range.high().toDouble(), () -> value + " is not in " + range);
    }

    private static double part(double low, double high, int halves) {
        return low + (high - low) * halves / 2;
    }

    private static void assertRangeOf(List<Ratio> values, ScreeningRange.Range range) {
        List<Double> defined = values.stream().filter(Ratio::isFinite).map(Ratio::toDouble).sorted().toList();
        assertEquals(defined.size() < values.size(), range.gap().isPresent(), range::toString);
        assertEquals(defined.isEmpty(), !range.low().isFinite(), range::toString);
        if (!defined.isEmpty()) {
            assertEquals(defined.getFirst(), range.low().toDouble(), range::toString);
            assertEquals(defined.getLast(), range.high().toDouble(), range::toString);
        }
    }

    private static double joint(double rate, double part) {
        double low = Math.max(0, 2 * rate - 1);
        return low + (rate - low) * part;
    }

    private static double posterior(double prior, double present, double absent) {
        return prior * present / (prior * present + (1 - prior) * absent);
    }
}

package infogap.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import infogap.probability.JointDistribution;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {

    /// The worked example of an article on customer identification: 20 % high-value customers, 0.9 and 0.1.
    private static final Screening ARTICLE = Screening.of(0.2, 0.9, 0.1);

    /// Sums and products of two doubles that are each rounded once.
    private static final double ULPS = 4e-16;

    @Test
    void theArticlesExampleIsExact() {
        ExactScreening exact = ARTICLE.exact();
        assertEquals(Fractions.of("13/50"), exact.positiveRate());
        assertEquals(Fractions.of("37/50"), exact.negativeRate());
        assertEquals(Fractions.of("9/13"), exact.positivePredictiveValue().fraction());
        assertEquals(Fractions.of("36/37"), exact.negativePredictiveValue().fraction());
        assertEquals(Fractions.of("9"), exact.positiveLikelihoodRatio().fraction());
        assertEquals(Fractions.of("1/9"), exact.negativeLikelihoodRatio().fraction());
        assertEquals(Fractions.of("1/4"), exact.priorOdds().fraction());
        assertEquals(Fractions.of("9/4"), exact.posteriorOdds(Result.POSITIVE).fraction());
        assertEquals(Fractions.of("1/36"), exact.posteriorOdds(Result.NEGATIVE).fraction());
        assertEquals(Fractions.of("1/37"), exact.posterior(Result.NEGATIVE).fraction());
        assertEquals(Fractions.of("9/10"), exact.specificity());
        assertEquals(Fractions.of("9/10"), exact.accuracy());
        assertEquals(Fractions.of("4/5"), exact.youden());
        assertEquals(Fractions.of("81"), exact.diagnosticOddsRatio().fraction());
        assertEquals(new RocPoint(0.1, 0.9), ARTICLE.rocPoint());
    }

    @Test
    void doublesAreTheNearestToTheFractions() {
        assertEquals(0.26, ARTICLE.positiveRate());
        assertEquals(9.0 / 13.0, ARTICLE.positivePredictiveValue());
        assertEquals(36.0 / 37.0, ARTICLE.negativePredictiveValue());
        assertEquals(9.0, ARTICLE.positiveLikelihoodRatio());
        assertEquals(1.0 / 9.0, ARTICLE.negativeLikelihoodRatio());
        assertEquals(2.25, ARTICLE.posteriorOdds(Result.POSITIVE));
        assertEquals(0.8, ARTICLE.youden());
    }

    @ParameterizedTest
    @CsvSource({"0, 1/5", "1, 9/13", "2, 81/85", "3, 729/733", "4, 6561/6565"})
    void independentPositivesMultiplyTheOdds(int positives, String posterior) {
        assertEquals(Fractions.of(posterior), ARTICLE.exact().posteriorAfter(positives, 0).fraction());
    }

    @Test
    void aPositiveAndANegativeOfThisTestCancel() {
        assertEquals(Fractions.of("1/5"), ARTICLE.exact().posteriorAfter(3, 3).fraction());
        assertEquals(Fractions.of("9/13"), ARTICLE.exact().posteriorAfter(3, 2).fraction());
    }

    @Test
    void ratesAreCoherentForRandomTests() {
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 300; i++) {
            ExactScreening exact = new ExactScreening(random(random), random(random), random(random));
            assertEquals(BigFraction.ONE, exact.positiveRate().add(exact.negativeRate()));
            BigFraction average = exact.positiveRate().multiply(exact.posterior(Result.POSITIVE).fraction())
                    .add(exact.negativeRate().multiply(exact.posterior(Result.NEGATIVE).fraction()));
            assertEquals(exact.prior(), average, "posteriors average to the prior");
            assertEquals(
                    exact.priorOdds().fraction().multiply(exact.positiveLikelihoodRatio().fraction()),
                    exact.posteriorOdds(Result.POSITIVE).fraction());
            assertEquals(
                    exact.positiveLikelihoodRatio().fraction().divide(exact.negativeLikelihoodRatio().fraction()),
                    exact.diagnosticOddsRatio().fraction());
            assertEquals(exact.positivePredictiveValue(), exact.posterior(Result.POSITIVE));
            assertEquals(
                    BigFraction.ONE,
                    exact.negativePredictiveValue().fraction().add(exact.posterior(Result.NEGATIVE).fraction()));
        }
    }

    @Test
    void bayesByTheJointDistributionAgrees() {
        var joint = JointDistribution.of(ARTICLE.condition(), ARTICLE.channel());
        assertEquals(
                ARTICLE.positivePredictiveValue(), joint.rowsGiven(Result.POSITIVE).probability(Condition.PRESENT), ULPS);
        assertEquals(ARTICLE.negativePredictiveValue(), joint.rowsGiven(Result.NEGATIVE).probability(Condition.ABSENT), ULPS);
    }

    @Test
    void aTestWithoutFalsePositivesHasAnInfiniteRatio() {
        Screening certain = Screening.of(0.2, 0.9, 0);
        Ratio ratio = certain.exact().positiveLikelihoodRatio();
        assertInstanceOf(Ratio.Infinite.class, ratio);
        assertTrue(ratio.toString().contains("false-positive rate is 0"), ratio::toString);
        assertEquals(Double.POSITIVE_INFINITY, certain.positiveLikelihoodRatio());
        assertEquals(1.0, certain.positivePredictiveValue());
        assertThrows(ArithmeticException.class, ratio::fraction);
    }

    /// Each negative takes back a positive, 1/9 for 9, so that one positive is left: 9/13.
    @Test
    void manyResultsCancelExactly() {
        assertEquals(Fractions.of("9/13"), ARTICLE.exact().posteriorAfter(10_000, 9_999).fraction());
        assertEquals(9.0 / 13, ARTICLE.posteriorAfter(Integer.MAX_VALUE, Integer.MAX_VALUE - 1).probability());
        assertEquals(0.2, ARTICLE.posteriorAfter(Integer.MAX_VALUE, Integer.MAX_VALUE).probability());
        assertEquals(1, ARTICLE.posteriorAfter(Integer.MAX_VALUE, 0).probability());
        assertEquals(0, ARTICLE.posteriorAfter(0, Integer.MAX_VALUE).probability());
        // odds of 9^20000 / 4, in lowest terms
        BigInteger odds = BigInteger.valueOf(9).pow(20_000);
        assertEquals(odds, ARTICLE.exact().posteriorAfter(20_000, 0).fraction().getNumerator());
        assertEquals(odds.add(BigInteger.valueOf(4)), ARTICLE.exact().posteriorAfter(20_000, 0).fraction().getDenominator());
        String refusal = assertThrows(IllegalArgumentException.class, () -> ARTICLE.exact().posteriorAfter(Integer.MAX_VALUE, 1)).getMessage();
        assertTrue(refusal.startsWith("positives and negatives must leave a fraction of at most"), refusal);
    }

    @Test
    void theDoubleAfterManyResultsIsTheNearest() {
        SplittableRandom random = new SplittableRandom(14);
        for (int i = 0; i < 200; i++) {
            Screening screening = Screening.of(random(random), random(random), random(random));
            int positives = random.nextInt(60);
            int negatives = random.nextInt(60);
            assertEquals(
                    screening.exact().posteriorAfter(positives, negatives).toDouble(), screening.posteriorAfter(positives, negatives).probability(), screening::toString);
        }
        // 10^-323 is no normal double: odds 10^-300 · (1/10)^23
        assertEquals(1e-323, Screening.of(1e-300, 0.1, 1).posteriorAfter(23, 0).probability());
    }

    @Test
    void whatNeverHappensHasNoPosterior() {
        Screening silent = Screening.of(0.2, 0, 0);
        assertInstanceOf(Ratio.Undefined.class, silent.exact().positivePredictiveValue());
        ArithmeticException thrown = assertThrows(ArithmeticException.class, silent::positivePredictiveValue);
        assertEquals("undefined: a positive result has probability 0", thrown.getMessage());
        assertEquals(
                "undefined: these results have probability 0",
                assertThrows(ArithmeticException.class, () -> silent.posteriorAfter(1, 1).probability()).getMessage());
        assertEquals(new Posterior.Undefined("these results have probability 0"), silent.posteriorAfter(1, 1));
        // too many for a fraction of readable length, and still an answer
        assertEquals(new Posterior.Undefined("these results have probability 0"), silent.posteriorAfter(Integer.MAX_VALUE, 1));
        assertEquals(silent.exact().posteriorAfter(1, 1), new Ratio.Undefined("these results have probability 0"));
        assertEquals(Fractions.of("1/5"), silent.exact().posterior(Result.NEGATIVE).fraction());
        assertTrue(silent.toString().contains("undefined: a positive result has probability 0"), silent::toString);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void aCertainPriorStaysCertain(double prior) {
        Screening screening = ARTICLE.withPrior(prior);
        assertEquals(prior, screening.posterior(Result.POSITIVE));
        assertEquals(prior, screening.posterior(Result.NEGATIVE));
        assertEquals(prior == 1 ? Double.POSITIVE_INFINITY : 0, screening.priorOdds());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.1, 1.1})
    void aRateOutsideZeroToOneIsRefusedByName(double rate) {
        assertNames("prior", () -> Screening.of(rate, 0.9, 0.1));
        assertNames("sensitivity", () -> Screening.of(0.2, rate, 0.1));
        assertNames("falsePositiveRate", () -> Screening.of(0.2, 0.9, rate));
    }

    @Test
    void fractionsOutsideZeroToOneAreRefused() {
        assertNames("sensitivity", () -> Screening.of(Fractions.of("1/5"), Fractions.of("11/10"), Fractions.of("1/10")));
        assertNames("prior", () -> Screening.of(null, Fractions.of("1/10"), Fractions.of("1/10")));
        assertNames("positives", () -> ARTICLE.posteriorAfter(-1, 0));
    }

    @Test
    void printsAsATable() {
        assertTrue(ARTICLE.toString().contains("PPV P(H|+)                            9/13  0.692308"), ARTICLE::toString);
    }

    @Test
    void aRateWithoutAShortDecimalPrintsAsADecimal() {
        String text = Screening.of(1 / 3.0, 0.9, 0.1).toString();
        assertTrue(text.startsWith("prior P(H)                        0.333333  0.333333\nsensitivity P(+|H)                    9/10  0.900000"), text);
        // 0.3 / (0.3 + 2/30) = 9/11 for a prior of one third
        assertTrue(text.contains("PPV P(H|+)                        0.818182  0.818182"), text);
        assertEquals(ARTICLE.toString(), ARTICLE.exact().toString());
        assertEquals("false-positive rate 0.100000, sensitivity 0.900000", new RocPoint(0.1, 0.9).toString());
    }

    private static void assertNames(String argument, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.startsWith(argument + " must be"), message);
    }

    /// Strictly between 0 and 1.
    private static BigFraction random(SplittableRandom random) {
        int denominator = random.nextInt(2, 1000);
        return Fractions.of(random.nextInt(1, denominator), denominator);
    }
}

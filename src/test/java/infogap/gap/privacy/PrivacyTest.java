package infogap.gap.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.gap.InformationGap;
import infogap.gap.LogScore;
import infogap.information.Divergence;
import infogap.information.Unit;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrivacyTest {

    private static final List<String> ANSWERS = List.of("yes", "no");

    /// Closed forms of an exponential and a quotient.
    private static final double ROUNDING = 1e-14;

    @Test
    void theArticlesChannelIsRandomizedResponseAtLogNine() {
        Channel<String, String> channel = Channel.binary(ANSWERS, ANSWERS, 0.9, 0.1);
        PrivacyLoss loss = PrivacyLoss.of(channel);
        assertEquals(Fractions.of("9"), loss.largestLikelihoodRatio().fraction());
        assertEquals(2.1972245773362196, loss.epsilon());
        Channel<String, String> response = RandomizedResponse.ofEpsilon(ANSWERS, Math.log(9));
        assertEquals(0.9, response.probability(0, 0), ROUNDING);
        assertEquals(0.1, response.probability(1, 0), ROUNDING);
    }

    /// 0.9 log 9 + 0.1 log (1/9) = 0.8 log 9 = ε tanh(ε/2) at ε = log 9.
    @Test
    void randomizedResponseAttainsTheCap() {
        for (double epsilon : new double[] {0.1, 1, Math.log(9), 5}) {
            Channel<String, String> channel = RandomizedResponse.ofEpsilon(ANSWERS, epsilon);
            assertEquals(PrivacyLoss.relativeEntropyCap(epsilon, Unit.NATS), relativeEntropy(channel, 0, 1), 1e-13);
        }
        assertEquals(0.8 * Math.log(9), PrivacyLoss.relativeEntropyCap(Math.log(9), Unit.NATS), ROUNDING);
        assertEquals(0.8 * Math.log(9) / Math.log(2), PrivacyLoss.relativeEntropyCap(Math.log(9), Unit.BITS), ROUNDING);
    }

    /// The definition, over the whole range: the loss is at most ε, and ε but for the rounding of an entry, or of the smallest double.
    @Test
    void randomizedResponseIsPrivateAtEveryEpsilon() {
        for (List<String> answers : List.of(ANSWERS, List.of("a", "b", "c", "d", "e"))) {
            for (double epsilon : new double[] {0, 1e-17, 1e-10, 0.1, 1, Math.log(9), 30, 36.7, 37, 50, 400, 700, 708, 720, 744, 745, 800, 1e300}) {
                double loss = PrivacyLoss.of(RandomizedResponse.ofEpsilon(answers, epsilon)).epsilon();
                assertTrue(loss <= epsilon, () -> epsilon + ": " + loss);
                if (epsilon <= 700) {
                    assertEquals(epsilon, loss, 4 * Math.ulp(Math.max(1, epsilon)));
                }
            }
            // the smallest double prints as 4.9e-324
            assertEquals(324 * Math.log(10) - Math.log(4.9), PrivacyLoss.of(RandomizedResponse.ofEpsilon(answers, 1e300)).epsilon(), 1e-12);
        }
    }

    /// For random private channels: the log-odds move by at most ε, relative entropy and the gap in nats stay under the cap.
    @Test
    void privacyCapsTheGap() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            Channel<String, Integer> channel = randomChannel(random);
            double epsilon = PrivacyLoss.of(channel).epsilon();
            double cap = PrivacyLoss.relativeEntropyCap(epsilon, Unit.NATS);
            assertTrue(relativeEntropy(channel, 0, 1) <= cap + ROUNDING);
            assertTrue(relativeEntropy(channel, 1, 0) <= cap + ROUNDING);
            double prior = random.nextDouble(0.05, 0.95);
            var gap = InformationGap.of(Distribution.binary("yes", "no", prior), channel, LogScore.nats());
            assertTrue(gap.closed() <= cap + ROUNDING, () -> gap + " exceeds " + cap);
            gap.messages().forEach(message -> {
                double m = message.posterior().probabilityAt(0);
                assertTrue(Math.abs(Math.log(m / (1 - m)) - Math.log(prior / (1 - prior))) <= epsilon + 1e-12);
            });
        }
    }

    @Test
    void aMessageThatExcludesAnInputIsNotPrivate() {
        PrivacyLoss loss = PrivacyLoss.of(Channel.perfect(ANSWERS));
        assertInstanceOf(Ratio.Infinite.class, loss.largestLikelihoodRatio());
        assertEquals(Double.POSITIVE_INFINITY, loss.epsilon());
        assertTrue(loss.toString().contains("excludes an input"), loss::toString);
        assertEquals(0, PrivacyLoss.of(Channel.uninformative(ANSWERS, Distribution.binary(1, 2, 0.3))).epsilon());
    }

    /// The mechanism's definition: a count that differs by Δ makes every release at most e^ε times as likely.
    @Test
    void noiseForCountsIsPrivate() {
        DiscreteLaplace noise = new DiscreteLaplace(0.7, 3);
        double sum = 0;
        double square = 0;
        for (long z = -400; z <= 400; z++) {
            sum += noise.probability(z);
            square += noise.probability(z) * z * z;
            double ratio = noise.probability(z) / noise.probability(z - 3);
            assertTrue(Math.abs(Math.log(ratio)) <= 0.7 + 1e-12);
        }
        assertEquals(1, sum, 1e-13);
        assertEquals(noise.variance(), square, 1e-11 * square);
    }

    /// Frequencies of the exact sampler against the formula: χ² with 10 cells beyond 0 joined; 29.6 is the 0.1 % point for 10 degrees of freedom.
    @Test
    void theExactSamplerHasTheDistribution() {
        DiscreteLaplace noise = new DiscreteLaplace(0.5, 1);
        Random random = new Random(12);
        int draws = 20_000;
        long[] counts = new long[11];
        for (int i = 0; i < draws; i++) {
            int z = noise.sample(random).intValueExact();
            counts[Math.clamp(z, -5, 5) + 5]++;
        }
        double statistic = 0;
        for (int cell = 0; cell < 11; cell++) {
            double p = 0;
            for (long z = -200; z <= 200; z++) {
                p += Math.clamp(z, -5, 5) == cell - 5 ? noise.probability(z) : 0;
            }
            statistic += (counts[cell] - draws * p) * (counts[cell] - draws * p) / (draws * p);
        }
        assertTrue(statistic < 29.6, "chi-squared " + statistic);
        assertEquals(noise.release(100, new Random(1)), noise.sample(new Random(1)).add(BigInteger.valueOf(100)));
    }

    @Test
    void parametersOutsideTheirRangeAreRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThrows(IllegalArgumentException.class, () -> RandomizedResponse.ofEpsilon(ANSWERS, bad));
            assertThrows(IllegalArgumentException.class, () -> RandomizedResponse.ofTruthfulness(ANSWERS, bad));
            assertThrows(IllegalArgumentException.class, () -> PrivacyLoss.relativeEntropyCap(bad, Unit.NATS));
            assertThrows(IllegalArgumentException.class, () -> new DiscreteLaplace(bad, 1));
        }
        assertThrows(IllegalArgumentException.class, () -> new DiscreteLaplace(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new DiscreteLaplace(1, 1).sample(null));
        assertThrows(IllegalArgumentException.class, () -> RandomizedResponse.ofTruthfulness(List.of("only"), 1));
        assertThrows(IllegalArgumentException.class, () -> RandomizedResponse.ofTruthfulness(ANSWERS, 0.4));
        assertEquals(0.5, RandomizedResponse.ofEpsilon(ANSWERS, 0).probability(0, 0));
    }

    private static double relativeEntropy(Channel<?, ?> channel, int first, int second) {
        return Divergence.kullbackLeibler(
                Distribution.of(channel.outputs(), channel.row(first)), Distribution.of(channel.outputs(), channel.row(second)), Unit.NATS);
    }

    /// Two inputs, two to five messages, no entry below 0.02 before rescaling.
    private static Channel<String, Integer> randomChannel(SplittableRandom random) {
        List<Integer> messages = java.util.stream.IntStream.range(0, random.nextInt(2, 6)).boxed().toList();
        double[][] rows = new double[2][];
        for (int i = 0; i < 2; i++) {
            rows[i] = Distribution.normalized(messages, messages.stream().mapToDouble(m -> random.nextDouble(0.02, 1)).toArray())
                    .probabilities();
        }
        return Channel.of(ANSWERS, messages, rows);
    }
}

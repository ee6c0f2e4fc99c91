package infogap.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What is true of the laws for all parameters, on seeded random ones.
class TrustTheoremsTest {

    private static final double ROUNDING = 1e-13;

    /// The logistic, asymmetric and reputation laws stay in [0, 1], at every sampled time and by the trajectory's own account.
    @Test
    void boundedLawsStayInTheUnitInterval() {
        for (TrustTrajectory trajectory : Trajectories.random(11, 400)) {
            if (trajectory.model() instanceof TrustModel.Linear) {
                continue;
            }
            assertInstanceOf(Validity.StaysInUnitInterval.class, trajectory.validity(10), trajectory::toString);
            for (double trust : trajectory.sample(10, 50).trust()) {
                assertTrue(trust > 0 && trust < 1, trajectory::toString);
            }
        }
    }

    /// The linear law leaves [0, 1] at the time it states: it is inside just before and outside just after.
    @Test
    void linearLawLeavesWhenItSays() {
        int leaving = 0;
        for (TrustTrajectory trajectory : Trajectories.random(12, 400)) {
            if (trajectory.model() instanceof TrustModel.Linear && trajectory.validity(10) instanceof Validity.LeavesUnitInterval leaves) {
                leaving++;
                assertTrue(outside(trajectory.at(leaves.at() + 1e-9)), trajectory::toString);
                for (double t : trajectory.sample(leaves.at() * (1 - 1e-9), 200).times()) {
                    assertFalse(outside(trajectory.at(t)), trajectory::toString);
                }
            }
        }
        assertTrue(leaving >= 20, "only " + leaving + " trajectories leave");
    }

    private static boolean outside(double trust) {
        return trust < 0 || trust > 1;
    }

    /// Under a rising ramp trust never falls iff I₀ ≥ I_min; otherwise its minimum is at (I_min − I₀)/k′ with the value T₀ − k(I_min − I₀)²/(2k′).
    @Test
    void trustIsMonotoneIffTransparencyStartsAboveTheThreshold() {
        SplittableRandom random = new SplittableRandom(13);
        int falling = 0;
        for (int i = 0; i < 300; i++) {
            double initial = random.nextDouble();
            double threshold = random.nextDouble();
            double slope = random.nextDouble(0.05, 0.5);
            double k = random.nextDouble(0.1, 2);
            TrustTrajectory trajectory = TrustModel.linear(0.5, k, threshold).under(Transparency.ramp(initial, slope));
            double[] trust = trajectory.sample(30, 600).trust();
            boolean monotone = true;
            for (int j = 1; j < trust.length; j++) {
                monotone &= trust[j] >= trust[j - 1];
            }
            Extremum minimum = trajectory.minimum(30);
            if (initial >= threshold) {
                assertTrue(monotone);
                assertEquals(0, minimum.at());
            } else if ((threshold - initial) / slope > 0.1) {
                falling++;
                assertFalse(monotone);
                assertEquals((threshold - initial) / slope, minimum.at(), ROUNDING * minimum.at() + ROUNDING);
                assertEquals(0.5 - k * Math.pow(threshold - initial, 2) / (2 * slope), minimum.trust(), ROUNDING * 100);
            }
        }
        assertTrue(falling > 50);
    }

    /// Bayes' rule: the odds after evidence with likelihood ratio exp S are the odds before times that ratio, and evidence in two
    /// parts gives the product of both ratios.
    @Test
    void logisticLawIsBayesRuleInOdds() {
        SplittableRandom random = new SplittableRandom(14);
        for (int i = 0; i < 200; i++) {
            double prior = random.nextDouble(0.01, 0.99);
            double k = random.nextDouble(0.1, 2);
            double threshold = random.nextDouble();
            Transparency transparency = Trajectories.transparency(random, i % 5);
            TrustTrajectory trajectory = TrustModel.logistic(prior, k, threshold).under(transparency);
            double ratio = Math.exp(k * transparency.excess(7, threshold));
            double trust = trajectory.at(7);
            assertEquals(prior / (1 - prior) * ratio, trust / (1 - trust), 1e-9 * prior / (1 - prior) * ratio);
            // the same posterior from two likelihoods with that ratio
            double likely = ratio / (1 + ratio);
            assertEquals(prior * likely / (prior * likely + (1 - prior) * (1 - likely)), trust, ROUNDING);
        }
    }

    /// Logistic trust tends to 1 iff S does not stay bounded: a constant I below the threshold drives it to 0, at the threshold it stays.
    @Test
    void logisticLimits() {
        assertEquals(1, TrustModel.logistic(0.1, 1, 0.4).under(Transparency.constant(0.5)).at(1000), ROUNDING);
        assertEquals(0, TrustModel.logistic(0.9, 1, 0.6).under(Transparency.constant(0.5)).at(1000), ROUNDING);
        assertEquals(0.3, TrustModel.logistic(0.3, 1, 0.5).under(Transparency.constant(0.5)).at(1000), ROUNDING);
    }

    /// Trust that has rounded to 1 comes back when transparency falls, at the time the closed form says.
    @Test
    void certaintyByRoundingIsNotForEver() {
        TrustTrajectory trajectory = TrustModel.logistic(0.5, 10, 0.5).under(Transparency.steps(new double[] {0, 10, 30}, new double[] {1, 0, 1}));
        assertEquals(1.0, trajectory.at(10));
        assertEquals(20, trajectory.firstPassage(0.5, 40).orElseThrow(), ROUNDING * 20);
        assertEquals(2, trajectory.crossings(0.5, 45).size());
    }

    /// Lost faster than won: after the same area down and up again, trust ends lower iff k₋ > k₊ is large enough to bite, and a
    /// larger loss rate never helps.
    @Test
    void aLargerLossRateNeverHelps() {
        SplittableRandom random = new SplittableRandom(15);
        for (int i = 0; i < 100; i++) {
            double loss = random.nextDouble(0.1, 3);
            Transparency transparency = Trajectories.transparency(random, 4);
            double mild = TrustModel.asymmetric(0.5, 1, loss, 0.5).under(transparency).at(9);
            double harsh = TrustModel.asymmetric(0.5, 1, loss * 2, 0.5).under(transparency).at(9);
            assertTrue(harsh <= mild);
        }
    }

    /// The continuous reputation law is the expected path of the counts: with a share I of n feedbacks positive it is the mean of
    /// Beta(a + nI, b + n(1 − I)).
    @Test
    void reputationIsTheMeanOfTheCounts() {
        BetaReputation prior = new BetaReputation(2, 3);
        double trust = TrustModel.reputation(prior, 10).under(Transparency.constant(0.7)).at(4);
        assertEquals(prior.after(28, 12).mean(), trust, ROUNDING);
        assertEquals(2.0 / 5, prior.mean());
        assertEquals(new BetaReputation(9, 1), BetaReputation.ofMean(0.9, 10), "the decimals");
        assertEquals(new BetaReputation(0.3, 2.7), BetaReputation.ofMean(0.1, 3));
        assertEquals(1.0 / 12, BetaReputation.uniform().variance(), ROUNDING, "the uniform distribution's variance");
        assertEquals(0.3, BetaReputation.uniform().quantile(0.3), ROUNDING, "the uniform distribution's quantile");
        assertEquals(-Math.expm1(Math.log1p(-0.025) / 1e9), new BetaReputation(1, 1e9).quantile(0.025), 1e-24, "1 − (1 − p)^(1/b) for Beta(1, b)");
        assertEquals(-Math.expm1(Math.log(0.025) / 1e9), new BetaReputation(1, 1e9).quantile(0.975), 1e-22);
    }

    /// Feedback data: the trajectory on observed points depends on the integral between them.
    @Test
    void observedTransparencyAsStepsAndAsLines() {
        double[] times = {0, 1, 3};
        double[] shares = {0.2, 0.6, 0.9};
        assertEquals(0.2 + 2 * 0.6 + 2 * 0.9, Transparency.steps(times, shares).integral(5), ROUNDING);
        assertEquals(0.4 + 2 * 0.75 + 2 * 0.9, Transparency.piecewiseLinear(times, shares).integral(5), ROUNDING);
        assertEquals(0.6, Transparency.steps(times, shares).at(1), "the value after the jump");
    }
}

package infogap.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Levels that random draws do not meet: those of corners and minima, of the horizon, and next to the start and to certainty.
class ReachedLevelsTest {

    private static final double HORIZON = 10;
    private static final double FEW_ROUNDINGS = 1e-11;
    private static final double TRUST_ROUNDINGS = 4e-15;

    /// Trust at a moment at which two phases meet, taken as the level: where trust goes on it is crossed there, where trust turns it is touched.
    @Test
    void levelsReachedWherePhasesMeetAreFound() {
        int passed = 0;
        int touched = 0;
        for (TrustTrajectory trajectory : Trajectories.random(27, 4000)) {
            if (!(trajectory.model() instanceof TrustModel.Threshold model && trajectory.transparency() instanceof Transparency.Segmented segmented)) {
                continue;
            }
            List<Phase> phases = Phase.of(model, segmented, HORIZON);
            for (int i = 1; i < phases.size(); i++) {
                double boundary = phases.get(i).start();
                double level = trajectory.at(boundary);
                List<Crossing> found = trajectory.crossings(level, HORIZON);
                boolean turns = phases.get(i).direction() != phases.get(i - 1).direction();
                // trust is known to a few roundings, which near I_min is a longer time
                double speed = Math.min(Math.abs(trajectory.rate(Math.nextDown(boundary))), Math.abs(trajectory.rate(boundary)));
                double nearby = FEW_ROUNDINGS + TRUST_ROUNDINGS / speed;
                Crossing there = found.stream().filter(crossing -> Math.abs(crossing.at() - boundary) <= nearby)
                        .min(Comparator.comparingDouble(crossing -> Math.abs(crossing.at() - boundary)))
                        .orElseThrow(() -> new AssertionError(trajectory + " reaches " + level + " at " + boundary));
                assertEquals(turns, there.direction() == Crossing.Direction.TOUCH, trajectory + " at " + boundary);
                assertEquals(found.getFirst().at(), trajectory.firstPassage(level, HORIZON).orElseThrow());
                passed += turns ? 0 : 1;
                touched += turns ? 1 : 0;
            }
        }
        assertTrue(passed > 1000 && touched > 500, passed + " passed, " + touched + " touched");
    }

    /// 0.5 + 0.1·0.6·7 = 0.92, and 0.4 + 0.2·(0.2·2 + 0.2·2²/2) = 0.56, both where the next stretch begins.
    @Test
    void decimalLevelsAtCornersAreReachedAtTheCorner() {
        TrustTrajectory steps = TrustModel.linear(0.5, 0.1, 0).under(Transparency.steps(new double[] {0, 7}, new double[] {0.6, 0.6}));
        assertEquals(7, steps.firstPassage(0.92, HORIZON).orElseThrow());
        TrustTrajectory capped = TrustModel.linear(0.4, 0.2, 0).under(Transparency.cappedRamp(0.2, 0.2, 0.6));
        assertEquals(2, capped.firstPassage(0.56, HORIZON).orElseThrow());
        TrustTrajectory dip = TrustModel.linear(0.57, 0.92, 0.1).under(Transparency.ramp(0.05, 0.23));
        assertEquals(0.05 / 0.23, dip.firstPassage(0.565, HORIZON).orElseThrow(), "0.57 − 0.92·0.05²/0.46 = 0.565");
        assertEquals(Crossing.Direction.TOUCH, dip.crossings(0.565, HORIZON).getFirst().direction());
    }

    /// Linear trust falls to T₀ − kd²/(2k′) with d = I_min − I₀, exactly: that level is touched there, and the level 10⁻¹² below is never taken.
    @Test
    void exactMinimaAreReached() {
        SplittableRandom random = new SplittableRandom(28);
        for (int i = 0; i < 2000; i++) {
            Dip dip = Dip.draw(random);
            double level = Fractions.toDouble(dip.initialTrust().subtract(dip.fall()));
            TrustTrajectory trajectory = dip.from(Fractions.toDouble(dip.initialTrust()));
            assertEquals(dip.turn(), trajectory.firstPassage(level, 1000).orElseThrow(), trajectory::toString);
            assertEquals(new Extremum(dip.turn(), level), trajectory.minimum(1000));
            assertEquals(List.of(Crossing.Direction.TOUCH),
                    trajectory.crossings(level, 1000).stream().map(Crossing::direction).toList(), trajectory::toString);
            assertTrue(trajectory.firstPassage(level - 1e-12, dip.turn() * 2).isEmpty(), trajectory::toString);
        }
    }

    /// T₀ = kd²/(2k′) falls to 0 exactly, which is no leaving; any smaller T₀ leaves.
    @Test
    void trustThatFallsToZeroStaysInTheUnitInterval() {
        SplittableRandom random = new SplittableRandom(29);
        for (int i = 0; i < 2000; i++) {
            Dip dip = Dip.draw(random);
            double initial = Fractions.toDouble(dip.fall());
            assertTrue(dip.from(initial).validity(dip.turn() * 1.5).stays(), () -> dip + " from " + initial);
            assertInstanceOf(Validity.LeavesUnitInterval.class, dip.from(Math.nextDown(initial)).validity(dip.turn() * 1.5), () -> dip.from(Math.nextDown(initial)).toString());
            assertEquals(dip.turn(), dip.from(initial).firstPassage(0, dip.turn() * 1.5).orElseThrow());
        }
    }

    /// A linear law whose transparency starts d below I_min and rises with slope k′, all decimals of two digits with finite quotients.
    private record Dip(BigFraction initialTrust, BigFraction k, BigFraction threshold, BigFraction initial, BigFraction slope) {

        private static final String[] SLOPES = {"0.05", "0.1", "0.2", "0.25", "0.4", "0.5"};

        static Dip draw(SplittableRandom random) {
            int initial = random.nextInt(0, 60);
            return new Dip(Fractions.of(random.nextInt(60, 100), 100), Fractions.of(random.nextInt(1, 40), 100),
                    Fractions.of(random.nextInt(initial + 1, initial + 30), 100), Fractions.of(initial, 100),
                    Fractions.of(SLOPES[random.nextInt(SLOPES.length)]));
        }

        BigFraction fall() {
            BigFraction d = threshold.subtract(initial);
            return k.multiply(d).multiply(d).divide(slope.multiply(2));
        }

        double turn() {
            return Fractions.toDouble(threshold.subtract(initial).divide(slope));
        }

        TrustTrajectory from(double trust) {
            return TrustModel.linear(trust, Fractions.toDouble(k), Fractions.toDouble(threshold))
                    .under(Transparency.ramp(Fractions.toDouble(initial), Fractions.toDouble(slope)));
        }
    }

    /// A horizon that is a crossing is within reach: the level is reached at the horizon, and nothing comes before it.
    @Test
    void theHorizonBelongsToTheTimesLookedAt() {
        SplittableRandom random = new SplittableRandom(30);
        int crossed = 0;
        for (TrustTrajectory trajectory : Trajectories.random(31, 2000)) {
            double level = random.nextDouble(0.1, 0.9);
            OptionalDouble passage = trajectory.firstPassage(level, HORIZON);
            if (passage.isPresent()) {
                crossed++;
                double horizon = passage.getAsDouble();
                assertEquals(horizon, trajectory.firstPassage(level, horizon).orElseThrow(), FEW_ROUNDINGS, trajectory::toString);
                assertEquals(1, trajectory.crossings(level, horizon).size(), trajectory::toString);
            }
        }
        assertTrue(crossed > 500, "only a few cross");
    }

    /// Reputation leaves [0, 1] with its transparency: a + ρ(I₀t + k′t²/2) = a + b + ρt for Beta(1, 1), ρ = 1, I₀ = 0.5, k′ = 0.1 at t = 5 + √45.
    @Test
    void reputationUnderAnUncappedRampLeavesTheUnitInterval() {
        TrustTrajectory trajectory = TrustModel.reputation(BetaReputation.uniform(), 1).under(Transparency.ramp(0.5, 0.1));
        double expected = 5 + Math.sqrt(45);
        assertEquals(expected, trajectory.firstPassage(1, 1000).orElseThrow(), FEW_ROUNDINGS);
        assertEquals(expected, assertInstanceOf(Validity.LeavesUnitInterval.class, trajectory.validity(1000)).at(), FEW_ROUNDINGS);
        assertTrue(trajectory.firstPassage(-0.5, 1000).isEmpty());
    }

    /// Trust that has rounded to 1 has passed the levels below 1 when its log-odds did, and never takes 1 itself.
    @Test
    void levelsNextToOneArePassedAtTheirOwnTime() {
        TrustTrajectory logistic = TrustModel.logistic(0.5, 1, 0).under(Transparency.constant(1));
        double level = Math.nextDown(1.0);
        // 1 − level = 2⁻⁵³, so that S = ln((1 − 2⁻⁵³)/2⁻⁵³)
        double expected = 53 * Math.log(2);
        assertEquals(1.0, logistic.at(1000));
        assertEquals(expected, logistic.firstPassage(level, 1000).orElseThrow(), FEW_ROUNDINGS);
        assertEquals(expected, logistic.crossings(level, 1000).getFirst().at(), FEW_ROUNDINGS);
        assertTrue(logistic.crossings(1, 1000).isEmpty());
        assertTrue(TrustModel.asymmetric(0.5, 1, 1, 0).under(Transparency.constant(1)).crossings(1, 1000).isEmpty());
    }

    /// A level just above T₀ is passed after δ/(T₀(1 − T₀)k(I − I_min)), to the relative accuracy of δ.
    @Test
    void levelsNextToTheStartKeepTheirDigits() {
        double small = 0x1p-40;
        TrustTrajectory logistic = TrustModel.logistic(0.5, 1, 0).under(Transparency.constant(1));
        // ln((0.5 + δ)/(0.5 − δ)) = 4δ + O(δ³)
        assertEquals(4 * small, logistic.firstPassage(0.5 + small, 1).orElseThrow(), 4 * small * FEW_ROUNDINGS);
        TrustTrajectory asymmetric = TrustModel.asymmetric(0.5, 1, 2, 0.5).under(Transparency.constant(0));
        // ln((0.5 − δ)/0.5) = −2δ − 2δ² at the rate 2·0.5
        assertEquals(2 * small + 2 * small * small, asymmetric.firstPassage(0.5 - small, 1).orElseThrow(), 2 * small * FEW_ROUNDINGS);
        TrustTrajectory slow = TrustModel.logistic(0.5, 1, 0).under(Transparency.constant(1e-200));
        assertEquals(Math.log(1.5) * 1e200, slow.firstPassage(0.6, 1e200).orElseThrow(), 1e200 * FEW_ROUNDINGS);
    }

    /// "Ever" as a horizon, and sensitivities for which no area is enough: areas that overflow decide nothing by themselves.
    @Test
    void extremeHorizonsAndSensitivities() {
        double ever = Double.MAX_VALUE;
        Transparency half = Transparency.constant(0.5);
        assertEquals(Math.log(9), TrustModel.logistic(0.5, 2, 0).under(half).firstPassage(0.9, ever).orElseThrow(), FEW_ROUNDINGS);
        assertTrue(TrustModel.logistic(0.5, 2, 0.9).under(half).firstPassage(0.9, ever).isEmpty());
        assertEquals(Math.log(9) / 0.1, TrustModel.logistic(0.5, 1, 0.9).under(Transparency.cappedRamp(1, 0)).firstPassage(0.9, ever).orElseThrow(),
                HORIZON * FEW_ROUNDINGS);
        assertEquals(0.8, TrustModel.linear(0.5, 1, 0).under(half).firstPassage(0.9, ever).orElseThrow(), FEW_ROUNDINGS);
        assertTrue(TrustModel.linear(0.5, 1e-310, 0).under(half).firstPassage(0.9, 1000).isEmpty());
        assertTrue(TrustModel.logistic(0.5, 1e-310, 0).under(half).firstPassage(0.9, 1000).isEmpty());
        assertTrue(TrustModel.logistic(0.5, 1e-310, 0).under(Transparency.ramp(0.5, 0.1)).firstPassage(0.9, 1000).isEmpty());
        assertTrue(TrustModel.asymmetric(0.5, 1e-310, 1, 0).under(half).firstPassage(0.9, 1000).isEmpty());
        assertEquals(Math.log(9) / 1e300 / 0.5, TrustModel.logistic(0.5, 1e300, 0).under(half).firstPassage(0.9, 1000).orElseThrow(), 1e-300 * FEW_ROUNDINGS);
        assertTrue(TrustModel.linear(0.5, 1, 0.5).under(half).firstPassage(0.9, ever).isEmpty(), "I = I_min");
        assertTrue(TrustModel.logistic(0.5, 1, 0.5).under(half).crossings(0.5, ever).isEmpty(), "on the level from the start");
    }

    /// Trust that comes back to T₀ after equal areas below and above the threshold is on the level again exactly then.
    @Test
    void returningToTheStartIsACrossing() {
        Transparency there = Transparency.steps(new double[] {0, 3, 6}, new double[] {0.1, 0.5, 0.7});
        for (TrustModel model : new TrustModel[] {TrustModel.linear(0.7, 0.3, 0.3), TrustModel.logistic(0.7, 0.3, 0.3)}) {
            List<Crossing> crossings = model.under(there).crossings(0.7, HORIZON);
            assertEquals(1, crossings.size(), model::toString);
            assertEquals(Crossing.Direction.UP, crossings.getFirst().direction());
            assertEquals(6, crossings.getFirst().at(), FEW_ROUNDINGS);
        }
    }
}

package infogap.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Level crossings are all found, in order, each between two times at which trust is on different sides.
class EventsTest {

    private static final double HORIZON = 10;
    private static final double FEW_ROUNDINGS = 1e-11;

    @Test
    void crossingsAreThoseThatADenseScanSees() {
        SplittableRandom random = new SplittableRandom(21);
        int crossings = 0;
        int several = 0;
        for (TrustTrajectory trajectory : Trajectories.random(22, 400)) {
            double level = random.nextDouble(0.1, 0.9);
            List<Crossing> found = trajectory.crossings(level, HORIZON);
            for (Crossing crossing : found) {
                double before = trajectory.at(crossing.low()) - level;
                double after = trajectory.at(crossing.high()) - level;
                assertTrue(before * after <= 0 && before != after, trajectory + " at " + crossing);
                assertTrue(crossing.high() - crossing.low() < FEW_ROUNDINGS * HORIZON || trajectory.rate(crossing.at()) < 1e-6);
            }
            double[] times = trajectory.sample(HORIZON, 1000).times();
            int changes = 0;
            for (int i = 1; i < times.length; i++) {
                double low = times[i - 1];
                double high = times[i];
                if ((trajectory.at(low) - level) * (trajectory.at(high) - level) < 0) {
                    changes++;
                    assertTrue(found.stream().anyMatch(crossing -> crossing.at() >= low && crossing.at() <= high),
                            trajectory + " crosses " + level + " between " + low + " and " + high);
                }
            }
            assertTrue(found.size() >= changes);
            assertEquals(0, (found.size() - changes) % 2, "what a scan misses are pairs between its points");
            crossings += found.size();
            several += found.size() > 1 ? 1 : 0;
        }
        assertTrue(crossings >= 100 && several >= 10, crossings + " crossings, " + several + " with several");
    }

    @Test
    void firstPassageIsTheFirstCrossing() {
        SplittableRandom random = new SplittableRandom(23);
        for (TrustTrajectory trajectory : Trajectories.random(24, 400)) {
            double level = random.nextDouble(0.1, 0.9);
            OptionalDouble first = trajectory.firstPassage(level, HORIZON);
            List<Crossing> all = trajectory.crossings(level, HORIZON);
            assertEquals(!all.isEmpty(), first.isPresent(), trajectory::toString);
            if (first.isPresent()) {
                assertEquals(all.getFirst().at(), first.getAsDouble(), FEW_ROUNDINGS);
                assertEquals(level, trajectory.at(first.getAsDouble()), FEW_ROUNDINGS);
            }
        }
    }

    /// t* = [(I_min − I₀) + √((I_min − I₀)² + 2k′(1 − T₀)/k)]/k′ for the linear law under a ramp.
    @Test
    void linearCrossingHasTheFormulaOfTheQuadratic() {
        SplittableRandom random = new SplittableRandom(25);
        for (int i = 0; i < 200; i++) {
            double initial = random.nextDouble();
            double threshold = random.nextDouble();
            double slope = random.nextDouble(0.05, 1);
            double k = random.nextDouble(0.2, 3);
            double trust = random.nextDouble(0.3, 0.9);
            double difference = threshold - initial;
            double expected = (difference + Math.sqrt(difference * difference + 2 * slope * (1 - trust) / k)) / slope;
            OptionalDouble found = TrustModel.linear(trust, k, threshold).under(Transparency.ramp(initial, slope)).firstPassage(1, 1000);
            assertEquals(expected, found.orElseThrow(), FEW_ROUNDINGS * expected);
        }
    }

    /// A pair of crossings 2·10⁻⁶ apart, far below any step that an integrator would take, is found.
    @Test
    void closePairsAreNotMissed() {
        TrustTrajectory dip = TrustModel.linear(0.5, 1, 0.3).under(Transparency.ramp(0.2, 0.1));
        List<Crossing> pair = dip.crossings(0.45 + 0.05 * 1e-12, 5);
        assertEquals(List.of(Crossing.Direction.DOWN, Crossing.Direction.UP), pair.stream().map(Crossing::direction).toList());
        // T − 0.45 = 0.05(t − 1)²
        assertEquals(2e-6, pair.getLast().at() - pair.getFirst().at(), 1e-8);
    }

    @Test
    void extremaAreThoseOfADenseSample() {
        for (TrustTrajectory trajectory : Trajectories.random(26, 200)) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (double trust : trajectory.sample(HORIZON, 2000).trust()) {
                least = Math.min(least, trust);
                greatest = Math.max(greatest, trust);
            }
            assertTrue(trajectory.minimum(HORIZON).trust() <= least + FEW_ROUNDINGS, trajectory::toString);
            assertTrue(trajectory.maximum(HORIZON).trust() >= greatest - FEW_ROUNDINGS, trajectory::toString);
            assertEquals(least, trajectory.minimum(HORIZON).trust(), 1e-3);
            assertEquals(greatest, trajectory.maximum(HORIZON).trust(), 1e-3);
        }
    }

    @Test
    void crossingsUnderACurve() {
        TrustTrajectory trajectory = TrustModel.asymmetric(0.5, 1, 2, 0.4)
                .under(Transparency.curve("0.5 + 0.4 sin t", t -> 0.5 + 0.4 * Math.sin(t)));
        List<Crossing> crossings = trajectory.crossings(0.6, 20);
        assertEquals(6, crossings.size());
        for (int i = 0; i < crossings.size(); i++) {
            assertEquals(0.6, trajectory.at(crossings.get(i).at()), 1e-10);
            assertEquals(i % 2 == 0 ? Crossing.Direction.UP : Crossing.Direction.DOWN, crossings.get(i).direction());
        }
        assertNotEquals(0, trajectory.minimum(20).at());
    }

    @Test
    void levelsThatABoundedLawCannotReachAreNotReached() {
        TrustTrajectory logistic = TrustModel.logistic(0.5, 1, 0).under(Transparency.ramp(0.2, 0.1));
        assertTrue(logistic.firstPassage(1, 1000).isEmpty());
        assertTrue(logistic.firstPassage(-0.5, 1000).isEmpty());
        assertTrue(logistic.validity(1000).stays());
    }
}

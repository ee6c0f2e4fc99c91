package infogap.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Thousands of crossings: each is found, for a cost in proportion to their number, and what may be missed is said.
class ManyCrossingsTest {

    private static final double HORIZON = 10;
    private static final double FEW_ROUNDINGS = 1e-11;

    private static TrustTrajectory wave(double omega, AtomicLong asked) {
        return TrustModel.linear(0.5, 1, 0.5).under(Transparency.curve("0.5 + 0.5 sin ωt", t -> {
            asked.incrementAndGet();
            return 0.5 + 0.5 * Math.sin(omega * t);
        }));
    }

    /// T = 0.5 + (1 − cos ωt)/(2ω) takes 0.5 + 1/(2ω) where ωt = π/2 + nπ: ⌊10ω/π + 1/2⌋ times until 10.
    @Test
    void everyCrossingOfAFastWaveIsFound() {
        for (double omega : new double[] {3, 800, 2000, 5000}) {
            Crossings crossings = wave(omega, new AtomicLong()).crossings(0.5 + 0.5 / omega, HORIZON);
            assertEquals((int) Math.floor(HORIZON * omega / Math.PI + 0.5), crossings.size());
            for (int i = 0; i < crossings.size(); i++) {
                assertEquals((i + 0.5) * Math.PI / omega, crossings.get(i).at(), FEW_ROUNDINGS * HORIZON);
                assertEquals(i % 2 == 0 ? Crossing.Direction.UP : Crossing.Direction.DOWN, crossings.get(i).direction());
            }
            assertInstanceOf(Completeness.UpTo.class, crossings.completeness());
            assertFalse(crossings.completeness().isCertain());
        }
    }

    /// Four times the crossings ask the curve about four times as often; a square would ask sixteen times as often.
    @Test
    void theCostGrowsWithTheNumberOfCrossings() {
        AtomicLong few = new AtomicLong();
        wave(2000, few).crossings(0.5 + 0.5 / 2000, HORIZON);
        AtomicLong many = new AtomicLong();
        wave(8000, many).crossings(0.5 + 0.5 / 8000, HORIZON);
        assertTrue(many.get() < 6 * few.get(), few + " and " + many);
    }

    /// More turns than the finest grid has points: the result says that it is incomplete.
    @Test
    void whatCannotBeResolvedIsSaid() {
        TrustTrajectory hopeless = wave(1e7, new AtomicLong());
        assertInstanceOf(Completeness.Unresolved.class, hopeless.completeness(HORIZON));
        assertTrue(hopeless.completeness(HORIZON).toString().startsWith("INCOMPLETE"));
    }

    @Test
    void straightStretchesMissNothing() {
        TrustTrajectory ramp = TrustModel.logistic(0.5, 1, 0.3).under(Transparency.ramp(0.2, 0.05));
        assertTrue(ramp.completeness(HORIZON).isCertain());
        assertFalse(ramp.crossings(0.495, HORIZON).toString().contains("missed"));
    }

    /// Alternating levels 0 and 1 for half a unit each: every law but the asymmetric has the same trust at every even step, so that a level between is
    /// crossed once in each step. Twenty thousand steps.
    @Test
    void manyStepsAreCrossedEach() {
        int steps = 20_000;
        double[] times = new double[steps];
        double[] levels = new double[steps];
        Arrays.setAll(times, i -> i / 2.0);
        Arrays.setAll(levels, i -> 1 - i % 2);
        Transparency alternating = Transparency.steps(times, levels);
        for (TrustModel model : new TrustModel[] {TrustModel.linear(0.5, 0.25, 0.5), TrustModel.logistic(0.5, 0.25, 0.5)}) {
            Crossings crossings = model.under(alternating).crossings(0.51, steps / 2.0);
            assertEquals(steps, crossings.size());
            assertTrue(crossings.completeness().isCertain());
            assertEquals(0.51, model.under(alternating).at(crossings.get(777).at()), FEW_ROUNDINGS);
        }
    }

    /// On a curve that goes up and down, the first passage, the extrema and the crossings of the asymmetric and the reputation law agree with a scan.
    @Test
    void theOtherLawsAgreeWithAScan() {
        Transparency wave = Transparency.curve("0.5 + 0.45 sin 40t", t -> 0.5 + 0.45 * Math.sin(40 * t));
        for (TrustModel model : new TrustModel[] {
            TrustModel.asymmetric(0.5, 1, 1.2, 0.45), TrustModel.reputation(new BetaReputation(2, 3), 4)
        }) {
            TrustTrajectory trajectory = model.under(wave);
            double[] trust = trajectory.sample(HORIZON, 4000).trust();
            double level = (trajectory.minimum(HORIZON).trust() + trajectory.maximum(HORIZON).trust()) / 2;
            int changes = 0;
            for (int i = 1; i < trust.length; i++) {
                changes += (trust[i - 1] - level) * (trust[i] - level) < 0 ? 1 : 0;
            }
            Crossings crossings = trajectory.crossings(level, HORIZON);
            assertEquals(changes, crossings.size(), trajectory::toString);
            crossings.forEach(crossing -> assertEquals(level, trajectory.at(crossing.at()), 1e-10));
            assertEquals(Arrays.stream(trust).min().orElseThrow(), trajectory.minimum(HORIZON).trust(), 1e-5);
        }
    }
}

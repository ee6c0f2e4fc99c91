package infogap.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

/// Curves with pulses and jumps: what is wide enough is found, and what is declared is found however narrow it is.
class CurvesTest {

    private static final double QUADRATURE_ERROR = 1e-13;
    private static final double INTEGRATOR_ERROR = 1e-9;
    private static final double YEAR = 365;

    private static final Transparency PULSE = Transparency.curve("0.3 and a pulse at 100", t -> 0.3 + 0.6 * Math.exp(-(t - 100) * (t - 100)));

    /// ∫ exp(−(u − 100)²)du over the year is √π but for 10⁻⁴³⁰⁰.
    @Test
    void aPulseOfAFewDaysInAYearIsSeen() {
        double area = 0.6 * Math.sqrt(Math.PI);
        assertEquals(0.3 * YEAR + area, PULSE.integral(YEAR), QUADRATURE_ERROR * YEAR);
        assertEquals(1 / (1 + Math.exp(-area)), TrustModel.logistic(0.5, 1, 0.3).under(PULSE).at(YEAR), QUADRATURE_ERROR * YEAR);
        TrustTrajectory asymmetric = TrustModel.asymmetric(0.5, 1, 1, 0.3).under(PULSE);
        assertEquals(1 - 0.5 * Math.exp(-area), asymmetric.at(YEAR), INTEGRATOR_ERROR);
        assertEquals(1 / (1 + Math.exp(-area)), TrustModel.logistic(0.5, 1, 0.3).under(PULSE).integrated(1e-12, YEAR)[0], INTEGRATOR_ERROR);
    }

    /// Boxes of a fiftieth of the time, anywhere: ∫ = 0.2t + 0.7·width.
    @Test
    void aBoxOfAFiftiethOfTheTimeIsSeenAnywhere() {
        SplittableRandom random = new SplittableRandom(41);
        for (int i = 0; i < 200; i++) {
            double from = random.nextDouble(0, 49);
            Transparency box = Transparency.curve("a box", t -> t >= from && t < from + 1 ? 0.9 : 0.2);
            assertEquals(0.2 * 50 + 0.7, box.integral(50), 50 * QUADRATURE_ERROR, () -> "a box from " + from);
        }
    }

    /// One day of the year, and one minute, with breakpoints at their ends.
    @Test
    void declaredJumpsAreSeenHoweverNarrow() {
        for (double width : new double[] {1, 1 / 1440.0, 0x1p-30}) {
            Transparency.Curve box = Transparency.curve("a box", t -> t >= 100 && t < 100 + width ? 0.9 : 0.3, 100 + width, 100);
            assertEquals(List.of(100.0, 100 + width), box.breakpoints());
            assertEquals(0.3 * YEAR + 0.6 * width, box.integral(YEAR), QUADRATURE_ERROR * YEAR);
            assertEquals(0.3 * (100 + width) + 0.6 * width, box.integral(100 + width), QUADRATURE_ERROR * 100, "until a breakpoint");
            double gained = 1 - 0.5 * Math.exp(-0.6 * width);
            TrustTrajectory asymmetric = TrustModel.asymmetric(0.5, 1, 1, 0.3).under(box);
            assertEquals(gained, asymmetric.at(YEAR), INTEGRATOR_ERROR * width + QUADRATURE_ERROR);
            assertEquals(gained, asymmetric.integrated(1e-12, 50, 100 + width / 2, 200, YEAR)[3], INTEGRATOR_ERROR * width + QUADRATURE_ERROR);
        }
    }

    /// A jump with either value at the breakpoint itself: both one-sided limits are used.
    @Test
    void theValueAtABreakpointDoesNotMatter() {
        for (boolean after : new boolean[] {true, false}) {
            Transparency jump = Transparency.curve("a jump", t -> t > 1 || after && t == 1 ? 0.9 : 0.2, 1);
            assertEquals(0.2 + 0.9 * 2, jump.integral(3), QUADRATURE_ERROR);
        }
    }

    /// A Gaussian of σ = 10⁻⁴ in a year with its centre declared: √(2π)σ.
    @Test
    void aNarrowPulseIsSeenFromItsCentre() {
        Transparency narrow = Transparency.curve("a spike", t -> 0.5 * Math.exp(-0.5e8 * (t - 100) * (t - 100)), 100);
        assertEquals(0.5e-4 * Math.sqrt(2 * Math.PI), narrow.integral(YEAR), QUADRATURE_ERROR);
        assertEquals(0.25e-4 * Math.sqrt(2 * Math.PI) * (1 + Erf.erf(2 / Math.sqrt(2))), narrow.integral(100 + 2e-4), QUADRATURE_ERROR);
    }

    /// A declared excursion between two points of the grid is a turn of trust: 0.5 + 0.1·0.01 is taken only in between.
    @Test
    void crossingsWithinADeclaredExcursionAreFound() {
        Transparency box = Transparency.curve("up and down", t -> t < 100 || t >= 100.02 ? 0.4 : t < 100.01 ? 0.6 : 0.2, 100, 100.01, 100.02);
        TrustTrajectory trajectory = TrustModel.linear(0.5, 0.5, 0.4).under(box);
        assertEquals(2, trajectory.crossings(0.5005, YEAR).size());
        assertEquals(100.005, trajectory.firstPassage(0.5005, YEAR).orElseThrow(), 1e-9);
        assertEquals(0.501, trajectory.maximum(YEAR).trust(), QUADRATURE_ERROR * YEAR);
        assertTrue(trajectory.validity(YEAR).stays());
    }

    /// The same minimum 0 as of the ramp, through quadrature: rounding does not take trust out of [0, 1].
    @Test
    void rightOnTheBoundaryIsInside() {
        TrustTrajectory ramp = TrustModel.linear(0.045, 1, 0.3).under(Transparency.curve("0.15 + t/4", t -> Math.min(1, 0.15 + 0.25 * t)));
        assertTrue(ramp.validity(1).stays(), "0.045 − 0.15²/0.5 = 0");
    }
}

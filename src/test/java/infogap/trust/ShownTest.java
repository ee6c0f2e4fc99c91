package infogap.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// Laws and transparencies print the formula that a student would write.
class ShownTest {

    @Test
    void aTrajectoryIsItsLawUnderItsTransparency() {
        assertEquals(
                "dT/dt = k(I - I_min) with T₀ = 0.5, k = 1, I_min = 0, under I = 0.2 + 0.1 t",
                TrustModel.linear(0.5, 1, 0).under(Transparency.ramp(0.2, 0.1)).toString());
        assertEquals(
                "dT/dt = k(I - I_min)T(1 - T) with T₀ = 0.5, k = 2, I_min = 0.25, under I = min(1, 0.2 + 0.1 t)",
                TrustModel.logistic(0.5, 2, 0.25).under(Transparency.cappedRamp(0.2, 0.1)).toString());
        assertEquals(
                "dT/dt = k₊(I - I_min)⁺(1 - T) - k₋(I_min - I)⁺T with T₀ = 0.5, k₊ = 1, k₋ = 3, I_min = 0.4, under I = 0.8 from t = 0, 0.1 from t = 4",
                TrustModel.asymmetric(0.5, 1, 3, 0.4).under(Transparency.step(0.8, 0.1, 4)).toString());
        assertEquals(
                "T = (a + ρJ)/(a + b + ρt) with a = 0.6, b = 1.4, ρ = 0.5, under I = 0.75",
                TrustModel.reputation(BetaReputation.ofMean(0.3, 2), 0.5).under(Transparency.constant(0.75)).toString());
        assertEquals("I = 0.9 - 0.1 t", Transparency.ramp(0.9, -0.1).toString());
        assertEquals("I through 0 at t = 0, 1 at t = 2", Transparency.piecewiseLinear(new double[] {0, 2}, new double[] {0, 1}).toString());
    }

    @Test
    void manyPointsAreCutShort() {
        List<Double> times = DoubleStream.iterate(0, t -> t + 1).limit(40).boxed().toList();
        List<Double> levels = times.stream().map(t -> 0.5).toList();
        String shown = new Transparency.Steps(times, levels).toString();
        assertEquals("I = 0.5 from t = 0, 0.5 from t = 1, 0.5 from t = 2, 0.5 from t = 3, 0.5 from t = 4, 0.5 from t = 5, … (40 in all)", shown);
    }
}

package infogap.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrustFactorsTest {

    private static final double FEW_ROUNDINGS = 1e-12;
    private static final double INTEGRATOR_ERROR = 1e-10;

    @Test
    void withoutBiasAndResourcesItIsTheLawOfToday() {
        for (TrustTrajectory trajectory : Trajectories.random(81, 200)) {
            assertEquals(trajectory, TrustFactors.NONE.on(trajectory.model()).under(trajectory.transparency()));
            assertEquals(trajectory.at(3), new TrustFactors(0, 1e-300).on(trajectory.model()).under(trajectory.transparency()).at(3), FEW_ROUNDINGS);
        }
    }

    /// The example of document 002: T₀ = 0.5, I₀ = 0.2, D₀ = 0.1, with a ramp of 0.1 and k = 1, I_min = 0.3. By hand Ĩ = 0.18 + 0.09t, so that
    /// T(2) = 0.5 + (0.18 − 0.3)·2 + 0.09·2 = 0.44, where without the bias it is 0.5 + (0.2 − 0.3)·2 + 0.1·2 = 0.5.
    @Test
    void theExampleOfDocument002WithItsBias() {
        TrustModel law = TrustModel.linear(0.5, 1, 0.3);
        TrustTrajectory biased = new TrustFactors(0.1, 0).on(law).under(Transparency.ramp(0.2, 0.1));
        assertEquals(Fractions.of("0.44"), biased.exact(Fractions.of("2")).orElseThrow());
        assertEquals(Fractions.of("0.5"), law.under(Transparency.ramp(0.2, 0.1)).exact(Fractions.of("2")).orElseThrow());
        assertEquals(Transparency.ramp(0.18, 0.09), biased.transparency());
        // 0.3/0.9: what must be disclosed for evidence to be neutral
        assertEquals(1.0 / 3, new TrustFactors(0.1, 0).neutralTransparency(0.3), FEW_ROUNDINGS);
    }

    /// The closed form is the solution of the differential equation with the rate of the law, whatever the transparency.
    @Test
    void theClosedFormSolvesTheEquation() {
        SplittableRandom random = new SplittableRandom(82);
        for (TrustTrajectory drawn : Trajectories.random(83, 120)) {
            TrustFactors factors = new TrustFactors(random.nextDouble(), random.nextDouble(-1, 1));
            TrustFactors.Law law = factors.on(drawn.model());
            TrustTrajectory trajectory = law.under(drawn.transparency());
            for (double t : new double[] {0.5, 2, 7}) {
                double now = drawn.transparency().at(t);
                if (now >= 0 && now <= 1) {
                    assertEquals(factors.earned(now), trajectory.transparency().at(t), FEW_ROUNDINGS, trajectory::toString);
                    assertEquals(law.rate(t, trajectory.at(t), now), trajectory.rate(t), INTEGRATOR_ERROR, trajectory::toString);
                }
            }
            assertEquals(trajectory.integrated(1e-12, 7)[0], trajectory.at(7), INTEGRATOR_ERROR * 10, trajectory::toString);
        }
    }

    @Test
    void earnedTransparencyIsAShareThatRisesInResourcesAndFallsInBias() {
        SplittableRandom random = new SplittableRandom(84);
        for (int round = 0; round < 1000; round++) {
            double bias = random.nextDouble();
            double resources = random.nextDouble(-1, 1);
            double shown = random.nextDouble();
            double earned = new TrustFactors(bias, resources).earned(shown);
            assertTrue(earned >= 0 && earned <= 1);
            assertTrue(new TrustFactors(random.nextDouble(bias, 1), resources).earned(shown) <= earned);
            assertTrue(new TrustFactors(bias, random.nextDouble(resources, 1)).earned(shown) >= earned - FEW_ROUNDINGS);
        }
        assertEquals(0, new TrustFactors(1, 0.5).earned(1));
        assertEquals(1, new TrustFactors(0, 1).earned(0));
        assertEquals(0, new TrustFactors(0, -1).earned(1));
        Transparency wave = Transparency.curve("wave", t -> 0.5 + 0.5 * Math.sin(t));
        assertEquals(0.9 * (0.7 * wave.integral(5) + 0.3 * 5), new TrustFactors(0.1, 0.3).earned(wave).integral(5), FEW_ROUNDINGS);
    }

    /// ∂T/∂D and ∂T/∂R against central differences.
    @Test
    void effectsAreDerivatives() {
        SplittableRandom random = new SplittableRandom(85);
        double step = 1e-6;
        for (int round = 0; round < 200; round++) {
            TrustModel model = random.nextBoolean() ? TrustModel.linear(0.5, random.nextDouble(0.1, 2), random.nextDouble())
                    : TrustModel.logistic(random.nextDouble(0.1, 0.9), random.nextDouble(0.1, 2), random.nextDouble());
            Transparency transparency = Transparency.cappedRamp(random.nextDouble(0.5), random.nextDouble(0.2), 0.9);
            double bias = random.nextDouble(0.1, 0.9);
            double resources = random.nextDouble(0.1, 0.9) * (random.nextBoolean() ? 1 : -1);
            TrustFactors.Effect effect = new TrustFactors(bias, resources).effect(model, transparency, 4);
            assertEquals((trust(model, transparency, bias + step, resources) - trust(model, transparency, bias - step, resources)) / (2 * step),
                    effect.byBias(), 1e-8);
            assertEquals((trust(model, transparency, bias, resources + step) - trust(model, transparency, bias, resources - step)) / (2 * step),
                    effect.byResources(), 1e-8);
        }
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TrustFactors(-0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> new TrustFactors(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new TrustFactors(0, 1.1));
        assertThrows(IllegalArgumentException.class, () -> TrustFactors.NONE.earned(1.5));
        assertThrows(ArithmeticException.class, () -> new TrustFactors(1, 0).neutralTransparency(0.3));
        assertThrows(IllegalArgumentException.class, () -> TrustFactors.NONE.effect(TrustModel.asymmetric(0.5, 1, 1, 0.3), Transparency.constant(0.5), 1));
    }

    private static double trust(TrustModel model, Transparency transparency, double bias, double resources) {
        return new TrustFactors(bias, resources).on(model).under(transparency).at(4);
    }
}

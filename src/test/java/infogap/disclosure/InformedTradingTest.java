package infogap.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InformedTradingTest {

    private static final double FEW_ROUNDINGS = 1e-12;

    /// Grossman and Stiglitz (1980), equations 16 to 19: a = 1, e^{2c} = 1.5, n = 2 give m = 1/3 and ρ² = 3/4; bits ½ log₂ 4 = 1.
    @Test
    void thePriceTellsThreeQuarters() {
        var trading = new InformedTrading(1, 0.5 * Math.log(1.5), 2, 1, 0.04);
        var mixed = assertInstanceOf(InformedTrading.Mixed.class, trading.outcome());
        assertEquals(0.75, mixed.informativeness(), FEW_ROUNDINGS);
        assertEquals(1, mixed.bits(), FEW_ROUNDINGS);
        // λ = a Var ε √(Var x/(Var θ m)) = √(0.04/(2/3)) = √0.06
        assertEquals(Math.sqrt(0.06), mixed.informed(), FEW_ROUNDINGS);
    }

    /// In equilibrium an informed trader does as well as an uninformed one, what the price tells does not depend on the noise, and corners are corners.
    @Test
    void nobodyWouldChangeSides() {
        SplittableRandom random = new SplittableRandom(76);
        int[] kinds = new int[3];
        for (int round = 0; round < 1000; round++) {
            var trading = new InformedTrading(
                    random.nextDouble(0.2, 3), random.nextDouble(0.001, 0.6), random.nextDouble(0.1, 3), random.nextDouble(0.1, 3), random.nextDouble(0.01, 1));
            switch (trading.outcome()) {
                case InformedTrading.Mixed mixed -> {
                    kinds[0]++;
                    assertEquals(1, trading.advantage(mixed.informed()), FEW_ROUNDINGS);
                    assertEquals(mixed.informativeness(), trading.informativeness(mixed.informed()), FEW_ROUNDINGS);
                    var quieter = new InformedTrading(trading.riskAversion(), trading.cost(), trading.signalVariance(), trading.residualVariance(),
                            trading.supplyVariance() / 4);
                    var calm = assertInstanceOf(InformedTrading.Mixed.class, quieter.outcome());
                    assertEquals(mixed.informativeness(), calm.informativeness(), FEW_ROUNDINGS);
                    assertEquals(mixed.informed() / 2, calm.informed(), FEW_ROUNDINGS);
                }
                case InformedTrading.EverybodyInformed all -> {
                    kinds[1]++;
                    assertTrue(trading.advantage(1) <= 1 && all.gain() >= 1);
                }
                case InformedTrading.NobodyInformed none -> {
                    kinds[2]++;
                    assertTrue(trading.advantage(0) >= 1 && trading.cost() >= none.mostWorth());
                }
                case InformedTrading.NoEquilibrium no -> throw new AssertionError(no.toString());
            }
        }
        assertTrue(kinds[0] > 50 && kinds[1] > 50 && kinds[2] > 50);
    }

    /// The paradox: without noise a costly information is bought by nobody and by somebody.
    @Test
    void withoutNoiseThereIsNoEquilibrium() {
        var trading = new InformedTrading(1, 0.1, 2, 1, 0);
        assertInstanceOf(InformedTrading.NoEquilibrium.class, trading.outcome());
        assertEquals(1, trading.informativeness(1e-9));
        assertTrue(trading.advantage(1e-9) > 1, "somebody informed would rather not be");
        assertTrue(trading.advantage(0) < 1, "and nobody informed, somebody would");
        assertInstanceOf(InformedTrading.EverybodyInformed.class, new InformedTrading(1, 0, 2, 1, 0).outcome());
    }

    /// The variances by simulation of the linear equilibrium price: w = θ − (a Var ε/λ)(x − E x) is what the price tells.
    @Test
    void theShareIsThatOfASimulation() {
        var trading = new InformedTrading(1.5, 0.1, 2, 0.5, 0.3);
        double informed = 0.4;
        SplittableRandom random = new SplittableRandom(77);
        int draws = 200_000;
        double cross = 0;
        double square = 0;
        for (int i = 0; i < draws; i++) {
            double theta = Math.sqrt(2) * gaussian(random);
            double told = theta - 1.5 * 0.5 / informed * Math.sqrt(0.3) * gaussian(random);
            cross += theta * told;
            square += told * told;
        }
        assertEquals(trading.informativeness(informed), cross * cross / square / (2 * draws), 0.01);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new InformedTrading(0, 0.1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new InformedTrading(1, -0.1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new InformedTrading(1, 0.1, Double.NaN, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new InformedTrading(1, 0.1, 1, 1, 1).advantage(2));
    }

    private static double gaussian(SplittableRandom random) {
        return random.nextGaussian();
    }
}

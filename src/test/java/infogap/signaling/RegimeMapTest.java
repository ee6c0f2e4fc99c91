package infogap.signaling;

import static infogap.signaling.EquilibriumKind.BOTH_MIX;
import static infogap.signaling.EquilibriumKind.SEPARATING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// A regime map covers Δ > 0 without gap or overlap and agrees with the game at every Δ.
class RegimeMapTest {

    @Test
    void regimesTileTheHalfLineAndAgreeWithTheGame() {
        SplittableRandom random = new SplittableRandom(31);
        for (int i = 0; i < 100; i++) {
            int honest = random.nextInt(0, 12);
            SignalingMarket market = SignalingMarket.of(
                    random.nextInt(1, 20) / 20.0, honest, random.nextInt(3) == 0 ? honest : random.nextInt(0, 12));
            RegimeMap map = market.regimes();
            requireTiling(map.regimes());
            for (Refinement refinement : Refinement.values()) {
                requireTiling(market.regimes(refinement).regimes());
            }
            for (int j = 0; j < 10; j++) {
                BigFraction delta = Fractions.of(random.nextInt(1, 1000), random.nextInt(1, 25));
                SignalingGame game = market.game(delta);
                assertEquals(game.kinds(), map.at(delta).kinds(), game::toString);
                for (Refinement refinement : Refinement.values()) {
                    assertEquals(game.equilibria(refinement).stream().map(Equilibrium::kind).toList(),
                            market.regimes(refinement).at(delta).kinds(), game::toString);
                }
            }
        }
    }

    private static void requireTiling(List<Regime> regimes) {
        assertEquals(BigFraction.ZERO, regimes.getFirst().interval().low());
        assertFalse(regimes.getFirst().interval().includesLow());
        assertTrue(regimes.getLast().interval().high().isEmpty());
        for (int i = 1; i < regimes.size(); i++) {
            Interval before = regimes.get(i - 1).interval();
            Interval after = regimes.get(i).interval();
            assertEquals(before.high().orElseThrow(), after.low());
            assertNotEquals(before.includesHigh(), after.includesLow(), "the cut belongs to one side");
            assertNotEquals(regimes.get(i - 1).kinds(), regimes.get(i).kinds());
        }
    }

    /// On the knife edge c_H = c_D = 70 separation is a single Δ, and a continuum of equilibria appears above it.
    @Test
    void equalCostsAreAKnifeEdge() {
        SignalingMarket market = SignalingMarket.of(0.6, 70, 70);
        assertEquals("{70}", market.region(SEPARATING).interval().toString());
        assertEquals("(70, ∞)", market.region(BOTH_MIX).interval().toString());
        assertEquals("(17/35, 27/35)", market.game(90).continuum().orElseThrow().signalShare().toString());
        assertTrue(market.game(70).continuum().isEmpty());
    }

    /// A free signal says nothing: every share of signals is an equilibrium, none of them separates.
    @Test
    void freeSignalsBabble() {
        SignalingMarket market = SignalingMarket.of(0.3, 0, 0);
        assertTrue(market.region(SEPARATING).isEmpty());
        assertEquals("0 < c_D: 0 < 0 fails", market.region(SEPARATING).violated().orElseThrow().toString());
        MixingContinuum continuum = market.game(10).continuum().orElseThrow();
        assertEquals("(0, 1)", continuum.signalShare().toString());
        Equilibrium babble = continuum.at(Fractions.of("1/4"));
        assertEquals(babble.honestSignals(), babble.deceptiveSignals());
        assertEquals(0, babble.information().bits(), 1e-30);
    }

    /// A signal that is free for the honest type only separates for all Δ ≤ c_D.
    @Test
    void signalFreeForTheHonestType() {
        SignalingMarket market = SignalingMarket.of(0.5, 0, 10);
        assertEquals("(0, 10]", market.region(SEPARATING).interval().toString());
        assertTrue(market.region(EquilibriumKind.HONEST_MIXES).isEmpty());
    }

    @Test
    void gridAgreesWithTheGamesOnIt() {
        double[] deltas = {25, 50, 75, 100, 150, 200};
        double[] costs = {0, 40, 50, 60, 120};
        RegimeGrid grid = RegimeGrid.of(SignalingGame.of(0.6, 1, 50, 1),
                RegimeGrid.Parameter.VALUE_DIFFERENCE, deltas, RegimeGrid.Parameter.DECEPTIVE_COST, costs);
        boolean[][] separating = grid.where(SEPARATING);
        for (int row = 0; row < costs.length; row++) {
            for (int column = 0; column < deltas.length; column++) {
                assertEquals(deltas[column] >= 50 && deltas[column] <= costs[row], separating[row][column]);
                assertEquals(SignalingGame.of(0.6, deltas[column], 50, costs[row]).kinds(), grid.kinds().get(row).get(column));
            }
        }
        assertTrue(grid.toString().startsWith("PSSSDP"), grid.toString());
    }

    @Test
    void sharesAndCostsCanBeAxesToo() {
        RegimeGrid grid = RegimeGrid.of(SignalingGame.of(0.6, 75, 50, 100),
                RegimeGrid.Parameter.HONEST_SHARE, new double[] {0.1, 0.9}, RegimeGrid.Parameter.HONEST_COST, new double[] {10, 200});
        assertEquals(List.of(true, false),
                List.of(grid.where(SEPARATING)[0][0], grid.where(SEPARATING)[1][0]));
    }
}

package infogap.signaling;

import static infogap.signaling.EquilibriumKind.POOLING_ON_NO_SIGNAL;
import static infogap.signaling.EquilibriumKind.POOLING_ON_SIGNAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Inequality;
import infogap.numeric.Interval;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Each refinement's inequalities decide as its definition does, applied by search to random games; and the article's verdicts.
class RefinementTest {

    private static final int GAMES = 200;

    @Test
    void verdictsAreThoseOfTheDefinitions() {
        SplittableRandom random = new SplittableRandom(21);
        int[] eliminated = new int[Refinement.values().length];
        int[] survived = new int[Refinement.values().length];
        for (int i = 0; i < GAMES; i++) {
            int delta = random.nextInt(1, 13);
            int honest = random.nextInt(0, 9);
            int deceptive = random.nextInt(3) == 0 ? honest : random.nextInt(0, 9);
            SignalingGame game = SignalingGame.of(random.nextInt(1, 10) / 10.0, delta, honest, deceptive);
            // every threshold λ ± c/Δ is a multiple of 1/(10Δ), so that a grid of half that step tells all sets apart
            List<BigFraction> grid = BruteForce.grid(20 * delta);
            BruteForce search = BruteForce.of(game);
            for (Equilibrium equilibrium : game.equilibria()) {
                if (equilibrium.kind() != POOLING_ON_NO_SIGNAL && equilibrium.kind() != POOLING_ON_SIGNAL) {
                    continue;
                }
                int pooledOn = equilibrium.kind() == POOLING_ON_SIGNAL ? 1 : 0;
                for (Refinement refinement : Refinement.values()) {
                    boolean expected = switch (refinement) {
                        case INTUITIVE_CRITERION -> search.intuitive(pooledOn);
                        case DIVINITY -> search.divine(pooledOn, grid);
                        case D1 -> search.d1(pooledOn, grid);
                        case UNDEFEATED -> search.undefeated(pooledOn, grid);
                    };
                    RefinementVerdict verdict = equilibrium.verdict(refinement);
                    assertEquals(expected, verdict.survives(), () -> game + "\n" + verdict);
                    (expected ? survived : eliminated)[refinement.ordinal()]++;
                }
            }
        }
        for (Refinement refinement : Refinement.values()) {
            assertTrue(eliminated[refinement.ordinal()] >= 10, refinement + " eliminated too few to judge");
            assertTrue(survived[refinement.ordinal()] >= 10, refinement + " spared too few to judge");
        }
    }

    /// D1 eliminates whatever the intuitive criterion or divinity do (Cho and Kreps 1987; Banks and Sobel 1987).
    @Test
    void d1ImpliesTheWeakerRefinements() {
        for (SignalingGame game : EquilibriaByBruteForceTest.randomGames(22)) {
            for (Equilibrium equilibrium : game.equilibria(Refinement.D1)) {
                assertTrue(equilibrium.verdict(Refinement.INTUITIVE_CRITERION).survives(), equilibrium::toString);
                assertTrue(equilibrium.verdict(Refinement.DIVINITY).survives(), equilibrium::toString);
            }
        }
    }

    @Test
    void equilibriaThatSendBothMessagesSurviveAll() {
        for (SignalingGame game : EquilibriaByBruteForceTest.randomGames(23)) {
            for (Equilibrium equilibrium : game.equilibria()) {
                if (equilibrium.beliefAfterSignal().onPath() && equilibrium.beliefWithoutSignal().onPath()) {
                    for (Refinement refinement : Refinement.values()) {
                        assertTrue(equilibrium.verdict(refinement).survives());
                    }
                }
            }
        }
    }

    /// The article's costs, 100 and 50: D1 leaves only the equilibrium in which nobody signals, at every Δ.
    @Test
    void underTheArticlesCostsD1LeavesOnlySilence() {
        RegimeMap survivors = SignalingMarket.of(0.6, 100, 50).regimes(Refinement.D1);
        assertEquals(List.of(new Regime(Interval.above(BigFraction.ZERO), List.of(POOLING_ON_NO_SIGNAL))), survivors.regimes());
    }

    @Test
    void certificateNamesTheInequality() {
        RefinementVerdict verdict = SignalingGame.of(0.6, 200, 100, 50).equilibrium(POOLING_ON_SIGNAL).orElseThrow().verdict(Refinement.D1);
        assertFalse(verdict.survives());
        assertEquals(List.of("c_D < c_H: 50 < 100 holds"), verdict.eliminating().stream().map(Inequality::toString).toList());
    }

    /// Swapped costs, 50 and 100: the intuitive criterion eliminates silence for 125 < Δ < 250, both ends excluded.
    @Test
    void underSwappedCostsTheIntuitiveCriterionEliminatesSilenceBetween125And250() {
        SignalingMarket market = SignalingMarket.of(0.6, 50, 100);
        for (double delta : new double[] {124.9, 125, 250, 250.1}) {
            assertTrue(silence(market, delta).verdict(Refinement.INTUITIVE_CRITERION).survives(), "Δ = " + delta);
        }
        for (double delta : new double[] {125.1, 200, 249.9}) {
            assertFalse(silence(market, delta).verdict(Refinement.INTUITIVE_CRITERION).survives(), "Δ = " + delta);
        }
        assertFalse(silence(market, 250.1).verdict(Refinement.D1).survives(), "D1 has no upper end");
    }

    private static Equilibrium silence(SignalingMarket market, double delta) {
        return market.game(delta).equilibrium(POOLING_ON_NO_SIGNAL).orElseThrow();
    }
}

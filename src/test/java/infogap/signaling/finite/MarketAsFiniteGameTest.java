package infogap.signaling.finite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.signaling.EquilibriumKind;
import infogap.signaling.Refinement;
import infogap.signaling.SignalingGame;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Spence's market with two types as a finite game: buyers name one of nine prices and lose the square of what it is off. Its pure equilibria, and what each
/// refinement leaves of them, are those that [SignalingGame] has in closed form.
class MarketAsFiniteGameTest {

    private static final int STEPS = 8;
    private static final Map<EquilibriumKind, String> SENT = Map.of(
            EquilibriumKind.SEPARATING, "10", EquilibriumKind.POOLING_ON_NO_SIGNAL, "00", EquilibriumKind.POOLING_ON_SIGNAL, "11");

    @Test
    void bothSolversAgree() {
        SplittableRandom random = new SplittableRandom(57);
        int eliminated = 0;
        for (int round = 0; round < 60; round++) {
            // odd thirty-seconds, so that no price is exactly as good as another with the signal
            double honest = (2 * random.nextInt(0, 20) + 1) / 32.0;
            double deceptive = (2 * random.nextInt(0, 20) + 1) / 32.0;
            SignalingGame market = SignalingGame.of(0.5, 1, honest, deceptive);
            FiniteSignalingGame game = finite(honest, deceptive);
            for (Refinement refinement : Refinement.values()) {
                Map<String, Boolean> expected = new TreeMap<>();
                market.verdicts(refinement).stream().filter(verdict -> SENT.containsKey(verdict.equilibrium().kind()))
                        .forEach(verdict -> expected.put(SENT.get(verdict.equilibrium().kind()), verdict.survives()));
                Map<String, Set<Boolean>> found = new TreeMap<>();
                for (FiniteEquilibrium equilibrium : game.pureEquilibria()) {
                    String sent = equilibrium.signals().get(0).get(1) + "" + equilibrium.signals().get(1).get(1);
                    found.computeIfAbsent(sent, _ -> new TreeSet<>()).add(equilibrium.verdict(refinement).survives());
                }
                Map<String, Set<Boolean>> wanted = new TreeMap<>();
                expected.forEach((sent, survives) -> wanted.put(sent, Set.of(survives)));
                assertEquals(wanted, found, () -> refinement + " with costs " + honest + " and " + deceptive);
                eliminated += (int) expected.values().stream().filter(survives -> !survives).count();
            }
        }
        assertTrue(eliminated > 40, eliminated + " eliminated");
    }

    private static FiniteSignalingGame finite(double honest, double deceptive) {
        double[][][] sender = new double[2][2][STEPS + 1];
        double[][][] receiver = new double[2][2][STEPS + 1];
        for (int t = 0; t < 2; t++) {
            for (int m = 0; m < 2; m++) {
                double cost = m == 0 ? 0 : t == 0 ? honest : deceptive;
                double value = 1 - t;
                Arrays.setAll(sender[t][m], r -> (double) r / STEPS - cost);
                Arrays.setAll(receiver[t][m], r -> -((double) r / STEPS - value) * ((double) r / STEPS - value));
            }
        }
        return FiniteSignalingGame.of(List.of("honest", "deceptive"), List.of(Fractions.of("1/2"), Fractions.of("1/2")), List.of("no signal", "signal"),
                IntStream.rangeClosed(0, STEPS).mapToObj(r -> "price " + r + "/" + STEPS).toList(), sender, receiver);
    }
}

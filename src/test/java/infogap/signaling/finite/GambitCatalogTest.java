package infogap.signaling.finite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Gambit's own catalogue, read from outside the project: `-Dgambit.catalog=FOLDER`, the folder `catalog` of a checkout of github.com/gambitproject/gambit.
@EnabledIfSystemProperty(named = "gambit.catalog", matches = ".+")
class GambitCatalogTest {

    @Test
    void everySignallingGameIsSolved() throws IOException {
        Path folder = Path.of(System.getProperty("gambit.catalog"));
        Map<String, String> solved = new TreeMap<>();
        List<String> others = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".efg")).sorted().toList()) {
                String name = folder.relativize(file).toString();
                FiniteSignalingGame game;
                try {
                    game = GambitFile.read(file);
                } catch (IllegalArgumentException e) {
                    assertTrue(e.getMessage().startsWith("text must be a signalling game, but is not: "), name + ": " + e.getMessage());
                    others.add(name);
                    continue;
                }
                List<EquilibriumFamily> families = game.equilibria();
                assertFalse(families.isEmpty(), name);
                families.forEach(family -> requireNash(family.example()));
                game.pureEquilibria().forEach(GambitCatalogTest::requireNash);
                solved.put(name, game.pureEquilibria().size() + " pure, " + families.size() + " families");
            }
        }
        System.out.println(solved);
        assertTrue(solved.size() >= 7 && others.size() > solved.size(), solved + " and not " + others);
    }

    /// Gambit's definition: no pure strategy of a player gives more before the play begins.
    private static void requireNash(FiniteEquilibrium equilibrium) {
        FiniteSignalingGame game = equilibrium.game();
        BigFraction sender = BigFraction.ZERO;
        BigFraction receiver = BigFraction.ZERO;
        for (int t = 0; t < game.types().size(); t++) {
            int type = t;
            sender = sender.add(game.prior().get(t).multiply(IntStream.range(0, game.messages().size())
                    .mapToObj(m -> equilibrium.payoff(type, m)).max(BigFraction::compareTo).orElseThrow()));
        }
        for (int m = 0; m < game.messages().size(); m++) {
            BigFraction best = null;
            for (int r = 0; r < game.replies().get(m).size(); r++) {
                BigFraction gets = BigFraction.ZERO;
                for (int t = 0; t < game.types().size(); t++) {
                    gets = gets.add(game.prior().get(t).multiply(equilibrium.signals().get(t).get(m)).multiply(game.receiver(t, m, r)));
                }
                best = best == null || gets.compareTo(best) > 0 ? gets : best;
            }
            receiver = receiver.add(best);
        }
        assertEquals(sender, equilibrium.senderValue(), equilibrium::toString);
        assertEquals(receiver, equilibrium.receiverValue(), equilibrium::toString);
    }
}

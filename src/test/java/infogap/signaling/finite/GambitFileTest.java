package infogap.signaling.finite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GambitFileTest {

    /// Poker with one card (Myerson 1991, figure 2.1): an ace is drawn half the time; who holds it raises or passes. By hand: the ace raises, the other bluffs
    /// with probability 1/3, a raise is met with probability 2/3, and the game is worth 1/3.
    private static final String POKER = """
            EFG 2 R "one card" { "holder" "other" }
            "a comment with \\"quotes\\""

            c "" 1 "" { "ace" 1/2 "low" 0.5 } 0
            p "" 1 1 "" { "raise" "pass" } 0
            p "" 2 1 "" { "meet" "fold" } 0
            t "" 1 "win big" { 2, -2 }
            t "" 2 "win" { 1, -1 }
            t "" 2
            p "" 1 2 "" { "raise" "pass" } 0
            p "" 2 1 0
            t "" 3 "lose big" { -2 2 }
            t "" 2
            t "" 4 "lose" { -1, 1 }
            """;

    @Test
    void pokerIsReadAndSolved() {
        FiniteSignalingGame game = GambitFile.parse(POKER);
        assertEquals(List.of("raise", "pass"), game.messages());
        assertEquals(List.of(List.of("meet", "fold"), List.of(GambitFile.NO_REPLY)), game.replies());
        assertTrue(game.pureEquilibria().isEmpty());
        List<EquilibriumFamily> families = game.equilibria();
        assertEquals(1, families.size());
        FiniteEquilibrium equilibrium = families.getFirst().example();
        assertEquals(Fractions.of("1/3"), equilibrium.signals().get(1).getFirst());
        assertEquals(Fractions.of("2/3"), equilibrium.replies().getFirst().getFirst());
        assertEquals(Fractions.of("1/3"), equilibrium.senderValue());
        assertEquals(Fractions.of("-1/3"), equilibrium.receiverValue());
        assertEquals(BigFraction.ZERO, equilibrium.regret());
    }

    @Test
    void whatIsWrittenIsReadBack(@TempDir Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(61);
        for (int round = 0; round < 50; round++) {
            FiniteSignalingGame game = FiniteGameTest.draw(random, random.nextInt(2, 5), random.nextInt(2, 4), random.nextInt(2, 4));
            assertEquals(game, GambitFile.parse(GambitFile.format(game, "a \"title\"")));
        }
        FiniteSignalingGame poker = GambitFile.parse(POKER);
        Path file = folder.resolve("poker.efg");
        GambitFile.write(poker, "poker", file);
        assertEquals(poker, GambitFile.read(file));
    }

    /// Two types call the same message by different names, the sender is the second player, and payoffs stand at inner nodes too.
    @Test
    void aMessageIsAnInformationSet() {
        FiniteSignalingGame game = GambitFile.parse("""
                EFG 2 R "" { "guest" "host" }
                c "" 1 "" { "first" 1/3 "second" 2/3 } 0
                p "" 2 1 "" { "C" "O" } 9 "entry" { 1, 10 }
                t "" 1 "" { 1 -1 }
                p "" 1 1 "" { "keep" "switch" } 0
                t "" 2 "" { 1 -1 }
                t "" 3 "" { 0 0 }
                p "" 2 2 "" { "c" "o" } 9
                t "" 4 "" { 0 0 }
                p "" 1 1 0
                t "" 5 "" { 0 0 }
                t "" 6 "" { 1 -1 }
                """);
        assertEquals(List.of("C/c", "O/o"), game.messages());
        assertEquals(Payoff.of(9, 2), game.payoffs().get(0).get(0).getFirst());
        assertEquals(Payoff.of(10, 1), game.payoffs().get(1).get(1).getFirst());
        assertFalse(game.equilibria().isEmpty());
    }

    @Test
    void whatIsNoSignallingGameIsRefusedWithTheReason() {
        refused("chance must draw", "EFG 2 R \"\" { \"a\" \"b\" } p \"\" 1 1 \"\" { \"x\" } 0 t \"\" 1 \"\" { 0 0 }");
        refused("the sender must know its type, but does not in information set 1", """
                EFG 2 R "" { "a" "b" } c "" 1 "" { "x" 1/2 "y" 1/2 } 0
                p "" 1 1 "" { "m" } 0 t "" 1 "" { 0 0 } p "" 1 1 0 t "" 1""");
        refused("text must have a number in line 2, but has 'oops", "EFG 2 R \"\" { \"a\" \"b\" }\nc \"\" 1 \"\" { \"x\" oops } 0");
        refused("text must have EFG in line 1, but has 'NFG 1 R", "NFG 1 R");
        refused("the payoffs of outcome 7, which is met for the first time", "EFG 2 R \"\" { \"a\" \"b\" } t \"\" 7");
        refused("2 payoffs, one for each player, and not 1", "EFG 2 R \"\" { \"a\" \"b\" } t \"\" 7 \"\" { 1 }");
        refused("the quote that ends a text", "EFG 2 R \"no end");
    }

    private static void refused(String reason, String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> GambitFile.parse(text)).getMessage();
        assertTrue(message.contains(reason), message);
    }
}

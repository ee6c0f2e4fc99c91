package infogap.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import infogap.claims.Influences.Influence;
import java.util.List;
import org.junit.jupiter.api.Test;

class InfluencesTest {

    private static final Printed NOTHING = Printed.of("");

    @Test
    void anArrowOfTheTextIsDrawnWhenAWayLeadsThere() {
        Influences chain = Influences.of(List.of("a → b", "b → c"), List.of("a → c", "a → b"));
        assertEquals(Verdict.REPRODUCED, chain.verdict(NOTHING));
        assertEquals("the map has all 2 arrows of the text", chain.recomputed());
    }

    @Test
    void anArrowTheOtherWayRoundContradicts() {
        Influences reversed = Influences.of(List.of("a → b", "b → c"), List.of("c → a"));
        assertEquals(Verdict.SELF_CONTRADICTION, reversed.verdict(NOTHING));
        assertEquals("text: c → a, map: a → b → c", reversed.recomputed());
    }

    @Test
    void theOppositeEffectContradicts() {
        Influences opposite = Influences.of(List.of("a → b"), List.of("a ⊣ b"));
        assertEquals(Verdict.SELF_CONTRADICTION, opposite.verdict(NOTHING));
        assertEquals("text: a ⊣ b, map: a → b", opposite.recomputed());
        // what lowers a brake raises the speed
        assertEquals(Verdict.REPRODUCED, Influences.of(List.of("a ⊣ b", "b ⊣ c"), List.of("a → c")).verdict(NOTHING));
        // two ways with opposite effects: the map does say what the text does not
        assertEquals(
                Verdict.SELF_CONTRADICTION, Influences.of(List.of("a → c", "a → b", "b ⊣ c"), List.of("a → c")).verdict(NOTHING));
    }

    @Test
    void anArrowThatIsNotDrawnContradicts() {
        Influences absent = Influences.of(List.of("a → b", "c → b"), List.of("a → c"));
        assertEquals(Verdict.SELF_CONTRADICTION, absent.verdict(NOTHING));
        assertEquals("text: a → c, map: no arrow between the two", absent.recomputed());
    }

    @Test
    void onlyConceptsOfTheMapAreJudged() {
        Influences some = Influences.of(List.of("a → b"), List.of("a → b", "a → elsewhere"));
        assertEquals(Verdict.REPRODUCED, some.verdict(NOTHING));
        assertThrows(IllegalArgumentException.class, () -> Influences.of(List.of("a → b"), List.of("a → elsewhere")));
    }

    @Test
    void aCircleEnds() {
        assertEquals(Verdict.REPRODUCED, Influences.of(List.of("a → b", "b → c", "c → a"), List.of("a → c", "c → b")).verdict(NOTHING));
        assertEquals(
                Verdict.REPRODUCED, Influences.of(List.of("a → b", "b ⊣ a"), List.of("a → b", "b ⊣ a")).verdict(NOTHING), "a damped loop");
    }

    @Test
    void arrowsAreReadAsWritten() {
        assertEquals(new Influence("bias", "more trust", false), Influence.of("bias ⊣ more trust"));
        assertEquals("bias ⊣ more trust", Influence.of("bias ⊣ more trust").toString());
        for (String bad : List.of("a", "a → ", "→ b", "a -> b", "a → b → c", "a → a")) {
            assertThrows(IllegalArgumentException.class, () -> Influence.of(bad), bad);
        }
    }
}

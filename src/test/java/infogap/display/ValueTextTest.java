package infogap.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueTextTest {

    private static final class Plain {}

    private record Pair(Object left, int[] right) {}

    @Test
    void whatHasATextOfItsOwnKeepsIt() {
        assertEquals("null", ValueText.of(null));
        assertEquals("1.5", ValueText.of(1.5));
        assertEquals("a@b, [I@12", ValueText.of("a@b, [I@12"), "a string is not searched");
        assertEquals("[x@1, y]", ValueText.of(List.of("x@1", "y")));
    }

    @Test
    void addressesAreReplacedWhereverTheyStand() {
        int[][] nested = {{1}, {2, 3}};
        String plain = "an object of infogap.display.ValueTextTest.Plain";
        assertEquals("[[1], [2, 3]]", ValueText.of(nested));
        assertEquals(plain, ValueText.of(new Plain()));
        assertEquals("[" + plain + ", Optional[[1]]]", ValueText.of(List.of(new Plain(), Optional.of(nested[0]))));
        var map = new LinkedHashMap<Object, Object>();
        map.put("a", nested);
        map.put(new Plain(), null);
        assertEquals("{a=[[1], [2, 3]], " + plain + "=null}", ValueText.of(map));
        assertEquals("Pair[left={k=[1]}, right=[2, 3]]", ValueText.of(new Pair(Map.of("k", nested[0]), nested[1])));
        assertEquals("[null, [1]]", ValueText.of(Arrays.asList(null, nested[0])));
        Runnable nothing = () -> { };
        assertEquals("[a lambda]", ValueText.of(List.of(nothing)));
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        assertEquals(20_000, ValueText.of("x".repeat(20_000)).length());
        assertTrue(ValueText.of("x".repeat(20_001)).endsWith("x\n… cut here: 20,000 of 20,001 characters"));
        assertTrue(ValueText.of("x" + "😀".repeat(10_000)).endsWith("😀\n… cut here: 19,999 of 20,001 characters"));
    }

    @Test
    void aBundleHasTextForEveryValue() {
        assertEquals(Map.of("text/plain", "[1]"), MimeBundle.of(new int[] {1}));
        assertEquals(Map.of("text/plain", "null"), MimeBundle.of(null));
        Displayable card = () -> Map.of("text/plain", "card", "text/html", "<p>card</p>");
        assertEquals(card.mimeBundle(), MimeBundle.of(card));
        Map<String, Object> image = MimeBundle.of(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
        assertEquals("image, 3 x 2 pixels", image.get("text/plain"));
        assertTrue(image.get("image/png") instanceof byte[]);
        assertTrue(MimeBundle.isJson("application/vnd.infogap.claim+json") && !MimeBundle.isJson("text/html"));
    }
}

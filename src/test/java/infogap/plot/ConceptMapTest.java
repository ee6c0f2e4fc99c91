package infogap.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ConceptMapTest {

    private static final ConceptMap TWO = ConceptMap.of("Which way?").node("experience", 0, 0).node("satisfaction", 1, 0);

    @Test
    void eachKindOfArrowHasItsColour() {
        assertEquals(0, pixels(TWO.draw(), Style.PRINTED.getRGB()) + pixels(TWO.draw(), Style.CORRECT.getRGB()));
        Figure marked = TWO.contradicted("satisfaction", "experience").missing("experience", "satisfaction").draw();
        assertTrue(pixels(marked, Style.PRINTED.getRGB()) > 100, "an arrow that the text contradicts is vermilion");
        assertTrue(pixels(marked, Style.CORRECT.getRGB()) > 100, "an arrow that is missing is blue");
        assertEquals(0, pixels(marked, Style.GUIDE.getRGB()), "no agreed arrow, and none in the legend");
        assertTrue(pixels(TWO.edge("experience", "satisfaction").draw(), Style.GUIDE.getRGB()) > 100);
    }

    @Test
    void theLegendOfAllThreeKindsStaysInThePicture() {
        BufferedImage image = TWO.edge("experience", "satisfaction").contradicted("satisfaction", "experience")
                .missing("experience", "satisfaction").draw().image();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x : new int[] {0, 1, 2, 3, image.getWidth() - 2, image.getWidth() - 1}) {
                assertEquals(image.getRGB(0, 0), image.getRGB(x, y), "something at (" + x + ", " + y + ")");
            }
        }
    }

    @Test
    void badInputIsNamed() {
        assertThrows(IllegalArgumentException.class, () -> TWO.node("experience", 2, 0));
        assertThrows(IllegalArgumentException.class, () -> TWO.edge("experience", "loyalty"));
        assertThrows(IllegalArgumentException.class, () -> TWO.edge("experience", "experience"));
        assertThrows(IllegalArgumentException.class, () -> TWO.node("loyalty", Double.NaN, 0));
        assertThrows(IllegalStateException.class, () -> ConceptMap.of("Which way?").draw());
    }

    private static long pixels(Figure figure, int colour) {
        BufferedImage image = figure.image();
        long count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += image.getRGB(x, y) == colour ? 1 : 0;
            }
        }
        return count;
    }
}

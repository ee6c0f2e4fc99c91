package infogap.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static final Plot EMPTY = Plot.of("Does it show?", "x (units)", "y (units)");

    @Test
    void printedAndRightPointsAlwaysHaveTheirColours() {
        Figure printed = EMPTY.line("line", 0, 1, x -> x).printed("printed", 0.5, 0.2).draw();
        assertTrue(shows(printed, Style.PRINTED));
        assertFalse(shows(printed, Style.CORRECT));
        Figure right = EMPTY.line("line", 0, 1, x -> x).correct("right", 0.5, 0.5).draw();
        assertTrue(shows(right, Style.CORRECT));
        assertFalse(shows(right, Style.PRINTED));
    }

    /// A legend with two equal signs would let the reader ask which of the points each one means.
    @Test
    void theLegendHasOneSignForEachMeaning() {
        Figure one = EMPTY.line("line", 0, 1, x -> x).printed("printed 0.9", 0.2, 0.9).draw();
        Figure two = EMPTY.line("line", 0, 1, x -> x).printed("printed 0.9", 0.2, 0.9).printed("printed 0.1", 0.7, 0.1).draw();
        assertEquals(1, diamondsBelowTheAxis(one));
        assertEquals(1, diamondsBelowTheAxis(two));
        Layer.Mark high = Layer.Mark.of("right 27/29", 0.6, 27 / 29.0, true);
        assertEquals("right 27/29, 1/7", high.and(Layer.Mark.of("right 1/7", 0.6, 1 / 7.0, true)).name());
        assertEquals("right 27/29, u(300)", high.and(Layer.Mark.of("u(300)", 0.6, 1 / 7.0, true)).name());
        assertEquals("right 27/29", high.and(high).name());
    }

    /// The widest row of the legend's diamonds, its stretches of the printed colour counted.
    private static int diamondsBelowTheAxis(Figure figure) {
        BufferedImage image = figure.image();
        return IntStream.range(image.getHeight() - 45, image.getHeight()).map(y -> {
            int found = 0;
            for (int x = 1; x < image.getWidth(); x++) {
                boolean inside = image.getRGB(x, y) == Style.PRINTED.getRGB();
                found += inside && image.getRGB(x - 1, y) != Style.PRINTED.getRGB() ? 1 : 0;
            }
            return found;
        }).max().orElseThrow();
    }

    @Test
    void everyLayerIsDrawn() {
        double[] xs = Plot.grid(0, 1, 5);
        assertTrue(shows(EMPTY.points("points", xs, xs).draw(), mixedWithWhite(Style.colour(0), 170)));
        assertTrue(shows(EMPTY.span("span", 1, 0, 1).yRange(0, 2).draw(), Style.colour(0)));
        assertTrue(shows(EMPTY.line("line", xs, xs).horizontalGuide(0.5, "half").draw(), Style.GUIDE));
        assertTrue(shows(EMPTY.line("line", xs, xs).verticalGuide(0.5, "half").draw(), Style.GUIDE));
        Figure band = EMPTY.band("band", xs, xs, Arrays.stream(xs).map(x -> x + 1).toArray()).draw();
        assertTrue(shows(band, mixedWithWhite(Style.colour(0), 60)));
        Figure bars = Bars.of("How many?", "document", "claims", List.of("a", "b")).series("holds", 1, 2).printed("p", 2, 1).draw();
        assertTrue(shows(bars, Style.colour(0)) && shows(bars, Style.PRINTED));
    }

    /// 0, 5, … 60. XChart alone would put 23 lines at multiples of 2.7, where some of the 201 points lie.
    @Test
    void aCurvesTicksStandAtRoundNumbers() {
        BufferedImage image = EMPTY.line("line", 0, 60, x -> 0).yRange(0, 2).draw().image();
        Map<Integer, Long> rows = IntStream.range(image.getHeight() / 3, image.getHeight() / 2).boxed()
                .collect(Collectors.groupingBy(y -> verticalGridLines(image, y), Collectors.counting()));
        assertEquals(13, Collections.max(rows.entrySet(), Map.Entry.comparingByValue()).getKey(), rows.toString());
    }

    /// The stretches of a row that are neither white nor dark; the curve runs below.
    private static int verticalGridLines(BufferedImage image, int y) {
        int found = 0;
        boolean before = false;
        for (int x = 0; x < image.getWidth(); x++) {
            int brightness = new Color(image.getRGB(x, y)).getRed();
            boolean grid = brightness >= Style.FAINT.getRed() && brightness < 250;
            found += grid && !before ? 1 : 0;
            before = grid;
        }
        return found;
    }

    /// One long label among short ones runs into its neighbours although all of them together are shorter than the axis.
    @Test
    void aLabelMustFitBelowItsOwnBar() {
        assertTrue(Style.fitSideBySide(List.of("a", "b", "c", "d", "e", "f", "g", "h")));
        assertFalse(Style.fitSideBySide(List.of("a", "b", "c", "a separating signal", "e", "f", "g", "h")));
        assertTrue(Style.fitSideBySide(List.of("a separating signal", "b")));
    }

    @Test
    void aFigureIsTheSameOnEveryCallAndAWholePng() throws IOException {
        Figure figure = EMPTY.line("line", 0, 1, Math::sqrt).draw();
        assertArrayEquals(figure.png(), EMPTY.line("line", 0, 1, Math::sqrt).draw().png());
        String tail = new String(Arrays.copyOfRange(figure.png(), figure.png().length - 8, figure.png().length), StandardCharsets.ISO_8859_1);
        assertTrue(tail.startsWith("IEND"), "a PNG ends with its IEND chunk");
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(figure.png()));
        assertEquals(figure.image().getWidth(), read.getWidth());
        assertEquals("Figure: Does it show?", figure.mimeBundle().get("text/plain"));
    }

    @Test
    void aPlotIsAValue() {
        EMPTY.line("line", 0, 1, x -> x);
        assertThrows(IllegalStateException.class, EMPTY::draw, "adding a layer returns a new plot");
    }

    @Test
    void ticksReadAsPeopleWriteThem() {
        assertEquals("0.05", Style.tick(0.05));
        assertEquals("0.3", Style.tick(0.1 + 0.2));
        assertEquals("0", Style.tick(0));
        assertEquals("20000", Style.tick(2e4));
        assertEquals("1E-7", Style.tick(1e-7));
    }

    @Test
    void badInputIsNamed() {
        assertThrows(IllegalArgumentException.class, () -> EMPTY.line("line", new double[] {1}, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> EMPTY.line("line", -1, 1, Math::sqrt));
        assertThrows(IllegalArgumentException.class, () -> EMPTY.printed("p", Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> Plot.of(" ", "x", "y"));
        assertThrows(IllegalArgumentException.class, () -> Plot.grid(0, 1, 1));
        Bars bars = Bars.of("How many?", "document", "claims", List.of("a", "b"));
        assertThrows(IllegalArgumentException.class, () -> bars.series("holds", 1));
        assertThrows(IllegalStateException.class, bars::draw);
    }

    private static Color mixedWithWhite(Color colour, int alpha) {
        int[] channels = {colour.getRed(), colour.getGreen(), colour.getBlue()};
        for (int i = 0; i < channels.length; i++) {
            channels[i] = (int) Math.round((channels[i] * alpha + 255 * (255 - alpha)) / 255.0);
        }
        return new Color(channels[0], channels[1], channels[2]);
    }

    /// Whether a pixel has this colour, give or take the rounding of a blend.
    private static boolean shows(Figure figure, Color colour) {
        BufferedImage image = figure.image();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                Color pixel = new Color(image.getRGB(x, y));
                if (Math.abs(pixel.getRed() - colour.getRed()) <= 1
                        && Math.abs(pixel.getGreen() - colour.getGreen()) <= 1
                        && Math.abs(pixel.getBlue() - colour.getBlue()) <= 1) {
                    return true;
                }
            }
        }
        return false;
    }
}

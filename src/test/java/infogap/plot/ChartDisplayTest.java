package infogap.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import infogap.display.DisplayAdapters;
import infogap.display.Displayable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

class ChartDisplayTest {

    private static Map<String, Object> bundleOfAChart() {
        XYChart chart = new XYChartBuilder().width(320).height(200).title("Posterior").build();
        chart.addSeries("P", new double[] {0, 1, 2}, new double[] {0.2, 0.5, 0.3});
        return DisplayAdapters.displayable(chart).map(Displayable::mimeBundle).orElseThrow();
    }

    @Test
    void aChartIsAnImageOfItsSize() throws IOException {
        byte[] png = (byte[]) bundleOfAChart().get("image/png");
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(320, image.getWidth());
        assertEquals(200, image.getHeight());
        assertEquals("chart: Posterior", bundleOfAChart().get("text/plain"));
    }

    @Test
    void equalChartsGiveEqualBytes() {
        assertArrayEquals((byte[]) bundleOfAChart().get("image/png"), (byte[]) bundleOfAChart().get("image/png"));
    }

    @Test
    void otherValuesAreNotItsBusiness() {
        assertEquals(Optional.empty(), new ChartDisplay().adapt("a string"));
    }
}

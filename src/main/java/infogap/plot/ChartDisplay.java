package infogap.plot;

import infogap.display.DisplayAdapter;
import infogap.display.Displayable;
import infogap.display.Png;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/// Shows an XChart chart as a PNG image of the chart's own size; its text is the title.
public final class ChartDisplay implements DisplayAdapter {

    /// For the service loader.
    public ChartDisplay() {
    }

    @Override
    public Optional<Displayable> adapt(Object value) {
        return value instanceof Chart<?, ?> chart ? Optional.of(() -> bundle(chart)) : Optional.empty();
    }

    private static Map<String, Object> bundle(Chart<?, ?> chart) {
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("image/png", Png.encode(BitmapEncoder.getBufferedImage(chart)));
        String title = chart.getTitle() == null ? "" : chart.getTitle().strip();
        bundle.put("text/plain", title.isEmpty() ? "chart" : "chart: " + title);
        return bundle;
    }
}

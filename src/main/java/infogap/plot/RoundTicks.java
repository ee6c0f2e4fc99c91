package infogap.plot;

import java.util.Arrays;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Keeps the ticks at round numbers.
///
/// XChart puts the ticks of evenly spaced values on some of these values. That is right for a count from 1 to 5, but a curve drawn at 201
/// points from 0 to 60 gets ticks at 2.7, 5.4, …. One more value that nobody sees, off the even spacing, brings its round ticks back.
final class RoundTicks {

    /// Up to so many values are data that a tick may well stand at.
    private static final int FEW = 15;
    private static final double OFF = 0.37;
    /// No layer can have this name.
    private static final String UNSEEN = " ";

    private RoundTicks() {}

    static void keep(XYChart chart) {
        if (chart.getSeriesCollection().isEmpty()) {
            return;
        }
        double x = between(values(chart, XYSeries::getXData));
        double y = between(values(chart, XYSeries::getYData));
        XYSeries unseen = chart.addSeries(UNSEEN, new double[] {x}, new double[] {y});
        unseen.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        unseen.setMarker(SeriesMarkers.NONE);
        unseen.setShowInLegend(false);
    }

    private static double[] values(XYChart chart, Function<XYSeries, double[]> axis) {
        return chart.getSeriesCollection().stream().flatMapToDouble(series -> Arrays.stream(axis.apply(series))).sorted().distinct().toArray();
    }

    private static double between(double[] values) {
        return values.length <= FEW ? values[0] : values[0] + OFF * (values[1] - values[0]);
    }
}

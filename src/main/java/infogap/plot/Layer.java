package infogap.plot;

import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// One thing on a plot, and how it is drawn.
sealed interface Layer {

    /// Draws onto the chart, in the style's colour at this position.
    void draw(XYChart chart, int colour);

    /// Whether the layer uses up one of the style's colours.
    default boolean takesColour() {
        return true;
    }

    /// The name in the legend, where the layer has one.
    default Optional<String> legend() {
        return Optional.empty();
    }

    /// A layer that the legend names.
    sealed interface Named extends Layer {
        String name();

        @Override
        default Optional<String> legend() {
            return Optional.of(name());
        }
    }

    record Line(String name, double[] xs, double[] ys) implements Named {
        @Override
        public void draw(XYChart chart, int colour) {
            XYSeries series = chart.addSeries(name, xs, ys);
            series.setMarker(SeriesMarkers.NONE);
            series.setLineColor(Style.colour(colour));
            series.setLineStyle(Style.stroke());
        }
    }

    record Points(String name, double[] xs, double[] ys) implements Named {
        @Override
        public void draw(XYChart chart, int colour) {
            XYSeries series = chart.addSeries(name, xs, ys);
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            series.setMarker(SeriesMarkers.CIRCLE);
            series.setMarkerColor(Style.translucent(Style.colour(colour), 170));
        }
    }

    record Band(String name, double[] xs, double[] lower, double[] upper) implements Named {
        @Override
        public void draw(XYChart chart, int colour) {
            int n = xs.length;
            double[] aroundX = new double[2 * n];
            double[] aroundY = new double[2 * n];
            for (int i = 0; i < n; i++) {
                aroundX[i] = xs[i];
                aroundY[i] = lower[i];
                aroundX[2 * n - 1 - i] = xs[i];
                aroundY[2 * n - 1 - i] = upper[i];
            }
            XYSeries series = chart.addSeries(name, aroundX, aroundY);
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
            series.setMarker(SeriesMarkers.NONE);
            series.setFillColor(Style.translucent(Style.colour(colour), 60));
            series.setLineColor(Style.translucent(Style.colour(colour), 0));
        }
    }

    record Span(String name, double y, double from, double to) implements Layer {
        @Override
        public void draw(XYChart chart, int colour) {
            XYSeries series = chart.addSeries(name, new double[] {from, to}, new double[] {y, y});
            series.setMarker(SeriesMarkers.NONE);
            series.setLineColor(Style.colour(colour));
            series.setLineStyle(new BasicStroke(9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            series.setShowInLegend(false);
            chart.addAnnotation(new SpanLabel(name, from, y));
            chart.getStyler().setYAxisTicksVisible(false);
        }
    }

    /// What is printed, or what is right: one sign in the legend, however many points there are.
    record Mark(List<String> names, double[] xs, double[] ys, boolean right) implements Named {

        static Mark of(String name, double x, double y, boolean right) {
            return new Mark(List.of(name), new double[] {x}, new double[] {y}, right);
        }

        /// The points of both, which mean the same.
        Mark and(Mark more) {
            return new Mark(
                    Stream.concat(names.stream(), more.names.stream()).distinct().toList(), DoubleStream.concat(Arrays.stream(xs), Arrays.stream(more.xs)).toArray(),
                    DoubleStream.concat(Arrays.stream(ys), Arrays.stream(more.ys)).toArray(), right);
        }

        /// The points' names; a word that all of them start with stands once.
        @Override
        public String name() {
            List<String> words = Arrays.asList(names.getFirst().split(" "));
            int shared = words.size() - 1;
            while (shared > 0 && !startWith(String.join(" ", words.subList(0, shared)) + " ")) {
                shared--;
            }
            int length = String.join(" ", words.subList(0, shared)).length();
            return names.getFirst() + names.stream().skip(1).map(name -> ", " + name.substring(length).strip()).collect(Collectors.joining());
        }

        private boolean startWith(String beginning) {
            return names.stream().allMatch(name -> name.startsWith(beginning));
        }

        @Override
        public void draw(XYChart chart, int colour) {
            XYSeries series = chart.addSeries(name(), xs, ys);
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            series.setMarker(right ? SeriesMarkers.CIRCLE : SeriesMarkers.DIAMOND);
            series.setMarkerColor(right ? Style.CORRECT : Style.PRINTED);
        }

        @Override
        public boolean takesColour() {
            return false;
        }
    }

    record Guide(double value, boolean vertical, String label) implements Layer {
        @Override
        public void draw(XYChart chart, int colour) {
            chart.addAnnotation(new GuideLine(value, vertical, label));
        }

        @Override
        public boolean takesColour() {
            return false;
        }
    }
}

package infogap.plot;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/// A chart of numbers against numbers: lines, points, bands, intervals, and the two marked points of a claim.
///
/// A plot is a value: each call returns a new one with the layer added.
///
/// ```java
/// Plot.of("What does a positive result say?", "prior P(high)", "posterior P(high | identified)")
///     .line("exact", 0, 1, prior -> posterior(prior))
///     .printed("printed 0.643", 0.2, 0.643)
///     .correct("right 9/13", 0.2, 9 / 13.0)
///     .draw()
/// ```
public final class Plot {

    private static final int CURVE_POINTS = 401;

    private final String question;
    private final String xAxis;
    private final String yAxis;
    private final List<Layer> layers;
    private final Range x;
    private final Range y;

    private record Range(Double low, Double high, boolean logarithmic) {
        static final Range FREE = new Range(null, null, false);
    }

    private Plot(String question, String xAxis, String yAxis, List<Layer> layers, Range x, Range y) {
        this.question = question;
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        this.layers = layers;
        this.x = x;
        this.y = y;
    }

    /// A plot without layers.
    ///
    /// @param question the title: the question that the chart answers
    /// @param xAxis the horizontal quantity, with its unit
    /// @param yAxis the vertical quantity, with its unit
    public static Plot of(String question, String xAxis, String yAxis) {
        return new Plot(
                Checks.text("question", question), Checks.text("xAxis", xAxis), Checks.text("yAxis", yAxis), List.of(), Range.FREE,
                Range.FREE);
    }

    /// A line through points.
    ///
    /// @throws IllegalArgumentException if the lengths differ or a value is not finite
    public Plot line(String name, double[] xs, double[] ys) {
        return with(new Layer.Line(Checks.text("name", name), Checks.finite("xs", xs), paired(xs, "ys", ys)));
    }

    /// The curve of a function between two abscissas.
    ///
    /// @throws IllegalArgumentException if the function is not finite somewhere between
    public Plot line(String name, double from, double to, DoubleUnaryOperator function) {
        double[] xs = grid(from, to, CURVE_POINTS);
        return line(name, xs, Arrays.stream(xs).map(function).toArray());
    }

    /// Unconnected points.
    public Plot points(String name, double[] xs, double[] ys) {
        return with(new Layer.Points(Checks.text("name", name), Checks.finite("xs", xs), paired(xs, "ys", ys)));
    }

    /// The area between two lines over the same abscissas, for example two quantiles.
    public Plot band(String name, double[] xs, double[] lower, double[] upper) {
        return with(new Layer.Band(
                Checks.text("name", name), Checks.finite("xs", xs), paired(xs, "lower", lower), paired(xs, "upper", upper)));
    }

    /// A horizontal bar from one abscissa to another at the height `y`, with its name above it, for example the range in which an
    /// equilibrium exists. A plot with a span has no numbers on its vertical axis.
    public Plot span(String name, double y, double from, double to) {
        return with(new Layer.Span(
                Checks.text("name", name), Checks.finite("y", y), Checks.finite("from", from), Checks.finite("to", to)));
    }

    /// The point that an article prints: always a vermilion diamond. Several share one line of the legend, which names them all.
    public Plot printed(String name, double x, double y) {
        return marked(Layer.Mark.of(Checks.text("name", name), Checks.finite("x", x), Checks.finite("y", y), false));
    }

    /// The point that is right: always a blue dot. Several share one line of the legend, which names them all.
    public Plot correct(String name, double x, double y) {
        return marked(Layer.Mark.of(Checks.text("name", name), Checks.finite("x", x), Checks.finite("y", y), true));
    }

    /// A dashed vertical line with a label beside it.
    public Plot verticalGuide(double x, String label) {
        return with(new Layer.Guide(Checks.finite("x", x), true, Checks.text("label", label)));
    }

    /// A dashed horizontal line with a label above it.
    public Plot horizontalGuide(double y, String label) {
        return with(new Layer.Guide(Checks.finite("y", y), false, Checks.text("label", label)));
    }

    /// The same plot with a fixed horizontal range.
    public Plot xRange(double low, double high) {
        return new Plot(question, xAxis, yAxis, layers, new Range(low, high, x.logarithmic()), y);
    }

    /// The same plot with a fixed vertical range.
    public Plot yRange(double low, double high) {
        return new Plot(question, xAxis, yAxis, layers, x, new Range(low, high, y.logarithmic()));
    }

    /// The same plot with a logarithmic vertical axis.
    public Plot yLogarithmic() {
        return new Plot(question, xAxis, yAxis, layers, x, new Range(y.low(), y.high(), true));
    }

    /// The same plot with a logarithmic horizontal axis.
    public Plot xLogarithmic() {
        return new Plot(question, xAxis, yAxis, layers, new Range(x.low(), x.high(), true), y);
    }

    /// The picture.
    ///
    /// @throws IllegalStateException if the plot has no layer
    public Figure draw() {
        if (layers.isEmpty()) {
            throw new IllegalStateException("the plot '" + question + "' has nothing to show; add a layer first");
        }
        List<String> names = layers.stream().flatMap(layer -> layer.legend().stream()).toList();
        XYChart chart = new XYChartBuilder()
                .width(Style.WIDTH).height(Style.height(names)).title(question).xAxisTitle(xAxis).yAxisTitle(yAxis).build();
        Style.apply(chart.getStyler());
        Style.layLegend(chart.getStyler(), names);
        applyRanges(chart);
        int colour = 0;
        for (Layer layer : layers) {
            layer.draw(chart, colour);
            colour += layer.takesColour() ? 1 : 0;
        }
        RoundTicks.keep(chart);
        return Style.figure(question, chart);
    }

    private Plot marked(Layer.Mark mark) {
        List<Layer> more = new ArrayList<>(layers);
        for (int i = 0; i < more.size(); i++) {
            if (more.get(i) instanceof Layer.Mark before && before.right() == mark.right()) {
                more.set(i, before.and(mark));
                return new Plot(question, xAxis, yAxis, List.copyOf(more), x, y);
            }
        }
        return with(mark);
    }

    private Plot with(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Plot(question, xAxis, yAxis, List.copyOf(more), x, y);
    }

    private static double[] paired(double[] xs, String name, double[] ys) {
        double[] copy = Checks.finite(name, ys);
        Checks.sameLength("xs", xs.length, name, copy.length);
        return copy;
    }

    /// Evenly spaced numbers from `from` to `to`, both included.
    public static double[] grid(double from, double to, int count) {
        Checks.finite("from", from);
        Checks.finite("to", to);
        Checks.atLeast("count", count, 2);
        double[] grid = new double[count];
        Arrays.setAll(grid, i -> from + (to - from) * i / (count - 1));
        return grid;
    }

    private void applyRanges(XYChart chart) {
        chart.getStyler().setXAxisMin(x.low()).setXAxisMax(x.high()).setXAxisLogarithmic(x.logarithmic());
        chart.getStyler().setYAxisMin(y.low()).setYAxisMax(y.high()).setYAxisLogarithmic(y.logarithmic());
        chart.getStyler().setXAxisTickLabelsFormattingFunction(Style::tick);
    }
}

package infogap.plot;

import infogap.numeric.Checks;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;

/// A bar chart of numbers by category, one bar of each series beside or on top of the others.
///
/// ```java
/// Bars.of("How much of the gap is closed?", "decision", "share of the gap", List.of("bits", "Brier", "money"))
///     .series("screening", 0.496, 0.532, 0.7)
///     .draw()
/// ```
public final class Bars {

    private record Series(String name, double[] values, Color colour) {}

    private final String question;
    private final String xAxis;
    private final String yAxis;
    private final List<String> categories;
    private final List<Series> series;
    private final boolean stacked;

    private Bars(String question, String xAxis, String yAxis, List<String> categories, List<Series> series, boolean stacked) {
        this.question = question;
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        this.categories = categories;
        this.series = series;
        this.stacked = stacked;
    }

    /// A chart without bars.
    ///
    /// @param question the title: the question that the chart answers
    /// @param xAxis what the categories are
    /// @param yAxis the vertical quantity, with its unit
    /// @param categories the labels below the bars
    public static Bars of(String question, String xAxis, String yAxis, List<String> categories) {
        return new Bars(
                Checks.text("question", question), Checks.text("xAxis", xAxis), Checks.text("yAxis", yAxis),
                Checks.distinct("categories", categories), List.of(), false);
    }

    /// The same chart with one more value for each category.
    ///
    /// @throws IllegalArgumentException if the number of values is not that of the categories, or one is not finite
    public Bars series(String name, double... values) {
        return with(name, values, Style.colour(series.size()));
    }

    /// As [#series], in the colour of what an article prints.
    public Bars printed(String name, double... values) {
        return with(name, values, Style.PRINTED);
    }

    /// As [#series], in the colour of what is right.
    public Bars correct(String name, double... values) {
        return with(name, values, Style.CORRECT);
    }

    /// The same chart with the series on top of each other.
    public Bars stacked() {
        return new Bars(question, xAxis, yAxis, categories, series, true);
    }

    /// The picture.
    ///
    /// @throws IllegalStateException if the chart has no series
    public Figure draw() {
        if (series.isEmpty()) {
            throw new IllegalStateException("the chart '" + question + "' has nothing to show; add a series first");
        }
        List<String> names = series.stream().map(Series::name).toList();
        CategoryChart chart = new CategoryChartBuilder()
                .width(Style.WIDTH).height(Style.height(names)).title(question).xAxisTitle(xAxis).yAxisTitle(yAxis).build();
        Style.apply(chart.getStyler());
        Style.layLegend(chart.getStyler(), names);
        chart.getStyler().setStacked(stacked);
        chart.getStyler().setAvailableSpaceFill(series.size() == 1 || stacked ? 0.5 : 0.75);
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        if (!Style.fitSideBySide(categories)) {
            chart.getStyler().setXAxisLabelRotation(30);
        }
        for (Series bar : series) {
            CategorySeries drawn =
                    chart.addSeries(bar.name(), categories, Arrays.stream(bar.values()).boxed().toList());
            drawn.setFillColor(bar.colour());
            drawn.setLineColor(bar.colour());
        }
        return Style.figure(question, chart);
    }

    private Bars with(String name, double[] values, Color colour) {
        double[] copy = Checks.finite("values", values);
        Checks.sameLength("categories", categories.size(), "values", copy.length);
        List<Series> more = new ArrayList<>(series);
        more.add(new Series(Checks.text("name", name), copy, colour));
        return new Bars(question, xAxis, yAxis, categories, List.copyOf(more), stacked);
    }
}

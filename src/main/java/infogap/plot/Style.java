package infogap.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/// The one visual style: size, fonts, colours, grid.
final class Style {

    static final int WIDTH = 860;
    static final int HEIGHT = 480;

    /// The sign before a name, and the gap after it.
    private static final int LEGEND_SIGN = 50;
    private static final int LEGEND_LINE = 22;

    /// What the vertical axis, its numbers and its title take from the width.
    private static final int Y_AXIS = 90;
    /// The least distance between two labels below an axis.
    private static final int GAP = 8;

    /// What an article prints.
    static final Color PRINTED = new Color(0xD55E00);
    /// What is right.
    static final Color CORRECT = new Color(0x0072B2);
    static final Color TEXT = new Color(0x222222);
    static final Color FAINT = new Color(0xDDDDDD);
    static final Color GUIDE = new Color(0x777777);

    /// Okabe and Ito's colours, without the two that mark printed and right points, strongest first.
    private static final Color[] SERIES = {
        new Color(0x333333), new Color(0x009E73), new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9), new Color(0x8C6D31)
    };

    static final Font BODY = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);

    private Style() {}

    /// The colour of the series at this position.
    static Color colour(int index) {
        return SERIES[index % SERIES.length];
    }

    static BasicStroke stroke() {
        return new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static Color translucent(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    static BasicStroke guide() {
        return new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {4, 4}, 0f);
    }

    static void apply(AxesChartStyler styler) {
        base(styler);
        styler.setAxisTickLabelsFont(BODY);
        styler.setAxisTitleFont(BODY);
        styler.setAxisTickLabelsColor(TEXT);
        styler.setPlotGridLinesColor(FAINT);
        styler.setPlotGridLinesStroke(new BasicStroke(1f));
        styler.setAxisTickMarksColor(GUIDE);
        styler.setPlotMargin(0);
        styler.setYAxisTickLabelsFormattingFunction(Style::tick);
    }

    /// A tick's number without the digits that binary arithmetic adds; XChart's own format drops leading zeros.
    static String tick(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(9)).stripTrailingZeros();
        return Math.abs(value) >= 1e6 || (value != 0 && Math.abs(value) < 1e-5) ? rounded.toString() : rounded.toPlainString();
    }

    private static void base(Styler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartFontColor(TEXT);
        styler.setChartTitleFont(TITLE);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitlePadding(8);
        styler.setLegendFont(BODY);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setAnnotationTextFont(BODY);
        styler.setAnnotationTextFontColor(TEXT);
        styler.setMarkerSize(11);
    }

    /// Whether a legend of these names fits below the plot in one line; XChart cuts off what does not fit.
    static boolean fitsOneLine(List<String> names) {
        return names.stream().mapToDouble(name -> width(name) + LEGEND_SIGN).sum() < WIDTH - 30;
    }

    /// Whether each of these labels fits below its own part of the axis; XChart writes one over the next.
    static boolean fitSideBySide(List<String> labels) {
        double part = (WIDTH - Y_AXIS) / (double) labels.size();
        return labels.stream().allMatch(label -> width(label) < part - GAP);
    }

    private static double width(String text) {
        return BODY.getStringBounds(text, new FontRenderContext(null, true, true)).getWidth();
    }

    /// The height of a picture with this legend: a plot keeps its size when the legend needs a line for each name.
    static int height(List<String> names) {
        return fitsOneLine(names) ? HEIGHT : HEIGHT + LEGEND_LINE * (names.size() - 1);
    }

    static void layLegend(Styler styler, List<String> names) {
        styler.setLegendLayout(fitsOneLine(names) ? Styler.LegendLayout.Horizontal : Styler.LegendLayout.Vertical);
    }

    /// A pen that draws smoothly.
    static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    static Figure figure(String question, Chart<?, ?> chart) {
        BufferedImage image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(image);
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.dispose();
        return new Figure(question, image);
    }
}

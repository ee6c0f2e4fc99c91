package infogap.plot;

import infogap.display.Displayable;
import infogap.numeric.Checks;
import infogap.numeric.Quantiles;
import infogap.regression.FittedModel;
import infogap.regression.Influence;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The three looks at what a line leaves over: is it without a pattern, is it normal, and does a single row decide?
///
/// ```java
/// ResidualPlots.of(model)
/// ```
///
/// Standardised residuals do not exist for rows with leverage 1, which are left out of the second and the third plot.
///
/// @param fitted    residuals against fitted values
/// @param quantiles standardised residuals against the quantiles of the normal distribution
/// @param leverage  standardised residuals against leverages, with the lines on which Cook's distance is ½ and 1
public record ResidualPlots(Plot fitted, Plot quantiles, Plot leverage) implements Displayable {

    private static final int LINE_POINTS = 101;

    /// @throws IllegalArgumentException if a plot is null
    public ResidualPlots {
        Checks.present("fitted", fitted);
        Checks.present("quantiles", quantiles);
        Checks.present("leverage", leverage);
    }

    /// The plots of a fit in memory.
    ///
    /// @throws IllegalStateException if the rows were streamed
    public static ResidualPlots of(FittedModel model) {
        Checks.present("model", model);
        Influence influence = model.influence();
        int[] rows = IntStream.range(0, influence.leverages().length).filter(i -> Double.isFinite(influence.standardised()[i])).toArray();
        double[] standardised = at(influence.standardised(), rows);
        return new ResidualPlots(fitted(model), quantiles(standardised), leverage(at(influence.leverages(), rows), standardised, model.names().size()));
    }

    private static double[] at(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    private static Plot fitted(FittedModel model) {
        return Plot.of("Do the residuals follow a pattern?", "fitted " + model.response(), "residual")
                .points("rows", model.fittedValues(), model.residuals())
                .horizontalGuide(0, "0");
    }

    /// Plotting positions (i − a)/(n + 1 − 2a) with a = 3/8 up to ten points and ½ beyond, as R's `ppoints`.
    static double[] positions(int n) {
        double a = n <= 10 ? 0.375 : 0.5;
        return IntStream.rangeClosed(1, n).mapToDouble(i -> (i - a) / (n + 1 - 2 * a)).toArray();
    }

    private static Plot quantiles(double[] standardised) {
        double[] sorted = standardised.clone();
        Arrays.sort(sorted);
        double[] normal = Arrays.stream(positions(sorted.length)).map(p -> p < 0.5 ? -Quantiles.normal(1 - 2 * p) : Quantiles.normal(2 * p - 1)).toArray();
        double end = Math.max(Math.abs(normal[0]), Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1])));
        return Plot.of("Are the residuals normal?", "normal quantile", "standardised residual")
                .points("rows", normal, sorted)
                .line("equal", new double[] {-end, end}, new double[] {-end, end});
    }

    private static Plot leverage(double[] leverages, double[] standardised, int columns) {
        double most = Arrays.stream(leverages).max().orElse(1);
        double height = 1.2 * Arrays.stream(standardised).map(Math::abs).max().orElse(1);
        Plot plot = Plot.of("Does a single row decide?", "leverage", "standardised residual").points("rows", leverages, standardised).horizontalGuide(0, "0");
        for (double distance : new double[] {0.5, 1}) {
            // |r| = √(D p (1 − h)/h), from where it enters the picture
            double from = distance * columns / (distance * columns + height * height);
            double to = Math.min(1, 1.1 * most);
            if (from < to) {
                double[] xs = Plot.grid(from, to, LINE_POINTS);
                double[] ys = Arrays.stream(xs).map(h -> Math.sqrt(distance * columns * Math.max(0, 1 - h) / h)).toArray();
                plot = plot.line("Cook " + distance, xs, ys).line("Cook " + distance + " below", xs, Arrays.stream(ys).map(y -> -y).toArray());
            }
        }
        return plot;
    }

    /// The three plots in their order.
    public List<Plot> all() {
        return List.of(fitted, quantiles, leverage);
    }

    /// The three pictures below each other.
    public Figure draw() {
        List<BufferedImage> images = all().stream().map(plot -> plot.draw().image()).toList();
        BufferedImage together = new BufferedImage(images.getFirst().getWidth(), images.stream().mapToInt(BufferedImage::getHeight).sum(), BufferedImage.TYPE_INT_RGB);
        int top = 0;
        for (BufferedImage image : images) {
            together.createGraphics().drawImage(image, 0, top, null);
            top += image.getHeight();
        }
        return new Figure("What do the residuals say?", together);
    }

    @Override
    public Map<String, Object> mimeBundle() {
        return new LinkedHashMap<>(draw().mimeBundle());
    }

    @Override
    public String toString() {
        return "ResidualPlots: fitted, quantiles, leverage";
    }
}

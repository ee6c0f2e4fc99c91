package infogap.gap;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The information gap of a sample under squared error: how much of the variation a grouping or a fit accounts for.
///
/// The state is which row of the sample is drawn, one side is told the row (`F`), the other only what the message says of it (`G`), and both
/// report the row's value at the loss of the squared distance. The best report is the mean that the message leaves, so that in sums of squares
///
///     total = Σ ‖y − ȳ‖²,   closed = Σ ‖ŷ − ȳ‖²,   remaining = Σ ‖y − ŷ‖²,   closed + remaining = total
///
/// `share` is between/total sum of squares of a clustering, and `R²` of a least-squares fit; `1 − R²` is what remains.
///
/// @param rows how many rows the sample has
/// @param dimensions how many values a row has
/// @param closed the sum of squares that the message explains
/// @param remaining the sum of squares within the groups, or of the residuals
/// @param total the sum of squares around the grand mean
/// @param share `closed / total`, also where the sums of squares are below the smallest double
public record SampleGap(int rows, int dimensions, double closed, double remaining, double total, Share share) implements Gap {

    /// How far, relative to the total sum of squares, a fit may be from an orthogonal projection before it is refused.
    public static final double PROJECTION_TOLERANCE = 1e-8;

    /// How far, in units of the last place, the fitted values of a constant may be from it.
    private static final int FIT_ROUNDINGS = 64;

    /// Numbers and the group of each.
    ///
    /// @throws IllegalArgumentException if there is no row, a number is not finite, the lengths differ or the sum of squares overflows
    public static SampleGap ofGroups(double[] values, List<?> groups) {
        return ofGroups("values", column(Checks.finite("values", values)), groups);
    }

    /// Points (a row each) and the group of each: a clustering, where `share` is between/total sum of squares.
    ///
    /// @throws IllegalArgumentException if there is no row, rows differ in length, a number is not finite, the lengths differ or the sum of squares
    ///     overflows
    public static SampleGap ofGroups(double[][] points, List<?> groups) {
        return ofGroups("points", Checks.finiteMatrix("points", points), groups);
    }

    private static SampleGap ofGroups(String argument, double[][] points, List<?> groups) {
        List<?> labels = Checks.notEmpty("groups", groups);
        Checks.sameLength(argument, points.length, "groups", labels.size());
        Rescaling rescaling = Rescaling.of(points);
        double[][] rows = rescaling.apply(points);
        Map<Object, Means> means = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            means.computeIfAbsent(labels.get(i), label -> new Means(rows[0].length)).add(rows[i]);
        }
        Map<Object, double[]> centres = new LinkedHashMap<>();
        means.forEach((label, mean) -> centres.put(label, mean.value()));
        double[][] fitted = labels.stream().map(centres::get).toArray(double[][]::new);
        return of(argument, rescaling, rows, fitted);
    }

    /// A least-squares fit with an intercept: the best report within a linear space of reports that holds the constants. A space of all functions
    /// of a message is the case of [#ofGroups].
    ///
    /// @throws IllegalArgumentException if a number is not finite, the lengths differ, the sum of squares overflows, or the fitted values are not an
    ///     orthogonal projection that keeps the mean, for which no `R²` in [0, 1] exists
    public static SampleGap ofFit(double[] observed, double[] fitted) {
        double[] y = Checks.finite("observed", observed);
        double[] yHat = Checks.finite("fitted", fitted);
        Checks.sameLength("observed", y.length, "fitted", yHat.length);
        double[] both = Arrays.copyOf(y, 2 * y.length);
        System.arraycopy(yHat, 0, both, y.length, y.length);
        Rescaling rescaling = Rescaling.of(column(both));
        double[][] rows = rescaling.apply(column(y));
        // a fit to a constant is that constant, whatever its computation rounded
        double[][] fit = isConstantFit(y, yHat) ? rows : rescaling.apply(column(yHat));
        requireProjection(rescaling, rows, fit);
        return of("observed", rescaling, rows, fit);
    }

    private static boolean isConstantFit(double[] y, double[] yHat) {
        double allowed = FIT_ROUNDINGS * Math.ulp(y[0]);
        return Arrays.stream(y).allMatch(v -> v == y[0]) && Arrays.stream(yHat).allMatch(v -> Math.abs(v - y[0]) <= allowed);
    }

    private static void requireProjection(Rescaling rescaling, double[][] rows, double[][] fit) {
        CompensatedSum sum = new CompensatedSum();
        for (double[] row : rows) {
            sum.add(row[0]);
        }
        double mean = sum.value() / rows.length;
        CompensatedSum residuals = new CompensatedSum();
        CompensatedSum product = new CompensatedSum();
        CompensatedSum total = new CompensatedSum();
        CompensatedSum explained = new CompensatedSum();
        for (int i = 0; i < rows.length; i++) {
            double y = rows[i][0];
            double yHat = fit[i][0];
            residuals.add(y - yHat);
            product.add((y - yHat) * (yHat - mean));
            total.add((y - mean) * (y - mean));
            explained.add((yHat - mean) * (yHat - mean));
        }
        double scale = Math.max(total.value(), explained.value());
        double meanResidual = residuals.value() / rows.length;
        if (meanResidual * meanResidual * rows.length > PROJECTION_TOLERANCE * scale
                || Math.abs(product.value()) > PROJECTION_TOLERANCE * scale) {
            int unit = rescaling.exponent();
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "fitted must be an orthogonal projection of observed that keeps its mean (least squares with an intercept), but the mean"
                            + " residual is %.6g and the product of residuals and fit is %.6g where the total sum of squares is %.6g",
                    Math.scalb(meanResidual, unit), Math.scalb(product.value(), 2 * unit), Math.scalb(total.value(), 2 * unit)));
        }
    }

    /// `remaining / rows`, the mean squared error of the report.
    public double meanSquaredError() {
        return remaining / rows;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "sum of squares of %d rows%n  explained  %12.6g%n  remaining  %12.6g%n  total      %12.6g%n  share      %12s",
                rows, closed, remaining, total, share());
    }

    private static SampleGap of(String argument, Rescaling rescaling, double[][] points, double[][] fitted) {
        Means grand = new Means(points[0].length);
        Arrays.stream(points).forEach(grand::add);
        double[] mean = grand.value();
        CompensatedSum closed = new CompensatedSum();
        CompensatedSum remaining = new CompensatedSum();
        CompensatedSum total = new CompensatedSum();
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                closed.add(square(fitted[i][j] - mean[j]));
                remaining.add(square(points[i][j] - fitted[i][j]));
                total.add(square(points[i][j] - mean[j]));
            }
        }
        return new SampleGap(
                points.length,
                mean.length,
                rescaling.square(argument, closed.value()),
                rescaling.square(argument, remaining.value()),
                rescaling.square(argument, total.value()),
                Share.of(closed.value(), total.value()));
    }

    private static double square(double x) {
        return x * x;
    }

    private static double[][] column(double[] values) {
        return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }

    /// Running means of the columns, none outside the values that it is made of: the mean of a constant is that constant.
    private static final class Means {
        private final CompensatedSum[] sums;
        private final double[] low;
        private final double[] high;
        private int count;

        Means(int dimensions) {
            sums = new CompensatedSum[dimensions];
            Arrays.setAll(sums, j -> new CompensatedSum());
            low = new double[dimensions];
            high = new double[dimensions];
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(high, Double.NEGATIVE_INFINITY);
        }

        void add(double[] row) {
            count++;
            for (int j = 0; j < sums.length; j++) {
                sums[j].add(row[j]);
                low[j] = Math.min(low[j], row[j]);
                high[j] = Math.max(high[j], row[j]);
            }
        }

        double[] value() {
            double[] means = new double[sums.length];
            Arrays.setAll(means, j -> Math.clamp(sums[j].value() / count, low[j], high[j]));
            return means;
        }
    }
}

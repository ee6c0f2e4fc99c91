package infogap.customers.segment;

import infogap.table.prepare.Features;
import infogap.gap.SampleGap;
import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// A partition of rows into k segments with its centres and sums of squares.
///
/// `total = within + between`, with `within = Σ_c Σ_{i∈c} ‖x_i − m_c‖²` and `between = Σ_c n_c ‖m_c − m‖²`, for the segment means m_c and
/// the grand mean m.
///
/// @param features the rows that were segmented
/// @param labels the segment of each row, 0 … k − 1, each in use
/// @param centres the segments' means, by label
/// @param gap the sums of squares as an information gap: `remaining` is within, `closed` is between
/// @param search how the partition was found
public record Segmentation(Features features, int[] labels, double[][] centres, SampleGap gap, Search search) {

    /// The partition that the labels describe.
    ///
    /// @throws IllegalArgumentException if there is not one label per row, a label below the greatest is not in use, or all rows are
    ///     equal, so that there is nothing to tell apart, or squares leave the range of a double
    public static Segmentation of(Features features, int... labels) {
        return of(features, labels, Search.given());
    }

    static Segmentation of(Features features, int[] labels, Search search) {
        double[][] rows = Checks.present("features", features).rows();
        Sums.requireSquares(features);
        Checks.sameLength("labels", Checks.present("labels", labels).length, "rows", rows.length);
        int k = 1 + Arrays.stream(labels).max().orElseThrow();
        for (int c = 0; c < k; c++) {
            int segment = c;
            if (Arrays.stream(labels).noneMatch(label -> label == segment)) {
                throw new IllegalArgumentException("labels must use each of 0 to " + (k - 1) + ", but " + c + " is not in use");
            }
        }
        if (Arrays.stream(labels).anyMatch(label -> label < 0)) {
            throw new IllegalArgumentException("labels must be 0 or above, but are " + Arrays.toString(labels));
        }
        SampleGap gap = SampleGap.ofGroups(rows, Arrays.stream(labels).boxed().toList());
        if (gap.total() == 0) {
            throw new IllegalArgumentException("rows must differ to be segmented, but all " + rows.length + " are " + Arrays.toString(rows[0]));
        }
        return new Segmentation(features, labels.clone(), Sums.centres(rows, labels, k), gap, search);
    }

    /// The number of segments.
    public int k() {
        return centres.length;
    }

    /// The sum of squared errors, SSE.
    public double within() {
        return gap.remaining();
    }

    /// `total − within`.
    public double between() {
        return gap.closed();
    }

    /// The sum of squares around the grand mean, above 0.
    public double total() {
        return gap.total();
    }

    /// `between/total` in [0, 1]: the share of the gap that the segment's name closes when the gap is measured in squared error.
    public double shareClosed() {
        return gap.shareClosed();
    }

    /// The number of rows in each segment.
    public int[] sizes() {
        int[] sizes = new int[k()];
        for (int label : labels) {
            sizes[label]++;
        }
        return sizes;
    }

    /// The rows of each segment, ascending, by label.
    public List<List<Integer>> blocks() {
        return IntStream.range(0, k())
                .mapToObj(c -> IntStream.range(0, labels.length).filter(i -> labels[i] == c).boxed().toList())
                .toList();
    }

    /// The same partition with labels in ascending order of the centres' coordinate in this column.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public Segmentation orderedBy(String column) {
        return orderedBy(features.column(column));
    }

    /// The same partition with labels in ascending order of the segment's mean of a key, which need not be one of the features:
    /// segments of standardised rows can be ordered by income in yuan.
    ///
    /// @param key one number per row
    /// @throws IllegalArgumentException if there is not one key per row, or two segments have the same mean, so that no order follows
    public Segmentation orderedBy(double[] key) {
        double[] keys = Checks.finite("key", key);
        Checks.sameLength("key", keys.length, "rows", labels.length);
        double[] means = blocks().stream()
                .mapToDouble(block -> CompensatedSum.of(block.stream().mapToDouble(i -> keys[i]).toArray()) / block.size())
                .toArray();
        if (Arrays.stream(means).distinct().count() < means.length) {
            throw new IllegalArgumentException("key must have a different mean in each segment, but has " + Arrays.toString(means));
        }
        List<Integer> order = IntStream.range(0, k()).boxed().sorted(Comparator.comparingDouble(c -> means[c])).toList();
        return of(features, Arrays.stream(labels).map(order::indexOf).toArray(), search);
    }

    /// The segment whose centre is nearest to a new row.
    ///
    /// @throws IllegalArgumentException if the row has another number of columns or is not finite
    public int nearest(double... row) {
        double[] point = Checks.finite("row", row);
        Checks.sameLength("row", point.length, "columns", centres[0].length);
        return Sums.nearest(point, centres, 0);
    }

    /// The sum of squared errors as a fraction, each number read as the decimal that it prints; meant for small data.
    public BigFraction exactWithin() {
        return Sums.exactWithin(features.rows(), blocks());
    }

    /// The total sum of squares as a fraction.
    public BigFraction exactTotal() {
        return Sums.exactWithin(features.rows(), List.of(IntStream.range(0, labels.length).boxed().toList()));
    }

    /// `between/total` as a fraction.
    public BigFraction exactShareClosed() {
        return BigFraction.ONE.subtract(exactWithin().divide(exactTotal()));
    }

    /// The centres as fractions, by label.
    public List<List<BigFraction>> exactCentres() {
        double[][] rows = features.rows();
        return blocks().stream().map(block -> Sums.exactMean(rows, block)).toList();
    }

    /// A copy.
    @Override
    public int[] labels() {
        return labels.clone();
    }

    /// A copy.
    @Override
    public double[][] centres() {
        return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
    }

    /// The same rows with the same labels, found in the same way; the rest follows from them.
    @Override
    public boolean equals(Object other) {
        return other instanceof Segmentation that
                && features.equals(that.features)
                && Arrays.equals(labels, that.labels)
                && search.equals(that.search);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * features.hashCode() + Arrays.hashCode(labels)) + search.hashCode();
    }

    /// The centres as a table, the sums of squares, and how the partition was found.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("segment   rows");
        features.names().forEach(name -> text.append(String.format(Locale.ROOT, "  %12s", name)));
        int[] sizes = sizes();
        for (int c = 0; c < k(); c++) {
            text.append(String.format(Locale.ROOT, "%n%7d %6d", c, sizes[c]));
            Arrays.stream(centres[c]).forEach(x -> text.append(String.format(Locale.ROOT, "  %12.6g", x)));
        }
        return text.append(String.format(Locale.ROOT, "%nSSE %.6g of %.6g: %.2f %% of the gap closed%n%s",
                within(), total(), 100 * shareClosed(), search)).toString();
    }
}

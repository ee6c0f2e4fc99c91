package infogap.table.prepare;

import infogap.numeric.Checks;
import infogap.numeric.SampleQuantile;
import infogap.numeric.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Numbers to ordered bands (分组) with right-closed intervals `(edge₀, edge₁], (edge₁, edge₂], …`, as `pandas.cut` makes them: a value on an
/// edge belongs to the band that ends there.
///
/// @param edges strictly increasing; the first and last may be infinite
/// @param labels one less than edges, all different
public record Bands(double[] edges, List<String> labels) {

    /// Equal-width bands are opened to the left by this share of the range, so that the minimum falls in: pandas does the same.
    private static final double LEFT_EXTENSION = 0.001;

    /// @throws IllegalArgumentException if the edges are not strictly increasing, or the labels do not fit them
    public Bands {
        edges = Checks.present("edges", edges).clone();
        labels = Checks.distinct("labels", labels);
        Checks.sameLength("labels", labels.size(), "intervals between the edges", edges.length - 1);
        for (int i = 1; i < edges.length; i++) {
            if (!(edges[i] > edges[i - 1])) {
                throw new IllegalArgumentException("edges must increase strictly, but edges[" + (i - 1) + "] is " + edges[i - 1]
                        + " and edges[" + i + "] is " + edges[i]);
            }
        }
    }

    /// Bands between given edges: `pandas.cut(values, edges, labels=…)`.
    ///
    /// @throws IllegalArgumentException if the edges are not strictly increasing, or the labels do not fit them
    public static Bands of(double[] edges, String... labels) {
        return new Bands(edges, Arrays.asList(Checks.present("labels", labels)));
    }

    /// As many bands of equal width from the least to the greatest value as there are labels: `pandas.cut(values, k, labels=…)`.
    /// The first edge lies 0.1 % of the range below the minimum.
    ///
    /// @throws IllegalArgumentException if the values are empty, not finite, or all equal up to rounding (where pandas invents a width)
    public static Bands equalWidth(double[] values, String... labels) {
        double[] data = Checks.finite("values", values);
        int bins = Checks.atLeast("number of labels", Checks.present("labels", labels).length, 1);
        double low = Arrays.stream(data).min().orElseThrow();
        double high = Arrays.stream(data).max().orElseThrow();
        if (!Vectors.vary(data)) {
            throw new IllegalArgumentException("values must vary by more than rounding to be cut into bands of equal width, but all are " + low);
        }
        // the operations of numpy.linspace, in its order, so that the edges agree to the last bit
        double step = (high - low) / bins;
        double[] edges = IntStream.rangeClosed(0, bins).mapToDouble(i -> i * step + low).toArray();
        edges[bins] = high;
        edges[0] -= (high - low) * LEFT_EXTENSION;
        return new Bands(edges, Arrays.asList(labels));
    }

    /// Bands between the quantiles of the values at 1/k, 2/k, …, one for each of k labels, the first and the last without an end. As `pandas.qcut`, but equal
    /// values may fall on several quantiles: bands between edges that coincide hold nothing and are left out with their labels.
    ///
    /// @throws IllegalArgumentException if the values are empty or not finite, or the labels are not all different
    public static Bands ofQuantiles(double[] values, String... labels) {
        double[] sorted = Checks.finite("values", values);
        Arrays.sort(sorted);
        int bands = Checks.distinct("labels", Arrays.asList(Checks.present("labels", labels))).size();
        List<Double> edges = new ArrayList<>(List.of(Double.NEGATIVE_INFINITY));
        List<String> kept = new ArrayList<>(List.of(labels[0]));
        for (int i = 1; i < bands; i++) {
            double edge = SampleQuantile.ofSorted(sorted, (double) i / bands);
            if (edge > edges.getLast()) {
                edges.add(edge);
                kept.add(labels[i]);
            } else {
                kept.set(kept.size() - 1, labels[i]);
            }
        }
        edges.add(Double.POSITIVE_INFINITY);
        return new Bands(edges.stream().mapToDouble(Double::doubleValue).toArray(), kept);
    }

    /// The band's position, or empty when the value lies outside the edges (where pandas gives NaN).
    ///
    /// @throws IllegalArgumentException if the value is NaN
    public OptionalInt index(double value) {
        if (Double.isNaN(value)) {
            throw Checks.refused("value", value, "a number");
        }
        for (int i = 1; i < edges.length; i++) {
            if (value > edges[i - 1] && value <= edges[i]) {
                return OptionalInt.of(i - 1);
            }
        }
        return OptionalInt.empty();
    }

    /// The band's label.
    ///
    /// @throws IllegalArgumentException if the value is NaN or lies outside the edges
    public String label(double value) {
        return labels.get(index(value).orElseThrow(() ->
                Checks.refused("value", value, "a number in (" + edges[0] + ", " + edges[edges.length - 1] + "]")));
    }

    /// The label of each value.
    ///
    /// @throws IllegalArgumentException if a value is NaN or lies outside the edges
    public List<String> labels(double... values) {
        return Arrays.stream(values).mapToObj(this::label).toList();
    }

    /// How many values fall in each band, in the bands' order; a band without values is there with 0.
    ///
    /// @throws IllegalArgumentException if a value is NaN or lies outside the edges
    public Map<String, Integer> counts(double... values) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        labels.forEach(label -> counts.put(label, 0));
        for (double value : values) {
            counts.merge(label(value), 1, Integer::sum);
        }
        return counts;
    }

    /// A copy.
    @Override
    public double[] edges() {
        return edges.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bands bands && labels.equals(bands.labels) && Arrays.equals(edges, bands.edges);
    }

    @Override
    public int hashCode() {
        return 31 * labels.hashCode() + Arrays.hashCode(edges);
    }

    /// One interval per line.
    @Override
    public String toString() {
        return String.join("\n", IntStream.range(0, labels.size())
                .mapToObj(i -> String.format(Locale.ROOT, "(%s, %s]  %s", edges[i], edges[i + 1], labels.get(i)))
                .toList());
    }
}

package infogap.trust;

import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Quantiles of an ensemble over time.
///
/// @param times when
/// @param probabilities which quantiles
/// @param values a row for each time, an entry for each probability
public record QuantileBands(List<Double> times, List<Double> probabilities, List<List<Double>> values) {

    public QuantileBands {
        times = Checks.notEmpty("times", times);
        probabilities = Checks.notEmpty("probabilities", probabilities);
        values = Checks.notEmpty("values", values);
        Checks.sameLength("times", times.size(), "values", values.size());
    }

    static QuantileBands of(double[] times, double[] probabilities, double[][] values) {
        return new QuantileBands(list(times), list(probabilities), Arrays.stream(values).map(QuantileBands::list).toList());
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /// One quantile over time.
    ///
    /// @throws IllegalArgumentException if it is not among [#probabilities]
    public double[] quantile(double probability) {
        int column = probabilities.indexOf(probability);
        if (column < 0) {
            throw Checks.refused("probability", probability, "one of " + probabilities);
        }
        return values.stream().mapToDouble(row -> row.get(column)).toArray();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format("%10s", "t"));
        probabilities.forEach(probability -> text.append(String.format(Locale.ROOT, "  %8.4g %%", 100 * probability)));
        for (int i = 0; i < times.size(); i++) {
            text.append(String.format(Locale.ROOT, "%n%10.4g", times.get(i)));
            values.get(i).forEach(value -> text.append(String.format(Locale.ROOT, "  %10.6f", value)));
        }
        return text.toString();
    }
}

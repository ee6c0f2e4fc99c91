package infogap.table.prepare;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.numeric.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Standardisation (标准化) `z = (x − mean)/sd`, column by column, with mean and standard deviation of the training rows. The standard
/// deviation divides by n, as scikit-learn's `StandardScaler` does.
///
/// A least-squares prediction does not change when its features are standardised: the columns and the intercept span the same
/// space. Distances (k-means) and penalties do change.
///
/// @param names the columns' names
/// @param means the training means
/// @param deviations the training standard deviations, all above 0
public record Standardizer(List<String> names, double[] means, double[] deviations) {

    /// @throws IllegalArgumentException if the lengths differ, or a deviation is not above 0
    public Standardizer {
        names = Checks.notEmpty("names", names);
        means = Checks.finite("means", means);
        deviations = Checks.finite("deviations", deviations);
        Checks.sameLength("names", names.size(), "means", means.length);
        Checks.sameLength("names", names.size(), "deviations", deviations.length);
        for (int c = 0; c < deviations.length; c++) {
            Checks.positive("deviation of column '" + names.get(c) + "'", deviations[c]);
        }
    }

    /// Learns means and standard deviations.
    ///
    /// @throws IllegalArgumentException if a column is constant up to rounding; the message names it and its value
    public static Standardizer fit(Features training) {
        List<String> names = Checks.present("training", training).names();
        double[][] rows = training.rows();
        double[] means = new double[names.size()];
        double[] deviations = new double[names.size()];
        for (int c = 0; c < means.length; c++) {
            int column = c;
            double[] values = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
            if (!Vectors.vary(values)) {
                throw new IllegalArgumentException("column '" + names.get(c) + "' must vary by more than rounding to be standardised, but all "
                        + rows.length + " rows are " + values[0]);
            }
            double mean = CompensatedSum.of(values) / rows.length;
            double squares = CompensatedSum.of(Arrays.stream(rows)
                    .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                    .toArray());
            means[c] = mean;
            deviations[c] = Math.sqrt(squares / rows.length);
        }
        return new Standardizer(names, means, deviations);
    }

    /// Learns means and standard deviations of columns that are named by their position, `x1`, `x2`, ….
    ///
    /// @throws IllegalArgumentException if the matrix is empty, ragged or not finite, or a column is constant
    public static Standardizer fit(double[][] training) {
        return fit(Features.of(training));
    }

    /// The standardised rows.
    ///
    /// @throws IllegalArgumentException if the columns are not those of the training rows
    public Features apply(Features features) {
        if (!features.names().equals(names)) {
            throw new IllegalArgumentException("columns must be " + names + " as in training, but are " + features.names());
        }
        return new Features(names, apply(features.rows()));
    }

    /// The standardised rows.
    ///
    /// @throws IllegalArgumentException if a row has another number of columns
    public double[][] apply(double[][] rows) {
        double[][] scaled = new double[rows.length][means.length];
        for (int row = 0; row < rows.length; row++) {
            Checks.sameLength("columns of row " + row, rows[row].length, "columns in training", means.length);
            for (int c = 0; c < means.length; c++) {
                scaled[row][c] = (rows[row][c] - means[c]) / deviations[c];
            }
        }
        return scaled;
    }

    /// Back to the units of the training rows: `x = mean + sd · z`.
    ///
    /// @throws IllegalArgumentException if a row has another number of columns
    public double[][] invert(double[][] scaled) {
        double[][] rows = new double[scaled.length][means.length];
        for (int row = 0; row < scaled.length; row++) {
            Checks.sameLength("columns of row " + row, scaled[row].length, "columns in training", means.length);
            for (int c = 0; c < means.length; c++) {
                rows[row][c] = means[c] + deviations[c] * scaled[row][c];
            }
        }
        return rows;
    }

    /// A copy.
    @Override
    public double[] means() {
        return means.clone();
    }

    /// A copy.
    @Override
    public double[] deviations() {
        return deviations.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standardizer that
                && names.equals(that.names)
                && Arrays.equals(means, that.means)
                && Arrays.equals(deviations, that.deviations);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * names.hashCode() + Arrays.hashCode(means)) + Arrays.hashCode(deviations);
    }

    /// One line per column.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-16s %14s %14s", "column", "mean", "sd"));
        for (int c = 0; c < means.length; c++) {
            text.append(String.format(Locale.ROOT, "%n%-16s %14.6g %14.6g", names.get(c), means[c], deviations[c]));
        }
        return text.toString();
    }
}

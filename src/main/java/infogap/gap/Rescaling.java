package infogap.gap;

import infogap.numeric.Checks;

/// Points moved and scaled so that their squares neither over- nor underflow and a common large number costs no digits.
///
/// A column whose values differ by little, beside their size, is counted from its smallest value: those differences are exact. The scale is a power of
/// two, which changes no digit.
///
/// @param anchors what is subtracted from each column
/// @param exponent of the power of two that everything is divided by
record Rescaling(double[] anchors, int exponent) {

    /// The part of the largest value that the range of a column must not exceed for it to be moved: differences within a factor of two are exact.
    private static final double NARROW = 0x1p-12;

    /// Up to this exponent the squares of a billion numbers have a sum within the range of doubles, with all their digits.
    private static final int MODERATE = 400;

    /// For these rows.
    static Rescaling of(double[][] rows) {
        double[] anchors = new double[rows[0].length];
        double largest = 0;
        for (int j = 0; j < anchors.length; j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] row : rows) {
                low = Math.min(low, row[j]);
                high = Math.max(high, row[j]);
            }
            anchors[j] = anchor(low, high);
            largest = Math.max(largest, Math.max(Math.abs(low - anchors[j]), Math.abs(high - anchors[j])));
        }
        int exponent = largest == 0 ? 0 : Math.getExponent(largest);
        return new Rescaling(anchors, Math.abs(exponent) <= MODERATE ? 0 : exponent);
    }

    /// What values from `low` to `high` are counted from: their lowest where they differ by little beside their size, so that the differences are
    /// exact, and 0 otherwise.
    static double anchor(double low, double high) {
        return high - low <= NARROW * Math.max(Math.abs(low), Math.abs(high)) ? low : 0;
    }

    /// The rows moved and scaled.
    double[][] apply(double[][] rows) {
        double[][] rescaled = new double[rows.length][anchors.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < anchors.length; j++) {
                rescaled[i][j] = Math.scalb(rows[i][j] - anchors[j], -exponent);
            }
        }
        return rescaled;
    }

    /// A sum of squares of what was rescaled, in the square of the unit of the data.
    ///
    /// @throws IllegalArgumentException if it overflows
    double square(String argument, double sum) {
        double square = Math.scalb(sum, 2 * exponent);
        if (square == Double.POSITIVE_INFINITY) {
            throw Checks.refused("sum of squares of " + argument, square, "a finite number, in another unit of " + argument);
        }
        return square;
    }
}

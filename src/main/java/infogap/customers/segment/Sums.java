package infogap.customers.segment;

import infogap.numeric.CompensatedSum;
import infogap.numeric.Fractions;
import infogap.table.prepare.Features;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// Means and sums of squares of labelled rows.
final class Sums {

    /// Squares of spans between these, and sums of them over any table, stay far from overflow and underflow.
    private static final double LEAST_SPAN = 0x1p-500;

    private static final double GREATEST_SPAN = 0x1p480;

    private Sums() {}

    /// @throws IllegalArgumentException if squared distances between rows would overflow or vanish
    static void requireSquares(Features features) {
        for (String name : features.names()) {
            DoubleSummaryStatistics column = Arrays.stream(features.column(name)).summaryStatistics();
            // halves, because the difference itself may overflow
            double halfSpan = column.getMax() / 2 - column.getMin() / 2;
            boolean constant = column.getMax() == column.getMin();
            if (!constant && (halfSpan < LEAST_SPAN / 2 || halfSpan > GREATEST_SPAN / 2)) {
                throw new IllegalArgumentException("column '" + name + "' must span between 2^-500 and 2^480, so that squares hold, but spans from "
                        + column.getMin() + " to " + column.getMax() + ": choose another unit, or standardise");
            }
        }
    }

    /// The mean of each segment; NaN in a segment without rows. The sums are of differences from the first row, so that a large common
    /// value costs no digits.
    static double[][] centres(double[][] rows, int[] labels, int k) {
        int p = rows[0].length;
        double[][] centres = new double[k][p];
        int[] sizes = new int[k];
        for (int i = 0; i < rows.length; i++) {
            double[] sum = centres[labels[i]];
            sizes[labels[i]]++;
            for (int j = 0; j < p; j++) {
                sum[j] += rows[i][j] - rows[0][j];
            }
        }
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < p; j++) {
                centres[c][j] = rows[0][j] + centres[c][j] / sizes[c];
            }
        }
        return centres;
    }

    static double within(double[][] rows, double[][] centres, int[] labels) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < rows.length; i++) {
            sum.add(squaredDistance(rows[i], centres[labels[i]]));
        }
        return sum.value();
    }

    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }

    /// The nearest centre; `current` wins a tie, then the lowest label. Centres of empty segments (NaN) are never nearest.
    static int nearest(double[] row, double[][] centres, int current) {
        int best = current;
        double least = squaredDistance(row, centres[current]);
        for (int c = 0; c < centres.length; c++) {
            double distance = squaredDistance(row, centres[c]);
            if (distance < least) {
                least = distance;
                best = c;
            }
        }
        return best;
    }

    static List<BigFraction> exactMean(double[][] rows, List<Integer> block) {
        return IntStream.range(0, rows[0].length)
                .mapToObj(j -> block.stream()
                        .map(i -> Fractions.ofDecimal(rows[i][j]))
                        .reduce(BigFraction.ZERO, BigFraction::add)
                        .divide(block.size()))
                .toList();
    }

    static BigFraction exactWithin(double[][] rows, List<List<Integer>> blocks) {
        BigFraction sum = BigFraction.ZERO;
        for (List<Integer> block : blocks) {
            List<BigFraction> mean = exactMean(rows, block);
            for (int i : block) {
                for (int j = 0; j < mean.size(); j++) {
                    BigFraction error = Fractions.ofDecimal(rows[i][j]).subtract(mean.get(j));
                    sum = sum.add(error.multiply(error));
                }
            }
        }
        return sum;
    }
}

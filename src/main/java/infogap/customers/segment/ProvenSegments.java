package infogap.customers.segment;

import infogap.table.prepare.Features;
import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// The partition into k segments with the least sum of squared errors, proven: by looking at all of them for few rows, by dynamic
/// programming in one dimension.
///
/// The number of partitions of n rows into k blocks is the Stirling number of the second kind; five rows into three blocks: 25.
public final class ProvenSegments {

    /// Above this number of rows the enumeration is refused: 13 rows have up to 7.5 million partitions into k blocks.
    public static final int MOST_ROWS = 12;

    /// Partitions this close to the best (as a share of the total sum of squares) are compared again in fractions: far above the
    /// rounding error of the sums, far below any difference that matters.
    private static final double CLOSE = 1e-9;

    private final double[][] squaredDistances;
    private final int k;
    private final double margin;
    private final List<int[]> close = new ArrayList<>();
    private double least = Double.POSITIVE_INFINITY;
    private long compared;

    private ProvenSegments(double[][] rows, int k) {
        this.k = k;
        squaredDistances = Arrays.stream(rows)
                .map(a -> Arrays.stream(rows).mapToDouble(b -> Sums.squaredDistance(a, b)).toArray())
                .toArray(double[][]::new);
        margin = CLOSE * Sums.within(rows, Sums.centres(rows, new int[rows.length], 1), new int[rows.length]);
    }

    /// The optimum for one column, labels ascending. It is proven where the rounding of sums leaves one best partition, or so few that they
    /// could be compared in fractions; [Search#proven] tells.
    ///
    /// @param features one column
    /// @param k the number of segments, from 1 to the number of different values
    /// @throws IllegalArgumentException if there is more than one column, k is out of its range, or squares leave the range of a double
    public static Segmentation oneDimension(Features features, int k) {
        return SortedCuts.optimum(features, k);
    }

    /// Compares all partitions into k blocks. Labels are numbered in the order in which the rows first show them.
    ///
    /// @param features at most 12 rows
    /// @param k the number of segments, from 1 to the number of different rows
    /// @throws IllegalArgumentException if there are too many rows, k is out of its range, or squares leave the range of a double
    public static Segmentation enumerate(Features features, int k) {
        double[][] rows = Checks.present("features", features).rows();
        if (rows.length > MOST_ROWS) {
            throw new IllegalArgumentException("features must have at most " + MOST_ROWS + " rows to enumerate all partitions, but has "
                    + rows.length + ": use k-means, or dynamic programming in one dimension");
        }
        KMeansSearch.clustersFit(features, k);
        ProvenSegments search = new ProvenSegments(rows, k);
        search.extend(new int[rows.length], 0, 0);
        int[] best = null;
        BigFraction bestError = null;
        long attained = 0;
        for (int[] labels : search.close) {
            BigFraction error = Segmentation.of(features, labels).exactWithin();
            int comparison = best == null ? -1 : error.compareTo(bestError);
            attained = comparison < 0 ? 1 : comparison == 0 ? attained + 1 : attained;
            if (comparison < 0) {
                best = labels;
                bestError = error;
            }
        }
        return Segmentation.of(features, best, new Search(Search.Method.ENUMERATION, search.compared, attained));
    }

    /// Labels as restricted growth strings: each row joins a block in use or opens the next, so every partition comes once.
    private void extend(int[] labels, int row, int blocks) {
        if (row == labels.length) {
            compare(labels);
            return;
        }
        int rowsLeft = labels.length - row;
        for (int block = 0; block <= Math.min(blocks, k - 1); block++) {
            int used = Math.max(blocks, block + 1);
            if (k - used <= rowsLeft - 1) {
                labels[row] = block;
                extend(labels, row + 1, used);
            }
        }
    }

    /// SSE of a block is the sum of its squared distances, each pair once, divided by its size.
    private void compare(int[] labels) {
        compared++;
        double[] sums = new double[k];
        int[] sizes = new int[k];
        for (int i = 0; i < labels.length; i++) {
            sizes[labels[i]]++;
            for (int j = 0; j < i; j++) {
                if (labels[i] == labels[j]) {
                    sums[labels[i]] += squaredDistances[i][j];
                }
            }
        }
        double error = 0;
        for (int c = 0; c < k; c++) {
            error += sums[c] / sizes[c];
        }
        if (error < least - margin) {
            close.clear();
        }
        if (error <= least + margin) {
            close.add(labels.clone());
        }
        least = Math.min(least, error);
    }
}

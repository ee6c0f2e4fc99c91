package infogap.benchmarks;

import java.util.Arrays;

/// Mutual information the way JIDT 1.6 arrives at it (`MutualInformationCalculatorDiscrete`), for when its jar is not there ([JidtPeer]): one
/// thread, three increments for each pair, the table an array of rows, all kept and cleared for the next data; then a logarithm for each
/// cell. For small alphabets it is a little faster than the original.
final class ThreeCounts {

    private static final double LOG_TWO = Math.log(2);

    private final int[][] pairs;
    private final int[] rowTotals;
    private final int[] columnTotals;
    private int total;

    ThreeCounts(int alphabet) {
        pairs = new int[alphabet][alphabet];
        rowTotals = new int[alphabet];
        columnTotals = new int[alphabet];
    }

    /// In bits.
    double mutualInformation(int[] x, int[] y) {
        clear();
        count(x, y);
        double bits = 0;
        for (int i = 0; i < rowTotals.length; i++) {
            double row = (double) rowTotals[i] / total;
            for (int j = 0; j < columnTotals.length; j++) {
                double column = (double) columnTotals[j] / total;
                double both = (double) pairs[i][j] / total;
                if (both > 0) {
                    bits += both * Math.log(both / (row * column)) / LOG_TWO;
                }
            }
        }
        return bits;
    }

    private void clear() {
        total = 0;
        Arrays.fill(rowTotals, 0);
        Arrays.fill(columnTotals, 0);
        for (int[] row : pairs) {
            Arrays.fill(row, 0);
        }
    }

    private void count(int[] x, int[] y) {
        total += x.length;
        for (int k = 0; k < x.length; k++) {
            pairs[x[k]][y[k]]++;
            rowTotals[x[k]]++;
            columnTotals[y[k]]++;
        }
    }
}

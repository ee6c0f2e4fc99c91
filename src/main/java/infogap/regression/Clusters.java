package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which rows belong together: the clusters are numbered 0 … G − 1 in the order in which they are met.
///
/// @param ofRow the cluster of each row
/// @param count G
record Clusters(int[] ofRow, int count) {

    static Clusters of(int[] labels, int rows) {
        Checks.sameLength("clusters", Checks.present("clusters", labels).length, "rows", rows);
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        int[] ofRow = Arrays.stream(labels).map(label -> numbers.computeIfAbsent(label, unseen -> numbers.size())).toArray();
        if (numbers.size() < 2) {
            throw new IllegalArgumentException("clusters must name at least two clusters, but all rows are in " + labels[0]);
        }
        return new Clusters(ofRow, numbers.size());
    }

    /// G/(G − 1)·(n − 1)/(n − p), CR1's correction for a small sample.
    double correction(long rows, long degreesOfFreedom) {
        return correction(count, rows, degreesOfFreedom);
    }

    static double correction(long clusters, long rows, long degreesOfFreedom) {
        return (double) clusters / (clusters - 1) * (rows - 1) / degreesOfFreedom;
    }

    /// Σ weight_i·vector_i over the rows of each cluster. Summed in 106 bits, so that the order of the rows does not show.
    double[][] sums(double[] weights, double[][] vectors) {
        DoubleDouble[][] sums = new DoubleDouble[count][vectors[0].length];
        for (DoubleDouble[] sum : sums) {
            Arrays.fill(sum, DoubleDouble.ZERO);
        }
        for (int i = 0; i < weights.length; i++) {
            DoubleDouble[] sum = sums[ofRow[i]];
            for (int k = 0; k < sum.length; k++) {
                sum[k] = sum[k].plus(DoubleDouble.product(weights[i], vectors[i][k]));
            }
        }
        return Arrays.stream(sums)
                .map(sum -> Arrays.stream(sum).mapToDouble(DoubleDouble::toDouble).toArray())
                .toArray(double[][]::new);
    }
}

package infogap.spark;

import infogap.numeric.DoubleDouble;
import infogap.storage.BinaryReader;
import infogap.storage.BinaryWriter;
import java.util.Arrays;

/// What one pass over a partition's rows finds for given centres: how many rows are nearest to each, the sums of their coordinates, the sum of squared
/// distances, and the row that lies farthest from its centre. Sums have 106 bits, so that the order of the rows does not show.
final class CentreSums {

    private static final String KIND = "IGCS";

    final long[] counts;
    final double[][] high;
    final double[][] low;
    double withinHigh;
    double withinLow;
    double farthestDistance = -1;
    double[] farthest;

    CentreSums(int k, int p) {
        this.counts = new long[k];
        this.high = new double[k][p];
        this.low = new double[k][p];
        this.farthest = new double[p];
    }

    void add(double[] row, double[][] centres) {
        int nearest = nearest(row, centres);
        double distance = squaredDistance(row, centres[nearest]);
        counts[nearest]++;
        for (int j = 0; j < row.length; j++) {
            plus(nearest, j, row[j], 0);
        }
        plusWithin(distance, 0);
        keepFarther(distance, row);
    }

    private void keepFarther(double distance, double[] row) {
        if (distance > farthestDistance || distance == farthestDistance && Arrays.compare(row, farthest) < 0) {
            farthestDistance = distance;
            farthest = row.clone();
        }
    }

    private void plus(int c, int j, double addHigh, double addLow) {
        double sum = high[c][j] + addHigh;
        double error = DoubleDouble.twoSumError(high[c][j], addHigh, sum) + (low[c][j] + addLow);
        high[c][j] = sum + error;
        low[c][j] = error - (high[c][j] - sum);
    }

    private void plusWithin(double addHigh, double addLow) {
        double sum = withinHigh + addHigh;
        double error = DoubleDouble.twoSumError(withinHigh, addHigh, sum) + (withinLow + addLow);
        withinHigh = sum + error;
        withinLow = error - (withinHigh - sum);
    }

    CentreSums addAll(CentreSums other) {
        for (int c = 0; c < counts.length; c++) {
            counts[c] += other.counts[c];
            for (int j = 0; j < high[c].length; j++) {
                plus(c, j, other.high[c][j], other.low[c][j]);
            }
        }
        plusWithin(other.withinHigh, other.withinLow);
        if (other.farthestDistance >= 0) {
            keepFarther(other.farthestDistance, other.farthest);
        }
        return this;
    }

    /// The mean of the rows nearest to a centre, rounded once.
    double[] mean(int c) {
        double[] mean = new double[high[c].length];
        DoubleDouble count = DoubleDouble.of(counts[c]);
        Arrays.setAll(mean, j -> new DoubleDouble(high[c][j], low[c][j]).dividedBy(count).toDouble());
        return mean;
    }

    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }

    /// The nearest centre, the first of equally near ones.
    static int nearest(double[] row, double[][] centres) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            double distance = squaredDistance(row, centres[c]);
            if (distance < least) {
                least = distance;
                best = c;
            }
        }
        return best;
    }

    byte[] toBytes() {
        BinaryWriter out = new BinaryWriter(KIND, 1).put(counts.length).put(farthest.length);
        for (int c = 0; c < counts.length; c++) {
            out.put(counts[c]).put(high[c]).put(low[c]);
        }
        return out.put(withinHigh).put(withinLow).put(farthestDistance).put(farthest).toBytes();
    }

    static CentreSums ofBytes(byte[] bytes) {
        BinaryReader in = BinaryReader.of("the sums of a pass over segments", KIND, 1, bytes);
        int k = in.getInt();
        int p = in.getInt();
        CentreSums read = new CentreSums(k, p);
        for (int c = 0; c < k; c++) {
            read.counts[c] = in.getNonNegative("counts");
            read.high[c] = in.getFinite("sums", p);
            read.low[c] = in.getFinite("corrections", p);
        }
        read.withinHigh = in.getDouble();
        read.withinLow = in.getDouble();
        read.farthestDistance = in.getDouble();
        read.farthest = in.getFinite("farthest", p);
        in.end();
        return read;
    }
}

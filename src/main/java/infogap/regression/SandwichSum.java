package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import infogap.storage.BinaryReader;
import infogap.storage.BinaryWriter;
import java.util.List;

/// What a second pass over the rows of a streamed fit has found: the middle M of the covariance S M S, summed over all rows so far, or over
/// all clusters so far. [RobustAccumulator] and [ClusterAccumulator] make it, parts merge, and the whole gives the standard errors.
public final class SandwichSum {

    private static final String KIND = "IGSW";
    private static final int VERSION = 1;

    private final long rows;
    private final long clusters;
    private final DoubleDouble[] middle;

    SandwichSum(long rows, long clusters, DoubleDouble[] middle) {
        this.rows = rows;
        this.clusters = clusters;
        this.middle = middle;
    }

    /// The number of rows that were passed.
    public long rows() {
        return rows;
    }

    /// The number of clusters that were passed; 0 where rows err alone.
    public long clusters() {
        return clusters;
    }

    /// The sum over this part and the other, which must have other rows and other clusters.
    ///
    /// @throws IllegalArgumentException if the models' sizes differ
    public SandwichSum merge(SandwichSum other) {
        Checks.sameLength("the sum's entries", middle.length, "the other's", Checks.present("other", other).middle.length);
        DoubleDouble[] sum = new DoubleDouble[middle.length];
        for (int at = 0; at < sum.length; at++) {
            sum[at] = middle[at].plus(other.middle[at]);
        }
        return new SandwichSum(rows + other.rows, clusters + other.clusters, sum);
    }

    /// The covariance of the coefficients.
    ///
    /// @throws IllegalArgumentException if another number of rows was passed than the model was fitted to, or there is only one cluster
    public double[][] covariance(FittedModel model) {
        Solution solution = Checks.present("model", model).solution();
        int p = solution.columns();
        Checks.sameLength("the sum's entries", middle.length, "the model's pairs of columns", p * (p + 1) / 2);
        if (rows != solution.rows) {
            throw new IllegalArgumentException("the second pass must see the rows of the fit, " + solution.rows + ", but has seen " + rows);
        }
        if (clusters == 1) {
            throw new IllegalArgumentException("clusters must name at least two clusters, but all rows are in one");
        }
        double correction = clusters == 0 ? 1 : Clusters.correction(clusters, rows, solution.degreesOfFreedom());
        return Sandwich.covariance(solution.inverse, (j, k) -> middle[j * (j + 1) / 2 + k].times(correction));
    }

    /// The coefficient table at 95 % with these standard errors; t has n − p degrees of freedom, with clusters one fewer than there are clusters, as in a
    /// fit in memory.
    ///
    /// @throws IllegalArgumentException as [#covariance]
    public List<Coefficient> coefficients(FittedModel model) {
        return coefficients(model, FittedModel.USUAL_LEVEL);
    }

    /// The coefficient table with these standard errors.
    ///
    /// @throws IllegalArgumentException as [#covariance], or if the level is not strictly between 0 and 1
    public List<Coefficient> coefficients(FittedModel model, double level) {
        double[] errors = FittedModel.roots(covariance(model));
        return model.coefficients(errors, clusters == 0 ? model.degreesOfFreedom() : clusters - 1, level);
    }

    /// The report of a fit in memory with standard errors that do not assume equal variances, without what needs rows.
    ///
    /// @param kind that of the [RobustAccumulator]
    /// @throws IllegalArgumentException as [#covariance], or if the level is not strictly between 0 and 1
    public Summary summary(FittedModel model, RobustCovariance kind, double level) {
        return Summary.of(model, new double[0], coefficients(model, level), Checks.present("kind", kind).name(), level);
    }

    /// The report of a fit in memory with clustered standard errors, without what needs rows; `what` says what the clusters are.
    ///
    /// @throws IllegalArgumentException as [#covariance], or if the level is not strictly between 0 and 1
    public Summary clusterSummary(FittedModel model, String what, double level) {
        return Summary.of(model, new double[0], coefficients(model, level), FittedModel.clusterErrors(clusters, what), level);
    }

    /// In the frame of [infogap.storage.BinaryWriter], kind `IGSW`, version 1: rows and clusters (8 bytes each), the number of entries
    /// (4 bytes), and the lower triangle row after row, two doubles for each entry.
    public byte[] toBytes() {
        BinaryWriter out = new BinaryWriter(KIND, VERSION).put(rows).put(clusters).put(middle.length);
        for (DoubleDouble entry : middle) {
            out.put(entry.high()).put(entry.low());
        }
        return out.toBytes();
    }

    /// The sum whose bytes these are.
    ///
    /// @throws IllegalArgumentException if they are cut off, of another kind, of a newer version, or damaged
    public static SandwichSum ofBytes(byte[] bytes) {
        BinaryReader in = BinaryReader.of("the sum of a second pass", KIND, VERSION, bytes);
        long rows = in.getNonNegative("rows");
        long clusters = in.getNonNegative("clusters");
        DoubleDouble[] middle = new DoubleDouble[in.getCount(2 * Double.BYTES)];
        for (int at = 0; at < middle.length; at++) {
            double[] parts = in.getFinite("entry " + at, 2);
            middle[at] = new DoubleDouble(parts[0], parts[1]);
        }
        in.end();
        return new SandwichSum(rows, clusters, middle);
    }
}

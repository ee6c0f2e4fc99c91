package infogap.probability;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.util.Arrays;
import java.util.List;

/// A joint distribution of two variables: a matrix `p(x, y)` with a row for each state `x` and a column for each state `y`.
///
/// @param <X> the type of the row states
/// @param <Y> the type of the column states
public final class JointDistribution<X, Y> {

    private final List<X> rows;
    private final List<Y> columns;
    private final double[][] probabilities;

    private JointDistribution(List<X> rows, List<Y> columns, double[][] probabilities) {
        this.rows = rows;
        this.columns = columns;
        this.probabilities = probabilities;
    }

    /// The distribution with `p(rows[i], columns[j]) = probabilities[i][j]`.
    ///
    /// @throws IllegalArgumentException if the shape does not fit the labels, a label stands twice, an entry is outside
    ///     [0, 1] or NaN, or the sum is not 1 within [Distribution#SUM_TOLERANCE]
    public static <X, Y> JointDistribution<X, Y> of(List<X> rows, List<Y> columns, double[][] probabilities) {
        JointDistribution<X, Y> joint = shaped(rows, columns, "probabilities", probabilities);
        Distribution.requireSumOne(
                "probabilities", Arrays.stream(joint.probabilities).flatMapToDouble(Arrays::stream).toArray());
        return joint;
    }

    /// Relative frequencies of a contingency table.
    ///
    /// @throws IllegalArgumentException if the shape does not fit, a count is negative, or all are zero
    public static <X, Y> JointDistribution<X, Y> ofCounts(List<X> rows, List<Y> columns, long[][] counts) {
        Checks.present("counts", counts);
        double[][] weights = Arrays.stream(counts)
                .map(row -> Arrays.stream(Checks.present("counts row", row)).asDoubleStream().toArray())
                .toArray(double[][]::new);
        JointDistribution<X, Y> joint = shaped(rows, columns, "counts", weights);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                sum.add(Checks.nonNegative("counts[" + i + "][" + j + "]", joint.probabilities[i][j]));
            }
        }
        double total = Checks.positive("sum of counts", sum.value());
        for (double[] row : joint.probabilities) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= total;
            }
        }
        return joint;
    }

    /// `p(x, y) = prior(x) · channel(y | x)`.
    ///
    /// @throws IllegalArgumentException if the prior's states are not the channel's inputs, in the same order
    public static <X, Y> JointDistribution<X, Y> of(Distribution<X> prior, Channel<X, Y> channel) {
        Checks.present("prior", prior);
        Checks.present("channel", channel);
        if (!prior.states().equals(channel.inputs())) {
            throw new IllegalArgumentException("prior and channel must have the same states in the same order, but the prior has "
                    + prior.states() + " and the channel's inputs are " + channel.inputs());
        }
        double[][] joint = new double[prior.size()][];
        for (int i = 0; i < joint.length; i++) {
            double weight = prior.probabilityAt(i);
            joint[i] = Arrays.stream(channel.row(i)).map(p -> weight * p).toArray();
        }
        return new JointDistribution<>(channel.inputs(), channel.outputs(), joint);
    }

    /// `p(x, y) = p(x) p(y)`.
    public static <X, Y> JointDistribution<X, Y> independent(Distribution<X> rows, Distribution<Y> columns) {
        return of(rows, Channel.uninformative(Checks.present("rows", rows).states(), Checks.present("columns", columns)));
    }

    public List<X> rows() {
        return rows;
    }

    public List<Y> columns() {
        return columns;
    }

    /// `p(rows[row], columns[column])`, by positions counted from 0.
    ///
    /// @throws IllegalArgumentException if there is no such position
    public double probability(int row, int column) {
        return probabilities[Checks.position("row", row, rows.size())][Checks.position("column", column, columns.size())];
    }

    /// A deep copy of the matrix.
    public double[][] probabilities() {
        return Arrays.stream(probabilities).map(double[]::clone).toArray(double[][]::new);
    }

    /// `p(x) = Σ_y p(x, y)`.
    public Distribution<X> rowMarginal() {
        return Distribution.normalized(
                rows, Arrays.stream(probabilities).mapToDouble(CompensatedSum::of).toArray());
    }

    /// `p(y) = Σ_x p(x, y)`.
    public Distribution<Y> columnMarginal() {
        return transposed().rowMarginal();
    }

    /// `p(x | y)`: the posterior (后验) of the row variable when the column is seen.
    ///
    /// @throws IllegalArgumentException if `p(y) = 0`, where the posterior is not defined, or there is no such column
    public Distribution<X> rowsGiven(Y column) {
        return transposed().columnsGiven(column);
    }

    /// `p(y | x)`.
    ///
    /// @throws IllegalArgumentException if `p(x) = 0`, where the conditional is not defined, or there is no such row
    public Distribution<Y> columnsGiven(X row) {
        int index = rows.indexOf(row);
        if (index < 0) {
            throw new IllegalArgumentException("state must be one of " + rows + ", but is " + row);
        }
        if (CompensatedSum.of(probabilities[index]) == 0) {
            throw new IllegalArgumentException("state must have a positive probability to condition on, but " + row + " has 0");
        }
        return Distribution.normalized(columns, probabilities[index]);
    }

    /// The same distribution with rows and columns exchanged.
    public JointDistribution<Y, X> transposed() {
        double[][] turned = new double[columns.size()][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                turned[j][i] = probabilities[i][j];
            }
        }
        return new JointDistribution<>(columns, rows, turned);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JointDistribution<?, ?> that
                && rows.equals(that.rows)
                && columns.equals(that.columns)
                && Arrays.deepEquals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows.hashCode() + columns.hashCode()) + Arrays.deepHashCode(probabilities);
    }

    @Override
    public String toString() {
        return Matrices.table(rows, columns, probabilities);
    }

    private static <X, Y> JointDistribution<X, Y> shaped(List<X> rows, List<Y> columns, String argument, double[][] entries) {
        List<X> checkedRows = Checks.distinct("rows", rows);
        List<Y> checkedColumns = Checks.distinct("columns", columns);
        double[][] copy = Checks.finiteMatrix(argument, entries);
        Checks.sameLength("rows", checkedRows.size(), argument, copy.length);
        Checks.sameLength("columns", checkedColumns.size(), argument + "[0]", copy[0].length);
        return new JointDistribution<>(checkedRows, checkedColumns, copy);
    }
}

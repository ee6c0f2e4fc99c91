package infogap.information;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import java.util.Arrays;
import java.util.OptionalDouble;

/// Mutual information (互信息): how much seeing one variable tells about the other,
/// `I(X; Y) = Σ p(x, y) log (p(x, y) / (p(x) p(y))) = H(X) − H(X | Y) = H(Y) − H(Y | X)`.
///
/// It is symmetric, zero exactly when the variables are independent, and measures dependence of any form; it has neither a
/// sign nor a direction, and does not change when the states are renamed, so it says nothing about the size of an effect.
///
/// Source: Cover and Thomas (2006), chapter 2.
public final class MutualInformation {

    private MutualInformation() {}

    /// `I(X; Y)` of a joint distribution; never negative, and right to its last digits also when the dependence is weak.
    public static double of(JointDistribution<?, ?> joint, Unit unit) {
        Checks.present("joint", joint);
        Checks.present("unit", unit);
        return ofWeights(joint.probabilities(), unit);
    }

    /// `I(X; Y)` of the relative frequencies of a table: the plug-in estimate, biased upwards in small samples
    /// ([EstimatorPanel] tells by how much).
    public static double of(ContingencyTable<?, ?> table, Unit unit) {
        Checks.present("table", table);
        Checks.present("unit", unit);
        if ((long) table.rows().size() * table.columns().size() >= CountTerms.LARGE) {
            OptionalDouble nats = CountTerms.mutualInformation(table);
            if (nats.isPresent()) {
                return unit.fromNats(nats.getAsDouble());
            }
        }
        return Terms.mutualInformation(
                row -> weights(table, row),
                asDoubles(table.rowTotals()), asDoubles(table.columnTotals()), table.total(), unit);
    }

    /// `I(X; Y | Z) = Σ_z p(z) I(X; Y | Z = z)`: what X tells about Y to somebody who knows Z.
    public static double conditional(TripleDistribution<?, ?, ?> triple, Unit unit) {
        Checks.present("triple", triple);
        Checks.present("unit", unit);
        return conditionalOf(triple, unit);
    }

    /// Co-information `I(X; Y) − I(X; Y | Z)`: positive where Z repeats what X says about Y (redundancy), negative where only
    /// X and Z together say it (synergy).
    public static double coInformation(TripleDistribution<?, ?, ?> triple, Unit unit) {
        Checks.present("triple", triple);
        return of(triple.xy(), unit) - conditional(triple, unit);
    }

    /// Pointwise mutual information `log (p(x, y) / (p(x) p(y)))` of every cell, rows by columns: its mean under `p(x, y)` is
    /// `I(X; Y)`. A cell of probability 0 has −∞ where both its row and its column occur, and 0 where one of them never does.
    public static double[][] pointwise(JointDistribution<?, ?> joint, Unit unit) {
        Checks.present("joint", joint);
        Checks.present("unit", unit);
        Distribution<?> rows = joint.rowMarginal();
        Distribution<?> columns = joint.columnMarginal();
        double[][] values = new double[rows.size()][columns.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                if (rows.probabilityAt(i) > 0 && columns.probabilityAt(j) > 0) {
                    values[i][j] = unit.log(joint.probability(i, j) / rows.probabilityAt(i) / columns.probabilityAt(j));
                }
            }
        }
        return values;
    }

    /// `I(X; Y)` divided by the chosen bound, in [0, 1]; undefined (0/0) when the bound is 0 because a variable is constant.
    public static Estimate normalized(JointDistribution<?, ?> joint, Normalization normalization) {
        Checks.present("joint", joint);
        Checks.present("normalization", normalization);
        double bound = normalization.bound(
                Entropy.of(joint.rowMarginal(), Unit.NATS), Entropy.of(joint.columnMarginal(), Unit.NATS), Entropy.joint(joint, Unit.NATS));
        if (bound == 0) {
            return new Estimate.Undefined("0/0: " + normalization.formula() + " is 0, because a variable is constant");
        }
        return new Estimate.Value(Math.min(1, of(joint, Unit.NATS) / bound));
    }

    /// Variation of information `H(X | Y) + H(Y | X)`: a distance between two ways to group the same things.
    ///
    /// Source: M. Meilă (2007), *Comparing clusterings*, Journal of Multivariate Analysis 98, 873–895.
    public static double variation(JointDistribution<?, ?> joint, Unit unit) {
        return Entropy.ofColumnsGivenRows(joint, unit) + Entropy.ofRowsGivenColumns(joint, unit);
    }

    static double ofWeights(double[][] weights, Unit unit) {
        double[] rowTotals = new double[weights.length];
        CompensatedSum[] columnSums = new CompensatedSum[weights[0].length];
        Arrays.setAll(columnSums, j -> new CompensatedSum());
        for (int i = 0; i < weights.length; i++) {
            rowTotals[i] = CompensatedSum.of(weights[i]);
            for (int j = 0; j < weights[i].length; j++) {
                columnSums[j].add(weights[i][j]);
            }
        }
        double[] columnTotals = Arrays.stream(columnSums).mapToDouble(CompensatedSum::value).toArray();
        return Terms.mutualInformation(i -> weights[i], rowTotals, columnTotals, CompensatedSum.of(rowTotals), unit);
    }

    private static <Z> double conditionalOf(TripleDistribution<?, ?, Z> triple, Unit unit) {
        CompensatedSum sum = new CompensatedSum();
        for (Z z : triple.z().states()) {
            double weight = triple.z().probability(z);
            if (weight > 0) {
                sum.add(weight * of(triple.xyGiven(z), unit));
            }
        }
        return sum.value();
    }

    private static double[] weights(ContingencyTable<?, ?> table, int row) {
        double[] weights = new double[table.columns().size()];
        for (int column = 0; column < weights.length; column++) {
            weights[column] = table.count(row, column);
        }
        return weights;
    }

    private static double[] asDoubles(long[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }
}

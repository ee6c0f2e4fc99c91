package infogap.information;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/// Every estimator's answer for one table, side by side, and a verdict on whether the sample can answer at all.
///
/// @param unit the unit of every number here
/// @param observations `N`
/// @param singletons how many cells hold exactly one observation
/// @param estimators one row for each [EntropyEstimator], in their order
/// @param verdict whether the mutual information is identified
public record EstimatorPanel(Unit unit, long observations, int singletons, List<Row> estimators, Verdict verdict) {

    /// One estimator's answers.
    ///
    /// @param estimator which estimator
    /// @param rowEntropy `H(X)`
    /// @param columnEntropy `H(Y)`
    /// @param jointEntropy `H(X, Y)`
    /// @param mutualInformation `I(X; Y)`
    public record Row(
            EntropyEstimator estimator, Estimate rowEntropy, Estimate columnEntropy, Estimate jointEntropy, Estimate mutualInformation) {

        static Row ofFrequencies(EntropyEstimator estimator, double[] cells, int columnCount, Unit unit) {
            double[][] matrix = new double[cells.length / columnCount][];
            Arrays.setAll(matrix, i -> Arrays.copyOfRange(cells, i * columnCount, (i + 1) * columnCount));
            double[] rows = Arrays.stream(matrix).mapToDouble(CompensatedSum::of).toArray();
            double[] columns = new double[columnCount];
            Arrays.setAll(columns, j -> CompensatedSum.of(Arrays.stream(matrix).mapToDouble(row -> row[j]).toArray()));
            return new Row(estimator,
                    new Estimate.Value(Entropy.ofWeights(rows, unit)),
                    new Estimate.Value(Entropy.ofWeights(columns, unit)),
                    new Estimate.Value(Entropy.ofWeights(cells, unit)),
                    new Estimate.Value(MutualInformation.ofWeights(matrix, unit)));
        }
    }

    /// The panel of a table.
    public static EstimatorPanel of(ContingencyTable<?, ?> table, Unit unit) {
        Checks.present("table", table);
        Checks.present("unit", unit);
        List<Row> rows = Arrays.stream(EntropyEstimator.values()).map(estimator -> estimator.of(table, unit)).toList();
        return new EstimatorPanel(unit, table.total(), table.singletons(), rows, judge(table, rows));
    }

    /// The answers of one estimator.
    public Row of(EntropyEstimator estimator) {
        return estimators.get(Checks.present("estimator", estimator).ordinal());
    }

    private static Verdict judge(ContingencyTable<?, ?> table, List<Row> rows) {
        DoubleSummaryStatistics range = rows.stream()
                .filter(row -> row.mutualInformation().isDefined())
                .mapToDouble(row -> row.mutualInformation().orElseThrow())
                .summaryStatistics();
        double plugIn = rows.get(EntropyEstimator.PLUG_IN.ordinal()).mutualInformation().orElseThrow();
        if (table.singletons() == table.total()) {
            return new Verdict.Unidentified(Verdict.Reason.ALL_SINGLETONS, range.getMin(), range.getMax(), plugIn, SmallestP.of(table));
        }
        boolean alwaysConstant = table.rows().size() == 1 || table.columns().size() == 1;
        double spread = range.getMax() - range.getMin();
        if (!alwaysConstant && spread > plugIn && spread > Verdict.NEGLIGIBLE_SHARE * largestPossible(rows)) {
            return new Verdict.Unidentified(
                    Verdict.Reason.ESTIMATORS_DISAGREE, range.getMin(), range.getMax(), plugIn, SmallestP.of(table));
        }
        return new Verdict.Identified(range.getMin(), range.getMax(), plugIn);
    }

    /// `min(H(X), H(Y))`, the most that the mutual information of variables with these margins can be.
    private static double largestPossible(List<Row> rows) {
        Row plugIn = rows.get(EntropyEstimator.PLUG_IN.ordinal());
        return Math.min(plugIn.rowEntropy().orElseThrow(), plugIn.columnEntropy().orElseThrow());
    }

    @Override
    public String toString() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("estimator (" + unit + ")", "H(X)", "H(Y)", "H(X,Y)", "I(X;Y)"));
        for (Row row : estimators) {
            lines.add(List.of(row.estimator().toString(),
                    cell(row.rowEntropy()), cell(row.columnEntropy()), cell(row.jointEntropy()), cell(row.mutualInformation())));
        }
        return String.format(Locale.ROOT, "%s\nN = %d, singletons = %d\n%s", TextTable.of(lines), observations, singletons, verdict);
    }

    private static String cell(Estimate estimate) {
        return estimate.isDefined() ? estimate.toString() : "undefined";
    }
}

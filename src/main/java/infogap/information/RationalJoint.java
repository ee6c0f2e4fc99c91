package infogap.information;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// A joint distribution of fractions that sum to exactly 1, a row for each state of X and a column for each of Y, and what the variables tell about
/// each other with as many proven digits as are asked for.
///
/// Whether two variables are independent is decided here, not estimated: `I(X; Y)` is exactly 0 or positive. [MutualInformation] and [Entropy] are
/// the same formulas in doubles; [RationalDistribution] says how the results are enclosed.
///
/// Source: Cover and Thomas (2006), chapter 2.
///
/// @param probabilities the rows `p(x, ·)`, all of one length
public record RationalJoint(List<List<BigFraction>> probabilities) {

    /// @throws IllegalArgumentException if there is no row or column, the rows differ in length, an entry is missing or negative, or the sum is not
    ///     exactly 1
    public RationalJoint {
        List<List<BigFraction>> rows = new ArrayList<>();
        for (List<BigFraction> row : Checks.notEmpty("probabilities", probabilities)) {
            rows.add(Checks.notEmpty("probabilities[" + rows.size() + "]", row));
        }
        int columns = rows.getFirst().size();
        for (int i = 1; i < rows.size(); i++) {
            Checks.sameLength("probabilities[0]", columns, "probabilities[" + i + "]", rows.get(i).size());
        }
        RationalDistribution.checked(
                rows.stream().flatMap(List::stream).toList(), cell -> "probabilities[" + cell / columns + "][" + cell % columns + "]");
        probabilities = List.copyOf(rows);
    }

    /// The joint distribution with `p(x_i, y_j) = probabilities[i][j]`.
    ///
    /// @throws IllegalArgumentException as the constructor
    public static RationalJoint of(BigFraction[][] probabilities) {
        List<List<BigFraction>> rows = new ArrayList<>();
        for (BigFraction[] row : Checks.present("probabilities", probabilities)) {
            rows.add(Arrays.asList(Checks.present("probabilities[" + rows.size() + "]", row)));
        }
        return new RationalJoint(rows);
    }

    /// `p(x, y) = prior(x) · channel(y | x)`, each row of the channel a distribution.
    ///
    /// @throws IllegalArgumentException if the channel does not have one row for each state of the prior, or its rows differ in length
    public static RationalJoint of(RationalDistribution prior, List<RationalDistribution> channel) {
        Checks.present("prior", prior);
        List<RationalDistribution> rows = Checks.notEmpty("channel", channel);
        Checks.sameLength("prior", prior.size(), "channel", rows.size());
        return new RationalJoint(IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(i).probabilities().stream().map(prior.probabilities().get(i)::multiply).toList())
                .toList());
    }

    /// Each number read as the decimal that it prints: 0.2 is 1/5.
    ///
    /// @throws IllegalArgumentException as the constructor, or if a number is NaN or infinite
    public static RationalJoint ofDecimals(double[][] probabilities) {
        return new RationalJoint(Arrays.stream(Checks.finiteMatrix("probabilities", probabilities))
                .map(row -> Arrays.stream(row).mapToObj(Fractions::ofDecimal).toList())
                .toList());
    }

    /// The relative frequencies `n_ij / N` of a table of counts, exactly.
    ///
    /// @throws IllegalArgumentException if a row is missing or of another length, a count is negative, or all are zero
    public static RationalJoint ofCounts(long[][] counts) {
        Checks.present("counts", counts);
        for (int i = 0; i < counts.length; i++) {
            Checks.present("counts[" + i + "]", counts[i]);
        }
        long total = Counts.total("counts", Arrays.stream(counts).flatMapToLong(Arrays::stream).toArray());
        return new RationalJoint(Arrays.stream(counts)
                .map(row -> Arrays.stream(row).mapToObj(count -> Fractions.of(count, total)).toList())
                .toList());
    }

    /// The relative frequencies of a contingency table, exactly.
    public static RationalJoint ofCounts(ContingencyTable<?, ?> table) {
        Checks.present("table", table);
        return ofCounts(IntStream.range(0, table.rows().size())
                .mapToObj(i -> IntStream.range(0, table.columns().size()).mapToLong(j -> table.count(i, j)).toArray())
                .toArray(long[][]::new));
    }

    /// The distribution of the row variable, `p(x) = Σ_y p(x, y)`.
    public RationalDistribution rowMarginal() {
        return new RationalDistribution(probabilities.stream()
                .map(row -> row.stream().reduce(BigFraction.ZERO, BigFraction::add))
                .toList());
    }

    /// The distribution of the column variable, `p(y) = Σ_x p(x, y)`.
    public RationalDistribution columnMarginal() {
        return transposed().rowMarginal();
    }

    /// The same distribution with rows and columns exchanged.
    public RationalJoint transposed() {
        return new RationalJoint(IntStream.range(0, probabilities.getFirst().size())
                .mapToObj(j -> probabilities.stream().map(row -> row.get(j)).toList())
                .toList());
    }

    /// `H(X, Y) = −Σ_xy p(x, y) log p(x, y)`.
    ///
    /// @param digits places after the point, from 1 to [RationalDistribution#MAXIMAL_DIGITS]
    public CertifiedInterval entropy(Unit unit, int digits) {
        return cells().entropy(unit, digits);
    }

    /// `H(Y | X) = −Σ_xy p(x, y) log p(y | x)`; rows of probability 0 add nothing.
    ///
    /// @param digits places after the point, from 1 to [RationalDistribution#MAXIMAL_DIGITS]
    public CertifiedInterval entropyOfColumnsGivenRows(Unit unit, int digits) {
        RationalDistribution cells = cells();
        BigInteger denominator = cells.commonDenominator();
        LogarithmSum sum = new LogarithmSum();
        rowMarginal().addWeights(sum, 1, denominator);
        cells.addWeights(sum, -1, denominator);
        return sum.over(denominator, unit, digits);
    }

    /// `H(X | Y)`, as [#entropyOfColumnsGivenRows] with the variables exchanged.
    ///
    /// @param digits places after the point, from 1 to [RationalDistribution#MAXIMAL_DIGITS]
    public CertifiedInterval entropyOfRowsGivenColumns(Unit unit, int digits) {
        return transposed().entropyOfColumnsGivenRows(unit, digits);
    }

    /// Mutual information (互信息) `I(X; Y) = Σ_xy p(x, y) log (p(x, y) / (p(x) p(y)))`: exactly 0 when the variables are independent.
    ///
    /// @param digits places after the point, from 1 to [RationalDistribution#MAXIMAL_DIGITS]
    public CertifiedInterval mutualInformation(Unit unit, int digits) {
        RationalDistribution cells = cells();
        BigInteger denominator = cells.commonDenominator();
        LogarithmSum sum = new LogarithmSum();
        sum.addSelfLogarithm(1, denominator);
        cells.addWeights(sum, 1, denominator);
        rowMarginal().addWeights(sum, -1, denominator);
        columnMarginal().addWeights(sum, -1, denominator);
        return sum.over(denominator, unit, digits);
    }

    /// A line for each row, its fractions aligned.
    @Override
    public String toString() {
        List<List<String>> lines = probabilities.stream().map(row -> row.stream().map(Fractions::format).toList()).toList();
        int width = lines.stream().flatMap(List::stream).mapToInt(String::length).max().orElseThrow();
        return lines.stream()
                .map(line -> line.stream().map(text -> " ".repeat(width - text.length()) + text).collect(Collectors.joining("  ")))
                .collect(Collectors.joining("\n"));
    }

    private RationalDistribution cells() {
        return new RationalDistribution(probabilities.stream().flatMap(List::stream).toList());
    }
}

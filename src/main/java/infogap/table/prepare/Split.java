package infogap.table.prepare;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A random division of n rows into training and test rows (训练集, 测试集).
///
/// The test part has `⌈share · n⌉` rows, the share read as the decimal that it prints, so that 0.2 of 25 rows is 5 and not 6.
///
/// @param train indices of the training rows, in shuffled order
/// @param test indices of the test rows, in shuffled order
public record Split(int[] train, int[] test) {

    /// Shuffles the rows and cuts off the test part.
    ///
    /// @param rows at least 2
    /// @param testShare above 0 and below 1, and such that both parts have a row
    /// @param seed the same seed gives the same split
    /// @throws IllegalArgumentException if an argument is out of its range
    public static Split random(int rows, double testShare, long seed) {
        Checks.atLeast("rows", rows, 2);
        int testRows = testRows(rows, testShare);
        if (testRows == rows) {
            throw new IllegalArgumentException(
                    "testShare must leave a training row, but " + testShare + " of " + rows + " rows is all of them");
        }
        int[] order = shuffled(rows, seed);
        return new Split(Arrays.copyOfRange(order, testRows, rows), Arrays.copyOf(order, testRows));
    }

    /// `⌈share · rows⌉`, exactly.
    ///
    /// @throws IllegalArgumentException if there is no row, or the share is not strictly between 0 and 1
    public static int testRows(int rows, double testShare) {
        Checks.atLeast("rows", rows, 1);
        BigFraction share = Fractions.ofDecimal(Checks.strictlyBetween("testShare", testShare, 0, 1));
        return ceiling(share.multiply(rows)).intValueExact();
    }

    /// All numbers of rows n with `⌈share · n⌉ = testRows`: those with `(testRows − 1)/share < n ≤ testRows/share`. From five test rows
    /// at a share of 0.2 it follows that the table had 21 to 25 rows.
    ///
    /// @throws IllegalArgumentException if there is no test row, or the share is not strictly between 0 and 1
    public static RowRange rowsFor(int testRows, double testShare) {
        Checks.atLeast("testRows", testRows, 1);
        BigFraction share = Fractions.ofDecimal(Checks.strictlyBetween("testShare", testShare, 0, 1));
        BigFraction below = new BigFraction(testRows - 1).divide(share);
        BigFraction most = new BigFraction(testRows).divide(share);
        return new RowRange(floor(below).add(BigInteger.ONE).intValueExact(), floor(most).intValueExact());
    }

    /// Numbers of rows, both ends included.
    ///
    /// @param least the least number
    /// @param most the greatest number
    public record RowRange(int least, int most) {

        /// `21 to 25 rows`.
        @Override
        public String toString() {
            return least == most ? least + (least == 1 ? " row" : " rows") : least + " to " + most + " rows";
        }
    }

    /// A copy of the indices.
    @Override
    public int[] train() {
        return train.clone();
    }

    /// A copy of the indices.
    @Override
    public int[] test() {
        return test.clone();
    }

    /// The training rows of a table, in the order of the indices.
    public Table train(Table table) {
        return select(table, train);
    }

    /// The test rows of a table, in the order of the indices.
    public Table test(Table table) {
        return select(table, test);
    }

    /// The training rows of a matrix.
    public double[][] train(double[][] rows) {
        return Features.select(rows, train);
    }

    /// The test rows of a matrix.
    public double[][] test(double[][] rows) {
        return Features.select(rows, test);
    }

    /// The training rows of a column.
    public double[] train(double[] values) {
        return Features.select(values, train);
    }

    /// The test rows of a column.
    public double[] test(double[] values) {
        return Features.select(values, test);
    }

    /// Same rows in the same order.
    @Override
    public boolean equals(Object other) {
        return other instanceof Split split && Arrays.equals(train, split.train) && Arrays.equals(test, split.test);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(train) + Arrays.hashCode(test);
    }

    /// `800 training rows, 200 test rows`.
    @Override
    public String toString() {
        return train.length + " training rows, " + test.length + " test rows";
    }

    /// 0 … n − 1 in random order (Fisher–Yates).
    static int[] shuffled(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[size];
        for (int i = 1; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    // Table.rows would give them in the table's order, unlike the rows of a matrix or a column
    private static Table select(Table table, int[] indices) {
        return Table.create(table.name(), table.columns().stream().<Column<?>>map(column -> column.subset(indices)).toList());
    }

    private static BigInteger floor(BigFraction value) {
        return value.getNumerator().divide(value.getDenominator());
    }

    private static BigInteger ceiling(BigFraction value) {
        return value.getNumerator().add(value.getDenominator()).subtract(BigInteger.ONE).divide(value.getDenominator());
    }
}

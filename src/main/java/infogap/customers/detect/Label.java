package infogap.customers.detect;

import infogap.table.data.MissingValues;
import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// Which rows truly have the property to be detected.
///
/// @param name what positive means, for messages: `hidden.csv, column 'quality' = 'high'`
/// @param positive one truth per row
public record Label(String name, boolean[] positive) {

    /// @throws IllegalArgumentException if the name is blank or there is no row
    public Label {
        Checks.text("name", name);
        positive = Checks.present("positive", positive).clone();
        Checks.atLeast("rows of the label", positive.length, 1);
    }

    /// The rows of a table in which a column holds a category.
    ///
    /// @throws IllegalArgumentException if the column is not there, has a missing value, or holds the category nowhere
    public static Label of(Table table, String column, String category) {
        if (!Checks.present("table", table).columnNames().contains(column)) {
            throw new IllegalArgumentException(
                    table.name() + " must have a label column '" + column + "', but has " + table.columnNames());
        }
        Column<?> values = table.column(column);
        boolean[] positive = new boolean[values.size()];
        for (int row = 0; row < positive.length; row++) {
            if (MissingValues.at(values, row)) {
                throw new IllegalArgumentException(
                        table.name() + ", row " + (row + 1) + ", column '" + column + "' must have a label, but is missing");
            }
            positive[row] = Objects.toString(values.get(row)).equals(category);
        }
        return new Label(table.name() + ", column '" + column + "' = '" + category + "'", positive);
    }

    /// The number of rows.
    public int size() {
        return positive.length;
    }

    /// The number of positive rows.
    public int positives() {
        int count = 0;
        for (boolean value : positive) {
            count += value ? 1 : 0;
        }
        return count;
    }

    /// 1 for each positive row, 0 for each other, as a regression takes them.
    public double[] indicators() {
        return IntStream.range(0, positive.length).mapToDouble(row -> positive[row] ? 1 : 0).toArray();
    }

    /// The labels of some rows, in this order.
    public Label at(int... rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = positive[rows[i]];
        }
        return new Label(name, chosen);
    }

    /// A copy.
    @Override
    public boolean[] positive() {
        return positive.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Label label && name.equals(label.name) && Arrays.equals(positive, label.positive);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(positive);
    }

    /// `hidden.csv, column 'quality' = 'high': 1803 of 3000 rows`.
    @Override
    public String toString() {
        return name + ": " + positives() + " of " + positive.length + " rows";
    }

    /// @throws IllegalArgumentException if only one class is there
    void requireTwoClasses() {
        int positives = positives();
        if (positives == 0 || positives == positive.length) {
            throw new IllegalArgumentException("label must have both classes, but " + name + " holds in "
                    + (positives == 0 ? "none" : "all") + " of the " + positive.length + " rows");
        }
    }
}

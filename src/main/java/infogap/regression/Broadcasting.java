package infogap.regression;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// The rule by which numpy combines arrays of different shapes, restated: shapes are aligned at their last axis, a missing axis
/// counts as 1, an axis of length 1 is repeated, and any other mismatch is an error.
///
/// So a column (5, 1) minus a vector (5,) is a 5×5 matrix: no error, and not the five differences that were meant.
///
/// Source: the NumPy user guide, section *Broadcasting*.
public final class Broadcasting {

    private Broadcasting() {}

    /// The shape of the result.
    ///
    /// @throws IllegalArgumentException if an axis is below 1, or two axes differ and neither is 1
    public static List<Integer> shape(List<Integer> first, List<Integer> second) {
        Checks.present("second", second);
        Checks.present("first", first).forEach(axis -> Checks.atLeast("axis of first", axis, 1));
        second.forEach(axis -> Checks.atLeast("axis of second", axis, 1));
        List<Integer> result = new ArrayList<>();
        for (int back = 1; back <= Math.max(first.size(), second.size()); back++) {
            int a = back <= first.size() ? first.get(first.size() - back) : 1;
            int b = back <= second.size() ? second.get(second.size() - back) : 1;
            if (a != b && a != 1 && b != 1) {
                throw new IllegalArgumentException("shapes must agree or be 1 on every axis, but are " + first + " and " + second);
            }
            result.add(Math.max(a, b));
        }
        Collections.reverse(result);
        return List.copyOf(result);
    }

    /// A column of shape (n, 1) minus a vector of shape (m,): the n×m matrix column_i − vector_j.
    ///
    /// @throws IllegalArgumentException if either is empty
    public static List<List<BigFraction>> subtract(List<BigFraction> column, List<BigFraction> vector) {
        List<BigFraction> right = Checks.notEmpty("vector", vector);
        return Checks.notEmpty("column", column).stream()
                .map(left -> right.stream().map(left::subtract).toList())
                .toList();
    }
}

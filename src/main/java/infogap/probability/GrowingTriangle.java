package infogap.probability;

import java.util.ArrayList;
import java.util.List;

/// The triangle `R` with `Rᵀ R = Aᵀ A` of columns that come one by one and leave from the end, for the normal equations of a few of many columns.
///
/// Source: Å. Björck (1987), *Stability analysis of the method of seminormal equations for linear least squares problems*, Linear Algebra and its
/// Applications 88/89, 31–48.
final class GrowingTriangle {

    /// A column with less than this part of its squared length outside the span of the others is taken to lie in it.
    private static final double DEPENDENT = 1e-14;

    private final List<double[]> columns = new ArrayList<>();

    /// Adds a column; false, and nothing is added, when it depends on the others.
    ///
    /// @param products its inner products with the columns there are, in their order, and last with itself
    boolean append(double[] products) {
        int size = columns.size();
        double[] column = new double[size + 1];
        double rest = products[size];
        for (int i = 0; i < size; i++) {
            double sum = products[i];
            for (int m = 0; m < i; m++) {
                sum -= columns.get(i)[m] * column[m];
            }
            column[i] = sum / columns.get(i)[i];
            rest -= column[i] * column[i];
        }
        if (!(rest > DEPENDENT * products[size])) {
            return false;
        }
        column[size] = Math.sqrt(rest);
        columns.add(column);
        return true;
    }

    /// Takes all columns from this position on out again.
    void truncate(int size) {
        columns.subList(size, columns.size()).clear();
    }

    /// `(Rᵀ R)⁻¹ right`, forward and back through the triangle.
    double[] solve(double[] right) {
        double[] solution = right.clone();
        for (int i = 0; i < solution.length; i++) {
            double[] column = columns.get(i);
            for (int m = 0; m < i; m++) {
                solution[i] -= column[m] * solution[m];
            }
            solution[i] /= column[i];
        }
        for (int i = solution.length - 1; i >= 0; i--) {
            double[] column = columns.get(i);
            solution[i] /= column[i];
            for (int m = 0; m < i; m++) {
                solution[m] -= column[m] * solution[i];
            }
        }
        return solution;
    }
}

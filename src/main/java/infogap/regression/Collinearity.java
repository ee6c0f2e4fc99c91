package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which columns of a triangle are combinations of the columns before them.
final class Collinearity {

    /// Relative distance below which a column of doubles counts as a combination of others: 128 times their own rounding.
    static final double DOUBLES = 0x1p-46;

    /// The same for columns of 106 bits.
    static final double EXTENDED = 0x1p-96;

    // a weight below this share of the column is rounding
    private static final double NEGLIGIBLE = 1e-9;

    private final int columns;
    private final List<double[]> directions = new ArrayList<>();
    private final List<Integer> dependent = new ArrayList<>();

    private Collinearity(int columns) {
        this.columns = columns;
    }

    /// Gram–Schmidt with reorthogonalisation on the triangle's columns, in their order.
    static Collinearity of(Triangle triangle, double tolerance) {
        int p = triangle.columns();
        Collinearity found = new Collinearity(p);
        List<DoubleDouble[]> basis = new ArrayList<>();
        List<DoubleDouble[]> kept = new ArrayList<>();
        List<Integer> keptColumns = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            DoubleDouble[] rest = new DoubleDouble[p];
            for (int i = 0; i < p; i++) {
                rest[i] = i <= j ? triangle.at(i, j) : DoubleDouble.ZERO;
            }
            double norm = norm(rest).toDouble();
            DoubleDouble[] shares = new DoubleDouble[basis.size()];
            Arrays.fill(shares, DoubleDouble.ZERO);
            for (int pass = 0; pass < 2; pass++) {
                for (int b = 0; b < basis.size(); b++) {
                    DoubleDouble share = dot(basis.get(b), rest);
                    shares[b] = shares[b].plus(share);
                    subtract(rest, share, basis.get(b));
                }
            }
            DoubleDouble distance = norm(rest);
            if (distance.toDouble() <= tolerance * norm) {
                found.dependent.add(j);
                found.directions.add(direction(p, j, norm, shares, kept, keptColumns, triangle));
            } else {
                DoubleDouble[] unit = new DoubleDouble[p];
                for (int i = 0; i < p; i++) {
                    unit[i] = rest[i].dividedBy(distance);
                }
                basis.add(unit);
                DoubleDouble[] column = Arrays.copyOf(shares, shares.length + 1);
                column[shares.length] = distance;
                kept.add(column);
                keptColumns.add(j);
            }
        }
        return found;
    }

    // x_j = Σ w_k x_k over the kept columns, by back substitution; the direction is (−w, 1)
    private static double[] direction(int p, int j, double norm, DoubleDouble[] shares, List<DoubleDouble[]> kept,
            List<Integer> keptColumns, Triangle triangle) {
        double[] direction = new double[p];
        direction[j] = 1;
        DoubleDouble[] weights = new DoubleDouble[shares.length];
        for (int b = shares.length - 1; b >= 0; b--) {
            DoubleDouble value = shares[b];
            for (int k = b + 1; k < shares.length; k++) {
                value = value.minus(weights[k].times(kept.get(k)[b]));
            }
            weights[b] = value.dividedBy(kept.get(b)[b]);
            int column = keptColumns.get(b);
            double size = Math.abs(weights[b].toDouble()) * triangle.squaredNorm(column, 0).squareRoot().toDouble();
            direction[column] = size > NEGLIGIBLE * norm ? -weights[b].toDouble() : 0;
        }
        return direction;
    }

    private static DoubleDouble dot(DoubleDouble[] a, DoubleDouble[] b) {
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.plus(a[i].times(b[i]));
        }
        return sum;
    }

    private static DoubleDouble norm(DoubleDouble[] a) {
        return dot(a, a).squareRoot();
    }

    private static void subtract(DoubleDouble[] from, DoubleDouble factor, DoubleDouble[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] = from[i].minus(factor.times(what[i]));
        }
    }

    boolean isPresent() {
        return !dependent.isEmpty();
    }

    RankDeficient outcome(List<String> names, String response, long rows) {
        List<RankDeficient.Dependency> dependencies = new ArrayList<>();
        for (int d = 0; d < dependent.size(); d++) {
            dependencies.add(new RankDeficient.Dependency(names, names.get(dependent.get(d)), directions.get(d)));
        }
        return new RankDeficient(names, response, rows, columns - dependent.size(), dependencies);
    }
}

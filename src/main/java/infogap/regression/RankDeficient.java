package infogap.regression;

import infogap.numeric.Checks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A design whose columns are linearly dependent: infinitely many coefficient vectors fit equally well, and none is reported.
///
/// Columns are judged in their order, so that the later one of two equal columns is named. A column of doubles counts as dependent
/// when its distance from the span of the columns before it is at most 2⁻⁴⁶ of its length, which is what rounded sums of columns leave; of rows
/// that were streamed only sums are left, and the distance is about 10⁻¹³ (see [LeastSquaresAccumulator#fit]).
///
/// @param names        the columns' names, the constant first
/// @param response     the response's name
/// @param rows         the number of rows
/// @param rank         the number of independent columns
/// @param dependencies one for each dependent column
public record RankDeficient(List<String> names, String response, long rows, int rank, List<Dependency> dependencies)
        implements LeastSquares {

    /// Copies the lists.
    public RankDeficient {
        names = List.copyOf(names);
        dependencies = List.copyOf(dependencies);
    }

    /// A column that is a combination of columns before it.
    public static final class Dependency {

        private final List<String> names;
        private final String column;
        private final double[] direction;

        Dependency(List<String> names, String column, double[] direction) {
            this.names = List.copyOf(names);
            this.column = column;
            this.direction = direction.clone();
        }

        /// The dependent column's name.
        public String column() {
            return column;
        }

        /// All columns that take part, the dependent one last.
        public List<String> columns() {
            List<String> involved = new ArrayList<>();
            for (int k = 0; k < direction.length; k++) {
                if (direction[k] != 0 && !names.get(k).equals(column)) {
                    involved.add(names.get(k));
                }
            }
            involved.add(column);
            return List.copyOf(involved);
        }

        /// The direction v in the null space, Xv = 0, with 1 at the dependent column: adding any multiple of v to the
        /// coefficients changes no fitted value.
        public double[] direction() {
            return direction.clone();
        }

        /// `total = 1·first + 1·second`
        @Override
        public String toString() {
            List<String> terms = new ArrayList<>();
            for (int k = 0; k < direction.length; k++) {
                if (direction[k] != 0 && !names.get(k).equals(column)) {
                    terms.add(shortest(-direction[k]) + "·" + names.get(k));
                }
            }
            return column + " = " + (terms.isEmpty() ? "0" : String.join(" + ", terms).replace("+ -", "− "));
        }
    }

    private static String shortest(double weight) {
        return new BigDecimal(weight).round(new MathContext(10)).stripTrailingZeros().toPlainString();
    }

    /// Whether c·b has one value although b has not, because c is orthogonal to the null space.
    ///
    /// @throws IllegalArgumentException if there is not one weight for each column
    public boolean isEstimable(double... weights) {
        Checks.sameLength("weights", Checks.finite("weights", weights).length, "columns", names.size());
        return dependencies.stream().allMatch(dependency -> {
            double sum = 0;
            double size = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * dependency.direction[k];
                size += Math.abs(weights[k] * dependency.direction[k]);
            }
            return Math.abs(sum) <= 1e-9 * size;
        });
    }

    /// The null space's basis, one direction for each dependent column.
    public double[][] nullSpace() {
        return dependencies.stream().map(Dependency::direction).toArray(double[][]::new);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(Design.formula(response, names)).append(": rank deficient, ").append(rank).append(" of ").append(names.size())
                .append(" columns are independent (").append(rows).append(" rows)\n");
        for (Dependency dependency : dependencies) {
            text.append("  ").append(dependency).append("    null-space direction ")
                    .append(Arrays.stream(dependency.direction).mapToObj(RankDeficient::shortest).toList()).append('\n');
        }
        return text.append("  Leave out ").append(String.join(", ", dependencies.stream().map(Dependency::column).toList())).append(".\n").toString();
    }
}

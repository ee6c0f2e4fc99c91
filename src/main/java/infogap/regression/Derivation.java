package infogap.regression;

import infogap.display.Displayable;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// The normal equations XᵀX b = Xᵀy of a small problem, solved step by step in exact fractions.
///
/// The steps are those of Gauss and Jordan's elimination on the matrix [XᵀX | Xᵀy]; the last column of the last step is b.
/// Numbers are read as the decimals that they print, so that 0.1 is one tenth.
///
/// It displays as LaTeX, Markdown and plain text.
///
/// @param names   the columns' names, the constant first
/// @param design  X, row by row
/// @param y       the response
/// @param steps   the first is [XᵀX | Xᵀy] itself
public record Derivation(List<String> names, List<List<BigFraction>> design, List<BigFraction> y, List<Step> steps) implements Displayable {

    /// One elimination.
    ///
    /// @param what   what was done to the rows before, in words and symbols
    /// @param matrix the matrix afterwards, p rows of p + 1 entries
    public record Step(String what, List<List<BigFraction>> matrix) {

        /// Copies the rows.
        public Step {
            matrix = matrix.stream().map(List::copyOf).toList();
        }
    }

    /// Copies the lists.
    public Derivation {
        names = List.copyOf(names);
        design = design.stream().map(List::copyOf).toList();
        y = List.copyOf(y);
        steps = List.copyOf(steps);
    }

    /// The line y = b₀ + b₁x.
    ///
    /// @throws IllegalArgumentException if the lengths differ, a value is not finite, or all x are equal
    public static Derivation of(double[] x, double[] y) {
        return of(Design.of(Variable.of("x", x)), y);
    }

    /// The response on the columns of a design.
    ///
    /// @throws IllegalArgumentException if the lengths differ, a value is not finite, or a column is a combination of those before it
    public static Derivation of(Design design, double[] y) {
        double[] response = Checks.finite("y", y);
        Checks.sameLength("design rows", Checks.present("design", design).rows(), "y", response.length);
        List<List<BigFraction>> rows = IntStream.range(0, design.rows())
                .mapToObj(row -> exactRow(design, row))
                .toList();
        List<BigFraction> exact = Arrays.stream(response).mapToObj(Fractions::ofDecimal).toList();
        return new Derivation(design.names(), rows, exact, eliminate(design.names(), rows, exact));
    }

    private static List<BigFraction> exactRow(Design design, int row) {
        List<BigFraction> entries = new ArrayList<>();
        if (design.hasIntercept()) {
            entries.add(BigFraction.ONE);
        }
        for (int k = 0; k < design.variables().size(); k++) {
            entries.add(design.exactDecimal(row, k));
        }
        return entries;
    }

    private static List<Step> eliminate(List<String> names, List<List<BigFraction>> rows, List<BigFraction> y) {
        int p = names.size();
        BigFraction[][] a = new BigFraction[p][p + 1];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= p; k++) {
                BigFraction sum = BigFraction.ZERO;
                for (int i = 0; i < rows.size(); i++) {
                    sum = sum.add(rows.get(i).get(j).multiply(k < p ? rows.get(i).get(k) : y.get(i)));
                }
                a[j][k] = sum;
            }
        }
        List<Step> steps = new ArrayList<>();
        steps.add(step("the normal equations", a));
        for (int j = 0; j < p; j++) {
            BigFraction pivot = a[j][j];
            if (pivot.equals(BigFraction.ZERO)) {
                throw new IllegalArgumentException("design must have independent columns, but '" + names.get(j)
                        + "' is a combination of those before it");
            }
            int row = j;
            if (!pivot.equals(BigFraction.ONE)) {
                Arrays.setAll(a[j], k -> a[row][k].divide(pivot));
                steps.add(step("divide row " + (j + 1) + " by " + Fractions.format(pivot), a));
            }
            for (int i = 0; i < p; i++) {
                BigFraction factor = a[i][j];
                if (i != j && !factor.equals(BigFraction.ZERO)) {
                    int target = i;
                    Arrays.setAll(a[i], k -> a[target][k].subtract(factor.multiply(a[row][k])));
                    steps.add(step("subtract " + Fractions.format(factor) + " times row " + (j + 1) + " from row " + (i + 1), a));
                }
            }
        }
        return steps;
    }

    private static Step step(String what, BigFraction[][] matrix) {
        return new Step(what, Arrays.stream(matrix).map(row -> List.of(row.clone())).toList());
    }

    /// b, the constant first.
    public List<BigFraction> coefficients() {
        return steps.getLast().matrix().stream().map(List::getLast).toList();
    }

    /// Xb
    public List<BigFraction> fitted() {
        List<BigFraction> b = coefficients();
        return design.stream()
                .map(row -> IntStream.range(0, b.size())
                        .mapToObj(k -> row.get(k).multiply(b.get(k)))
                        .reduce(BigFraction.ZERO, BigFraction::add))
                .toList();
    }

    /// y − Xb
    public List<BigFraction> residuals() {
        List<BigFraction> fitted = fitted();
        return IntStream.range(0, y.size()).mapToObj(i -> y.get(i).subtract(fitted.get(i))).toList();
    }

    /// ‖y − Xb‖²
    public BigFraction sumOfSquaredErrors() {
        return residuals().stream().map(e -> e.multiply(e)).reduce(BigFraction.ZERO, BigFraction::add);
    }

    @Override
    public Map<String, Object> mimeBundle() {
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("text/latex", "$$" + latex() + "$$");
        bundle.put("text/markdown", DerivationText.markdown(this));
        bundle.put("text/plain", toString());
        return bundle;
    }

    /// The steps as one LaTeX `aligned` environment, without dollar signs.
    public String latex() {
        return DerivationText.latex(this);
    }

    @Override
    public String toString() {
        return DerivationText.plain(this);
    }
}

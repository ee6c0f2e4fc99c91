package infogap.table.formula;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import infogap.regression.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/// `poly(x, d)`: polynomials in x of degree 1 to d that are orthonormal over the rows of the training table in which x is there, or the powers themselves.
///
/// With z₀ = 1 and z_{k+1} = (x − α_k) z_k − (ν_k/ν_{k−1}) z_{k−1}, where ν_k = Σz_k² and α_k = Σx z_k²/ν_k, column k is z_k/√ν_k. Everything is formed in 106 bits.
///
/// Source: W. J. Kennedy and J. E. Gentle (1980), *Statistical Computing*, Marcel Dekker, pp. 343–344, whom R's `poly` follows.
record PolynomialFactor(String name, Node node, int degree, boolean raw, List<DoubleDouble> centres, List<DoubleDouble> norms) implements Factor {

    static PolynomialFactor fit(String name, Node node, int degree, boolean raw, Table table, int[] rows) {
        Checks.atLeast("degree of " + name, degree, 1);
        if (raw) {
            return new PolynomialFactor(name, node, degree, true, List.of(), List.of());
        }
        DoubleDouble[] x = Arithmetic.values(node, table, rows);
        long different = Arrays.stream(x).distinct().count();
        if (different <= degree) {
            throw new IllegalArgumentException(table.name() + ", column '" + node + "' must have more than " + degree + " different values for " + name
                    + ", but has " + different);
        }
        List<DoubleDouble> centres = new ArrayList<>();
        List<DoubleDouble> norms = new ArrayList<>();
        DoubleDouble[] before = new DoubleDouble[x.length];
        DoubleDouble[] current = new DoubleDouble[x.length];
        Arrays.fill(before, DoubleDouble.ZERO);
        Arrays.fill(current, DoubleDouble.ONE);
        for (int k = 0; k <= degree; k++) {
            DoubleDouble norm = DoubleDouble.ZERO;
            DoubleDouble moment = DoubleDouble.ZERO;
            for (int i = 0; i < x.length; i++) {
                DoubleDouble square = current[i].square();
                norm = norm.plus(square);
                moment = moment.plus(square.times(x[i]));
            }
            norms.add(norm);
            centres.add(moment.dividedBy(norm));
            DoubleDouble[] next = next(x, before, current, centres, norms, k);
            before = current;
            current = next;
        }
        return new PolynomialFactor(name, node, degree, false, List.copyOf(centres), List.copyOf(norms));
    }

    private static DoubleDouble[] next(DoubleDouble[] x, DoubleDouble[] before, DoubleDouble[] current, List<DoubleDouble> centres,
            List<DoubleDouble> norms, int k) {
        DoubleDouble[] next = new DoubleDouble[x.length];
        for (int i = 0; i < x.length; i++) {
            next[i] = x[i].minus(centres.get(k)).times(current[i]);
            if (k > 0) {
                next[i] = next[i].minus(norms.get(k).dividedBy(norms.get(k - 1)).times(before[i]));
            }
        }
        return next;
    }

    @Override
    public List<Variable> columns(Table table, int[] rows, boolean full, ColumnNames names) {
        if (raw) {
            Variable x = Arithmetic.variable(name, node, table, rows);
            List<Variable> powers = new ArrayList<>();
            for (int k = 1; k <= degree; k++) {
                powers.add(x.power(k).named(Factor.column(name, k, degree)));
            }
            return powers;
        }
        DoubleDouble[] x = Arithmetic.values(node, table, rows);
        DoubleDouble[] before = new DoubleDouble[x.length];
        DoubleDouble[] current = new DoubleDouble[x.length];
        Arrays.fill(before, DoubleDouble.ZERO);
        Arrays.fill(current, DoubleDouble.ONE);
        List<Variable> columns = new ArrayList<>();
        for (int k = 1; k <= degree; k++) {
            DoubleDouble[] next = next(x, before, current, centres, norms, k - 1);
            before = current;
            current = next;
            DoubleDouble root = norms.get(k).squareRoot();
            columns.add(Variable.of(Factor.column(name, k, degree), Arrays.stream(next).map(value -> value.dividedBy(root)).toArray(DoubleDouble[]::new)));
        }
        return columns;
    }
}

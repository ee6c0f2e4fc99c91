package infogap.numeric;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// The simplex method on a tableau of integers over one common denominator, so that no greatest common divisor is looked for.
///
/// Each row is multiplied by the denominators of its entries. A pivot replaces every other entry `t` by `(t·p − r·c)/d`, which divides exactly, where `d` is
/// the pivot before: J. Edmonds (1967), *Systems of distinct representatives and linear algebra*, Journal of Research of the National Bureau of Standards
/// 71B, 241–245.
final class SimplexTableau {

    private final LinearProgram programme;
    private final int variables;
    private final int rows;
    // columns: variables, a slack for each row (unused for equalities), an artificial for each row, the right side
    private final int columns;
    private final BigInteger[][] table;
    private final BigInteger[] scale;
    private final int[] basis;
    private final boolean[] closed;
    private BigInteger denominator = BigInteger.ONE;

    SimplexTableau(LinearProgram programme) {
        this.programme = programme;
        this.variables = programme.objective().size();
        this.rows = programme.constraints().size();
        this.columns = variables + 2 * rows + 1;
        this.table = new BigInteger[rows + 1][columns];
        this.scale = new BigInteger[rows];
        this.basis = new int[rows];
        this.closed = new boolean[columns];
        for (BigInteger[] row : table) {
            Arrays.fill(row, BigInteger.ZERO);
        }
        for (int i = 0; i < rows; i++) {
            fill(i, programme.constraints().get(i));
        }
    }

    private void fill(int row, LinearProgram.Constraint constraint) {
        BigInteger common = constraint.bound().getDenominator();
        for (BigFraction coefficient : constraint.coefficients()) {
            common = common.multiply(coefficient.getDenominator().divide(common.gcd(coefficient.getDenominator())));
        }
        BigInteger factor = constraint.bound().getNumerator().signum() < 0 ? common.negate() : common;
        scale[row] = factor;
        for (int j = 0; j < variables; j++) {
            table[row][j] = integer(constraint.coefficients().get(j), factor);
        }
        table[row][columns - 1] = integer(constraint.bound(), factor);
        int slack = variables + row;
        int sign = switch (constraint.relation()) {
            case AT_MOST -> factor.signum();
            case EQUAL -> 0;
            case AT_LEAST -> -factor.signum();
        };
        table[row][slack] = BigInteger.valueOf(sign);
        closed[slack] = sign == 0;
        table[row][artificial(row)] = BigInteger.ONE;
        closed[artificial(row)] = true;
        basis[row] = sign > 0 ? slack : artificial(row);
    }

    LinearOutcome solve() {
        // phase 1: the artificial variables in the basis, down to 0
        BigInteger[] infeasibility = table[rows];
        for (int i = 0; i < rows; i++) {
            if (basis[i] >= variables + rows) {
                for (int j = 0; j < columns; j++) {
                    infeasibility[j] = infeasibility[j].subtract(table[i][j]);
                }
                infeasibility[artificial(i)] = BigInteger.ZERO;
            }
        }
        // bounded by 0, so that there is always a row to leave
        iterate();
        if (infeasibility[columns - 1].signum() != 0) {
            return new LinearOutcome.Infeasible(weights());
        }
        driveOut();
        restore();
        int free = iterate();
        return free >= 0 ? unbounded(free) : optimal();
    }

    /// Pivots until no column improves; returns the column along which nothing stops the improvement, or −1.
    private int iterate() {
        while (true) {
            int entering = 0;
            while (entering < columns - 1 && (closed[entering] || table[rows][entering].signum() >= 0)) {
                entering++;
            }
            if (entering == columns - 1) {
                return -1;
            }
            int leaving = -1;
            for (int i = 0; i < rows; i++) {
                if (table[i][entering].signum() > 0) {
                    int order = leaving < 0 ? -1 : table[i][columns - 1].multiply(table[leaving][entering])
                            .compareTo(table[leaving][columns - 1].multiply(table[i][entering]));
                    if (order < 0 || order == 0 && basis[i] < basis[leaving]) {
                        leaving = i;
                    }
                }
            }
            if (leaving < 0) {
                return entering;
            }
            pivot(leaving, entering);
        }
    }

    private void pivot(int row, int column) {
        BigInteger pivot = table[row][column];
        if (pivot.signum() < 0) {
            // the common denominator stays positive
            for (int j = 0; j < columns; j++) {
                table[row][j] = table[row][j].negate();
            }
            pivot = pivot.negate();
        }
        for (int i = 0; i <= rows; i++) {
            if (i != row) {
                BigInteger factor = table[i][column];
                for (int j = 0; j < columns; j++) {
                    table[i][j] = table[i][j].multiply(pivot).subtract(factor.multiply(table[row][j])).divide(denominator);
                }
            }
        }
        denominator = pivot;
        basis[row] = column;
    }

    /// Artificial variables at 0 leave the basis; a row that has nothing else follows from the others and stays at 0.
    private void driveOut() {
        for (int i = 0; i < rows; i++) {
            if (basis[i] >= variables + rows) {
                for (int j = 0; j < variables + rows; j++) {
                    if (!closed[j] && table[i][j].signum() != 0) {
                        pivot(i, j);
                        break;
                    }
                }
            }
        }
    }

    /// The row of reduced costs of the objective, multiplied by the denominators of its coefficients.
    private void restore() {
        BigInteger common = objectiveScale();
        BigInteger[] costs = new BigInteger[columns];
        Arrays.fill(costs, BigInteger.ZERO);
        for (int j = 0; j < variables; j++) {
            costs[j] = integer(programme.objective().get(j), common);
        }
        for (int j = 0; j < columns; j++) {
            BigInteger reduced = costs[j].negate().multiply(denominator);
            for (int i = 0; i < rows; i++) {
                reduced = reduced.add(costs[basis[i]].multiply(table[i][j]));
            }
            table[rows][j] = reduced;
        }
    }

    private LinearOutcome optimal() {
        BigInteger common = objectiveScale();
        List<BigFraction> duals = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            duals.add(new BigFraction(table[rows][artificial(i)].multiply(scale[i]), denominator.multiply(common)));
        }
        return new LinearOutcome.Optimal(
                new BigFraction(table[rows][columns - 1], denominator.multiply(common)), vector(columns - 1, BigInteger.ONE), duals);
    }

    /// The reduced cost of an artificial variable of phase 1 is its cost, 1 if it began in the basis, less the weight of its row.
    private List<BigFraction> weights() {
        List<BigFraction> weights = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            LinearProgram.Relation relation = programme.constraints().get(i).relation();
            boolean began = relation == LinearProgram.Relation.EQUAL || (relation == LinearProgram.Relation.AT_MOST) != scale[i].signum() > 0;
            BigInteger weight = began ? table[rows][artificial(i)].subtract(denominator) : table[rows][artificial(i)];
            weights.add(new BigFraction(weight.multiply(scale[i]), denominator));
        }
        return weights;
    }

    private LinearOutcome unbounded(int free) {
        List<BigFraction> direction = vector(free, BigInteger.ONE.negate());
        if (free < variables) {
            direction.set(free, BigFraction.ONE);
        }
        return new LinearOutcome.Unbounded(direction);
    }

    /// The entries of a column at the variables in the basis, 0 at the others.
    private List<BigFraction> vector(int column, BigInteger sign) {
        BigFraction[] values = new BigFraction[variables];
        Arrays.fill(values, BigFraction.ZERO);
        for (int i = 0; i < rows; i++) {
            if (basis[i] < variables) {
                values[basis[i]] = new BigFraction(table[i][column].multiply(sign), denominator);
            }
        }
        return new ArrayList<>(Arrays.asList(values));
    }

    private BigInteger objectiveScale() {
        BigInteger common = BigInteger.ONE;
        for (BigFraction coefficient : programme.objective()) {
            common = common.multiply(coefficient.getDenominator().divide(common.gcd(coefficient.getDenominator())));
        }
        return common;
    }

    private int artificial(int row) {
        return variables + rows + row;
    }

    private static BigInteger integer(BigFraction value, BigInteger factor) {
        return value.getNumerator().multiply(factor.divide(value.getDenominator()));
    }
}

package infogap.numeric;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// The tableau of a [LinearProgramme]: integers over one common denominator, the last pivot.
///
/// Columns are the variables, a slack for each inequality, an artificial variable for each row that its slack cannot start, and the right side. The columns of
/// the first basis stay in the tableau when they have left the basis, because the prices are read from them; artificial ones do not come back.
final class SimplexTableau {

    private final LinearProgramme programme;
    private final int rows;
    private final int variables;
    private final int artificial;
    private final int columns;
    private final BigInteger[][] table;
    private final int[] basis;
    private final int[] first;
    private final BigFraction[] rowScale;
    private BigInteger denominator = BigInteger.ONE;

    SimplexTableau(LinearProgramme programme) {
        this.programme = programme;
        rows = programme.conditions().size();
        variables = programme.costs().size();
        artificial = variables + (int) programme.conditions().stream().filter(c -> c.relation() != LinearProgramme.Relation.EQUAL).count();
        columns = artificial + (int) programme.conditions().stream().filter(c -> !startsWithSlack(c)).count();
        // the last row is the objective
        table = new BigInteger[rows + 1][columns + 1];
        basis = new int[rows];
        first = new int[rows];
        rowScale = new BigFraction[rows];
        for (BigInteger[] row : table) {
            Arrays.fill(row, BigInteger.ZERO);
        }
        int slack = variables;
        int extra = artificial;
        for (int i = 0; i < rows; i++) {
            LinearProgramme.Condition condition = programme.conditions().get(i);
            List<BigFraction> row = new ArrayList<>(condition.coefficients());
            row.add(condition.right());
            BigFraction scale = new BigFraction(commonDenominator(row));
            rowScale[i] = condition.right().getNumerator().signum() < 0 ? scale.negate() : scale;
            for (int j = 0; j < variables; j++) {
                table[i][j] = row.get(j).multiply(rowScale[i]).getNumerator();
            }
            if (condition.relation() != LinearProgramme.Relation.EQUAL) {
                boolean adds = condition.relation() == LinearProgramme.Relation.AT_MOST;
                // in units of the scaled row; the sign turns with the row
                table[i][slack++] = BigInteger.valueOf(adds == rowScale[i].getNumerator().signum() > 0 ? 1 : -1);
            }
            first[i] = startsWithSlack(condition) ? slack - 1 : extra++;
            table[i][first[i]] = BigInteger.ONE;
            table[i][columns] = condition.right().multiply(rowScale[i]).getNumerator();
            basis[i] = first[i];
        }
    }

    LinearProgramme.Solution solve() {
        for (int i = 0; i < rows; i++) {
            if (first[i] >= artificial) {
                for (int j = 0; j <= columns; j++) {
                    table[rows][j] = j < artificial || j == columns ? table[rows][j].subtract(table[i][j]) : table[rows][j];
                }
            }
        }
        descend();
        if (table[rows][columns].signum() != 0) {
            // in the first phase an artificial variable costs 1
            return new LinearProgramme.Infeasible(prices(BigFraction.ONE));
        }
        dropArtificial();
        BigInteger costScale = commonDenominator(programme.costs());
        BigInteger[] costs = new BigInteger[columns + 1];
        Arrays.fill(costs, BigInteger.ZERO);
        for (int j = 0; j < variables; j++) {
            costs[j] = programme.costs().get(j).multiply(costScale).getNumerator();
        }
        for (int j = 0; j <= columns; j++) {
            BigInteger reduced = denominator.multiply(costs[j]);
            for (int i = 0; i < rows; i++) {
                reduced = reduced.subtract(costs[basis[i]].multiply(table[i][j]));
            }
            table[rows][j] = reduced;
        }
        int open = descend();
        if (open >= 0) {
            return new LinearProgramme.Unbounded(direction(open));
        }
        List<BigFraction> point = point();
        BigFraction value = BigFraction.ZERO;
        for (int j = 0; j < variables; j++) {
            value = value.add(programme.costs().get(j).multiply(point.get(j)));
        }
        List<BigFraction> prices = prices(BigFraction.ZERO).stream().map(price -> price.divide(costScale)).toList();
        return new LinearProgramme.Optimal(point, value, prices);
    }

    /// Pivots until no variable lowers the objective. The column along which it falls without end, or −1.
    private int descend() {
        boolean degenerate = false;
        while (true) {
            int column = -1;
            for (int j = 0; j < artificial; j++) {
                boolean lowers = table[rows][j].signum() < 0;
                if (lowers && (column < 0 || !degenerate && table[rows][j].compareTo(table[rows][column]) < 0)) {
                    column = j;
                }
            }
            if (column < 0) {
                return -1;
            }
            int row = leaving(column);
            if (row < 0) {
                return column;
            }
            degenerate = table[row][columns].signum() == 0;
            pivot(row, column);
        }
    }

    /// The row of the smallest quotient, of equal ones that of the variable with the lowest number.
    private int leaving(int column) {
        int row = -1;
        for (int i = 0; i < rows; i++) {
            if (table[i][column].signum() > 0) {
                int order = row < 0 ? -1
                        : table[i][columns].multiply(table[row][column]).compareTo(table[row][columns].multiply(table[i][column]));
                if (order < 0 || order == 0 && basis[i] < basis[row]) {
                    row = i;
                }
            }
        }
        return row;
    }

    private void pivot(int row, int column) {
        if (table[row][column].signum() < 0) {
            // only where an artificial variable leaves at 0
            for (int j = 0; j <= columns; j++) {
                table[row][j] = table[row][j].negate();
            }
        }
        BigInteger pivot = table[row][column];
        for (int i = 0; i <= rows; i++) {
            BigInteger factor = table[i][column];
            if (i != row) {
                for (int j = 0; j <= columns; j++) {
                    BigInteger product = table[i][j].multiply(pivot);
                    table[i][j] = (factor.signum() == 0 ? product : product.subtract(factor.multiply(table[row][j]))).divide(denominator);
                }
            }
        }
        denominator = pivot;
        basis[row] = column;
    }

    /// Artificial variables that are still in the basis, at 0, leave it where their row has another variable; otherwise the row says nothing.
    private void dropArtificial() {
        for (int i = 0; i < rows; i++) {
            if (basis[i] >= artificial) {
                for (int j = 0; j < artificial; j++) {
                    if (table[i][j].signum() != 0) {
                        pivot(i, j);
                        break;
                    }
                }
            }
        }
    }

    private List<BigFraction> point() {
        BigFraction[] point = new BigFraction[variables];
        Arrays.fill(point, BigFraction.ZERO);
        for (int i = 0; i < rows; i++) {
            if (basis[i] < variables) {
                point[basis[i]] = new BigFraction(table[i][columns], denominator);
            }
        }
        return List.of(point);
    }

    /// A row whose slack has the coefficient 1 and a right side of at least 0.
    private static boolean startsWithSlack(LinearProgramme.Condition condition) {
        int sign = condition.right().getNumerator().signum();
        return condition.relation() == LinearProgramme.Relation.AT_MOST && sign >= 0 || condition.relation() == LinearProgramme.Relation.AT_LEAST && sign < 0;
    }

    private List<BigFraction> prices(BigFraction cost) {
        List<BigFraction> prices = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            BigFraction reduced = new BigFraction(table[rows][first[i]], denominator);
            prices.add((first[i] >= artificial ? cost : BigFraction.ZERO).subtract(reduced).multiply(rowScale[i]));
        }
        return prices;
    }

    private List<BigFraction> direction(int column) {
        BigFraction[] direction = new BigFraction[variables];
        Arrays.fill(direction, BigFraction.ZERO);
        if (column < variables) {
            direction[column] = BigFraction.ONE;
        }
        for (int i = 0; i < rows; i++) {
            if (basis[i] < variables) {
                direction[basis[i]] = new BigFraction(table[i][column].negate(), denominator);
            }
        }
        return List.of(direction);
    }

    private static BigInteger commonDenominator(List<BigFraction> values) {
        BigInteger common = BigInteger.ONE;
        for (BigFraction value : values) {
            BigInteger other = value.getDenominator();
            common = common.divide(common.gcd(other)).multiply(other);
        }
        return common;
    }
}

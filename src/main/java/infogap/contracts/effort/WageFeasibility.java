package infogap.contracts.effort;

import infogap.numeric.Fractions;
import infogap.numeric.LinearProgramme;
import infogap.numeric.LinearProgramme.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// Whether any utilities satisfy the conditions of a [WageProgramme], in exact fractions: rows · v ≥ right sides with utilities between a lowest and a highest one.
///
/// @param rows the coefficients of participation and incentives
/// @param right the right sides
/// @param lowest no utility is lower; may be negative infinity
/// @param highest no utility is higher; may be infinite
record WageFeasibility(List<List<BigFraction>> rows, List<BigFraction> right, double lowest, double highest) {

    /// Multipliers of the rows that contradict each other; empty if some utilities satisfy them all.
    List<BigFraction> contradiction() {
        return programme(false).solve() instanceof LinearProgramme.Infeasible(List<BigFraction> multipliers)
                ? multipliers.subList(0, rows.size())
                : List.of();
    }

    /// The least that the highest utility must be, where there is no contradiction.
    double leastHighest() {
        if (programme(true).solve() instanceof LinearProgramme.Optimal(List<BigFraction> _, BigFraction value, List<BigFraction> _)) {
            return Fractions.toDouble(floor() ? value.add(base()) : value);
        }
        return Double.NEGATIVE_INFINITY;
    }

    private boolean floor() {
        return lowest > Double.NEGATIVE_INFINITY;
    }

    private BigFraction base() {
        return floor() ? Fractions.ofBinary(lowest) : BigFraction.ZERO;
    }

    /// Utilities above the lowest one, or as differences of non-negative numbers; with `least` also their maximum, which is then what is minimised.
    private LinearProgramme programme(boolean least) {
        int n = rows.getFirst().size();
        int variables = floor() ? n : 2 * n;
        List<BigFraction> costs = new ArrayList<>(Collections.nCopies(variables, BigFraction.ZERO));
        costs.addAll(least ? List.of(BigFraction.ONE, BigFraction.MINUS_ONE) : List.of());
        LinearProgramme programme = LinearProgramme.minimising(costs);
        for (int i = 0; i < rows.size(); i++) {
            List<BigFraction> coefficients = new ArrayList<>(rows.get(i));
            BigFraction shifted = right.get(i).subtract(coefficients.stream().reduce(BigFraction.ZERO, BigFraction::add).multiply(base()));
            if (!floor()) {
                coefficients.addAll(rows.get(i).stream().map(BigFraction::negate).toList());
            }
            coefficients.addAll(least ? List.of(BigFraction.ZERO, BigFraction.ZERO) : List.of());
            programme = programme.with(coefficients, Relation.AT_LEAST, shifted);
        }
        for (int j = 0; j < n; j++) {
            BigFraction[] row = new BigFraction[costs.size()];
            Arrays.fill(row, BigFraction.ZERO);
            row[j] = BigFraction.ONE;
            if (!floor()) {
                row[n + j] = BigFraction.MINUS_ONE;
            }
            if (Double.isFinite(highest)) {
                programme = programme.with(List.of(row), Relation.AT_MOST, Fractions.ofBinary(highest).subtract(base()));
            }
            if (least) {
                BigFraction[] below = row.clone();
                below[variables] = BigFraction.MINUS_ONE;
                below[variables + 1] = BigFraction.ONE;
                programme = programme.with(List.of(below), Relation.AT_MOST, BigFraction.ZERO);
            }
        }
        return programme;
    }
}

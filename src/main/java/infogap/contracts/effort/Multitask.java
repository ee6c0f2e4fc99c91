package infogap.contracts.effort;

import infogap.contracts.AsymmetryCost;
import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.ArrayFieldVector;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.apache.commons.math3.linear.FieldMatrix;

/// Several tasks of one agent with constant absolute risk aversion `r`: what the wage should follow when some tasks are measured badly, or not at all.
///
/// Efforts `a` bring the principal `b·a` and cost the agent `½aᵀCa`; a measured task `i` shows `a_i` plus normal noise, and the wage follows it with the weight `β_i`. The agent
/// chooses `a = C⁻¹β`. The best weights of the measured tasks solve
///
///     ((C⁻¹)_MM + rΣ) β_M = (C⁻¹b)_M.
///
/// Where tasks compete for effort (`C_ij > 0`), a task that is not measured lowers the weights of those that are: pay for what can be counted drives out what cannot.
///
/// Source: B. Holmström and P. Milgrom (1991), *Multitask principal-agent analyses: incentive contracts, asset ownership, and job design*, Journal of Law, Economics and
/// Organization 7 (special issue), 24–52.
///
/// @param benefits b, what a unit of each effort brings the principal
/// @param costs C, symmetric and positive definite, a row for each task
/// @param noise the variance of each task's measure; empty in the place of a task that is not measured
/// @param riskAversion r ≥ 0
public record Multitask(List<BigFraction> benefits, List<List<BigFraction>> costs, List<Optional<BigFraction>> noise, BigFraction riskAversion) {

    /// @throws IllegalArgumentException if the lengths differ, the costs are not symmetric or not positive definite, so that they are not convex, a variance is negative, or the
    ///     risk aversion is
    public Multitask {
        benefits = Checks.notEmpty("benefits", benefits);
        costs = Checks.notEmpty("costs", costs).stream().map(List::copyOf).toList();
        noise = Checks.notEmpty("noise", noise);
        Exact.nonNegative("riskAversion", riskAversion);
        Checks.sameLength("benefits", benefits.size(), "costs", costs.size());
        Checks.sameLength("benefits", benefits.size(), "noise", noise.size());
        for (int i = 0; i < costs.size(); i++) {
            Checks.sameLength("benefits", benefits.size(), "costs[" + i + "]", costs.get(i).size());
            for (int j = 0; j < i; j++) {
                if (!costs.get(i).get(j).equals(costs.get(j).get(i))) {
                    throw new IllegalArgumentException("costs must be symmetric, but costs[" + i + "][" + j + "] is " + Fractions.format(costs.get(i).get(j))
                            + " and costs[" + j + "][" + i + "] is " + Fractions.format(costs.get(j).get(i)));
                }
            }
            int task = i;
            noise.get(i).ifPresent(variance -> Exact.nonNegative("noise[" + task + "]", variance));
        }
        for (int size = 1; size <= costs.size(); size++) {
            BigFraction minor = new FieldLUDecomposition<>(matrix(costs).getSubMatrix(0, size - 1, 0, size - 1)).getDeterminant();
            if (minor.compareTo(BigFraction.ZERO) <= 0) {
                throw new IllegalArgumentException("costs must be positive definite, so that they are convex, but the leading minor of size " + size + " is "
                        + Fractions.format(minor));
            }
        }
    }

    /// From decimals; an infinite variance stands for a task that is not measured.
    public static Multitask of(double[] benefits, double[][] costs, double[] noise, double riskAversion) {
        Checks.present("noise", noise);
        List<Optional<BigFraction>> variances = new ArrayList<>();
        for (int i = 0; i < noise.length; i++) {
            variances.add(noise[i] == Double.POSITIVE_INFINITY
                    ? Optional.empty()
                    : Optional.of(Fractions.ofDecimal(Checks.nonNegative("noise[" + i + "]", noise[i]))));
        }
        List<List<BigFraction>> rows = new ArrayList<>();
        for (double[] row : Checks.finiteMatrix("costs", costs)) {
            rows.add(Actions.decimals("costs", row));
        }
        return new Multitask(Actions.decimals("benefits", benefits), rows, variances, Fractions.ofDecimal(Checks.nonNegative("riskAversion", riskAversion)));
    }

    /// β: the weight of each task's measure in the wage, 0 for a task that is not measured.
    public List<BigFraction> weights() {
        FieldMatrix<BigFraction> inverse = new FieldLUDecomposition<>(matrix(costs)).getSolver().getInverse();
        List<Integer> measured = new ArrayList<>();
        for (int i = 0; i < noise.size(); i++) {
            if (noise.get(i).isPresent()) {
                measured.add(i);
            }
        }
        BigFraction[] weights = new BigFraction[benefits.size()];
        Arrays.fill(weights, BigFraction.ZERO);
        if (measured.isEmpty()) {
            return List.of(weights);
        }
        BigFraction[] target = inverse.operate(benefits.toArray(BigFraction[]::new));
        BigFraction[][] system = new BigFraction[measured.size()][measured.size()];
        BigFraction[] right = new BigFraction[measured.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = target[measured.get(i)];
            for (int j = 0; j < right.length; j++) {
                BigFraction entry = inverse.getEntry(measured.get(i), measured.get(j));
                system[i][j] = i == j ? entry.add(riskAversion.multiply(noise.get(measured.get(i)).orElseThrow())) : entry;
            }
        }
        BigFraction[] solved = new FieldLUDecomposition<>(new Array2DRowFieldMatrix<>(system)).getSolver()
                .solve(new ArrayFieldVector<>(right))
                .toArray();
        for (int i = 0; i < solved.length; i++) {
            weights[measured.get(i)] = solved[i];
        }
        return List.of(weights);
    }

    /// a = C⁻¹β for these weights.
    ///
    /// @throws IllegalArgumentException if there is not a weight for each task
    public List<BigFraction> efforts(List<BigFraction> weights) {
        Checks.sameLength("benefits", benefits.size(), "weights", Checks.present("weights", weights).size());
        return List.of(new FieldLUDecomposition<>(matrix(costs)).getSolver()
                .solve(new ArrayFieldVector<>(weights.toArray(BigFraction[]::new)))
                .toArray());
    }

    /// What both sides gain together with these weights: b·a − ½aᵀCa − (r/2)βᵀΣβ.
    ///
    /// @throws IllegalArgumentException if there is not a weight for each task, or one that is not measured has a weight other than 0
    public BigFraction surplus(List<BigFraction> weights) {
        List<BigFraction> efforts = efforts(weights);
        BigFraction surplus = BigFraction.ZERO;
        for (int i = 0; i < efforts.size(); i++) {
            BigFraction weight = weights.get(i);
            if (noise.get(i).isEmpty() && !weight.equals(BigFraction.ZERO)) {
                throw new IllegalArgumentException("weights[" + i + "] must be 0, because the task is not measured, but is " + Fractions.format(weight));
            }
            BigFraction risk = riskAversion.multiply(noise.get(i).orElse(BigFraction.ZERO)).multiply(weight).multiply(weight);
            surplus = surplus.add(benefits.get(i).multiply(efforts.get(i))).subtract(weight.multiply(efforts.get(i)).add(risk).divide(2));
        }
        return surplus;
    }

    /// What both sides gain together with full information, ½bᵀC⁻¹b.
    public BigFraction firstBestSurplus() {
        List<BigFraction> efforts = efforts(benefits);
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < efforts.size(); i++) {
            sum = sum.add(benefits.get(i).multiply(efforts.get(i)));
        }
        return sum.divide(2);
    }

    /// What not seeing the efforts costs the principal, where the agent has nothing elsewhere: a salary takes what it gains, so that nothing is transferred and all is
    /// lost to both, to risk and to efforts of the wrong size.
    public AsymmetryCost cost() {
        BigFraction full = firstBestSurplus();
        BigFraction left = surplus(weights());
        return AsymmetryCost.of("principal", full, left, full, left);
    }

    private static FieldMatrix<BigFraction> matrix(List<List<BigFraction>> rows) {
        return new Array2DRowFieldMatrix<>(rows.stream().map(row -> row.toArray(BigFraction[]::new)).toArray(BigFraction[][]::new));
    }

    @Override
    public String toString() {
        List<BigFraction> weights = weights();
        return "weights " + weights.stream().map(Fractions::readable).collect(Collectors.joining(", ")) + ", efforts "
                + efforts(weights).stream().map(Fractions::readable).collect(Collectors.joining(", ")) + ", surplus " + Fractions.readable(surplus(weights)) + " of "
                + Fractions.readable(firstBestSurplus());
    }
}

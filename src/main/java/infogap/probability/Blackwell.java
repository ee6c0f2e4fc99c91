package infogap.probability;

import infogap.numeric.CompensatedSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/// The search for a garbling, and for the decision problem that excludes it, as a pair of dual linear programmes.
///
/// With the finer matrix `P` (states × fine messages) and the coarser `Q` (states × messages):
///
///     primal   min  Σ |P G − Q|          over stochastic matrices G
///     dual     max  Σ_xk U_xk Q_xk − Σ_j max_k Σ_x P_xj U_xk     over |U_xk| ≤ 1
///
/// The dual's value is the advantage of `Q` over `P` for the payoffs `u(k, x) = U_xk / p(x)`, and equals the primal's. Neither answer is believed: the
/// garbling is multiplied out and both values of the problem are computed from the channels.
final class Blackwell {

    /// Reduced costs and entries below this are taken for zero by the simplex method.
    private static final double PIVOT_TOLERANCE = 1e-10;

    private static final int MAXIMAL_PIVOTS = 100_000;

    private Blackwell() {}

    static <X, F, Y> GarblingWitness<X, F, Y> compare(Channel<X, Y> coarse, Channel<X, F> fine) {
        double[][] p = fine.matrix();
        double[][] q = coarse.matrix();
        Channel<F, Y> noise = Channel.of(fine.outputs(), coarse.outputs(), nearestGarbling(p, q));
        double error = largestDifference(fine.then(noise).matrix(), q);
        if (error <= GarblingWitness.TOLERANCE) {
            return new GarblingWitness.Garbling<>(noise, error);
        }
        double[][] problem = separatingPayoffs(p, q);
        Distribution<X> prior = Distribution.uniform(fine.inputs());
        double coarseValue = value(q, problem, prior);
        double fineValue = value(p, problem, prior);
        if (coarseValue > fineValue) {
            return new GarblingWitness.Separation<>(problem, prior, coarseValue, fineValue);
        }
        throw new ArithmeticException("no garbling was found to better than " + error
                + " and no decision problem separates the channels: they are too close to a garbling for the linear programme");
    }

    /// `Σ_y max_a Σ_x p(x) p(y | x) u(a, x)`.
    static double value(double[][] channel, double[][] payoffs, Distribution<?> prior) {
        CompensatedSum total = new CompensatedSum();
        for (int y = 0; y < channel[0].length; y++) {
            double best = Double.NEGATIVE_INFINITY;
            for (double[] action : payoffs) {
                CompensatedSum sum = new CompensatedSum();
                for (int x = 0; x < channel.length; x++) {
                    sum.add(prior.probabilityAt(x) * channel[x][y] * action[x]);
                }
                best = Math.max(best, sum.value());
            }
            total.add(best);
        }
        return total.value();
    }

    /// Variables: G by rows, then the positive and the negative parts of `Q − P G` by rows.
    private static double[][] nearestGarbling(double[][] p, double[][] q) {
        int fine = p[0].length;
        int messages = q[0].length;
        int slack = fine * messages;
        int entries = q.length * messages;
        int variables = slack + 2 * entries;
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int x = 0; x < q.length; x++) {
            for (int k = 0; k < messages; k++) {
                double[] row = new double[variables];
                for (int j = 0; j < fine; j++) {
                    row[j * messages + k] = p[x][j];
                }
                row[slack + x * messages + k] = 1;
                row[slack + entries + x * messages + k] = -1;
                constraints.add(new LinearConstraint(row, Relationship.EQ, q[x][k]));
            }
        }
        for (int j = 0; j < fine; j++) {
            double[] row = new double[variables];
            Arrays.fill(row, j * messages, (j + 1) * messages, 1);
            constraints.add(new LinearConstraint(row, Relationship.EQ, 1));
        }
        double[] cost = new double[variables];
        Arrays.fill(cost, slack, variables, 1);
        double[] solution = solve(cost, constraints, GoalType.MINIMIZE);
        double[][] garbling = new double[fine][];
        for (int j = 0; j < fine; j++) {
            garbling[j] = stochastic(Arrays.copyOfRange(solution, j * messages, (j + 1) * messages));
        }
        return garbling;
    }

    /// Variables: U + 1 by messages and states, then z_j ≥ max_k Σ_x P_xj (U_xk + 1), all non-negative; the shift by 1 adds the same to both values.
    private static double[][] separatingPayoffs(double[][] p, double[][] q) {
        int states = p.length;
        int fine = p[0].length;
        int messages = q[0].length;
        int variables = messages * states + fine;
        List<LinearConstraint> constraints = new ArrayList<>();
        double[] gain = new double[variables];
        for (int k = 0; k < messages; k++) {
            for (int x = 0; x < states; x++) {
                gain[k * states + x] = q[x][k];
                double[] bound = new double[variables];
                bound[k * states + x] = 1;
                constraints.add(new LinearConstraint(bound, Relationship.LEQ, 2));
            }
            for (int j = 0; j < fine; j++) {
                double[] row = new double[variables];
                for (int x = 0; x < states; x++) {
                    row[k * states + x] = p[x][j];
                }
                row[messages * states + j] = -1;
                constraints.add(new LinearConstraint(row, Relationship.LEQ, 0));
            }
        }
        Arrays.fill(gain, messages * states, variables, -1);
        double[] solution = solve(gain, constraints, GoalType.MAXIMIZE);
        double[][] payoffs = new double[messages][states];
        for (int k = 0; k < messages; k++) {
            for (int x = 0; x < states; x++) {
                payoffs[k][x] = solution[k * states + x] - 1;
            }
        }
        return payoffs;
    }

    private static double[] solve(double[] objective, List<LinearConstraint> constraints, GoalType goal) {
        PointValuePair optimum = new SimplexSolver(PIVOT_TOLERANCE)
                .optimize(
                        new MaxIter(MAXIMAL_PIVOTS),
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        goal,
                        new NonNegativeConstraint(true),
                        PivotSelectionRule.BLAND);
        return optimum.getPoint();
    }

    /// The row with what rounding left below 0 removed, scaled to sum 1.
    private static double[] stochastic(double[] row) {
        double[] positive = Arrays.stream(row).map(v -> Math.max(0, v)).toArray();
        double sum = CompensatedSum.of(positive);
        return Arrays.stream(positive).map(v -> Math.min(1, v / sum)).toArray();
    }

    private static double largestDifference(double[][] a, double[][] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
            }
        }
        return largest;
    }
}

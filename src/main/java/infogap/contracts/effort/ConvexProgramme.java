package infogap.contracts.effort;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/// `min Σ w_j h(v_j)` subject to `A v ≥ b` and `v` below a bound, for a convex `h`: a primal-dual interior-point method with an infeasible start, then Newton's method on the
/// conditions of Kuhn and Tucker with the binding constraints, so that the solution is exact to rounding.
///
/// Source: S. Boyd and L. Vandenberghe (2004), *Convex Optimization*, section 11.7.
final class ConvexProgramme {

    /// A solution with the multipliers that prove it.
    ///
    /// @param point `v`
    /// @param multipliers λ ≥ 0 of the rows
    /// @param residual the largest violation of the Kuhn–Tucker conditions, relative to the size of their terms
    record Solution(double[] point, double[] multipliers, double residual) {}

    /// Conditions that are violated by no more than this count as met.
    static final double TOLERANCE = 1e-9;

    private static final int MOST_STEPS = 2000;
    private static final double LEAST_CENTRING = 0.1;
    private static final double MOST_CENTRING = 1;
    private static final double SHORTEST_STEP = 1e-12;
    private static final double MOST_BENT = 20;

    private final double[] weights;
    private final double[][] rows;
    private final double[] right;
    private final double bound;
    private final DoubleUnaryOperator slope;
    private final DoubleUnaryOperator curvature;

    /// @param weights w > 0
    /// @param bound no `v_j` reaches it
    ConvexProgramme(double[] weights, double[][] rows, double[] right, double bound, DoubleUnaryOperator slope, DoubleUnaryOperator curvature) {
        this.weights = weights;
        this.rows = rows;
        this.right = right;
        this.bound = bound;
        this.slope = slope;
        this.curvature = curvature;
    }

    /// The state of an iteration.
    private record State(double[] v, double[] slack, double[] multiplier, double step) {

        double gap() {
            double sum = 0;
            for (int i = 0; i < slack.length; i++) {
                sum += slack[i] * multiplier[i];
            }
            return sum / Math.max(1, slack.length);
        }
    }

    /// The solution from a start below the bound; its residual says how good it is.
    Solution solve(double[] start) {
        int m = rows.length;
        State state = new State(start.clone(), new double[m], new double[m], 1);
        double marginal = 0;
        for (double value : start) {
            marginal = Math.max(marginal, Math.abs(slope.applyAsDouble(value)));
        }
        for (int i = 0; i < m; i++) {
            state.slack[i] = Math.max(1, dot(rows[i], start) - right[i]);
            state.multiplier[i] = Math.max(marginal, 1e-3) / state.slack[i];
        }
        Solution best = polished(state);
        double centring = LEAST_CENTRING;
        for (int step = 0; step < MOST_STEPS && best.residual > 1e-14; step++) {
            State next = next(state, centring * state.gap());
            if (next == null) {
                if (centring == MOST_CENTRING) {
                    break;
                }
                centring = MOST_CENTRING;
                continue;
            }
            // a short step says that the path is left behind: look for it before going on
            centring = next.step < 0.1 ? MOST_CENTRING : next.step < 0.7 ? 0.5 : LEAST_CENTRING;
            state = next;
            if (state.gap() < 1e-7) {
                Solution polished = polished(state);
                best = polished.residual < best.residual ? polished : best;
            }
            if (state.gap() < 1e-16) {
                break;
            }
        }
        return best;
    }

    /// One Newton step towards the point of the central path with this gap, or null where none makes progress.
    private State next(State state, double target) {
        int n = weights.length;
        int m = rows.length;
        double[][] matrix = new double[n][n];
        double[] side = new double[n];
        double[] primal = new double[m];
        double[] centre = new double[m];
        for (int j = 0; j < n; j++) {
            matrix[j][j] = weights[j] * curvature.applyAsDouble(state.v[j]);
            side[j] = -weights[j] * slope.applyAsDouble(state.v[j]);
        }
        for (int i = 0; i < m; i++) {
            primal[i] = dot(rows[i], state.v) - state.slack[i] - right[i];
            centre[i] = target - state.slack[i] * state.multiplier[i];
            double ratio = state.multiplier[i] / state.slack[i];
            double pull = state.multiplier[i] + (centre[i] - state.multiplier[i] * primal[i]) / state.slack[i];
            for (int j = 0; j < n; j++) {
                if (rows[i][j] != 0) {
                    side[j] += rows[i][j] * pull;
                    for (int k = 0; k < n; k++) {
                        matrix[j][k] += ratio * rows[i][j] * rows[i][k];
                    }
                }
            }
        }
        double[] dv = solve(matrix, side);
        if (dv == null) {
            return null;
        }
        double[] ds = new double[m];
        double[] dl = new double[m];
        double largest = 1;
        for (int i = 0; i < m; i++) {
            ds[i] = dot(rows[i], dv) + primal[i];
            dl[i] = (centre[i] - state.multiplier[i] * ds[i]) / state.slack[i];
            largest = ds[i] < 0 ? Math.min(largest, -0.99 * state.slack[i] / ds[i]) : largest;
            largest = dl[i] < 0 ? Math.min(largest, -0.99 * state.multiplier[i] / dl[i]) : largest;
        }
        for (int j = 0; j < n; j++) {
            largest = dv[j] > 0 ? Math.min(largest, 0.99 * (bound - state.v[j]) / dv[j]) : largest;
        }
        for (double size = largest; size > SHORTEST_STEP; size /= 2) {
            double[] v = moved(state.v, dv, size);
            if (trusted(state.v, v)) {
                return new State(v, moved(state.slack, ds, size), moved(state.multiplier, dl, size), size);
            }
        }
        return null;
    }

    /// Whether the curvature at both points is similar enough for a Newton step to mean something.
    private boolean trusted(double[] from, double[] to) {
        for (int j = 0; j < from.length; j++) {
            double ratio = curvature.applyAsDouble(to[j]) / curvature.applyAsDouble(from[j]);
            if (!(ratio < MOST_BENT && ratio > 1 / MOST_BENT)) {
                return false;
            }
        }
        return true;
    }

    private double[] gradient(double[] v, double[] multiplier) {
        double[] gradient = new double[v.length];
        for (int j = 0; j < v.length; j++) {
            gradient[j] = weights[j] * slope.applyAsDouble(v[j]);
            for (int i = 0; i < rows.length; i++) {
                gradient[j] -= rows[i][j] * multiplier[i];
            }
        }
        return gradient;
    }

    /// Newton's method with the constraints whose multiplier outweighs the slack as equations; the state itself where that does not improve it.
    private Solution polished(State state) {
        Solution best = new Solution(state.v, state.multiplier, residual(state.v, state.multiplier));
        // where slack and multiplier both vanish, it takes a try to tell whether the constraint binds
        for (double weight : new double[] {1, 1e-4, 1e4}) {
            Solution tried = polished(state, IntStream.range(0, rows.length).filter(i -> weight * state.multiplier[i] > state.slack[i]).toArray());
            best = tried.residual < best.residual ? tried : best;
        }
        return best;
    }

    private Solution polished(State state, int[] active) {
        Solution best = new Solution(state.v, state.multiplier, Double.POSITIVE_INFINITY);
        int n = weights.length;
        double[] v = state.v.clone();
        double[] multiplier = new double[rows.length];
        for (int i : active) {
            multiplier[i] = state.multiplier[i];
        }
        for (int step = 0; step < 8; step++) {
            double[][] matrix = new double[n + active.length][n + active.length];
            double[] side = new double[n + active.length];
            double[] gradient = gradient(v, multiplier);
            for (int j = 0; j < n; j++) {
                matrix[j][j] = weights[j] * curvature.applyAsDouble(v[j]);
                side[j] = -gradient[j];
                for (int k = 0; k < active.length; k++) {
                    matrix[j][n + k] = -rows[active[k]][j];
                    matrix[n + k][j] = rows[active[k]][j];
                }
            }
            for (int k = 0; k < active.length; k++) {
                side[n + k] = right[active[k]] - dot(rows[active[k]], v);
            }
            double[] change = solve(matrix, side);
            if (change == null) {
                return best;
            }
            for (int j = 0; j < n; j++) {
                v[j] += change[j];
            }
            for (int k = 0; k < active.length; k++) {
                multiplier[active[k]] += change[n + k];
            }
            double residual = residual(v, multiplier);
            if (residual < best.residual) {
                best = new Solution(v.clone(), multiplier.clone(), residual);
            }
        }
        return best;
    }

    /// The largest violation of a Kuhn–Tucker condition, relative to the largest term in it.
    private double residual(double[] v, double[] multiplier) {
        double worst = 0;
        for (int j = 0; j < v.length; j++) {
            if (!(v[j] < bound)) {
                return Double.POSITIVE_INFINITY;
            }
            double own = weights[j] * slope.applyAsDouble(v[j]);
            double sum = own;
            double size = Math.abs(own);
            for (int i = 0; i < rows.length; i++) {
                sum -= rows[i][j] * multiplier[i];
                size = Math.max(size, Math.abs(rows[i][j] * multiplier[i]));
            }
            worst = Math.max(worst, Math.abs(sum) / Math.max(size, Double.MIN_NORMAL));
        }
        double scale = 1;
        for (double one : multiplier) {
            scale = Math.max(scale, Math.abs(one));
        }
        for (int i = 0; i < rows.length; i++) {
            double size = Math.max(1, Math.abs(right[i]));
            for (int j = 0; j < v.length; j++) {
                size = Math.max(size, Math.abs(rows[i][j] * v[j]));
            }
            double slack = (dot(rows[i], v) - right[i]) / size;
            worst = Math.max(worst, Math.max(-slack, Math.max(-multiplier[i] / scale, Math.min(Math.abs(slack), Math.abs(multiplier[i]) / scale))));
        }
        return Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst;
    }

    private static double[] solve(double[][] matrix, double[] side) {
        for (double[] row : matrix) {
            for (double entry : row) {
                if (!Double.isFinite(entry)) {
                    return null;
                }
            }
        }
        DecompositionSolver solver = new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-300).getSolver();
        return solver.isNonSingular() ? solver.solve(new ArrayRealVector(side, false)).toArray() : null;
    }

    private static double[] moved(double[] from, double[] by, double size) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += size * by[i];
        }
        return to;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

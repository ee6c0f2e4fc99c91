package infogap.probability;

import infogap.numeric.CompensatedSum;
import java.util.Arrays;

/// The search for a garbling, and for the decision problem that excludes it.
///
/// With the finer matrix `P` (states × fine messages) and the coarser `Q` (states × messages), both come from the noise `G ≥ 0` that brings `P G` nearest
/// to `Q` by least squares ([NearestGarbling]): `G` is the garbling where nothing is left, and otherwise what is left, `U = Q − P G`, is a decision problem
/// with the payoffs `u(k, x) = U_xk / p(x)`, in which
///
///     Σ_xk U_xk Q_xk − Σ_j max_k Σ_x P_xj U_xk > 0
///
/// is the advantage of `Q` over `P` (the lemma of Farkas). Neither answer is believed: the garbling is multiplied out and both values of the problem are
/// computed from the channels.
final class Blackwell {

    /// What the values of a problem may be rounded, whose payoffs are at most 1.
    private static final double ROUNDING = 1e-14;

    private Blackwell() {}

    static <X, F, Y> GarblingWitness<X, F, Y> compare(Channel<X, Y> coarse, Channel<X, F> fine) {
        double[][] p = fine.matrix();
        double[][] q = coarse.matrix();
        NearestGarbling nearest = new NearestGarbling(p, q);
        double[][] stochastic = Arrays.stream(nearest.garbling()).map(Blackwell::stochastic).toArray(double[][]::new);
        Channel<F, Y> noise = Channel.of(fine.outputs(), coarse.outputs(), stochastic);
        double error = largestDifference(fine.then(noise).matrix(), q);
        if (error <= GarblingWitness.TOLERANCE) {
            return new GarblingWitness.Garbling<>(noise, error);
        }
        double[][] problem = payoffs(nearest.residual());
        Distribution<X> prior = Distribution.uniform(fine.inputs());
        double coarseValue = value(q, problem, prior);
        double fineValue = value(p, problem, prior);
        if (coarseValue > fineValue + ROUNDING) {
            return new GarblingWitness.Separation<>(problem, prior, coarseValue, fineValue);
        }
        throw new ArithmeticException("it is not decided whether the channel of " + q.length + " states and " + q[0].length
                + " messages is a garbling of that of " + p[0].length + ": the nearest garbling found differs from it by " + error
                + ", more than " + GarblingWitness.TOLERANCE + ", and the decision problem found does not separate them (worth " + coarseValue
                + " against " + fineValue + ")");
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

    /// A row for each message of the alleged garbling, the largest entry of size 1.
    private static double[][] payoffs(double[][] residual) {
        double largest = 0;
        for (double[] row : residual) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        double[][] payoffs = new double[residual[0].length][residual.length];
        for (int k = 0; k < payoffs.length; k++) {
            for (int x = 0; x < residual.length; x++) {
                payoffs[k][x] = residual[x][k] / largest;
            }
        }
        return payoffs;
    }

    /// The non-negative row scaled to sum 1; uniform where it is 0 throughout.
    private static double[] stochastic(double[] row) {
        double sum = CompensatedSum.of(row);
        return Arrays.stream(row).map(v -> sum > 0 ? Math.min(1, v / sum) : 1.0 / row.length).toArray();
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

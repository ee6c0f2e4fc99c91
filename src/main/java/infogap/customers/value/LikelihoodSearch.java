package infogap.customers.value;

import infogap.numeric.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/// The maximum of a likelihood: from each start a simplex search, which does not mind a bad start, then Newton's method, which knows when it has arrived.
/// Both climb in the logarithms of the parameters, which are free to go anywhere.
///
/// @param <M> the model
final class LikelihoodSearch<M> {

    private static final double SIMPLEX_TOLERANCE = 1e-7;
    private static final double SIMPLEX_STEP = 0.5;
    private static final int SIMPLEX_EVALUATIONS = 2000;
    private static final int NEWTON_STEPS = 60;

    /// The longest change of a log-parameter in one step.
    private static final double LONGEST_STEP = 1;

    /// Newton has arrived when its step promises less than this rise of the log-likelihood, relative to its size.
    private static final double ARRIVED = 1e-13;

    /// Step of the central differences of the gradient: their error is about the square.
    private static final double DIFFERENCE = 1e-4;

    /// A parameter that is e^12 times its typical size, or less than that part of it, has run away.
    private static final double FAR = 12;

    /// The least curvature of the log-likelihood in any direction; below it the standard error of a logarithm exceeds 30.
    private static final double FLAT = 1e-3;

    private final Likelihood<M> likelihood;

    private LikelihoodSearch(Likelihood<M> likelihood) {
        this.likelihood = likelihood;
    }

    /// The best end of the starts.
    static <M> Estimation<M> search(Likelihood<M> likelihood, int customers) {
        LikelihoodSearch<M> search = new LikelihoodSearch<>(likelihood);
        return search.estimation(likelihood.starts().stream().map(start -> search.newton(search.simplex(start))).toList(), customers);
    }

    /// Where a climb from one start ended: the maximum, or a point where a parameter has all but reached its limit.
    record Refit<M>(M model, boolean inside) {}

    /// The end of a climb from parameters that are believed to be near.
    static <M> Refit<M> near(Likelihood<M> likelihood, double... parameters) {
        LikelihoodSearch<M> search = new LikelihoodSearch<>(likelihood);
        End end = search.newton(Arrays.stream(parameters).map(Math::log).toArray());
        return new Refit<>(likelihood.model(exp(end.point)), search.failure(end).isEmpty());
    }

    private record End(double[] point, double value, boolean arrived, EigenDecomposition curvature) {}

    private Estimation<M> estimation(List<End> ends, int customers) {
        End best = ends.stream().max(Comparator.comparingDouble(End::value)).orElseThrow();
        Optional<String> failure = failure(best);
        if (failure.isPresent()) {
            return new Estimation.Unidentified<>(failure.get());
        }
        RealMatrix covariance = best.curvature.getSolver().getInverse();
        double[] estimates = exp(best.point);
        List<Estimation.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < estimates.length; i++) {
            parameters.add(new Estimation.Parameter(likelihood.names().get(i), estimates[i], estimates[i] * Math.sqrt(covariance.getEntry(i, i))));
        }
        return new Estimation.Converged<>(likelihood.model(estimates), best.value, parameters, customers);
    }

    private Optional<String> failure(End end) {
        Optional<String> away = farthest(end.point);
        if (away.isPresent()) {
            return away.map(what -> "the likelihood keeps rising while " + what);
        }
        double least = Arrays.stream(end.curvature.getRealEigenvalues()).min().orElseThrow();
        if (least < FLAT) {
            return Optional.of("the likelihood is flat: parameters far apart explain the data equally well");
        }
        return end.arrived ? Optional.empty() : Optional.of("the search did not arrive at a maximum in " + NEWTON_STEPS + " steps");
    }

    /// Which parameter has run away first, and where to.
    private Optional<String> farthest(double[] point) {
        double[] typical = likelihood.typical();
        for (int i = 0; i < typical.length; i++) {
            double off = point[i] - typical[i];
            if (Math.abs(off) > FAR) {
                return Optional.of(likelihood.names().get(i) + (off > 0 ? " grows without end" : " falls to 0"));
            }
        }
        return Optional.empty();
    }

    private double[] simplex(double[] start) {
        double[] best = start.clone();
        double[] bestValue = {value(start)};
        try {
            new SimplexOptimizer(SIMPLEX_TOLERANCE, SIMPLEX_TOLERANCE).optimize(
                    new MaxEval(SIMPLEX_EVALUATIONS),
                    new ObjectiveFunction(point -> {
                        double value = bounded(point);
                        if (value > bestValue[0]) {
                            bestValue[0] = value;
                            System.arraycopy(point, 0, best, 0, best.length);
                        }
                        return value;
                    }),
                    GoalType.MAXIMIZE,
                    new InitialGuess(start),
                    new NelderMeadSimplex(start.length, SIMPLEX_STEP));
        } catch (TooManyEvaluationsException e) {
            // on a ridge without end; Newton goes on from the best point so far and will say so
            return best;
        }
        return best;
    }

    /// The likelihood where it can be computed without overflow.
    private double bounded(double[] point) {
        double[] typical = likelihood.typical();
        for (int i = 0; i < point.length; i++) {
            if (Math.abs(point[i] - typical[i]) > 2 * FAR) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return value(point);
    }

    private double value(double[] logs) {
        return likelihood.value(exp(logs));
    }

    /// With respect to the logarithms.
    private double[] gradient(double[] logs) {
        double[] parameters = exp(logs);
        double[] gradient = likelihood.gradient(parameters);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= parameters[i];
        }
        return gradient;
    }

    private End newton(double[] start) {
        double[] point = start.clone();
        double value = value(point);
        for (int step = 0; ; step++) {
            double[] gradient = gradient(point);
            EigenDecomposition curvature = curvature(point);
            double[] direction = direction(gradient, curvature);
            double rise = Vectors.dot(gradient, direction) / 2;
            boolean arrived = rise <= ARRIVED * (1 + Math.abs(value));
            if (arrived || step == NEWTON_STEPS || farthest(point).isPresent()) {
                return new End(point, value, arrived, curvature);
            }
            double[] next = point;
            double nextValue = value;
            for (double length = 1; length > 1e-6 && !(nextValue > value); length /= 2) {
                next = moved(point, direction, length);
                nextValue = bounded(next);
            }
            if (!(nextValue > value)) {
                // as high as rounding lets it climb: arrived if hardly anything was promised
                return new End(point, value, rise <= 1e3 * ARRIVED * (1 + Math.abs(value)), curvature);
            }
            point = next;
            value = nextValue;
        }
    }

    /// `|H|⁻¹ gradient`, capped: always upward, and Newton's step where the likelihood is concave.
    private static double[] direction(double[] gradient, EigenDecomposition curvature) {
        double[] direction = new double[gradient.length];
        double[] eigenvalues = curvature.getRealEigenvalues();
        for (int k = 0; k < eigenvalues.length; k++) {
            double[] vector = curvature.getEigenvector(k).toArray();
            double along = Vectors.dot(vector, gradient) / Math.max(Math.abs(eigenvalues[k]), 1e-8);
            for (int i = 0; i < direction.length; i++) {
                direction[i] += along * vector[i];
            }
        }
        double longest = 0;
        for (double part : direction) {
            longest = Math.max(longest, Math.abs(part));
        }
        return longest > LONGEST_STEP ? moved(new double[direction.length], direction, LONGEST_STEP / longest) : direction;
    }

    /// The observed information in the log-parameters: minus the second derivatives.
    private EigenDecomposition curvature(double[] point) {
        int n = point.length;
        double[][] minus = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] above = point.clone();
            double[] below = point.clone();
            above[i] += DIFFERENCE;
            below[i] -= DIFFERENCE;
            double[] up = gradient(above);
            double[] down = gradient(below);
            for (int j = 0; j < n; j++) {
                double slope = (down[j] - up[j]) / (2 * DIFFERENCE);
                minus[i][j] += slope / 2;
                minus[j][i] += slope / 2;
            }
        }
        return new EigenDecomposition(new Array2DRowRealMatrix(minus, false));
    }

    private static double[] moved(double[] point, double[] direction, double length) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += length * direction[i];
        }
        return moved;
    }

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}

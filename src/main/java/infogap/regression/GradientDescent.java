package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/// Gradient descent (梯度下降) on the mean squared error of a linear model, θ ← θ − η∇MSE(θ):
///
///     MSE(θ) = (1/N)‖y − Xθ‖²,  ∇MSE(θ) = (2/N)Xᵀ(Xθ − y),  Hessian H = (2/N)XᵀX
///
/// With λ the eigenvalues of H, the error shrinks in each eigendirection by the factor |1 − ηλ| a step: the iteration converges from
/// every start exactly if 0 < η < 2/λ_max, and fastest with η = 2/(λ_min + λ_max), at the rate (κ − 1)/(κ + 1), κ = λ_max/λ_min.
///
/// Source: Yu. Nesterov (2004), *Introductory Lectures on Convex Optimization*, Kluwer, ch. 2.
public final class GradientDescent {

    private final Design design;
    private final double[] y;
    private final double[][] hessian;
    private final double[] linear;
    private final double[] eigenvalues;

    private GradientDescent(Design design, double[] y, double[][] hessian, double[] linear, double[] eigenvalues) {
        this.design = design;
        this.y = y;
        this.hessian = hessian;
        this.linear = linear;
        this.eigenvalues = eigenvalues;
    }

    /// The problem of fitting y by the columns of a design.
    ///
    /// @throws IllegalArgumentException if the lengths differ, or a value is not finite
    public static GradientDescent of(Design design, double[] y) {
        double[] response = Checks.finite("y", y);
        Checks.sameLength("design rows", Checks.present("design", design).rows(), "y", response.length);
        int p = design.columns();
        double[][] hessian = new double[p][p];
        double[] linear = new double[p];
        DoubleDouble share = DoubleDouble.of(2).dividedBy(DoubleDouble.of(response.length));
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                DoubleDouble sum = DoubleDouble.ZERO;
                for (int i = 0; i < response.length; i++) {
                    sum = sum.plus(design.precise(i, j).times(design.precise(i, k)));
                }
                hessian[j][k] = Checks.finite("sum of products of " + design.names().get(j), sum.times(share).toDouble());
            }
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int i = 0; i < response.length; i++) {
                sum = sum.plus(design.precise(i, j).times(response[i]));
            }
            linear[j] = sum.times(share).toDouble();
        }
        double[] eigenvalues = new EigenDecomposition(new Array2DRowRealMatrix(hessian)).getRealEigenvalues();
        Arrays.sort(eigenvalues);
        return new GradientDescent(design, response, hessian, linear, eigenvalues);
    }

    /// H = (2/N)XᵀX
    public double[][] hessian() {
        return Arrays.stream(hessian).map(double[]::clone).toArray(double[][]::new);
    }

    /// The eigenvalues of H, ascending.
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    /// λ_max/λ_min, infinite if the columns are linearly dependent.
    public double conditionNumber() {
        return eigenvalues[eigenvalues.length - 1] / Math.max(0, eigenvalues[0]);
    }

    /// 2/λ_max: steps below it converge, steps above it diverge from almost every start.
    public double largestStableStep() {
        return 2 / eigenvalues[eigenvalues.length - 1];
    }

    /// 2/(λ_min + λ_max): the constant step with the smallest rate.
    public double optimalStep() {
        return 2 / (eigenvalues[0] + eigenvalues[eigenvalues.length - 1]);
    }

    /// max |1 − ηλ|: the factor by which the error shrinks, or above 1 grows, in the worst direction.
    ///
    /// @throws IllegalArgumentException if the step is not positive
    public double rate(double step) {
        Checks.positive("step", step);
        return Math.max(Math.abs(1 - step * eigenvalues[0]), Math.abs(1 - step * eigenvalues[eigenvalues.length - 1]));
    }

    /// Whether 0 < η < 2/λ_max.
    ///
    /// @throws IllegalArgumentException if the step is not positive
    public boolean converges(double step) {
        return Checks.positive("step", step) < largestStableStep();
    }

    /// ∇MSE(θ) = Hθ − (2/N)Xᵀy
    ///
    /// @throws IllegalArgumentException if there is not one number for each column
    public double[] gradient(double... theta) {
        requireColumns(theta);
        double[] gradient = new double[theta.length];
        for (int j = 0; j < theta.length; j++) {
            gradient[j] = -linear[j];
            for (int k = 0; k < theta.length; k++) {
                gradient[j] = Math.fma(hessian[j][k], theta[k], gradient[j]);
            }
        }
        return gradient;
    }

    /// (1/N)‖y − Xθ‖²
    ///
    /// @throws IllegalArgumentException if there is not one number for each column
    public double meanSquaredError(double... theta) {
        requireColumns(theta);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            DoubleDouble residual = DoubleDouble.of(y[i]);
            for (int k = 0; k < theta.length; k++) {
                residual = residual.minus(design.precise(i, k).times(theta[k]));
            }
            sum = Math.fma(residual.toDouble(), residual.toDouble(), sum);
        }
        return sum / y.length;
    }

    private void requireColumns(double[] theta) {
        Checks.sameLength("theta", Checks.finite("theta", theta).length, "columns", design.columns());
    }

    /// The path from a start with a constant step. It ends early when the error overflows.
    ///
    /// @throws IllegalArgumentException if the step is not positive, there is not one number for each column, or `iterations` is negative
    public Path run(double step, int iterations, double... start) {
        requireColumns(start);
        Checks.positive("step", step);
        Checks.atLeast("iterations", iterations, 0);
        List<Iterate> iterates = new ArrayList<>();
        double[] theta = start.clone();
        iterates.add(new Iterate(0, boxed(theta), meanSquaredError(theta)));
        for (int i = 1; i <= iterations; i++) {
            double[] gradient = gradient(theta);
            for (int k = 0; k < theta.length; k++) {
                theta[k] = Math.fma(-step, gradient[k], theta[k]);
            }
            if (!Arrays.stream(theta).allMatch(value -> Math.abs(value) < 1e150)) {
                break;
            }
            iterates.add(new Iterate(i, boxed(theta), meanSquaredError(theta)));
        }
        return new Path(design.names(), step, largestStableStep(), rate(step), iterates);
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /// One point of a path.
    ///
    /// @param iteration        0 for the start
    /// @param theta            the parameters
    /// @param meanSquaredError MSE(θ)
    public record Iterate(int iteration, List<Double> theta, double meanSquaredError) {}

    /// A path with a constant step.
    ///
    /// @param names             the parameters' names
    /// @param step              η
    /// @param largestStableStep 2/λ_max
    /// @param rate              max |1 − ηλ|
    /// @param iterates          the points, the start first
    public record Path(List<String> names, double step, double largestStableStep, double rate, List<Iterate> iterates) {

        /// Copies the lists.
        public Path {
            names = List.copyOf(names);
            iterates = List.copyOf(iterates);
        }

        /// Whether the step is below the stability limit.
        public boolean converges() {
            return step < largestStableStep;
        }

        /// The last point.
        public Iterate last() {
            return iterates.getLast();
        }

        /// At most twelve lines: the first ten points, and the last.
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "step %.6g, limit %.6g, rate %.6g: %s%n%9s  %12s  %s%n", step,
                    largestStableStep, rate, converges() ? "converges" : "does not converge", "iteration", "MSE", names));
            for (Iterate point : iterates) {
                if (point.iteration < 10 || point == iterates.getLast()) {
                    text.append(String.format(Locale.ROOT, "%9d  %12.6g  %s%n", point.iteration, point.meanSquaredError, point.theta));
                }
            }
            return text.toString();
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "gradient descent on the MSE of %d rows: eigenvalues %s, largest stable step %.13g, optimal step %.13g",
                y.length, Arrays.toString(eigenvalues), largestStableStep(), optimalStep());
    }
}

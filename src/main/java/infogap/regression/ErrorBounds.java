package infogap.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// First-order bounds on the error of every coefficient and standard error.
///
/// With S = (XᵀX)⁻¹ and r = y − Xb, a change of the design by E and of the response by f changes the coefficients by
/// S Xᵀ(f − E b) + S Eᵀr. Three kinds of change are bounded here, each by the inequality of Cauchy and Schwarz:
///
/// - cross products off by ε‖x_j‖‖x_k‖ (what [Gram] guarantees): ε·reach_j·load;
/// - columns off by ε‖x_k‖ (what [Householder] guarantees): ε(√S_jj·load + reach_j‖r‖);
/// - data off by their roundoff u, powers of one variable together: with K the diagonal matrix of a source's degrees,
///   u(√S_jj‖X K b‖ + ‖r‖√((S K XᵀX K S)_jj)).
///
/// reach_j = Σ_k |S_jk|‖x_k‖ and load = Σ_k |b_k|‖x_k‖ + ‖y‖.
final class ErrorBounds {

    /// For the terms of second order, which are smaller as long as the first are below a tenth.
    private static final double SAFETY = 2;

    private final Solution solution;
    private final double error;
    private final int p;
    private final double residual;
    private final double responseNorm;
    private final double[] root;
    private final double[] reach;
    private final double load;
    private final double amplification;
    private final double[] dataError;
    private final double[] dataScaleError;
    private final double dataResidualError;
    private final double dataRoundoff;

    ErrorBounds(Solution solution, Solution.Problem problem, double methodError) {
        this.solution = solution;
        this.p = solution.triangle.columns();
        // the factorisation and the triangular solves add a few units for every column
        this.error = methodError + 16.0 * (p + 2) * 0x1p-104;
        this.residual = solution.triangle.residualNorm().toDouble();
        this.responseNorm = solution.triangle.squaredNorm(p, 0).squareRoot().toDouble();
        double[] norms = new double[p];
        Arrays.setAll(norms, k -> solution.triangle.squaredNorm(k, 0).squareRoot().toDouble());
        this.root = new double[p];
        this.reach = new double[p];
        double sum = responseNorm;
        double spread = 0;
        for (int j = 0; j < p; j++) {
            root[j] = Math.sqrt(covariance(j, j));
            for (int k = 0; k < p; k++) {
                reach[j] += Math.abs(covariance(j, k)) * norms[k];
            }
            sum += Math.abs(solution.coefficients[j].toDouble()) * norms[j];
            spread += reach[j] * norms[j];
        }
        this.load = sum;
        this.amplification = spread;
        this.dataRoundoff = problem.sources().stream()
                .mapToDouble(source -> source.roundoff() * Arrays.stream(source.degree()).max().orElse(0))
                .max()
                .orElse(0);
        this.dataError = new double[p];
        this.dataScaleError = new double[p];
        this.dataResidualError = addData(problem);
    }

    private double covariance(int j, int k) {
        return solution.unscaledCovariance[j][k].toDouble();
    }

    private double addData(Solution.Problem problem) {
        double moved = problem.responseRoundoff() * responseNorm;
        for (int j = 0; j < p; j++) {
            dataError[j] = root[j] * moved;
        }
        for (Design.Source source : problem.sources()) {
            double[] weighted = new double[p];
            Arrays.setAll(weighted, k -> source.degree()[k] * solution.coefficients[k].toDouble());
            double fit = source.roundoff() * solution.triangle.normOfCombination(weighted);
            moved += fit;
            for (int j = 0; j < p; j++) {
                int row = j;
                Arrays.setAll(weighted, k -> source.degree()[k] * covariance(row, k));
                double turn = source.roundoff() * solution.triangle.normOfCombination(weighted);
                dataError[j] += root[j] * fit + residual * turn;
                dataScaleError[j] += turn / root[j];
            }
        }
        return moved;
    }

    /// Whether the residuals are no larger than what rounding of data and arithmetic can produce.
    boolean residualIsRoundoff() {
        return residual <= dataResidualError + residualError();
    }

    // of ‖r‖, absolute
    private double residualError() {
        return solution.method == Solver.ORTHOGONAL
                ? error * load
                : Math.min(Math.sqrt(error) * load, error * load * load / (2 * residual));
    }

    Accuracy accuracy() {
        List<Double> arithmetic = new ArrayList<>();
        List<Double> data = new ArrayList<>();
        List<Double> standardErrors = new ArrayList<>();
        boolean known = residual > 0;
        for (int j = 0; j < p; j++) {
            double estimate = Math.abs(solution.coefficients[j].toDouble());
            arithmetic.add(digits(methodError(j) / estimate, validity()));
            data.add(digits(dataError[j] / estimate, orthogonalValidity(dataRoundoff)));
            double scale = known ? residualError() / residual : Double.POSITIVE_INFINITY;
            double dataScale = known ? dataResidualError / residual : Double.POSITIVE_INFINITY;
            standardErrors.add(Math.min(digits(methodScaleError(j) + scale, validity()),
                    digits(dataScaleError[j] + dataScale, orthogonalValidity(dataRoundoff))));
        }
        return new Accuracy(solution.names, arithmetic, data, standardErrors, solution.method);
    }

    /// The smallest number of digits that the method alone leaves to a standard error.
    double methodScaleDigits() {
        double smallest = Accuracy.MOST;
        for (int j = 0; j < p; j++) {
            smallest = Math.min(smallest, digits(methodScaleError(j) + residualError() / residual, validity()));
        }
        return smallest;
    }

    private double methodError(int j) {
        return solution.method == Solver.ORTHOGONAL ? error * (root[j] * load + reach[j] * residual) : error * reach[j] * load;
    }

    private double methodScaleError(int j) {
        double turn = error * reach[j] / root[j];
        return solution.method == Solver.ORTHOGONAL ? turn : turn * reach[j] / (2 * root[j]);
    }

    private double digits(double relative, double validity) {
        double worst = SAFETY * relative + 0x1p-53;
        return validity < 0.1 && worst < 1 ? Math.min(Accuracy.MOST, -Math.log10(worst)) : 0;
    }

    // How far the perturbed matrix may be from the one that was solved, where it is weakest: the first order holds well below 1.
    private double validity() {
        return solution.method == Solver.ORTHOGONAL ? orthogonalValidity(error) : error * amplification;
    }

    private double orthogonalValidity(double columnError) {
        return columnError * Math.sqrt(p * amplification);
    }
}

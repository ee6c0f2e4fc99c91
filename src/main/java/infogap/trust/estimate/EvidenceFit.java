package infogap.trust.estimate;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/// A regression with a constant, and what its intervals need.
final class EvidenceFit {

    /// Averages of I that differ by less are one: what rounding leaves of a constant.
    static final double SAME_RATIO = 1e-9;

    private final double[] coefficients;
    private final double[][] covariance;
    final double deviation;
    private final int freedom;

    EvidenceFit(double[] y, double[]... columns) {
        int width = columns.length + 1;
        double[][] design = new double[y.length][width];
        for (int i = 0; i < y.length; i++) {
            design[i][0] = 1;
            for (int j = 1; j < width; j++) {
                design[i][j] = columns[j - 1][i];
            }
        }
        RealMatrix x = new Array2DRowRealMatrix(design, false);
        QRDecomposition decomposition = new QRDecomposition(x);
        coefficients = decomposition.getSolver().solve(new ArrayRealVector(y, false)).toArray();
        double[] fitted = x.operate(coefficients);
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            squares += (y[i] - fitted[i]) * (y[i] - fitted[i]);
        }
        freedom = y.length - width;
        deviation = Math.sqrt(squares / freedom);
        RealMatrix inverse = new QRDecomposition(decomposition.getR().getSubMatrix(0, width - 1, 0, width - 1)).getSolver().getInverse();
        covariance = inverse.multiply(inverse.transpose()).scalarMultiply(squares / freedom).getData();
    }

    double quantile(double level) {
        return new TDistribution(freedom).inverseCumulativeProbability((1 + level) / 2);
    }

    TrustEstimate.Range range(int column, double quantile) {
        double half = quantile * Math.sqrt(covariance[column][column]);
        return new TrustEstimate.Range(coefficients[column], coefficients[column] - half, coefficients[column] + half);
    }

    /// Fieller's interval of −b₂/b₁: all r with (b₂ + r b₁)² ≤ q² Var(b₂ + r b₁), a quadratic in r.
    TrustEstimate.Range ratio(double quantile) {
        double square = quantile * quantile;
        double a = coefficients[1] * coefficients[1] - square * covariance[1][1];
        double b = coefficients[1] * coefficients[2] - square * covariance[1][2];
        double c = coefficients[2] * coefficients[2] - square * covariance[2][2];
        double value = 0 - coefficients[2] / coefficients[1];
        double discriminant = b * b - a * c;
        if (a <= 0 || discriminant < 0) {
            // k may be 0: then the set is the line, or the line without an interval, of which the hull is the line
            return new TrustEstimate.Range(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double root = Math.sqrt(discriminant);
        return new TrustEstimate.Range(value, (-b - root) / a, (-b + root) / a);
    }
}

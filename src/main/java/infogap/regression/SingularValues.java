package infogap.regression;

import infogap.numeric.Vectors;

/// The condition number of a triangle by one-sided Jacobi rotations, which find small singular values to high relative accuracy.
///
/// Source: J. Demmel and K. Veselić (1992), *Jacobi's method is more accurate than QR*, SIAM J. Matrix Anal. Appl. 13, 1204–1245.
final class SingularValues {

    private static final int MOST_SWEEPS = 60;
    private static final double ORTHOGONAL = 1e-14;

    private SingularValues() {}

    static double condition(Triangle triangle, boolean scaled) {
        int p = triangle.columns();
        double[][] columns = new double[p][p];
        for (int j = 0; j < p; j++) {
            double norm = scaled ? triangle.squaredNorm(j, 0).squareRoot().toDouble() : 1;
            for (int i = 0; i <= j; i++) {
                columns[j][i] = triangle.at(i, j).toDouble() / norm;
            }
        }
        boolean rotated = true;
        for (int sweep = 0; sweep < MOST_SWEEPS && rotated; sweep++) {
            rotated = false;
            for (int i = 0; i < p; i++) {
                for (int j = i + 1; j < p; j++) {
                    rotated |= rotate(columns[i], columns[j]);
                }
            }
        }
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double[] column : columns) {
            double norm = Math.sqrt(Vectors.dot(column, column));
            largest = Math.max(largest, norm);
            smallest = Math.min(smallest, norm);
        }
        return largest / smallest;
    }

    private static boolean rotate(double[] x, double[] y) {
        double xx = Vectors.dot(x, x);
        double yy = Vectors.dot(y, y);
        double xy = Vectors.dot(x, y);
        if (Math.abs(xy) <= ORTHOGONAL * Math.sqrt(xx) * Math.sqrt(yy)) {
            return false;
        }
        double zeta = (yy - xx) / (2 * xy);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = cosine * tangent;
        for (int i = 0; i < x.length; i++) {
            double old = x[i];
            x[i] = cosine * old - sine * y[i];
            y[i] = sine * old + cosine * y[i];
        }
        return true;
    }
}

package infogap.bayes;

import infogap.numeric.CompensatedSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/// Integrals by the rule of Clenshaw and Curtis with [#DEGREE]` + 1` points, halving each panel until the rule with every other point agrees.
///
/// The ends of a panel are among its points: a monotone step cannot hide between two panels, however steep it is.
///
/// Source: C. W. Clenshaw and A. R. Curtis (1960), *A method for numerical integration on an automatic computer*, Numerische Mathematik 2, 197–205.
final class AdaptiveQuadrature {

    static final int DEGREE = 16;

    /// Two rules that agree so well have converged, even where the integrand's own rounding keeps them apart.
    private static final double RELATIVE = 1e-11;

    private static final double[] POINTS = new double[DEGREE + 1];
    private static final double[] FINE = weights(DEGREE);
    private static final double[] COARSE = weights(DEGREE / 2);

    static {
        Arrays.setAll(POINTS, AdaptiveQuadrature::point);
    }

    private AdaptiveQuadrature() {}

    /// The integral from the first to the last of these ends, which part the range.
    ///
    /// @param ends where the panels begin and end, in increasing order
    /// @param tolerance how far the two rules may differ on a panel
    static double integral(DoubleUnaryOperator function, double[] ends, double tolerance) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 1; i < ends.length; i++) {
            add(function, ends[i - 1], ends[i], tolerance, sum, null);
        }
        return sum.value();
    }

    /// These ends and those of the halves that the function needs.
    static double[] resolved(DoubleUnaryOperator function, double[] ends, double tolerance) {
        List<Double> finer = new ArrayList<>(List.of(ends[0]));
        for (int i = 1; i < ends.length; i++) {
            add(function, ends[i - 1], ends[i], tolerance, new CompensatedSum(), finer);
        }
        return finer.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// The `k`-th point of the rule on [−1, 1], from 1 down to −1.
    static double point(int k) {
        return Math.sin(Math.PI * (DEGREE - 2 * k) / (2.0 * DEGREE));
    }

    /// The integral over a panel of this half length from the values at its points, by the finer rule; nothing when the panel must be halved.
    static OptionalDouble ofValues(double[] values, double half, double tolerance) {
        double fine = 0;
        double coarse = 0;
        for (int k = 0; k <= DEGREE; k++) {
            fine += FINE[k] * values[k];
            coarse += k % 2 == 0 ? COARSE[k / 2] * values[k] : 0;
        }
        double difference = Math.abs(fine - coarse);
        boolean agree = !(half * difference > tolerance && difference > RELATIVE * Math.abs(fine));
        return agree ? OptionalDouble.of(half * fine) : OptionalDouble.empty();
    }

    private static void add(DoubleUnaryOperator function, double from, double to, double tolerance, CompensatedSum sum, List<Double> ends) {
        double half = to / 2 - from / 2;
        double middle = from + half;
        double[] values = new double[DEGREE + 1];
        for (int k = 0; k <= DEGREE; k++) {
            values[k] = function.applyAsDouble(k == 0 ? to : k == DEGREE ? from : middle + half * POINTS[k]);
        }
        boolean divisible = from < middle && middle < to;
        OptionalDouble integral = ofValues(values, half, divisible ? tolerance : Double.POSITIVE_INFINITY);
        if (integral.isEmpty()) {
            add(function, from, middle, tolerance, sum, ends);
            add(function, middle, to, tolerance, sum, ends);
            return;
        }
        sum.add(integral.getAsDouble());
        if (ends != null) {
            ends.add(to);
        }
    }

    private static double[] weights(int degree) {
        double[] weights = new double[degree + 1];
        for (int k = 0; k <= degree; k++) {
            double sum = 1;
            for (int j = 1; j <= degree / 2; j++) {
                sum -= (2 * j == degree ? 1.0 : 2.0) / (4.0 * j * j - 1) * Math.cos(2 * Math.PI * j * k / degree);
            }
            weights[k] = sum / degree * (k == 0 || k == degree ? 1 : 2);
        }
        return weights;
    }
}

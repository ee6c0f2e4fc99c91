package infogap.bayes;

import infogap.numeric.CompensatedSum;
import infogap.numeric.Remainders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/// The logit `Y = ln(X / (1 − X))` of a rate `X ~ Beta(a, b)`.
///
/// Its density, proportional to `e^(ay) / (1 + e^y)^(a+b)`, has one maximum, at `ln(a/b)`, and no singularity whatever the parameters: where a quantile of `X`
/// is below the smallest double, that of `Y` is an ordinary number. The density is kept as polynomials on panels, with their integrals.
final class LogitBeta {

    /// How far below its maximum, in natural logarithms, the density is cut off.
    private static final double CUT = 36;

    private static final double RESOLUTION = 1e-12;

    private final double centre;
    private final double smaller;
    private final double total;
    private final boolean mirrored;

    /// Ends of the panels as deviations from the centre, the polynomials on them and the probability below each.
    private final double[] ends;
    private final double[][] densities;
    private final double[][] integrals;
    private final double[] below;

    /// At the points of each panel: the density, and the quantity that expectations are of.
    private final double[][] pointDensities;
    private final double[][] pointValues;
    private final DoubleUnaryOperator quantity;

    /// @param quantity the function of `Y` whose functions [#expectation] averages
    LogitBeta(double a, double b, DoubleUnaryOperator quantity) {
        this.quantity = quantity;
        this.centre = Math.log(a) - Math.log(b);
        this.smaller = Math.min(a, b);
        this.total = a + b;
        this.mirrored = a > b;
        double width = Math.sqrt(1 / a + 1 / b);
        this.ends = AdaptiveQuadrature.resolved(this::shape, firstEnds(width), RESOLUTION * width);
        int panels = ends.length - 1;
        this.densities = new double[panels][];
        this.integrals = new double[panels][];
        this.below = new double[panels + 1];
        for (int i = 0; i < panels; i++) {
            double half = (ends[i + 1] - ends[i]) / 2;
            double middle = ends[i] + half;
            densities[i] = Chebyshev.coefficients(x -> shape(middle + half * x), AdaptiveQuadrature.DEGREE);
            integrals[i] = Chebyshev.integrated(densities[i], half);
            below[i + 1] = below[i] + Chebyshev.at(integrals[i], 1);
        }
        double mass = below[panels];
        this.pointDensities = new double[panels][AdaptiveQuadrature.DEGREE + 1];
        this.pointValues = new double[panels][AdaptiveQuadrature.DEGREE + 1];
        for (int i = 0; i < panels; i++) {
            scale(densities[i], mass);
            scale(integrals[i], mass);
            double half = (ends[i + 1] - ends[i]) / 2;
            for (int k = 0; k <= AdaptiveQuadrature.DEGREE; k++) {
                double deviation = ends[i] + half + half * AdaptiveQuadrature.point(k);
                pointDensities[i][k] = shape(deviation) / mass;
                pointValues[i][k] = quantity.applyAsDouble(centre + deviation);
            }
        }
        scale(below, mass);
    }

    /// `ln(a/b)`, where the density is largest.
    double centre() {
        return centre;
    }

    /// `P(Y ≤ y)`.
    double cumulative(double y) {
        double deviation = y - centre;
        if (!(deviation > ends[0])) {
            return 0;
        }
        if (deviation >= ends[ends.length - 1]) {
            return 1;
        }
        int panel = panel(deviation);
        return Math.clamp(below[panel] + Chebyshev.at(integrals[panel], position(panel, deviation)), 0, 1);
    }

    /// `E g(Q)` for a monotone or smooth function `g` of the quantity `Q`.
    ///
    /// @param breaks values of `Y` where the function is not smooth, or changes fast
    double expectation(DoubleUnaryOperator function, double tolerance, double... breaks) {
        CompensatedSum sum = new CompensatedSum();
        double[] values = new double[AdaptiveQuadrature.DEGREE + 1];
        for (int i = 0; i + 1 < ends.length; i++) {
            double from = ends[i];
            double to = ends[i + 1];
            double[] inside = Arrays.stream(breaks).map(y -> y - centre).filter(d -> d > from && d < to).sorted().toArray();
            OptionalDouble integral = OptionalDouble.empty();
            if (inside.length == 0) {
                for (int k = 0; k < values.length; k++) {
                    values[k] = pointDensities[i][k] * function.applyAsDouble(pointValues[i][k]);
                }
                integral = AdaptiveQuadrature.ofValues(values, (to - from) / 2, tolerance);
            }
            if (integral.isPresent()) {
                sum.add(integral.getAsDouble());
            } else {
                double[] parts = Stream.of(new double[] {from}, inside, new double[] {to}).flatMapToDouble(Arrays::stream).toArray();
                sum.add(AdaptiveQuadrature.integral(
                        d -> density(d) * function.applyAsDouble(quantity.applyAsDouble(centre + d)), parts, tolerance));
            }
        }
        return sum.value();
    }

    private double density(double deviation) {
        int panel = panel(deviation);
        return Math.max(0, Chebyshev.at(densities[panel], position(panel, deviation)));
    }

    private int panel(double deviation) {
        int found = Arrays.binarySearch(ends, deviation);
        int panel = found >= 0 ? found : -found - 2;
        return Math.clamp(panel, 0, ends.length - 2);
    }

    private double position(int panel, double deviation) {
        double half = (ends[panel + 1] - ends[panel]) / 2;
        return ((deviation - ends[panel]) - half) / half;
    }

    /// Outwards from the maximum, each panel as long as all before it on its side.
    private double[] firstEnds(double width) {
        List<Double> found = new ArrayList<>(List.of(0.0));
        for (int side = -1; side <= 1; side += 2) {
            double end = side * width;
            found.add(end);
            while (logShape(end) > -CUT) {
                end *= 2;
                found.add(end);
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private double shape(double deviation) {
        return Math.exp(logShape(deviation));
    }

    /// The logarithm of the density over its maximum, `a d − (a+b) ln(1 + x (e^d − 1))` with `x = a/(a+b)`, from the side of the smaller parameter.
    private double logShape(double deviation) {
        double d = mirrored ? -deviation : deviation;
        double x = smaller / total;
        if (Math.abs(d) <= 1) {
            // both terms as what is left of them after what cancels: of order d², as their difference is
            return total * Remainders.ofLogarithm(x * Math.expm1(d)) - smaller * Remainders.ofExponential(d);
        }
        double logarithm = d < 0 ? Math.log1p(x * Math.expm1(d)) : d > 700 ? d + Math.log(x) : Math.log1p(x * Math.expm1(d));
        return smaller * d - total * logarithm;
    }

    private static void scale(double[] values, double divisor) {
        Arrays.setAll(values, i -> values[i] / divisor);
    }
}

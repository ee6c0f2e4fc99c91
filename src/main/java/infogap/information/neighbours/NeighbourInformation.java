package infogap.information.neighbours;

import infogap.information.Unit;
import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/// Mutual information of continuous variables from the distances to the k nearest neighbours: both estimators of Kraskov, Stögbauer and Grassberger.
///
/// Distances are the larger of those in x and in y, each itself the largest difference of a coordinate. With n(x), n(y) the other points
///
///     I₁ = ψ(k) + ψ(N) − ⟨ψ(n(x) + 1) + ψ(n(y) + 1)⟩          strictly nearer in x, in y than the k-th neighbour is
///     I₂ = ψ(k) − 1/k + ψ(N) − ⟨ψ(n(x)) + ψ(n(y))⟩           within the sides of the smallest rectangle that holds the k neighbours
///
/// in nats. I₁ has the smaller variance, I₂ the smaller bias; an estimate may be below 0, where the truth is 0. For independent variables both err by chance
/// only; for normal ones with correlation ρ the truth is `−½ ln(1 − ρ²)`. The cost grows with the square of the number of points.
///
///     NeighbourInformation.of(heights, weights, 4).first(Unit.BITS)
///
/// Source: A. Kraskov, H. Stögbauer and P. Grassberger (2004), *Estimating mutual information*, Physical Review E 69, 066138, equations 8 and 9.
///
/// @param points N
/// @param neighbours k
/// @param firstNats I₁ in nats
/// @param secondNats I₂ in nats
/// @param repeated how many values of x or y stand at another point too: the estimators are for continuous variables, and each repetition makes them worse
public record NeighbourInformation(int points, int neighbours, double firstNats, double secondNats, int repeated) {

    /// Of two numbers, observed together.
    ///
    /// @param neighbours k, below the number of points; 3 to 10 is usual
    /// @throws IllegalArgumentException if a value is not finite, the lengths differ, or there are not more points than neighbours
    public static NeighbourInformation of(double[] x, double[] y, int neighbours) {
        Checks.finite("x", x);
        Checks.finite("y", y);
        return of(Arrays.stream(x).mapToObj(value -> new double[] {value}).toArray(double[][]::new),
                Arrays.stream(y).mapToObj(value -> new double[] {value}).toArray(double[][]::new), neighbours);
    }

    /// Of two vectors, observed together: a row for each observation.
    ///
    /// @throws IllegalArgumentException as for two numbers, or if rows differ in length
    public static NeighbourInformation of(double[][] x, double[][] y, int neighbours) {
        double[][] first = Checks.finiteMatrix("x", x);
        double[][] second = Checks.finiteMatrix("y", y);
        Checks.sameLength("x", first.length, "y", second.length);
        Checks.atLeast("neighbours", neighbours, 1);
        Checks.atLeast("number of points above the number of neighbours", first.length - neighbours, 1);
        int n = first.length;
        double[][] sums = IntStream.range(0, n).parallel().mapToObj(i -> atPoint(first, second, i, neighbours)).toArray(double[][]::new);
        double[] mean = new double[2];
        // in order, so that the sum does not depend on the threads
        for (double[] sum : sums) {
            mean[0] += sum[0] / n;
            mean[1] += sum[1] / n;
        }
        double common = Gamma.digamma(neighbours) + Gamma.digamma(n);
        return new NeighbourInformation(n, neighbours, common - mean[0], common - 1.0 / neighbours - mean[1], repeated(first) + repeated(second));
    }

    /// I₁ in this unit.
    public double first(Unit unit) {
        return Checks.present("unit", unit).fromNats(firstNats);
    }

    /// I₂ in this unit.
    public double second(Unit unit) {
        return Checks.present("unit", unit).fromNats(secondNats);
    }

    /// ψ(n(x) + 1) + ψ(n(y) + 1) of the first estimator, ψ(n(x)) + ψ(n(y)) of the second.
    private static double[] atPoint(double[][] x, double[][] y, int point, int neighbours) {
        int n = x.length;
        double[] inX = new double[n];
        double[] inY = new double[n];
        double[] nearest = new double[neighbours];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int j = 0; j < n; j++) {
            inX[j] = distance(x[point], x[j]);
            inY[j] = distance(y[point], y[j]);
            double both = Math.max(inX[j], inY[j]);
            if (j != point && both < nearest[neighbours - 1]) {
                int at = neighbours - 1;
                while (at > 0 && nearest[at - 1] > both) {
                    nearest[at] = nearest[--at];
                }
                nearest[at] = both;
            }
        }
        double radius = nearest[neighbours - 1];
        double sideX = 0;
        double sideY = 0;
        for (int j = 0; j < n; j++) {
            if (j != point && Math.max(inX[j], inY[j]) <= radius) {
                sideX = Math.max(sideX, inX[j]);
                sideY = Math.max(sideY, inY[j]);
            }
        }
        int nearerX = 0;
        int nearerY = 0;
        int withinX = 0;
        int withinY = 0;
        for (int j = 0; j < n; j++) {
            if (j != point) {
                nearerX += inX[j] < radius ? 1 : 0;
                nearerY += inY[j] < radius ? 1 : 0;
                withinX += inX[j] <= sideX ? 1 : 0;
                withinY += inY[j] <= sideY ? 1 : 0;
            }
        }
        return new double[] {
            Gamma.digamma(nearerX + 1) + Gamma.digamma(nearerY + 1), Gamma.digamma(withinX) + Gamma.digamma(withinY)
        };
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int k = 0; k < a.length; k++) {
            largest = Math.max(largest, Math.abs(a[k] - b[k]));
        }
        return largest;
    }

    private static int repeated(double[][] values) {
        Set<List<Double>> seen = new HashSet<>();
        int repeated = 0;
        for (double[] value : values) {
            repeated += seen.add(Arrays.stream(value).boxed().toList()) ? 0 : 1;
        }
        return repeated;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d points, %d neighbours: I₁ = %.6f nats, I₂ = %.6f nats%s", points, neighbours, firstNats, secondNats,
                repeated == 0 ? "" : "; " + repeated + " values are repetitions, which the estimators do not allow for");
    }
}

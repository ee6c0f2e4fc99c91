package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.Arrays;
import org.apache.commons.math3.fraction.BigFraction;

/// The mean squared error (均方误差) of a line through the origin as a function of its slope, in exact fractions:
///
///     MSE(θ) = (1/N) Σ (y_i − θ x_i)² = θ² mean(x²) − 2θ mean(xy) + mean(y²)
///
/// @param squareOfX mean of x²
/// @param product   mean of x·y
/// @param squareOfY mean of y²
public record MeanSquaredError(BigFraction squareOfX, BigFraction product, BigFraction squareOfY) {

    /// From data read as the decimals that they print.
    ///
    /// @throws IllegalArgumentException if the lengths differ, there is no value, a value is not finite, or all x are zero
    public static MeanSquaredError of(double[] x, double[] y) {
        double[] given = Checks.finite("x", x);
        Checks.sameLength("x", given.length, "y", Checks.finite("y", y).length);
        BigFraction xx = BigFraction.ZERO;
        BigFraction xy = BigFraction.ZERO;
        BigFraction yy = BigFraction.ZERO;
        for (int i = 0; i < given.length; i++) {
            BigFraction a = Fractions.ofDecimal(given[i]);
            BigFraction b = Fractions.ofDecimal(y[i]);
            xx = xx.add(a.multiply(a));
            xy = xy.add(a.multiply(b));
            yy = yy.add(b.multiply(b));
        }
        if (xx.equals(BigFraction.ZERO)) {
            throw new IllegalArgumentException("x must hold a number other than 0, but is " + Arrays.toString(given));
        }
        return new MeanSquaredError(xx.divide(given.length), xy.divide(given.length), yy.divide(given.length));
    }

    /// MSE(θ)
    public BigFraction at(BigFraction slope) {
        return slope.multiply(slope).multiply(squareOfX).subtract(slope.multiply(product).multiply(2)).add(squareOfY);
    }

    /// MSE′(θ) = 2θ mean(x²) − 2 mean(xy)
    public BigFraction derivative(BigFraction slope) {
        return slope.multiply(squareOfX).subtract(product).multiply(2);
    }

    /// The θ with the smallest error, mean(xy)/mean(x²).
    public BigFraction minimiser() {
        return product.divide(squareOfX);
    }

    @Override
    public String toString() {
        return "MSE(θ) = " + Fractions.format(squareOfX) + " θ² − " + Fractions.format(product.multiply(2)) + " θ + "
                + Fractions.format(squareOfY);
    }
}

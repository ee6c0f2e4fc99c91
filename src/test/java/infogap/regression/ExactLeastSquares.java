package infogap.regression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.apache.commons.math3.fraction.BigFraction;

/// The oracle of this room's tests: normal equations over the integers, solved by Bareiss' elimination without any rounding.
/// It shares no code with the library's fits.
record ExactLeastSquares(BigFraction[] coefficients, BigFraction[] variances, BigFraction sumOfSquaredErrors) {

    private static final MathContext DIGITS = new MathContext(60);

    /// `x[row][column]` as it is, a constant column included.
    static ExactLeastSquares of(BigDecimal[][] x, BigDecimal[] y) {
        int n = x.length;
        int p = x[0].length;
        BigInteger[][] whole = new BigInteger[n][p + 1];
        int[] scale = new int[p + 1];
        for (int k = 0; k <= p; k++) {
            int column = k;
            scale[k] = Math.max(0, Arrays.stream(rowsWithResponse(x, y)).mapToInt(row -> row[column].scale()).max().orElse(0));
            for (int i = 0; i < n; i++) {
                whole[i][k] = rowsWithResponse(x[i], y[i])[k].movePointRight(scale[k]).toBigIntegerExact();
            }
        }
        BigInteger[][] gram = new BigInteger[p][2 * p + 1];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                gram[j][k] = inner(whole, j, k);
                gram[j][p + 1 + k] = j == k ? BigInteger.ONE : BigInteger.ZERO;
            }
            gram[j][p] = inner(whole, j, p);
        }
        BigInteger determinant = eliminate(gram, p);
        BigFraction[] b = new BigFraction[p];
        BigFraction[] inverse = new BigFraction[p];
        BigFraction sse = new BigFraction(inner(whole, p, p));
        for (int j = 0; j < p; j++) {
            BigFraction scaled = new BigFraction(gram[j][p], determinant);
            sse = sse.subtract(scaled.multiply(inner(whole, j, p)));
            b[j] = scaled.multiply(power(scale[j] - scale[p]));
            inverse[j] = new BigFraction(gram[j][p + 1 + j], determinant).multiply(power(2 * scale[j]));
        }
        sse = sse.multiply(power(-2 * scale[p]));
        BigFraction variance = n > p ? sse.divide(n - p) : BigFraction.ZERO;
        return new ExactLeastSquares(b, Arrays.stream(inverse).map(variance::multiply).toArray(BigFraction[]::new), sse);
    }

    private static BigDecimal[][] rowsWithResponse(BigDecimal[][] x, BigDecimal[] y) {
        BigDecimal[][] rows = new BigDecimal[x.length][];
        Arrays.setAll(rows, i -> rowsWithResponse(x[i], y[i]));
        return rows;
    }

    private static BigDecimal[] rowsWithResponse(BigDecimal[] x, BigDecimal y) {
        BigDecimal[] row = Arrays.copyOf(x, x.length + 1);
        row[x.length] = y;
        return row;
    }

    private static BigInteger inner(BigInteger[][] rows, int j, int k) {
        return Arrays.stream(rows).map(row -> row[j].multiply(row[k])).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigFraction power(int exponent) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
        return exponent < 0 ? new BigFraction(BigInteger.ONE, power) : new BigFraction(power);
    }

    // Bareiss: every division is exact; afterwards the left part is determinant·I
    private static BigInteger eliminate(BigInteger[][] a, int p) {
        BigInteger previous = BigInteger.ONE;
        for (int k = 0; k < p; k++) {
            if (a[k][k].signum() == 0) {
                throw new IllegalArgumentException("the design must have full rank");
            }
            for (int i = 0; i < p; i++) {
                if (i == k) {
                    continue;
                }
                BigInteger factor = a[i][k];
                for (int j = 0; j < a[i].length; j++) {
                    a[i][j] = a[i][j].multiply(a[k][k]).subtract(factor.multiply(a[k][j])).divide(previous);
                }
            }
            previous = a[k][k];
        }
        return previous;
    }

    /// √variance to 60 digits.
    BigDecimal standardError(int column) {
        return decimal(variances[column]).sqrt(DIGITS);
    }

    BigDecimal coefficient(int column) {
        return decimal(coefficients[column]);
    }

    static BigDecimal decimal(BigFraction value) {
        return new BigDecimal(value.getNumerator()).divide(new BigDecimal(value.getDenominator()), DIGITS);
    }

    /// −log₁₀ of the relative error, at most 17; for an exact value of zero −log₁₀ of the absolute one.
    static double digits(double value, BigDecimal exact) {
        BigDecimal error = new BigDecimal(value).subtract(exact).abs();
        BigDecimal relative = exact.signum() == 0 ? error : error.divide(exact.abs(), DIGITS);
        return relative.signum() == 0 ? 17 : Math.min(17, -Math.log10(relative.doubleValue()));
    }
}

package infogap.numeric;

import java.math.BigDecimal;
import java.math.MathContext;

/// A number held as the unevaluated sum of two doubles, `high + low` with |low| ≤ ulp(high)/2: about 106 bits, or 31 digits.
///
/// Sums and products are accurate to a few units of 2⁻¹⁰⁵ of the result; quotient and root to a few more. Exponents are
/// those of a double, so that a product below 10⁻²⁹⁰ loses its low part. A value is finite as long as no operation overflows.
///
/// Source: T. J. Dekker (1971), *A floating-point technique for extending the available precision*, Numerische Mathematik 18,
/// 224–242; M. Joldes, J.-M. Muller and V. Popescu (2017), *Tight and rigorous error bounds for basic building blocks of
/// double-word arithmetic*, ACM Transactions on Mathematical Software 44(2), 15.
///
/// @param high the double nearest to the value
/// @param low  what `high` leaves out
public record DoubleDouble(double high, double low) implements Comparable<DoubleDouble> {

    /// 2⁻¹⁰⁵: half the spacing of the numbers that two doubles without overlap can always hold next to 1.
    public static final double UNIT = 0x1p-105;

    /// Zero.
    public static final DoubleDouble ZERO = new DoubleDouble(0, 0);

    /// One.
    public static final DoubleDouble ONE = new DoubleDouble(1, 0);

    private static final double LEAST_OF_SIXTEEN_DIGITS = 1e15;
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    private static final DoubleDouble LN2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
    private static final double LARGEST_EXPONENT = 709.78;
    private static final int TAYLOR_TERMS = 10;

    private static final MathContext ENOUGH = new MathContext(40);

    /// Renormalises, so that `high` is the double nearest to the sum of both arguments.
    public DoubleDouble {
        double sum = high + low;
        if (sum != high) {
            low = twoSumError(high, low, sum);
            high = sum;
        }
    }

    /// The double itself, exactly.
    public static DoubleDouble of(double value) {
        return new DoubleDouble(value, 0);
    }

    /// The decimal, rounded to 106 bits.
    public static DoubleDouble of(BigDecimal value) {
        double high = Checks.finite("value", value.doubleValue());
        return new DoubleDouble(high, value.subtract(new BigDecimal(high), MathContext.UNLIMITED).doubleValue());
    }

    /// The decimal that the double prints, rounded to 106 bits: 0.1 is one tenth, not the binary number next to it.
    public static DoubleDouble ofDecimal(double value) {
        if (value == Math.rint(value)) {
            return of(Checks.finite("value", value));
        }
        // a double is printed as the only decimal of up to 15 digits that is nearest to it, if there is one; what a division leaves is a double
        for (int decimals = 1; decimals < POWERS_OF_TEN.length; decimals++) {
            double power = POWERS_OF_TEN[decimals];
            double digits = Math.rint(value * power);
            if (!(Math.abs(digits) < LEAST_OF_SIXTEEN_DIGITS)) {
                break;
            }
            if (digits / power == value) {
                return new DoubleDouble(value, Math.fma(-value, power, digits) / power);
            }
        }
        return of(new BigDecimal(Double.toString(value)));
    }

    /// `first + second`, exactly (barring overflow).
    public static DoubleDouble sum(double first, double second) {
        double sum = first + second;
        return new DoubleDouble(sum, twoSumError(first, second, sum));
    }

    /// `first · second`, exactly (barring overflow and underflow).
    public static DoubleDouble product(double first, double second) {
        double product = first * second;
        return new DoubleDouble(product, twoProductError(first, second, product));
    }

    /// What rounding took from a sum: `first + second − sum` where `sum` is the rounded sum (Knuth's TwoSum).
    public static double twoSumError(double first, double second, double sum) {
        double part = sum - first;
        return (first - (sum - part)) + (second - part);
    }

    /// What rounding took from a product: `first · second − product` where `product` is the rounded product.
    public static double twoProductError(double first, double second, double product) {
        return Math.fma(first, second, -product);
    }

    /// this + other
    public DoubleDouble plus(DoubleDouble other) {
        double sum = high + other.high;
        double error = twoSumError(high, other.high, sum);
        double lows = low + other.low;
        double lowsError = twoSumError(low, other.low, lows);
        error += lows;
        double next = sum + error;
        return new DoubleDouble(next, (error - (next - sum)) + lowsError);
    }

    /// this + other
    public DoubleDouble plus(double other) {
        double sum = high + other;
        return new DoubleDouble(sum, twoSumError(high, other, sum) + low);
    }

    /// this − other
    public DoubleDouble minus(DoubleDouble other) {
        return plus(other.negate());
    }

    /// −this
    public DoubleDouble negate() {
        return new DoubleDouble(-high, -low);
    }

    /// this · other
    public DoubleDouble times(DoubleDouble other) {
        double product = high * other.high;
        double error = twoProductError(high, other.high, product);
        return new DoubleDouble(product, error + (Math.fma(high, other.low, low * other.high) + low * other.low));
    }

    /// this · other
    public DoubleDouble times(double other) {
        double product = high * other;
        return new DoubleDouble(product, Math.fma(low, other, twoProductError(high, other, product)));
    }

    /// this²
    public DoubleDouble square() {
        return times(this);
    }

    /// this / divisor
    ///
    /// @throws IllegalArgumentException if the divisor is zero
    public DoubleDouble dividedBy(DoubleDouble divisor) {
        if (divisor.high == 0) {
            throw Checks.refused("divisor", divisor.high, "a number other than 0");
        }
        double first = high / divisor.high;
        DoubleDouble rest = minus(divisor.times(first));
        double second = rest.high / divisor.high;
        rest = rest.minus(divisor.times(second));
        double third = rest.high / divisor.high;
        return sum(first, second).plus(third);
    }

    /// √this
    ///
    /// @throws IllegalArgumentException if this number is negative
    public DoubleDouble squareRoot() {
        if (high == 0) {
            return ZERO;
        }
        if (high < 0) {
            throw Checks.refused("radicand", high, "at least 0");
        }
        double root = Math.sqrt(high);
        DoubleDouble rest = minus(product(root, root));
        return sum(root, rest.high / (2 * root));
    }

    /// e^this, to about 30 digits; infinite beyond the range of a double, and 0 below it.
    ///
    /// With k the integer nearest to x/ln 2 and r = x − k ln 2, e^r − 1 is Taylor's series at r/512, doubled nine times by s → 2s + s².
    public DoubleDouble exp() {
        if (high > LARGEST_EXPONENT) {
            return of(Double.POSITIVE_INFINITY);
        }
        if (high < -LARGEST_EXPONENT - 40) {
            return ZERO;
        }
        double doublings = Math.rint(high / LN2.high);
        DoubleDouble rest = minus(LN2.times(doublings)).times(0x1p-9);
        DoubleDouble series = ZERO;
        for (int n = TAYLOR_TERMS; n >= 1; n--) {
            series = series.plus(ONE).times(rest).dividedBy(of(n));
        }
        for (int k = 0; k < 9; k++) {
            series = series.times(2).plus(series.square());
        }
        DoubleDouble power = series.plus(ONE);
        // in two steps, because the whole power of two may be beyond a double where the result is not
        int half = (int) doublings / 2;
        double first = Math.scalb(1.0, half);
        double second = Math.scalb(1.0, (int) doublings - half);
        return new DoubleDouble(power.high * first * second, power.low * first * second);
    }

    /// |this|
    public DoubleDouble abs() {
        return high < 0 ? negate() : this;
    }

    /// The nearest double.
    public double toDouble() {
        return high;
    }

    /// Both parts added without rounding.
    public BigDecimal toBigDecimal() {
        return new BigDecimal(high).add(new BigDecimal(low));
    }

    @Override
    public int compareTo(DoubleDouble other) {
        int order = Double.compare(high, other.high);
        return order != 0 ? order : Double.compare(low, other.low);
    }

    /// 31 significant digits.
    @Override
    public String toString() {
        return Double.isFinite(high) ? toBigDecimal().round(ENOUGH).round(new MathContext(31)).toString() : Double.toString(high);
    }
}

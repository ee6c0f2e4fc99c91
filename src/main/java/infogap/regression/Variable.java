package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// One named column of numbers: a regressor or the response.
///
/// How the numbers are read decides how many digits a fit can have. [#of] takes each double as the binary number that it is.
/// [#decimal] takes it as the decimal that it prints (0.1 is one tenth) and keeps 106 bits of that, which matters for
/// ill-conditioned designs such as the powers of a measured x.
public final class Variable {

    private final String name;
    private final double[] high;
    private final double[] low;
    private final double roundoff;

    private Variable(String name, double[] high, double[] low, double roundoff) {
        this.name = Checks.text("name", name);
        this.high = high;
        this.low = low;
        this.roundoff = roundoff;
    }

    private static double roundoff(double[] high, double otherwise) {
        return Arrays.stream(high).allMatch(value -> value == Math.rint(value) && Math.abs(value) <= 0x1p53) ? 0 : otherwise;
    }

    /// The doubles, copied.
    ///
    /// @throws IllegalArgumentException if the name is blank, there is no value, or a value is NaN or infinite
    public static Variable of(String name, double... values) {
        double[] copy = Checks.finite(name, values);
        return new Variable(name, copy, null, roundoff(copy, 0x1p-53));
    }

    /// The doubles themselves, for data too large to copy: the caller must not change the array while a fit made from it
    /// is in use. NaN and infinities are found when the data are first read.
    ///
    /// @throws IllegalArgumentException if the name is blank or there is no value
    public static Variable wrapping(String name, double[] values) {
        Checks.present(name, values);
        Checks.atLeast("length of " + name, values.length, 1);
        return new Variable(name, values, null, 0x1p-53);
    }

    /// The decimals that the doubles print: for what was measured or typed in. A computed double, such as `Math.pow(1.3, 7)`, prints a decimal that is
    /// wrong in its last digits, and a fit's digits are then stated for the wrong number; powers are made with [#power], and other computed values
    /// with [#of(String, double...)].
    ///
    /// @throws IllegalArgumentException if the name is blank, there is no value, or a value is NaN or infinite
    public static Variable decimal(String name, double... values) {
        double[] high = Checks.finite(name, values);
        double[] low = new double[high.length];
        for (int i = 0; i < low.length; i++) {
            low[i] = DoubleDouble.ofDecimal(high[i]).low();
        }
        return new Variable(name, high, low, roundoff(high, DoubleDouble.UNIT));
    }

    /// Decimals given as numbers of any length; 31 digits are kept.
    ///
    /// @throws IllegalArgumentException if the name is blank, there is no value, or a value is beyond the range of a double
    public static Variable decimal(String name, List<BigDecimal> values) {
        List<BigDecimal> given = Checks.notEmpty(name, values);
        return of(name, given.stream().map(DoubleDouble::of).toArray(DoubleDouble[]::new));
    }

    /// Numbers of double-double precision.
    ///
    /// @throws IllegalArgumentException if the name is blank, there is no value, or a value is NaN or infinite
    public static Variable of(String name, DoubleDouble... values) {
        Checks.notEmpty(name, Arrays.asList(Checks.present(name, values)));
        double[] high = new double[values.length];
        double[] low = new double[values.length];
        for (int i = 0; i < high.length; i++) {
            high[i] = values[i].high();
            low[i] = values[i].low();
        }
        double exact = Arrays.stream(low).allMatch(value -> value == 0) ? roundoff(high, DoubleDouble.UNIT) : DoubleDouble.UNIT;
        return new Variable(name, Checks.finite(name, high), low, exact);
    }

    /// The column's name.
    public String name() {
        return name;
    }

    /// The number of values.
    public int size() {
        return high.length;
    }

    /// A value, rounded to a double.
    public double value(int row) {
        return high[row];
    }

    /// All values, rounded to doubles; a copy.
    public double[] values() {
        return high.clone();
    }

    /// A value to 106 bits.
    public DoubleDouble precise(int row) {
        return low == null ? DoubleDouble.of(high[row]) : new DoubleDouble(high[row], low[row]);
    }

    /// Whether the values carry more than the 53 bits of a double.
    public boolean isExtended() {
        return low != null;
    }

    /// The relative error with which one value stands for the number that was meant: 0 if all values that were copied are whole
    /// numbers, 2⁻¹⁰⁵ if 106 bits of decimals were kept, 2⁻⁵³ if decimals may have been rounded to doubles.
    public double roundoff() {
        return roundoff;
    }

    /// The power, formed in 106 bits: the square of a double is exact.
    ///
    /// @throws IllegalArgumentException if the exponent is below 1
    public Variable power(int exponent) {
        Checks.atLeast("exponent", exponent, 1);
        DoubleDouble[] powers = new DoubleDouble[size()];
        for (int i = 0; i < powers.length; i++) {
            DoubleDouble base = precise(i);
            powers[i] = base;
            for (int k = 1; k < exponent; k++) {
                powers[i] = powers[i].times(base);
            }
        }
        if (exponent == 1) {
            return this;
        }
        Variable formed = of(name + "^" + exponent, powers);
        return new Variable(formed.name, formed.high, formed.low, exponent * roundoff);
    }

    /// The product of two columns, `a:b`, formed in 106 bits: the product of two doubles is exact.
    ///
    /// @throws IllegalArgumentException if the lengths differ, or a product is beyond the range of a double
    public Variable times(Variable other) {
        Checks.sameLength(name, size(), Checks.present("other", other).name, other.size());
        DoubleDouble[] products = new DoubleDouble[size()];
        boolean fits = true;
        for (int i = 0; i < products.length; i++) {
            products[i] = precise(i).times(other.precise(i));
            fits &= products[i].low() == 0;
        }
        Variable formed = of(name + ":" + other.name, products);
        return new Variable(formed.name, formed.high, fits ? null : formed.low, roundoff + other.roundoff);
    }

    /// The same values under another name.
    public Variable named(String other) {
        return new Variable(other, high, low, roundoff);
    }

    /// The shortest decimal that the double prints; the parts' exact sum where that is another number.
    BigFraction exactDecimal(int row) {
        BigDecimal printed = new BigDecimal(Double.toString(high[row]));
        boolean meant = low == null || DoubleDouble.of(printed).low() == low[row];
        return Fractions.ofDecimal(meant ? printed : precise(row).toBigDecimal());
    }

    /// The array behind this variable, for the loops of this room; never handed out.
    double[] raw() {
        return high;
    }

    @Override
    public String toString() {
        return name + " (" + size() + " values)";
    }
}

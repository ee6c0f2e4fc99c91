package infogap.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DoubleDoubleTest {

    private static final int CASES = 5000;
    private static final MathContext DIGITS = new MathContext(80);

    // a few units of 2⁻¹⁰⁵, as the sources prove for these algorithms
    private static final BigDecimal UNITS = new BigDecimal(DoubleDouble.UNIT);
    private static final int SUM_UNITS = 2;
    private static final int PRODUCT_UNITS = 4;
    private static final int QUOTIENT_UNITS = 8;

    private static DoubleDouble random(SplittableRandom random) {
        double high = (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(-60, 60));
        return new DoubleDouble(high, (random.nextDouble() - 0.5) * Math.ulp(high));
    }

    private static void assertClose(BigDecimal exact, DoubleDouble actual, int units) {
        BigDecimal error = actual.toBigDecimal().subtract(exact).abs();
        assertTrue(error.compareTo(exact.abs().multiply(UNITS).multiply(BigDecimal.valueOf(units))) <= 0,
                () -> actual + " is off by " + error + " from " + exact);
    }

    @Test
    void sumsAndProductsOfDoublesAreExact() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < CASES; i++) {
            double a = random(random).high();
            double b = random(random).high();
            assertEquals(0, DoubleDouble.sum(a, b).toBigDecimal().compareTo(new BigDecimal(a).add(new BigDecimal(b))));
            assertEquals(0, DoubleDouble.product(a, b).toBigDecimal().compareTo(new BigDecimal(a).multiply(new BigDecimal(b))));
        }
    }

    @Test
    void everyOperationIsWithinItsBoundOfTheExactResult() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < CASES; i++) {
            DoubleDouble a = random(random);
            DoubleDouble b = random(random);
            BigDecimal x = a.toBigDecimal();
            BigDecimal y = b.toBigDecimal();
            assertClose(x.add(y), a.plus(b), SUM_UNITS);
            assertClose(x.subtract(y), a.minus(b), SUM_UNITS);
            assertClose(x.add(new BigDecimal(b.high())), a.plus(b.high()), SUM_UNITS);
            assertClose(x.multiply(y), a.times(b), PRODUCT_UNITS);
            assertClose(x.multiply(new BigDecimal(b.high())), a.times(b.high()), PRODUCT_UNITS);
            assertClose(x.multiply(x), a.square(), PRODUCT_UNITS);
            assertClose(x.divide(y, DIGITS), a.dividedBy(b), QUOTIENT_UNITS);
            assertClose(x.abs().sqrt(DIGITS), a.abs().squareRoot(), QUOTIENT_UNITS);
        }
    }

    @Test
    void sumsThatCancelKeepTheirBoundWhenBothLowPartsMatter() {
        DoubleDouble a = new DoubleDouble(1, 0x1p-60);
        DoubleDouble b = new DoubleDouble(-1, 0x1p-80);
        assertEquals(0, a.plus(b).toBigDecimal().compareTo(new BigDecimal(0x1p-60).add(new BigDecimal(0x1p-80))));
    }

    @Test
    void partsAreRenormalised() {
        DoubleDouble number = new DoubleDouble(1, 3);
        assertEquals(4, number.high());
        assertEquals(0, number.low());
    }

    @Test
    void decimalsAreReadTo106Bits() {
        assertClose(new BigDecimal("0.1"), DoubleDouble.ofDecimal(0.1), 1);
        assertClose(new BigDecimal("-6.860120914"), DoubleDouble.of(new BigDecimal("-6.860120914")), 1);
        assertEquals(DoubleDouble.of(5), DoubleDouble.ofDecimal(5));
        assertEquals("0.1000000000000000000000000000000", DoubleDouble.ofDecimal(0.1).toString());
    }

    /// The definition, on decimals of up to 17 digits and on doubles with any bits.
    @Test
    void aDecimalIsThePrintedOneToTheLastBit() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < CASES; i++) {
            double any = random.nextDouble(-1, 1) * Math.scalb(1.0, random.nextInt(-900, 50));
            double decimal = new BigDecimal(BigInteger.valueOf(random.nextLong(1L << random.nextInt(1, 58))), random.nextInt(1, 25)).doubleValue();
            for (double value : new double[] {decimal, -decimal, any}) {
                BigDecimal printed = new BigDecimal(Double.toString(value));
                assertEquals(new DoubleDouble(value, printed.subtract(new BigDecimal(value)).doubleValue()), DoubleDouble.ofDecimal(value), Double.toString(value));
            }
        }
    }

    @Test
    void orderIsThatOfTheExactValues() {
        SplittableRandom random = new SplittableRandom(3);
        IntStream.range(0, CASES).forEach(i -> {
            DoubleDouble a = random(random);
            DoubleDouble b = i % 2 == 0 ? random(random) : new DoubleDouble(a.high(), -a.low());
            assertEquals(a.toBigDecimal().compareTo(b.toBigDecimal()), Integer.signum(a.compareTo(b)));
        });
    }

    @Test
    void whatHasNoResultIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> DoubleDouble.ONE.dividedBy(DoubleDouble.ZERO));
        assertThrows(IllegalArgumentException.class, () -> DoubleDouble.of(-1).squareRoot());
        assertThrows(IllegalArgumentException.class, () -> DoubleDouble.of(new BigDecimal("1e400")));
        assertThrows(IllegalArgumentException.class, () -> DoubleDouble.ofDecimal(Double.NaN));
        assertEquals(DoubleDouble.ZERO, DoubleDouble.ZERO.squareRoot());
    }
}

package infogap.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class RatioTest {

    private static final BigFraction TWO = new BigFraction(2);
    private static final BigFraction SIX = new BigFraction(6);

    @Test
    void aQuotientIsANumber() {
        Ratio third = Ratio.of(TWO, SIX, "never");
        assertEquals(Fractions.of("1/3"), third.fraction());
        assertEquals(1.0 / 3, third.toDouble());
        assertEquals("1/3", third.toString());
        assertTrue(third.isFinite());
    }

    @Test
    void aZeroDenominatorHasAName() {
        Ratio infinite = Ratio.of(TWO, BigFraction.ZERO, "nothing to divide by");
        assertInstanceOf(Ratio.Infinite.class, infinite);
        assertEquals(Double.POSITIVE_INFINITY, infinite.toDouble());
        assertEquals("infinite: nothing to divide by", infinite.toString());
        assertThrows(ArithmeticException.class, infinite::fraction);
        Ratio undefined = Ratio.of(BigFraction.ZERO, BigFraction.ZERO, "nothing at all");
        assertInstanceOf(Ratio.Undefined.class, undefined);
        assertThrows(ArithmeticException.class, undefined::toDouble);
    }

    @Test
    void negativePartsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Ratio.of(TWO.negate(), SIX, ""));
        assertThrows(IllegalArgumentException.class, () -> Ratio.of(TWO, null, ""));
    }
}

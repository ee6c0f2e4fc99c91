package infogap.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogarithmBoundsTest {

    private static final int FINE = 900;

    @Test
    void coarseBoundsHoldTheFineValueHoweverFewTheirBits() {
        Random random = new Random(11);
        LogarithmBounds fineTwo = LogarithmBounds.lnTwo(FINE);
        for (int trial = 0; trial < 400; trial++) {
            // sizes from 1 to 2^300: far more than the bits of the coarse computation can hold
            BigInteger n = new BigInteger(1 + trial % 300, random).add(BigInteger.ONE);
            LogarithmBounds fine = LogarithmBounds.ln(n, FINE, fineTwo);
            for (int bits : new int[] {1, 8, 53, 200}) {
                LogarithmBounds coarse = LogarithmBounds.ln(n, bits, LogarithmBounds.lnTwo(bits));
                assertTrue(coarse.lower().shiftLeft(FINE - bits).compareTo(fine.lower()) <= 0, () -> bits + " bits, ln " + n);
                assertTrue(coarse.upper().shiftLeft(FINE - bits).compareTo(fine.upper()) >= 0, () -> bits + " bits, ln " + n);
            }
            // a few units for each of at most 900 terms and each of at most 301 times ln 2
            assertTrue(fine.upper().subtract(fine.lower()).bitLength() < 20, () -> "ln " + n);
        }
    }

    @Test
    void agreesWithTheLibraryLogarithm() {
        LogarithmBounds two = LogarithmBounds.lnTwo(FINE);
        BigDecimal unit = new BigDecimal(BigInteger.ONE.shiftLeft(FINE));
        for (int n = 1; n <= 2000; n++) {
            LogarithmBounds bounds = LogarithmBounds.ln(BigInteger.valueOf(n), FINE, two);
            // Math.log is within one unit in the last place
            assertEquals(Math.log(n), new BigDecimal(bounds.lower()).divide(unit, MathContext.DECIMAL64).doubleValue(), 2 * Math.ulp(Math.log(n)));
        }
        assertEquals(LogarithmBounds.ZERO, LogarithmBounds.ln(BigInteger.ONE, FINE, two));
    }
}

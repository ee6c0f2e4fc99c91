package infogap.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CompensatedSumTest {

    @Test
    void keepsWhatAPlainSumLoses() {
        assertEquals(2.0, CompensatedSum.of(1, 1e100, 1, -1e100), 0.0);
        double[] tenths = new double[10];
        Arrays.fill(tenths, 0.1);
        assertEquals(1.0, CompensatedSum.of(tenths), 0.0);
    }

    @Test
    void isTheRoundedExactSumOnSumsOfOneSign() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 200; round++) {
            double[] terms = random.doubles(500).map(u -> u * Math.scalb(1, (int) (u * 40) - 20)).toArray();
            BigDecimal exact = BigDecimal.ZERO;
            for (double term : terms) {
                exact = exact.add(new BigDecimal(term));
            }
            double expected = exact.doubleValue();
            assertEquals(expected, CompensatedSum.of(terms), Math.ulp(expected));
        }
    }

    @Test
    void infinityStaysInfinite() {
        assertEquals(Double.NEGATIVE_INFINITY, CompensatedSum.of(1, Double.NEGATIVE_INFINITY, 2));
        assertEquals(Double.POSITIVE_INFINITY, CompensatedSum.of(Double.MAX_VALUE, Double.MAX_VALUE));
    }
}

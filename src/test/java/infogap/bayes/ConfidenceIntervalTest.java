package infogap.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceIntervalTest {

    private static final double RELATIVE = 1e-14;

    /// The normal quantile of 0.975 to 16 digits: OEIS A220510.
    @Test
    void aLogNormalIntervalIsTheNormalOneOfTheLogarithm() {
        double z = 1.959963984540054;
        ConfidenceInterval interval = ConfidenceInterval.logNormal(3, 0.25, 0.95);
        assertEquals(Math.exp(Math.log(3) - 0.25 * z), interval.low(), RELATIVE * 3);
        assertEquals(Math.exp(Math.log(3) + 0.25 * z), interval.high(), RELATIVE * 6);
        assertEquals(9, interval.low() * interval.high(), RELATIVE * 9);
    }

    @Test
    void withoutAnErrorItIsAPoint() {
        assertEquals(new ConfidenceInterval(3, 3, 0.9), ConfidenceInterval.logNormal(3, 0, 0.9));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0.9, estimate", "-1, 1, 0.9, estimate", "NaN, 1, 0.9, estimate", "1, -1, 0.9, standardError", "1, NaN, 0.9, standardError",
        "1, Infinity, 0.9, standardError", "1, 1, 0, confidence", "1, 1, 1, confidence", "1, 1, NaN, confidence"})
    void refusesWhatIsNoEstimate(double estimate, double standardError, double confidence, String argument) {
        String message = assertThrows(IllegalArgumentException.class, () -> ConfidenceInterval.logNormal(estimate, standardError, confidence)).getMessage();
        assertTrue(message.startsWith(argument + " must be "), message);
    }
}

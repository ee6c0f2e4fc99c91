package infogap.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.benchmarks.SparkAccuracy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// NIST's sets and columns far from zero, dealt at random, against the exact solution in fractions.
class AccuracyTest {

    private static final double LEAST_DIGITS = 13;

    @Test
    void everySetKeepsThirteenDigits() {
        Map<String, Double> digits = SparkAccuracy.digits(LocalSpark.session());
        assertEquals(14, digits.size(), digits.toString());
        digits.forEach((set, found) -> assertTrue(found >= LEAST_DIGITS, set + ": " + found));
    }
}

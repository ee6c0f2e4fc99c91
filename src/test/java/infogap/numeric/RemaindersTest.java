package infogap.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expected values: the same differences of the exact doubles with 60 decimal digits (Python's `decimal`), on both sides of each series' end.
class RemaindersTest {

    /// Where no series is used the difference of two doubles loses a digit at most.
    private static final double RELATIVE = 4e-15;

    @ParameterizedTest
    @CsvSource({
        "-0.9, 1.402585092994046, 0.30656965974059913",
        "-0.25, 0.03768207245178093, 0.028800783071404868",
        "-0.1, 0.005360515657826302, 0.0048374180359595734",
        "-1e-9, 5.000000003333334e-19, 4.999999998333334e-19",
        "1e-9, 4.999999996666667e-19, 5.000000001666667e-19",
        "0.1, 0.00468982019567514, 0.005170918075647625",
        "0.25, 0.026856448685790246, 0.034025416687741485",
        "0.2500001, 0.026856468685793444, 0.034025445090289576",
        "3, 1.6137056388801094, 16.085536923187668",
        "0, 0, 0"
    })
    void keepTheirDigitsAroundZero(double v, double ofLogarithm, double ofExponential) {
        assertEquals(ofLogarithm, Remainders.ofLogarithm(v), RELATIVE * ofLogarithm);
        assertEquals(ofExponential, Remainders.ofExponential(v), RELATIVE * ofExponential);
    }
}

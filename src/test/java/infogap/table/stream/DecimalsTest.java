package infogap.table.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The expected double is the one of `Double.parseDouble`, bit for bit.
class DecimalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "+0.0", "1", "-1.5", ".5", "5.", "00012.50", "9007199254740992", "9007199254740993", "90071992547409930", "1e22", "1e23",
        "1e-22", "1e-23", "123456789012345678901234567890", "0.1", "0.30000000000000004", "4.9e-324", "1e-400", "1.7976931348623157e308", "2.2250738585072011e-308",
        "1E+5", "  7  ", "0.000000000000000000000000000000000001", "9007199254740991e22", "8.5e-3"})
    void decimalsAreRead(String text) {
        assertSame(text);
    }

    @Test
    void drawnDecimalsAreReadToTheLastBit() {
        SplittableRandom random = new SplittableRandom(1);
        for (int draw = 0; draw < 200_000; draw++) {
            double value = switch (draw % 4) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> random.nextDouble(-1000, 1000);
                case 2 -> random.nextLong(1L << 60);
                default -> Math.round(random.nextDouble() * 1e6) / 1e4;
            };
            if (Double.isFinite(value)) {
                assertSame(Double.toString(value));
                assertSame(new BigDecimal(value).setScale(random.nextInt(4), java.math.RoundingMode.HALF_EVEN).toPlainString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", ".", "+.", "e5", "1e", "1e+", "1.2.3", "1,5", "0x10", "1d", "1f", "NaN", "Infinity", "-Infinity", "1e400", "1 2", "--1", "１"})
    void whatIsNoDecimalIsRefused(String text) {
        assertTrue(Double.isNaN(Decimals.parse(text.toCharArray(), 0, text.length())), text);
    }

    private static void assertSame(String text) {
        char[] padded = ("x" + text + "y").toCharArray();
        assertEquals(Double.doubleToRawLongBits(Double.parseDouble(text)), Double.doubleToRawLongBits(Decimals.parse(padded, 1, text.length())), text);
    }
}

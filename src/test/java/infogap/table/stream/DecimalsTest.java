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
        "1E+5", "  7  ", "0.000000000000000000000000000000000001", "9007199254740991e22", "8.5e-3", "9007199254740993.0", "9007199254740994.9999", "9223372036854775807", "9223372036854775808", "92233720368547757.9", "9223372036854775799e22",
        "9223372036854775799e-22", "1.00000000000000011102", "1.000000000000000111", "0.1000000000000000055", "900719925474099.25", "18014398509481986", "18014398509481987e1"})
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

    /// Digits of 54 to 63 bits, and those that are next to the middle between two doubles.
    @Test
    void longDecimalsAreReadToTheLastBit() {
        SplittableRandom random = new SplittableRandom(2);
        for (int draw = 0; draw < 200_000; draw++) {
            long digits = random.nextLong(1L << 53, Long.MAX_VALUE);
            int power = random.nextInt(-25, 26);
            assertSame(digits + "e" + power);
            double value = random.nextDouble(1, 1000);
            BigDecimal middle = new BigDecimal(value).add(new BigDecimal(Math.ulp(value)).divide(BigDecimal.TWO)).setScale(random.nextInt(13, 17), java.math.RoundingMode.HALF_EVEN);
            assertSame(middle.toPlainString());
            assertSame((digits | 1) + "0".repeat(random.nextInt(3)));
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

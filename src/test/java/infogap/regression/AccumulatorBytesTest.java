package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.storage.BinaryWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An accumulator that travelled is the one that did not.
class AccumulatorBytesTest {

    private static final List<String> NAMES = List.of("age", "收入");

    private static LeastSquaresAccumulator drawn(int rows, long seed) {
        LeastSquaresAccumulator drawn = LeastSquaresAccumulator.of(NAMES, "purchase");
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < rows; i++) {
            double age = random.nextDouble(18, 80);
            double income = 1e6 + random.nextGaussian();
            drawn.add(new double[] {age, income}, 3 + 0.25 * age - 2 * income + random.nextGaussian());
        }
        return drawn;
    }

    /// 8192 rows fill a block: one less, one more, several, none.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 8191, 8192, 8193, 20_000})
    void bytesComeBackAsTheSameBytes(int rows) {
        byte[] bytes = drawn(rows, 1).toBytes();
        LeastSquaresAccumulator read = LeastSquaresAccumulator.ofBytes(bytes);
        assertEquals(rows, read.rows());
        assertEquals(NAMES, read.regressors());
        assertEquals("purchase", read.response());
        assertArrayEquals(bytes, read.toBytes());
        if (rows > 100) {
            assertEquals(drawn(rows, 1).fit().toString(), read.fit().toString());
            assertArrayEquals(drawn(rows, 1).fit().orThrow().estimates(), read.fit().orThrow().estimates());
        }
    }

    /// Yesterday's rows from a file, today's added, a colleague's merged: the fit of all rows to the digits that it states.
    @Test
    void aCheckpointIsCarriedOn(@TempDir Path folder) {
        Path file = folder.resolve("yesterday.infogap");
        drawn(10_000, 1).save(file);
        LeastSquaresAccumulator all = LeastSquaresAccumulator.load(file).merge(drawn(5000, 2)).merge(LeastSquaresAccumulator.ofBytes(drawn(77, 3).toBytes()));
        LeastSquaresAccumulator once = drawn(10_000, 1).merge(drawn(5000, 2)).merge(drawn(77, 3));
        assertEquals(15_077, all.rows());
        FittedModel expected = once.fit().orThrow();
        double[] estimates = all.fit().orThrow().estimates();
        for (int k = 0; k < estimates.length; k++) {
            double tolerance = Math.pow(10, -expected.accuracy().arithmetic().get(k)) * Math.abs(expected.estimates()[k]);
            assertEquals(expected.estimates()[k], estimates[k], tolerance);
        }
    }

    @Test
    void aModelWithoutInterceptAndARankDeficientOneTravel() {
        LeastSquaresAccumulator without = LeastSquaresAccumulator.of(List.of("a", "b"), "y", false);
        for (int i = 0; i < 10; i++) {
            without.add(new double[] {i, 2 * i}, i * i);
        }
        RankDeficient fit = assertInstanceOf(RankDeficient.class, LeastSquaresAccumulator.ofBytes(without.toBytes()).fit());
        assertEquals("b = 2·a", fit.dependencies().getFirst().toString());
    }

    @Test
    void whatIsNotACheckpointIsRefused(@TempDir Path folder) throws Exception {
        byte[] whole = drawn(100, 1).toBytes();
        for (int length = 0; length < whole.length; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            String message = assertThrows(IllegalArgumentException.class, () -> LeastSquaresAccumulator.ofBytes(cut)).getMessage();
            assertTrue(message.startsWith("a checkpoint of least squares is cut off"), message);
        }
        Path file = folder.resolve("foreign.csv");
        Files.writeString(file, "age,income,purchase\n1,2,3\n");
        String message = assertThrows(IllegalArgumentException.class, () -> LeastSquaresAccumulator.load(file)).getMessage();
        assertTrue(message.contains("foreign.csv is foreign: it must begin with IGLS"), message);
        assertThrows(UncheckedIOException.class, () -> LeastSquaresAccumulator.load(folder.resolve("none")));
        assertThrows(IllegalArgumentException.class, () -> LeastSquaresAccumulator.load(null));
        assertThrows(IllegalArgumentException.class, () -> LeastSquaresAccumulator.ofBytes(null));
        assertThrows(IllegalArgumentException.class, () -> drawn(1, 1).merge(null));
    }

    /// The checksum is right, the content is not.
    @Test
    void contentThatCannotBeIsRefused() {
        assertDamaged("the intercept 0 or 1", new BinaryWriter("IGLS", 1).put((byte) 2).put(2).put("a").put("b").toBytes());
        assertDamaged("two columns or more", new BinaryWriter("IGLS", 1).put((byte) 1).put(1).put("abcd").toBytes());
        assertDamaged("must hold different elements", new BinaryWriter("IGLS", 1).put((byte) 1).put(2).put("a").put("a").toBytes());
        assertDamaged("it ends where", new BinaryWriter("IGLS", 1).put((byte) 1).put(2).put("a").put("b").put(5L).toBytes());
        BinaryWriter negative = new BinaryWriter("IGLS", 1).put((byte) 0).put(2).put("a").put("b").put(5L).put(1L);
        assertDamaged("must be at least 0", negative.put(new double[] {-1, 0, 1}).put(new double[3]).put(new double[2]).toBytes());
    }

    private static void assertDamaged(String part, byte[] bytes) {
        String message = assertThrows(IllegalArgumentException.class, () -> LeastSquaresAccumulator.ofBytes(bytes)).getMessage();
        assertTrue(message.startsWith("a checkpoint of least squares is damaged: ") && message.contains(part), message);
    }
}

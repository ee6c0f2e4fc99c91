package infogap.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BinaryReaderTest {

    private static byte[] written() {
        return new BinaryWriter("TEST", 2).put((byte) -3).put(7).put(-1L).put(-0.0).put(new double[] {1, Double.MIN_VALUE}).put("缺口 🙂").toBytes();
    }

    @Test
    void readsWhatWasWritten() {
        BinaryReader in = BinaryReader.of("a test", "TEST", 2, written());
        assertEquals(2, in.version());
        assertEquals(-3, in.getByte());
        assertEquals(7, in.getInt());
        assertEquals(-1, in.getLong());
        assertEquals(Double.doubleToRawLongBits(-0.0), Double.doubleToRawLongBits(in.getDouble()));
        assertArrayEquals(new double[] {1, Double.MIN_VALUE}, in.getFinite("numbers", 2));
        assertEquals("缺口 🙂", in.getText());
        in.end();
    }

    /// The header by hand: letters, version, length.
    @Test
    void theHeaderIsAsDocumented() {
        byte[] bytes = new BinaryWriter("TEST", 258).put((byte) 9).toBytes();
        assertArrayEquals(new byte[] {'T', 'E', 'S', 'T', 1, 2, 0, 0, 0, 1, 9}, Arrays.copyOf(bytes, 11));
        assertEquals(15, bytes.length);
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] whole = written();
        for (int length = 0; length < whole.length; length++) {
            assertRefused("cut off", Arrays.copyOf(whole, length), 2);
        }
        assertRefused("damaged", Arrays.copyOf(whole, whole.length + 1), 2);
    }

    @Test
    void everyFlippedBitIsRefused() {
        byte[] whole = written();
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(IllegalArgumentException.class, () -> BinaryReader.of("a test", "TEST", 2, damaged));
        }
    }

    @Test
    void foreignAndNewerBytesAreNamed() {
        assertRefused("foreign: it must begin with TEST, but begins with the bytes 4f 54 48 52", new BinaryWriter("OTHR", 1).put(1).toBytes(), 2);
        assertRefused("newer than this library: its format has version 2, and versions 1 to 1 are known", written(), 1);
    }

    @Test
    void valuesThatCannotBeAreRefused() {
        byte[] count = new BinaryWriter("TEST", 1).put(1 << 30).toBytes();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> BinaryReader.of("a test", "TEST", 1, count).getText()).getMessage()
                .contains("1073741824 entries"));
        assertThrows(IllegalArgumentException.class, () -> BinaryReader.of("a test", "TEST", 1, count).getLong());
        assertThrows(IllegalArgumentException.class, () -> BinaryReader.of("a test", "TEST", 1, count).end());
        byte[] nan = new BinaryWriter("TEST", 1).put(Double.NaN).toBytes();
        assertThrows(IllegalArgumentException.class, () -> BinaryReader.of("a test", "TEST", 1, nan).getFinite("numbers", 1));
        byte[] text = new BinaryWriter("TEST", 1).put(1).put((byte) 0xff).toBytes();
        assertThrows(IllegalArgumentException.class, () -> BinaryReader.of("a test", "TEST", 1, text).getText());
        assertThrows(IllegalArgumentException.class, () -> new BinaryWriter("test", 1));
        assertThrows(IllegalArgumentException.class, () -> new BinaryWriter("TEST", 0));
    }

    private static void assertRefused(String part, byte[] bytes, int newest) {
        String message = assertThrows(IllegalArgumentException.class, () -> BinaryReader.of("a test", "TEST", newest, bytes)).getMessage();
        assertTrue(message.startsWith("a test is " + part), message);
    }
}

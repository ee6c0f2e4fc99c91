package infogap.storage;

import infogap.numeric.Checks;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads what [BinaryWriter] wrote. Bytes that are cut off, of another kind, of a newer version or damaged are refused before the first value is
/// handed out, each with its own sentence.
public final class BinaryReader {

    private final String what;
    private final int version;
    private final ByteBuffer values;

    private BinaryReader(String what, int version, ByteBuffer values) {
        this.what = what;
        this.version = version;
        this.values = values;
    }

    /// Checks header, length and checksum.
    ///
    /// @param what what is read, for the message of a refusal: "a checkpoint of least squares"
    /// @param kind the four letters that must stand first
    /// @param newest the newest version that is known
    /// @throws IllegalArgumentException if the bytes are not that
    public static BinaryReader of(String what, String kind, int newest, byte[] bytes) {
        Checks.present("bytes", bytes);
        if (bytes.length < BinaryWriter.HEADER + BinaryWriter.CHECKSUM) {
            throw refused(what, "is cut off: it has " + bytes.length + " bytes, fewer than header and checksum");
        }
        ByteBuffer whole = ByteBuffer.wrap(bytes);
        byte[] start = new byte[kind.length()];
        whole.get(start);
        String found = new String(start, StandardCharsets.ISO_8859_1);
        if (!found.equals(kind)) {
            throw refused(what, "is foreign: it must begin with " + kind + ", but begins with the bytes " + hexadecimal(start));
        }
        int version = Short.toUnsignedInt(whole.getShort());
        if (version > newest) {
            throw refused(what, "is newer than this library: its format has version " + version + ", and versions 1 to " + newest + " are known");
        }
        long expected = (long) whole.getInt() + BinaryWriter.HEADER + BinaryWriter.CHECKSUM;
        if (bytes.length < expected) {
            throw refused(what, "is cut off: it says that it has " + expected + " bytes, but has " + bytes.length);
        }
        if (bytes.length > expected || expected < BinaryWriter.HEADER + BinaryWriter.CHECKSUM || version < 1) {
            throw refused(what, "is damaged: it says that it has " + expected + " bytes in version " + version + ", but has " + bytes.length);
        }
        int stored = whole.getInt(bytes.length - BinaryWriter.CHECKSUM);
        int computed = BinaryWriter.checksum(bytes);
        if (stored != computed) {
            throw refused(what, String.format("is damaged: its bytes have the checksum %08x, but it says %08x", computed, stored));
        }
        return new BinaryReader(what, version, whole.slice(BinaryWriter.HEADER, bytes.length - BinaryWriter.HEADER - BinaryWriter.CHECKSUM));
    }

    private static String hexadecimal(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte value : bytes) {
            text.append(text.isEmpty() ? "" : " ").append(String.format("%02x", value));
        }
        return text.toString();
    }

    /// The refusal of a value that cannot be, with what it must be.
    public IllegalArgumentException refused(String why) {
        return refused(what, "is damaged: " + why);
    }

    private static IllegalArgumentException refused(String what, String why) {
        return new IllegalArgumentException(what + " " + why);
    }

    /// The version of the format.
    public int version() {
        return version;
    }

    /// One byte.
    public byte getByte() {
        return need(Byte.BYTES).get();
    }

    /// Four bytes.
    public int getInt() {
        return need(Integer.BYTES).getInt();
    }

    /// Four bytes that number things of at least so many bytes each; what cannot fit into the rest is refused before memory is taken for it.
    public int getCount(int bytesEach) {
        int count = getInt();
        if (count < 0 || (long) count * bytesEach > values.remaining()) {
            throw refused("it counts " + count + " entries of " + bytesEach + " bytes or more, where " + values.remaining() + " bytes follow");
        }
        return count;
    }

    /// Eight bytes.
    public long getLong() {
        return need(Long.BYTES).getLong();
    }

    /// Eight bytes that count something.
    public long getNonNegative(String name) {
        long value = getLong();
        if (value < 0) {
            throw refused(name + " must be at least 0, but is " + value);
        }
        return value;
    }

    /// Eight bytes, bit for bit.
    public double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    /// So many doubles, all of them finite.
    public double[] getFinite(String name, int length) {
        need((long) length * Double.BYTES);
        double[] doubles = new double[length];
        for (int i = 0; i < length; i++) {
            doubles[i] = getDouble();
            if (!Double.isFinite(doubles[i])) {
                throw refused(name + "[" + i + "] must be a finite number, but is " + doubles[i]);
            }
        }
        return doubles;
    }

    /// A text.
    public String getText() {
        int length = getCount(1);
        ByteBuffer encoded = values.slice(values.position(), length);
        values.position(values.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException e) {
            throw refused("a text is not UTF-8");
        }
    }

    /// Says that nothing may follow.
    ///
    /// @throws IllegalArgumentException if something does
    public void end() {
        if (values.hasRemaining()) {
            throw refused(values.remaining() + " bytes follow where it should end");
        }
    }

    /// Refuses bytes of which fewer than that are left, before memory is taken for what they should hold.
    public void require(long length) {
        need(length);
    }

    private ByteBuffer need(long length) {
        if (values.remaining() < length) {
            throw refused("it ends where " + length + " bytes should follow, and " + values.remaining() + " do");
        }
        return values;
    }
}

package infogap.storage;

import infogap.numeric.Checks;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// Values one after the other, behind a header that says what they are and before a checksum that says whether they are whole.
///
/// Everything is big-endian:
///
/// | bytes | what |
/// | --- | --- |
/// | 4 | the kind, four letters of ASCII |
/// | 2 | the version of the kind's format, from 1 |
/// | 4 | n, the length of the values |
/// | n | the values; a text is the length of its UTF-8 bytes in 4 bytes, and those |
/// | 4 | CRC-32C of all bytes before |
///
/// [BinaryReader] reads it again.
public final class BinaryWriter {

    static final int HEADER = 10;
    static final int CHECKSUM = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final String kind;
    private final int version;

    /// Values of this kind in this version of its format.
    ///
    /// @throws IllegalArgumentException if the kind is not four letters, or the version not from 1 to 65535
    public BinaryWriter(String kind, int version) {
        if (!Checks.present("kind", kind).matches("[A-Z]{4}")) {
            throw new IllegalArgumentException("kind must be four capital letters, but is '" + kind + "'");
        }
        if (version < 1 || version > 0xffff) {
            throw new IllegalArgumentException("version must be an integer from 1 to 65535, but is " + version);
        }
        this.kind = kind;
        this.version = version;
    }

    /// One byte.
    public BinaryWriter put(byte value) {
        return written(() -> out.writeByte(value));
    }

    /// Four bytes.
    public BinaryWriter put(int value) {
        return written(() -> out.writeInt(value));
    }

    /// Eight bytes.
    public BinaryWriter put(long value) {
        return written(() -> out.writeLong(value));
    }

    /// Eight bytes: every bit of the double, a NaN's as well.
    public BinaryWriter put(double value) {
        return put(Double.doubleToRawLongBits(value));
    }

    /// The doubles without their number.
    public BinaryWriter put(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES));
        buffer.asDoubleBuffer().put(values);
        bytes.writeBytes(buffer.array());
        return this;
    }

    /// A text.
    public BinaryWriter put(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        put(encoded.length);
        bytes.writeBytes(encoded);
        return this;
    }

    private interface Writing {
        void run() throws IOException;
    }

    private BinaryWriter written(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("an array of bytes refused a byte", e);
        }
    }

    /// Header, values and checksum.
    public byte[] toBytes() {
        byte[] values = bytes.toByteArray();
        ByteBuffer whole = ByteBuffer.allocate(Math.addExact(HEADER + CHECKSUM, values.length));
        whole.put(kind.getBytes(StandardCharsets.US_ASCII)).putShort((short) version).putInt(values.length).put(values);
        return whole.putInt(checksum(whole.array())).array();
    }

    static int checksum(byte[] whole) {
        CRC32C checksum = new CRC32C();
        checksum.update(whole, 0, whole.length - CHECKSUM);
        return (int) checksum.getValue();
    }
}

package infogap.table.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/// The bytes of a file as text: strict UTF-8, so that a file in GBK or Latin-1 is refused where it first differs.
final class TextFile {

    private static final int MOST_BYTES_SHOWN = 4;

    private TextFile() {}

    static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidDataException(DataProblem.ofFile(file.toString(), "a folder", "a file"));
        }
        if (!Files.exists(file)) {
            throw new InvalidDataException(
                    DataProblem.ofFile(file.toString(), "no such file", "a file that can be read, seen from " + Path.of("").toAbsolutePath()));
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidDataException(DataProblem.ofFile(file.toString(), "a file that cannot be read (" + e + ")", "read access"), e);
        }
    }

    static String read(Path file) {
        return decode(file.toString(), bytes(file));
    }

    /// The text, without a byte order mark.
    ///
    /// @throws InvalidDataException at the first byte that is not UTF-8, with its line and, in a table, its column's position
    static String decode(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new InvalidDataException(notUtf8(file, bytes, in.position()));
        }
        return withoutByteOrderMark(out.flip().toString());
    }

    static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static DataProblem notUtf8(String file, byte[] bytes, int at) {
        String before = new String(bytes, 0, at, StandardCharsets.UTF_8);
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        String[] header = firstLine(bytes).split(",", -1);
        int cell = (int) before.substring(before.lastIndexOf('\n') + 1).chars().filter(c -> c == ',').count();
        // in a broken header the name itself is unreadable, so its position must do
        String column = line > 1 && cell < header.length ? header[cell] : Integer.toString(cell + 1);
        String shown = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + MOST_BYTES_SHOWN)));
        return new DataProblem(file, line - 1, line, column, "bytes " + shown + " that are not UTF-8", "a file saved as UTF-8");
    }

    private static String firstLine(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8).strip();
    }
}

package infogap.claims;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// What spreadsheets and editors write: UTF-8 or UTF-16, with or without a byte-order mark; commas, semicolons or tabs between the fields.
///
/// @param text the content without the mark
/// @param separator what stands between the fields
/// @param skippedLines how many lines before the header say only what the separator is
record ClaimsText(String text, char separator, int skippedLines) {

    private static final char MARK = '\uFEFF';
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    static ClaimsText read(Path file) {
        String text = decoded(file);
        String content = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        // a line that Excel writes and reads
        if (content.length() > 5 && content.startsWith("sep=")) {
            int end = content.indexOf('\n');
            return new ClaimsText(end < 0 ? "" : content.substring(end + 1), content.charAt(4), 1);
        }
        return new ClaimsText(content, separator(content), 0);
    }

    private static String decoded(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ClaimsFileException(file, "there is no such file", e);
        } catch (IOException e) {
            throw new ClaimsFileException(file, "cannot be read: " + e.getMessage(), e);
        }
        Charset charset = charset(bytes);
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new ClaimsFileException(file, "the file is not " + charset + "; save it as UTF-8", e);
        }
    }

    private static Charset charset(byte[] bytes) {
        int first = bytes.length > 1 ? bytes[0] & 0xFF : 0xFF;
        int second = bytes.length > 1 ? bytes[1] & 0xFF : 0xFF;
        if (first == 0xFF && second == 0xFE || first != 0 && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0xFE && second == 0xFF || first == 0 && second != 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /// The one that the header has most of.
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        char found = SEPARATORS.getFirst();
        for (char candidate : SEPARATORS) {
            if (count(header, candidate) > count(header, found)) {
                found = candidate;
            }
        }
        return found;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}

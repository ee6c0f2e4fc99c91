package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The lexical structure of the Java Language Specification, chapter 3.
class CellTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "int a = 1; | CODE",
        "a // b | LINE_COMMENT",
        "a // b\\n c | CODE",
        "a /* b | BLOCK_COMMENT",
        "a /* b */ c | CODE",
        "/*/ a | BLOCK_COMMENT",
        "\"a | STRING",
        "\"a\" | CODE",
        "\"a\\\\\" | STRING",
        "\"// no comment\" + b | CODE",
        "'\"' + b | CODE",
        "'\\\\'' + b | CODE",
        "'a | CHARACTER",
        "\"\"\"\\n a \"b\" | TEXT_BLOCK",
        "\"\"\"\\n a\"\"\" + b | CODE",
        "// \"\\n b | CODE",
        "\"not closed\\n int b | CODE",
    })
    void theEndOfATextIsIn(String text, CellText kind) {
        String decoded = text.replace("\\n", "\n").replace("\\\\", "\\");
        assertEquals(kind, CellText.at(decoded, decoded.length()).kind(), decoded);
    }
}

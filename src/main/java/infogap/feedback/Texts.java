package infogap.feedback;

import infogap.numeric.Checks;

/// The check that every text from outside passes: what both databases store and every browser shows unchanged.
final class Texts {

    private Texts() {}

    /// One line of at most `longest` characters (code points), not blank, without control characters.
    static String line(String argument, String value, int longest) {
        return checked(argument, value, longest, false);
    }

    /// As [#line], with tabs and line feeds allowed. A carriage return, which HTML forms send, is read as a line feed.
    static String lines(String argument, String value, int longest) {
        String text = value == null ? null : value.replace("\r\n", "\n").replace('\r', '\n');
        return checked(argument, text, longest, true);
    }

    private static String checked(String argument, String value, int longest, boolean severalLines) {
        Checks.text(argument, value);
        int length = value.codePointCount(0, value.length());
        if (length > longest) {
            throw new IllegalArgumentException(argument + " must have at most " + longest + " characters, but has " + length);
        }
        value.codePoints().forEach(c -> {
            if (!allowed(c, severalLines)) {
                throw new IllegalArgumentException(argument + " must be text without control characters, but holds "
                        + String.format("U+%04X", c));
            }
        });
        return value.strip();
    }

    private static boolean allowed(int codePoint, boolean severalLines) {
        if (codePoint == '\n' || codePoint == '\t') {
            return severalLines;
        }
        // a lone surrogate has no UTF-8 form: one database would refuse it, the other would silently store a question mark
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }
}

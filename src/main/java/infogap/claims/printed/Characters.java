package infogap.claims.printed;

/// Characters that look alike and mean the same, brought to one of them.
final class Characters {

    private static final String MINUS = "−‐‑‒–—―﹣－";
    private static final String SPACES = "\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t";
    private static final String APOSTROPHES = "’‘ʼ＇";
    private static final String POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Characters() {}

    /// One minus, one space, one apostrophe, ASCII digits; nothing at the ends.
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (MINUS.indexOf(c) >= 0) {
                plain.append('-');
            } else if (SPACES.indexOf(c) >= 0) {
                plain.append(' ');
            } else if (APOSTROPHES.indexOf(c) >= 0) {
                plain.append('\'');
            } else if (c >= '！' && c <= '～') {
                plain.append((char) (c - '！' + '!'));
            } else {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }

    /// The number that superscript digits with an optional sign write, as in `10⁻³`.
    static String exponent(String superscript) {
        StringBuilder digits = new StringBuilder();
        for (char c : superscript.toCharArray()) {
            digits.append(c == '⁻' ? "-" : c == '⁺' ? "" : String.valueOf(POWERS.indexOf(c)));
        }
        return digits.toString();
    }
}

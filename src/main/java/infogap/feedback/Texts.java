package infogap.feedback;

import infogap.numeric.Checks;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The check that every text from outside passes: what both databases store and every browser shows unchanged.
final class Texts {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    /// Scripts that are written with joiners and non-joiners: there they change what is seen.
    private static final Set<UnicodeScript> JOINED = EnumSet.of(
            UnicodeScript.ARABIC, UnicodeScript.SYRIAC, UnicodeScript.NKO, UnicodeScript.MONGOLIAN, UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI, UnicodeScript.GURMUKHI, UnicodeScript.GUJARATI, UnicodeScript.ORIYA, UnicodeScript.TAMIL,
            UnicodeScript.TELUGU, UnicodeScript.KANNADA, UnicodeScript.MALAYALAM, UnicodeScript.SINHALA, UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Texts() {}

    /// One line of at most `longest` characters (code points) that can all be seen, in the composed normal form and with plain single spaces,
    /// so that two lines that look alike because of how they are encoded are one.
    static String line(String argument, String value, int longest) {
        Checks.text(argument, value);
        int[] characters = Normalizer.normalize(value, Normalizer.Form.NFC).codePoints().toArray();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            if (!visible(characters, i)) {
                throw new IllegalArgumentException(argument + " must be text without control characters and characters that cannot be seen, but holds "
                        + String.format("U+%04X", characters[i]));
            }
            line.appendCodePoint(Character.getType(characters[i]) == Character.SPACE_SEPARATOR ? ' ' : characters[i]);
        }
        String text = line.toString().strip().replaceAll(" {2,}", " ");
        return ofLength(argument, Checks.text(argument, text), longest);
    }

    /// The line that is left when what [#line] refuses is left out; empty when nothing is.
    static String repairedLine(String value, int longest) {
        int[] characters = Normalizer.normalize(value, Normalizer.Form.NFC).codePoints().toArray();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            if (visible(characters, i)) {
                line.appendCodePoint(Character.getType(characters[i]) == Character.SPACE_SEPARATOR ? ' ' : characters[i]);
            }
        }
        String text = line.toString().strip().replaceAll(" {2,}", " ");
        int end = text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length())));
        return text.substring(0, end).strip();
    }

    /// Several lines of at most `longest` characters (code points), not blank, without control characters other than tabs and line feeds.
    /// A carriage return, which HTML forms send, is read as a line feed.
    static String lines(String argument, String value, int longest) {
        String text = value == null ? null : value.replace("\r\n", "\n").replace('\r', '\n');
        ofLength(argument, Checks.text(argument, text), longest);
        text.codePoints().forEach(c -> {
            // a lone surrogate has no UTF-8 form: one database would refuse it, the other would silently store a question mark
            if (c != '\n' && c != '\t' && (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
                throw new IllegalArgumentException(
                        argument + " must be text without control characters, but holds " + String.format("U+%04X", c));
            }
        });
        return text.strip();
    }

    /// What a search compares: without accents, case, width and other variants of writing.
    static String folded(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return Normalizer.normalize(apart.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    private static String ofLength(String argument, String value, int longest) {
        int length = value.codePointCount(0, value.length());
        if (length > longest) {
            throw new IllegalArgumentException(argument + " must have at most " + longest + " characters, but has " + length);
        }
        return value;
    }

    private static boolean visible(int[] text, int i) {
        int c = text[i];
        if (c == NON_JOINER || c == JOINER) {
            return i > 0 && i + 1 < text.length && (joins(text[i - 1]) && joins(text[i + 1])
                    || c == JOINER && pictorial(text[i - 1]) && Character.isEmoji(text[i + 1]));
        }
        if (c == EMOJI_STYLE) {
            return i > 0 && Character.isEmoji(text[i - 1]);
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> !ignorable(c);
        };
    }

    private static boolean joins(int c) {
        return JOINED.contains(UnicodeScript.of(c)) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean pictorial(int c) {
        return Character.isEmoji(c) || c == EMOJI_STYLE;
    }

    /// The characters of Unicode's property Default_Ignorable_Code_Point (DerivedCoreProperties, version 16) that are not of the category Format, and
    /// the blank Braille pattern.
    private static boolean ignorable(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c >= 0x180B && c <= 0x180F || c == 0x2800
                || c == 0x3164 || c >= 0xFE00 && c <= 0xFE0F || c == 0xFFA0 || c >= 0xE0000 && c <= 0xE0FFF;
    }
}

package infogap.claims.printed;

import java.util.ArrayList;
import java.util.List;

/// Where the elements of a printed vector end.
final class Separators {

    private static final String OPENING = "[({";
    private static final String CLOSING = "])}";

    private Separators() {}

    /// Whether one pair of brackets encloses everything.
    static boolean isWrapped(String text) {
        int kind = text.isEmpty() ? -1 : OPENING.indexOf(text.charAt(0));
        if (kind < 0 || text.length() < 2 || text.charAt(text.length() - 1) != CLOSING.charAt(kind)) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += OPENING.indexOf(text.charAt(i)) >= 0 ? 1 : CLOSING.indexOf(text.charAt(i)) >= 0 ? -1 : 0;
            if (depth == 0 && i < text.length() - 1) {
                return false;
            }
        }
        return depth == 0;
    }

    /// The elements between the separators that stand outside of brackets: semicolons or lines if there are any, else commas, else, in
    /// brackets, spaces. With a decimal comma only a comma before a space separates.
    static List<String> split(String text, boolean decimalComma, boolean bracketed) {
        List<String> parts = at(text, decimalComma, ';');
        if (parts.size() == 1) {
            parts = at(text, decimalComma, '\n');
        }
        if (parts.size() == 1) {
            parts = at(text, decimalComma, ',');
        }
        return parts.size() == 1 && bracketed ? at(text, decimalComma, ' ') : parts;
    }

    private static List<String> at(String text, boolean decimalComma, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
            boolean decimals = c == ',' && decimalComma && i + 1 < text.length() && text.charAt(i + 1) != ' ';
            if (depth == 0 && c == separator && !decimals) {
                add(parts, part, separator);
            } else {
                part.append(c);
            }
        }
        add(parts, part, separator);
        return parts;
    }

    private static void add(List<String> parts, StringBuilder part, char separator) {
        String text = part.toString().strip();
        part.setLength(0);
        // several spaces are one separator; two commas are a missing element, which no number reads
        if (!text.isEmpty() || separator == ',') {
            parts.add(text);
        }
    }
}

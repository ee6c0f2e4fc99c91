package infogap.table.data;

import infogap.numeric.Checks;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a CSV file writes its cells and its numbers: what stands between two cells, before the decimals, and between groups of three digits.
///
/// `1,234.5` is one number in the English format with groups, and `1.234,5` the same in the German one. A group has three digits, the first
/// one to three and no leading zero: `12,34` is no number with groups of thousands.
///
/// @param separator   between two cells: a comma, a semicolon, a tab or a bar
/// @param decimalMark before the decimals: a point or a comma
/// @param grouping    between groups of three digits (`,`, `.`, `'`, a space or a narrow one), or empty where numbers have no groups
public record CsvFormat(char separator, char decimalMark, String grouping) {

    /// Commas, decimal points, no groups: RFC 4180 and the default of Frictionless descriptions.
    public static final CsvFormat STANDARD = new CsvFormat(',', '.', "");

    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final String MINUS_SIGN = "\u2212";

    /// @throws IllegalArgumentException if a character is none of those named above, or the grouping is the decimal mark
    public CsvFormat {
        if (",;\t|".indexOf(separator) < 0) {
            throw new IllegalArgumentException("separator must be a comma, a semicolon, a tab or a bar, but is '" + separator + "'");
        }
        if (decimalMark != '.' && decimalMark != ',') {
            throw new IllegalArgumentException("decimalMark must be a point or a comma, but is '" + decimalMark + "'");
        }
        if (Checks.present("grouping", grouping).length() > 1 || ",.' \u00a0\u202f".indexOf(grouping) < 0) {
            throw new IllegalArgumentException("grouping must be empty, a comma, a point, an apostrophe or a space, but is '" + grouping + "'");
        }
        if (grouping.equals(String.valueOf(decimalMark))) {
            throw new IllegalArgumentException("grouping must differ from the decimal mark, but both are '" + grouping + "'");
        }
    }

    /// The number as Java writes it, with a decimal point and without groups; empty when the cell is no number of this format.
    Optional<String> plain(String cell) {
        String text = cell.startsWith(MINUS_SIGN) ? "-" + cell.substring(1) : cell;
        if (!grouping.isEmpty() && text.contains(grouping)) {
            Matcher grouped = Pattern.compile("([+-]?)([1-9][0-9]{0,2}(?:" + Pattern.quote(grouping) + "[0-9]{3})+)(" + Pattern.quote(String.valueOf(decimalMark))
                    + "[0-9]*)?").matcher(text);
            if (!grouped.matches()) {
                return Optional.empty();
            }
            String decimals = grouped.group(3) == null ? "" : "." + grouped.group(3).substring(1);
            return Optional.of(grouped.group(1) + grouped.group(2).replace(grouping, "") + decimals);
        }
        if (decimalMark == ',') {
            if (text.indexOf('.') >= 0) {
                return Optional.empty();
            }
            text = text.replace(',', '.');
        }
        return PLAIN.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /// `cells between ';', decimals after ',', groups between '.'`.
    @Override
    public String toString() {
        return "cells between " + (separator == '\t' ? "tabs" : "'" + separator + "'") + ", decimals after '" + decimalMark + "'"
                + (grouping.isEmpty() ? "" : ", groups between '" + grouping + "'");
    }
}

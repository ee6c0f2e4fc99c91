package infogap.claims.printed;

import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.fraction.BigFraction;

/// Reads one number with what belongs to it: sign, currency, separators, power of ten, `million`, unit.
final class NumberForm {

    private static final Map<String, Integer> MAGNITUDES = Map.ofEntries(
            Map.entry("hundred", 2), Map.entry("thousand", 3), Map.entry("k", 3), Map.entry("K", 3), Map.entry("million", 6), Map.entry("mn", 6),
            Map.entry("mio", 6), Map.entry("Mio.", 6), Map.entry("billion", 9), Map.entry("bn", 9), Map.entry("Mrd.", 9), Map.entry("trillion", 12),
            Map.entry("tn", 12), Map.entry("千", 3), Map.entry("万", 4), Map.entry("百万", 6), Map.entry("千万", 7), Map.entry("亿", 8));

    /// After a currency a single letter is a magnitude; elsewhere `5 m` is a length.
    private static final Map<String, Integer> AFTER_CURRENCY = Map.of("m", 6, "M", 6, "b", 9, "B", 9, "t", 12, "T", 12);

    private static final Map<String, Integer> SHARES = Map.ofEntries(
            Map.entry("%", 2), Map.entry("percent", 2), Map.entry("per cent", 2), Map.entry("pp", 2), Map.entry("p.p.", 2),
            Map.entry("percentage points", 2), Map.entry("percentage point", 2), Map.entry("percentage-points", 2), Map.entry("%-points", 2), Map.entry("‰", 3), Map.entry("bp", 4),
            Map.entry("basis points", 4), Map.entry("basis point", 4));

    private static final Map<Character, BigFraction> VULGAR = Map.ofEntries(
            Map.entry('½', Fractions.of(1, 2)), Map.entry('⅓', Fractions.of(1, 3)), Map.entry('⅔', Fractions.of(2, 3)),
            Map.entry('¼', Fractions.of(1, 4)), Map.entry('¾', Fractions.of(3, 4)), Map.entry('⅕', Fractions.of(1, 5)),
            Map.entry('⅖', Fractions.of(2, 5)), Map.entry('⅗', Fractions.of(3, 5)), Map.entry('⅘', Fractions.of(4, 5)),
            Map.entry('⅙', Fractions.of(1, 6)), Map.entry('⅚', Fractions.of(5, 6)), Map.entry('⅛', Fractions.of(1, 8)),
            Map.entry('⅜', Fractions.of(3, 8)), Map.entry('⅝', Fractions.of(5, 8)), Map.entry('⅞', Fractions.of(7, 8)));

    static final String CURRENCY = "(?:[£$€¥₹₤]|US\\$|(?:USD|EUR|GBP|CNY|RMB|CHF|JPY)\\b)";
    private static final Pattern HEAD = Pattern.compile("([-+]?)\\s*(" + CURRENCY + "?)\\s*([-+]?)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern MIXED = Pattern.compile("(?:(\\d+) )?(\\d+)\\s*[/⁄]\\s*(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(.*)", Pattern.DOTALL);
    private static final Pattern GLYPH = Pattern.compile("(\\d*)\\s?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])(.*)", Pattern.DOTALL);
    private static final Pattern ONE_IN = Pattern.compile("1 (?:in|out of) (\\d.*)", Pattern.DOTALL);
    private static final Pattern POWER = Pattern.compile("(?:[eE]([-+]?\\d+)|\\s*[×x·⋅*]\\s*10(?:\\^\\s*\\{?\\(?([-+]?\\d+)\\)?\\}?|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)))(.*)", Pattern.DOTALL);
    private static final Pattern TEN = Pattern.compile("10(?:\\^\\s*\\{?\\(?([-+]?\\d+)\\)?\\}?|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))(.*)", Pattern.DOTALL);
    private static final Pattern MAGNITUDE = Pattern.compile("\\s*([百千]?万|亿|(?:Mio\\.|Mrd\\.|(?:hundred|thousand|million|billion|trillion|mn|mio|bn|tn|千|[kKmMbBtT])(?!\\p{L})))(.*)", Pattern.DOTALL);
    private static final Pattern STARS = Pattern.compile("\\s*(?:\\*{1,4}|[†‡]+)$");
    private static final Pattern UNIT = Pattern.compile("[\\p{L}\\p{Sc}°µ%‰/²³·.\\- ]{1,40}");
    private static final Pattern NO_UNIT = Pattern.compile("(?:to|in|and|or|of|out|by|dozens?|x|plus|minus|times|per|from|not|e)(?: .*)?", Pattern.CASE_INSENSITIVE);
    private static final int LARGEST_POWER = 5000;
    private static final int LONGEST = 1000;

    private final boolean decimalComma;
    private final Rounding rounding;
    private final Pattern decimal;

    NumberForm(Notation notation) {
        this.decimalComma = notation.decimalComma();
        this.rounding = notation.rounding();
        String point = decimalComma ? "," : "\\.";
        String group = decimalComma ? "[. ']" : "[, ']";
        this.decimal = Pattern.compile("(\\d{1,3}(?:(?<g>" + group + ")\\d{3})(?:\\k<g>\\d{3})*(?:" + point + "\\d+)?(?!\\d)|\\d+(?:" + point
                + "\\d+)?|" + point + "\\d+)(.*)", Pattern.DOTALL);
    }

    /// Reads the whole text as one number.
    ///
    /// @param exact whether an `=` stands before it, so that `1/1000` is no rounded one in n
    Reading.Number read(String text, boolean exact) throws UnreadableException {
        if (text.length() > LONGEST) {
            throw new UnreadableException("a number has at most " + LONGEST + " characters, this one " + text.length());
        }
        Matcher head = HEAD.matcher(text);
        if (!head.matches() || !head.group(1).isEmpty() && !head.group(3).isEmpty()) {
            throw new UnreadableException("'" + text + "' is no number");
        }
        boolean negative = head.group(1).equals("-") || head.group(3).equals("-");
        String currency = head.group(2);
        String rest = STARS.matcher(head.group(4)).replaceFirst("");
        Matcher oneIn = ONE_IN.matcher(rest);
        if (oneIn.matches()) {
            return oneIn(read(oneIn.group(1), true), negative);
        }
        Matcher mixed = MIXED.matcher(rest);
        if (mixed.matches()) {
            return fraction(mixed, negative, currency, exact);
        }
        Matcher glyph = GLYPH.matcher(rest);
        if (glyph.matches()) {
            BigFraction whole = glyph.group(1).isEmpty() ? BigFraction.ZERO : new BigFraction(new BigInteger(glyph.group(1)));
            BigFraction value = whole.add(VULGAR.get(glyph.group(2).charAt(0)));
            return itself(negative ? value.negate() : value, currency, glyph.group(3), 0);
        }
        Matcher ten = TEN.matcher(rest);
        if (ten.matches()) {
            String power = ten.group(1) != null ? ten.group(1) : Characters.exponent(ten.group(2));
            return decimal("1", power(power), negative, currency, ten.group(3));
        }
        Matcher number = decimal.matcher(rest);
        if (!number.matches()) {
            throw new UnreadableException("'" + text + "' is no number");
        }
        String digits = number.group(1).replaceAll(decimalComma ? "[. ']" : "[, ']", "").replace(',', '.');
        Matcher power = POWER.matcher(number.group(3));
        if (power.matches()) {
            String written = power.group(1) != null ? power.group(1) : power.group(2) != null ? power.group(2) : Characters.exponent(power.group(3));
            return decimal(digits, power(written), negative, currency, power.group(4));
        }
        return decimal(digits, 0, negative, currency, number.group(3));
    }

    private Reading.Number decimal(String digits, int power, boolean negative, String currency, String tail) throws UnreadableException {
        Tail after = Tail.of(tail, currency);
        BigDecimal printed = new BigDecimal((negative ? "-" : "") + digits).scaleByPowerOfTen(power + after.power());
        BigFraction unit = after.scale();
        return new Reading.Number(Fractions.ofDecimal(printed).multiply(unit), rounding.bounds(printed, negative).times(unit), after.unit(), false);
    }

    private Reading.Number fraction(Matcher mixed, boolean negative, String currency, boolean exact) throws UnreadableException {
        BigInteger above = new BigInteger(mixed.group(2));
        BigInteger below = new BigInteger(mixed.group(3).replace(",", ""));
        if (below.signum() == 0) {
            throw new UnreadableException("the denominator is 0");
        }
        BigFraction part = new BigFraction(above, below);
        if (mixed.group(1) != null) {
            BigFraction value = part.add(new BigInteger(mixed.group(1)));
            return itself(negative ? value.negate() : value, currency, mixed.group(4), 0);
        }
        boolean roundedOneIn = !exact && above.equals(BigInteger.ONE) && below.mod(BigInteger.valueOf(1000)).signum() == 0;
        if (!roundedOneIn || !mixed.group(4).isBlank()) {
            return itself(negative ? part.negate() : part, currency, mixed.group(4), 0);
        }
        return oneIn(itself(new BigFraction(below), "", "", 0), negative);
    }

    /// One in n, where n is rounded to its digits before the zeros, of which at least two are taken as meant.
    private Reading.Number oneIn(Reading.Number n, boolean negative) throws UnreadableException {
        if (n.value().compareTo(BigFraction.ZERO) <= 0) {
            throw new UnreadableException("one in " + Fractions.format(n.value()) + " is no share");
        }
        BigDecimal printed = new BigDecimal(n.value().getNumerator()).divide(new BigDecimal(n.value().getDenominator()), MathContext.DECIMAL128);
        BigDecimal digits = printed.stripTrailingZeros();
        int meant = digits.scale() < 0 ? Math.max(2, digits.precision()) : digits.precision();
        Bounds around = new Rounding(rounding.mode(), meant).bounds(printed, false);
        Bounds bounds = Bounds.of(around.high().orElseThrow().reciprocal(), around.highIncluded(), around.low().orElseThrow().reciprocal(), around.lowIncluded());
        BigFraction value = n.value().reciprocal();
        return new Reading.Number(negative ? value.negate() : value, negative ? bounds.times(BigFraction.MINUS_ONE) : bounds, n.unit(), false);
    }

    private static Reading.Number itself(BigFraction value, String currency, String tail, int power) throws UnreadableException {
        Tail after = Tail.of(tail, currency);
        BigFraction scaled = value.multiply(Fractions.ofDecimal(BigDecimal.ONE.scaleByPowerOfTen(power + after.power()))).multiply(after.scale());
        return new Reading.Number(scaled, Bounds.point(scaled), after.unit(), true);
    }

    private static int power(String text) throws UnreadableException {
        if (text.length() > 5 || Math.abs(Integer.parseInt(text)) > LARGEST_POWER) {
            throw new UnreadableException("a power of ten must be from -" + LARGEST_POWER + " to " + LARGEST_POWER + ", but is " + text);
        }
        return Integer.parseInt(text);
    }

    /// What stands behind the digits: a magnitude and a unit.
    private record Tail(int power, BigFraction scale, String unit) {

        static Tail of(String text, String currency) throws UnreadableException {
            String rest = text;
            int power = 0;
            Matcher magnitude = MAGNITUDE.matcher(rest);
            if (magnitude.matches()) {
                Integer known = MAGNITUDES.get(magnitude.group(1));
                boolean attached = !rest.startsWith(" ") || magnitude.group(1).length() > 1;
                if (known == null && !currency.isEmpty()) {
                    known = AFTER_CURRENCY.get(magnitude.group(1));
                }
                if (known != null && (attached || !currency.isEmpty())) {
                    power = known;
                    rest = magnitude.group(2);
                }
            }
            String unit = rest.strip();
            if (unit.isEmpty()) {
                return new Tail(power, BigFraction.ONE, currency);
            }
            for (int end = unit.length(); end > 0; end = unit.lastIndexOf(' ', end - 1)) {
                Integer share = SHARES.get(unit.substring(0, end));
                if (share != null && unit.chars().skip(end).noneMatch(Character::isDigit)) {
                    return new Tail(power, Fractions.ofDecimal(BigDecimal.ONE.movePointLeft(share)), unit.substring(0, end));
                }
            }
            if (!UNIT.matcher(unit).matches() || NO_UNIT.matcher(unit).matches() || unit.startsWith(".") || unit.startsWith("-")) {
                throw new UnreadableException("'" + unit + "' behind a number is no unit");
            }
            return new Tail(power, BigFraction.ONE, currency.isEmpty() ? unit : currency + " " + unit);
        }
    }
}

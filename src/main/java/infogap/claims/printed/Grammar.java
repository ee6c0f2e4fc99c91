package infogap.claims.printed;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.fraction.BigFraction;

/// Reads what papers print. This table is the grammar; a text that begins like a number and is of none of these forms is refused when its claims
/// file is read.
///
/// | form | printed | stands for |
/// | --- | --- | --- |
/// | decimal | `0.28`, `.28`, `−1.5` | the numbers that round to it, by the [Rounding] of the claim |
/// | thousands | `1,234.5`, `1 234.5`, `1'234.5`; with a decimal comma `1.234,5` | the same |
/// | power of ten | `1.5e-3`, `1.5 × 10⁻³`, `1.5 x 10^-3`, `10⁻³` | the same, the last digit being that of the 1.5 |
/// | magnitude | `12 million`, `£3.2bn`, `5k`, `3万`, `1.2亿元`, `12 Mio. €` | the same; `m` and `b` only behind a currency |
/// | share | `5 %`, `5 pp`, `3 ‰`, `20 bp` | hundredths, thousandths, ten-thousandths |
/// | unit | `£3.20`, `3.20 €`, `5 kg`, `7 years` | the number; the unit is kept |
/// | stars | `0.35**` | the number; marks of significance are dropped |
/// | minus zero | `−0.0` | what rounds to it and is not above 0 |
/// | fraction | `9/13`, `2 1/2`, `2½` | itself |
/// | one in n | `1 in 73 million`, `1/73000000` | n is rounded to the digits before its zeros, at least two; `= 1/1000`, or a smaller n, stands for itself |
/// | odds | `9 : 4` | the quotient 9/4; a side with decimals is rounded |
/// | relation | `= 0.28`; `≈`, `~`, `about`, `circa` | the same numbers, see [Relation] |
/// | name | `p = .03`, `t(10) = 3.1`, `R² = 0.4` | the number; a `p` lies in [0, 1], so that `p = .000` is [0, 0.0005] |
/// | bound | `p < .05`, `> 5`, `≤ 3`, `>= 3` | all numbers on that side of it |
/// | not significant | `n.s.` | p from 0.05 to 1 |
/// | range | `2–3`, `2 to 3`, `between 2 and 3` | from what rounds to the one to what rounds to the other; in `$2–3 million` both are millions |
/// | estimate | `3.1 ± 0.2`, `3.1 (0.2)`, `3.1 (2.7 to 3.5)` | one recomputed number is held against the first; as many as are printed, against all; in `12 % (10–14)` all are per cent |
/// | confidence | `95 % CI [1.2, 3.4]`, `95% CI 1.2 to 3.4` | two numbers |
/// | vector | `[1, 2]`, `[1 2]`, `(1, 2)`, `1, 2`, `1; 2` | number by number; a comma always separates here |
/// | table | `[[1, 0], [0, 1]]`, `[1 0; 0 1]` | row by row |
///
/// Minus signs, spaces, apostrophes and full-width characters that look alike are the same. Anything else is words: a formula, a label, a message.
/// A text that begins with a number and is none (`5×5 matrix`) is marked `text` in the column `form` of the claims file.
public final class Grammar {

    private static final Pattern RELATION = Pattern.compile("(=|≈|≃|≅|~|∼|(?:about|approximately|approx\\.?|around|roughly|nearly|circa|ca?\\.)(?= ))\\s*(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("([\\p{L}][\\p{L}\\p{M}²₀-₉_]{0,11})(?:\\s?\\([^()]*\\))?\\s*(?=[=<>≤≥≈~])", Pattern.DOTALL);
    private static final Pattern BOUND = Pattern.compile("(<=|>=|[<>≤≥⩽⩾])\\s*(.*)", Pattern.DOTALL);
    private static final Pattern NOT_SIGNIFICANT = Pattern.compile("\\(?n\\.?\\s?s\\.?\\)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONFIDENCE = Pattern.compile("(?:(\\d+(?:[.,]\\d+)?)\\s*%\\s*-?\\s*)?(?:CI|CrI|confidence interval|credible interval)\\s*[:=]?\\s*(.*)", Pattern.DOTALL);
    private static final Pattern PLUS_MINUS = Pattern.compile("(.*\\S)\\s*(?:±|\\+/-|\\+-)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern BRACKETS = Pattern.compile("(.*[^\\s(\\[])\\s*[(\\[](.*)[)\\]]\\*{0,4}", Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("between (.*) and (.*)", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("(.*?[\\p{L}\\p{N}\\p{Sc}%‰)])\\s*(?:-|\\bto\\b|…|\\.\\.\\.?)\\s*([-+]?\\s*[£$€¥]?[\\d.,½].*)", Pattern.DOTALL);
    private static final Pattern BEHIND = Pattern.compile("(?:.*[\\d½⅓⅔¼¾])?([^\\d½⅓⅔¼¾]*)", Pattern.DOTALL);
    private static final Pattern ODDS = Pattern.compile("(.*\\S)\\s*:\\s*(.*)", Pattern.DOTALL);
    private static final Pattern BEGINS_LIKE_A_NUMBER = Pattern.compile("[(\\[{]*\\s*[-+]?\\s*" + NumberForm.CURRENCY + "?\\s*[-+]?[.,]?\\d.*", Pattern.DOTALL);
    private static final BigFraction HUNDREDTH = Fractions.of(1, 100);
    private static final Bounds SHARE = Bounds.closed(BigFraction.ZERO, BigFraction.ONE);
    private static final Bounds NOT_BELOW_FIVE_PERCENT = Bounds.closed(Fractions.of(1, 20), BigFraction.ONE);
    private static final int DEEPEST = 4;

    /// What was read.
    ///
    /// @param relation the sign in front
    /// @param reading what follows
    public record Result(Relation relation, Reading reading) {}

    private final Notation notation;
    private final NumberForm numbers;

    private Grammar(Notation notation) {
        this.notation = notation;
        this.numbers = new NumberForm(notation);
    }

    /// Reads a text by the table above. Words are a result like any other; see [Reading.Words#difficulty].
    public static Result read(String text, Notation notation) {
        Checks.present("printed", text);
        return new Grammar(Checks.present("notation", notation)).whole(Characters.plain(text));
    }

    private Result whole(String text) {
        Relation relation = Relation.NONE;
        String rest = text;
        Matcher name = NAME.matcher(rest);
        boolean probability = false;
        if (name.lookingAt()) {
            probability = name.group(1).equalsIgnoreCase("p");
            rest = rest.substring(name.end());
        }
        Matcher sign = RELATION.matcher(rest);
        if (sign.matches()) {
            relation = sign.group(1).equals("=") ? Relation.EQUALS : Relation.ROUNDED;
            rest = sign.group(2);
        }
        try {
            Reading reading = form(rest, relation == Relation.EQUALS, probability, 0);
            return new Result(relation, reading);
        } catch (UnreadableException e) {
            boolean like = BEGINS_LIKE_A_NUMBER.matcher(BOUND.matcher(rest).replaceFirst("$2")).matches();
            return new Result(relation, new Reading.Words(text, like ? Optional.of(e.getMessage()) : Optional.empty()));
        }
    }

    private Reading form(String text, boolean exact, boolean probability, int depth) throws UnreadableException {
        if (NOT_SIGNIFICANT.matcher(text).matches()) {
            return new Reading.Span(NOT_BELOW_FIVE_PERCENT, "");
        }
        Matcher bound = BOUND.matcher(text);
        if (bound.matches()) {
            return bound(bound.group(1), numbers.read(bound.group(2), true), probability);
        }
        Optional<Reading.Number> number = number(text, exact);
        if (number.isPresent()) {
            return probability ? asProbability(number.get()) : number.get();
        }
        Matcher confidence = CONFIDENCE.matcher(text);
        if (confidence.matches()) {
            Optional<BigFraction> level = Optional.ofNullable(confidence.group(1)).map(digits -> Fractions.of(digits.replace(',', '.')).multiply(HUNDREDTH));
            return confidence(level, unwrapped(confidence.group(2)));
        }
        Matcher odds = ODDS.matcher(text);
        if (odds.matches() && number(odds.group(1), true).isPresent() && number(odds.group(2), true).isPresent()) {
            return odds(numbers.read(odds.group(1), true), numbers.read(odds.group(2), true));
        }
        Optional<Reading> several = pair(text);
        return several.isPresent() ? several.get() : sequence(text, depth);
    }

    /// `3.1 ± 0.2`, `3.1 (0.2)`, `2–3`.
    private Optional<Reading> pair(String text) throws UnreadableException {
        Matcher plusMinus = PLUS_MINUS.matcher(text);
        if (plusMinus.matches()) {
            Reading.Number uncertainty = numbers.read(plusMinus.group(2), false);
            return Optional.of(new Reading.Estimate(likewise(plusMinus.group(1), plusMinus.group(2)), uncertainty));
        }
        Matcher brackets = BRACKETS.matcher(text);
        if (brackets.matches()) {
            Optional<Reading.Number> first = number(brackets.group(1), false);
            if (first.isPresent()) {
                Reading within = inBrackets(brackets.group(2));
                return Optional.of(new Reading.Estimate(first.get(), within instanceof Reading.Confidence interval ? around(first.get(), brackets.group(1), interval, brackets.group(2)) : within));
            }
        }
        Matcher between = BETWEEN.matcher(text);
        Matcher range = RANGE.matcher(text);
        Matcher found = between.matches() ? between : range;
        if (between.matches() || range.matches()) {
            Optional<Reading.Number> to = number(found.group(2), false);
            if (to.isPresent() && number(found.group(1), false).isPresent()) {
                Reading.Number shared = likewise(found.group(1), found.group(2));
                Reading.Number from = shared.value().compareTo(to.get().value()) > 0 ? numbers.read(found.group(1), false) : shared;
                if (from.value().compareTo(to.get().value()) > 0) {
                    throw new UnreadableException("a range must begin with its smaller end");
                }
                return Optional.of(new Reading.Span(from.bounds().hull(to.get().bounds()), to.get().unit()));
            }
        }
        return Optional.empty();
    }

    /// Reads a number that shares what stands behind the next one: the 2 of `2–3 %`, of `$2–3 million`.
    private Reading.Number likewise(String text, String behind) throws UnreadableException {
        return behind(text).isEmpty() ? number(text + behind(behind), false).orElse(numbers.read(text, false)) : numbers.read(text, false);
    }

    private static String behind(String text) {
        Matcher behind = BEHIND.matcher(text.strip());
        return behind.matches() ? behind.group(1) : "";
    }

    /// An interval whose ends share what stands behind the estimate, where the estimate lies between them only then: `12 % (95 % CI 10–14)`.
    private Reading around(Reading.Number estimate, String text, Reading.Confidence plain, String within) throws UnreadableException {
        if (liesIn(estimate, plain) || behind(text).isEmpty() || !behind(within).isEmpty()) {
            return plain;
        }
        return inBrackets(within + behind(text)) instanceof Reading.Confidence shared && liesIn(estimate, shared) ? shared : plain;
    }

    private static boolean liesIn(Reading.Number estimate, Reading.Confidence interval) {
        return interval.low().value().compareTo(estimate.value()) <= 0 && estimate.value().compareTo(interval.high().value()) <= 0;
    }

    private Reading inBrackets(String text) throws UnreadableException {
        Matcher confidence = CONFIDENCE.matcher(text);
        if (confidence.matches()) {
            return form(text, false, false, 0);
        }
        Optional<Reading.Number> number = number(text.replaceFirst("^(?:SD|SE|s\\.d\\.|s\\.e\\.)\\s*=?\\s*", ""), false);
        return number.isPresent() ? number.get() : confidence(Optional.empty(), text);
    }

    private Reading confidence(Optional<BigFraction> level, String text) throws UnreadableException {
        String[] ends = text.split(notation.decimalComma() ? "\\s*;\\s*|,\\s+|\\s+to\\s+" : "\\s*[;,]\\s*|\\s+to\\s+", -1);
        if (ends.length != 2) {
            Matcher range = RANGE.matcher(text);
            if (!range.matches()) {
                throw new UnreadableException("an interval must have two ends, as in [1.2, 3.4] or 1.2 to 3.4");
            }
            ends = new String[] {range.group(1), range.group(2)};
        }
        return new Reading.Confidence(level, likewise(ends[0].strip(), ends[1].strip()), numbers.read(ends[1].strip(), false));
    }

    private static Reading bound(String sign, Reading.Number end, boolean probability) throws UnreadableException {
        boolean included = !sign.equals("<") && !sign.equals(">");
        boolean below = sign.startsWith("<") || sign.equals("≤") || sign.equals("⩽");
        Bounds bounds = below ? Bounds.below(end.value(), included) : Bounds.above(end.value(), included);
        if (probability) {
            bounds = bounds.within(SHARE).orElseThrow(() -> new UnreadableException("a probability lies from 0 to 1"));
        }
        return new Reading.Span(bounds, end.unit());
    }

    private static Reading asProbability(Reading.Number number) throws UnreadableException {
        Bounds bounds = number.bounds().within(SHARE).orElseThrow(() -> new UnreadableException("a probability lies from 0 to 1"));
        return new Reading.Number(number.value(), bounds, number.unit(), number.exact());
    }

    private static Reading odds(Reading.Number above, Reading.Number below) throws UnreadableException {
        Bounds a = side(above);
        Bounds b = side(below);
        if (a.low().orElseThrow().compareTo(BigFraction.ZERO) < 0 || b.low().orElseThrow().compareTo(BigFraction.ZERO) <= 0) {
            throw new UnreadableException("both sides of odds must be above 0");
        }
        BigFraction value = above.value().divide(below.value());
        Bounds bounds = Bounds.of(a.low().get().divide(b.high().orElseThrow()), a.lowIncluded() && b.highIncluded(),
                a.high().orElseThrow().divide(b.low().get()), a.highIncluded() && b.lowIncluded());
        return new Reading.Number(value, bounds, "", a.width().equals(b.width()) && bounds.equals(Bounds.point(value)));
    }

    /// An integer of odds is a count, a decimal is rounded.
    private static Bounds side(Reading.Number number) {
        return number.bounds().width().filter(BigFraction.ONE::equals).isPresent() ? Bounds.point(number.value()) : number.bounds();
    }

    private Reading sequence(String text, int depth) throws UnreadableException {
        String inner = unwrapped(text);
        List<String> parts = Separators.split(inner, notation.decimalComma(), depth > 0 || inner.length() < text.length());
        if (depth > DEEPEST || parts.isEmpty() || parts.size() < 2 && inner.length() == text.length()) {
            throw new UnreadableException("'" + text + "' is of none of the forms");
        }
        List<Reading> elements = new ArrayList<>();
        for (String part : parts) {
            Optional<Reading.Number> number = number(part, false);
            elements.add(number.isPresent() ? number.get() : sequence(part, depth + 1));
        }
        return new Reading.Sequence(elements);
    }

    private static String unwrapped(String text) {
        return Separators.isWrapped(text) ? text.substring(1, text.length() - 1).strip() : text;
    }

    private Optional<Reading.Number> number(String text, boolean exact) {
        try {
            return Optional.of(numbers.read(text.strip(), exact));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }
}

package infogap.claims;

import infogap.claims.printed.Bounds;
import infogap.claims.printed.Reading;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.math3.fraction.BigFraction;

/// Whether two texts say the same numbers: as printed digits allow, or as floating point allows.
final class Sameness {

    /// A decimal, which somebody computed in floating point or rounded; a fraction or an integer is exact.
    private static final Pattern DECIMAL = Pattern.compile("\\d\\.\\d|\\d[eE][-+]?\\d");
    private static final String UNCERTAIN = " ± ";

    private Sameness() {}

    /// Whether the numbers of a recomputed text lie where the printed ones allow it; false where either has none, or they stand in other rows.
    static boolean agrees(String recomputed, Printed printed) {
        Reading found = Printed.of(recomputed).reading();
        List<BigFraction> values = values(found);
        List<Bounds> bounds = printed.numbers();
        if (values.isEmpty() || values.size() != bounds.size() || !Reading.shape(found).equals(Reading.shape(printed.reading()))) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!bounds.get(i).overlaps(around(values.get(i), recomputed))) {
                return false;
            }
        }
        return true;
    }

    /// Whether two recomputed texts are the same result: letter by letter, or number by number, decimals within [Card#VALUE_TOLERANCE] or the
    /// uncertainty that they state.
    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Reading first = Printed.of(one).reading();
        Reading second = Printed.of(other).reading();
        if (first instanceof Reading.Words || second instanceof Reading.Words) {
            return false;
        }
        if (one.contains(UNCERTAIN) || other.contains(UNCERTAIN)) {
            return stated(first).overlaps(stated(second));
        }
        if (first instanceof Reading.Span || second instanceof Reading.Span) {
            return first.equals(second);
        }
        List<BigFraction> a = values(first);
        List<BigFraction> b = values(second);
        if (a.isEmpty() || a.size() != b.size() || !Reading.shape(first).equals(Reading.shape(second))) {
            return false;
        }
        boolean exact = !DECIMAL.matcher(one).find() && !DECIMAL.matcher(other).find();
        for (int i = 0; i < a.size(); i++) {
            if (exact ? !a.get(i).equals(b.get(i)) : !isClose(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether two numbers are the same up to the noise of floating point.
    static boolean isClose(BigFraction one, BigFraction other) {
        BigFraction larger = one.abs().compareTo(other.abs()) > 0 ? one.abs() : other.abs();
        BigFraction scale = larger.compareTo(BigFraction.ONE) > 0 ? larger : BigFraction.ONE;
        return one.subtract(other).abs().compareTo(scale.multiply(Fractions.ofDecimal(Card.VALUE_TOLERANCE))) <= 0;
    }

    private static Bounds stated(Reading reading) {
        return switch (reading) {
            case Reading.Estimate(Reading.Number number, Reading.Number uncertainty) ->
                Bounds.closed(number.value().subtract(uncertainty.value().abs()), number.value().add(uncertainty.value().abs()));
            case Reading.Number number -> Bounds.point(number.value());
            default -> reading.numbers().getFirst();
        };
    }

    /// A decimal of so many digits comes from a double and carries its noise.
    private static Bounds around(BigFraction value, String text) {
        boolean fromDouble = DECIMAL.matcher(text).find() && Fractions.readable(value).length() < Fractions.format(value).length();
        BigFraction noise = fromDouble ? Fractions.ofBinary(Finding.Value.ROUNDINGS * Math.ulp(Fractions.toDouble(value))) : BigFraction.ZERO;
        return Bounds.closed(value.subtract(noise), value.add(noise));
    }

    /// The numbers as they are written; none for bounds and words.
    static List<BigFraction> values(Reading reading) {
        List<BigFraction> values = new ArrayList<>();
        switch (reading) {
            case Reading.Number number -> values.add(number.value());
            case Reading.Estimate estimate -> {
                values.add(estimate.number().value());
                values.addAll(values(estimate.uncertainty()));
            }
            case Reading.Confidence confidence -> {
                values.add(confidence.low().value());
                values.add(confidence.high().value());
            }
            case Reading.Sequence sequence -> sequence.elements().forEach(element -> values.addAll(values(element)));
            case Reading.Span _, Reading.Words _ -> {
                // no number to hold another against
            }
        }
        return values;
    }
}

package infogap.claims;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// A statement that can be read, or completed, in several ways, with what each way gives.
///
/// ```java
/// Readings.of(
///     Readings.holds("a risk averter who pays the price", true, "B"),
///     Readings.holds("the returns are certain", false, "A"))
/// ```
///
/// Verdict: *ill-posed* when the statement is true under one reading and false under another, or when the quantity that it speaks of
/// has different values, or a value under one and none under another. Readings that agree decide the claim: *reproduced* or *false
/// conclusion* for a statement, the verdict of [Finding.ExactValue] for a quantity. Two texts that differ are no disagreement.
///
/// @param readings at least two, all of a statement or all of a quantity
public record Readings(List<Reading> readings) implements Finding {

    /// What one way gives.
    public sealed interface Reading {

        /// The way to read the claim.
        String name();

        /// What it gives, for a reader.
        String shown();
    }

    /// Whether the statement is true under this reading, and the computation that shows it.
    public record Holds(String name, boolean holds, String shown) implements Reading {
        public Holds {
            Checks.text("name", name);
            Checks.text("shown", shown);
        }
    }

    /// The value under this reading. A floating-point value equals another within [Card#VALUE_TOLERANCE].
    public record Gives(String name, BigFraction value, boolean exact, String unit) implements Reading {
        public Gives {
            Checks.text("name", name);
            Checks.present("value", value);
            Checks.present("unit", unit);
        }

        @Override
        public String shown() {
            return (exact ? Fractions.format(value) : Double.toString(Fractions.toDouble(value))) + (unit.isBlank() ? "" : " " + unit);
        }

        boolean agrees(Gives other) {
            if (exact && other.exact) {
                return value.equals(other.value);
            }
            double here = Fractions.toDouble(value);
            double there = Fractions.toDouble(other.value);
            return Math.abs(here - there) <= Card.VALUE_TOLERANCE * Math.max(1, Math.max(Math.abs(here), Math.abs(there)));
        }
    }

    /// No value exists under this reading.
    public record GivesNothing(String name, String shown) implements Reading {
        public GivesNothing {
            Checks.text("name", name);
            Checks.text("shown", shown);
        }
    }

    public Readings {
        readings = Checks.notEmpty("readings", readings);
        Checks.atLeast("readings", readings.size(), 2);
        Checks.distinct("names of the readings", readings.stream().map(Reading::name).toList());
        long statements = readings.stream().filter(Holds.class::isInstance).count();
        if (statements > 0 && statements < readings.size()) {
            throw new IllegalArgumentException("readings must all be of a statement or all of a quantity, but " + statements + " of "
                    + readings.size() + " say whether it holds");
        }
        if (readings.stream().allMatch(GivesNothing.class::isInstance)) {
            throw new IllegalArgumentException("readings must hold one that gives a value, but none does: " + shown(readings));
        }
    }

    /// These readings.
    public static Readings of(Reading... readings) {
        return new Readings(List.of(readings));
    }

    /// A reading under which the statement is true or false, with what the computation shows.
    public static Reading holds(String name, boolean holds, String shown) {
        return new Holds(name, holds, shown);
    }

    /// A reading under which the quantity is this.
    public static Reading gives(String name, BigFraction value) {
        return new Gives(name, value, true, "");
    }

    /// A reading under which the quantity is this, in floating point.
    public static Reading gives(String name, double value, String unit) {
        return new Gives(name, Fractions.ofDecimal(Checks.finite("value", value)), false, unit);
    }

    /// A reading under which there is no such quantity.
    public static Reading givesNothing(String name, String why) {
        return new GivesNothing(name, why);
    }

    @Override
    public Verdict verdict(Printed printed) {
        if (readings.getFirst() instanceof Holds) {
            long yes = readings.stream().filter(reading -> reading instanceof Holds statement && statement.holds()).count();
            return yes == 0 ? Verdict.FALSE_CONCLUSION : yes == readings.size() ? Verdict.REPRODUCED : Verdict.ILL_POSED;
        }
        List<Gives> values = readings.stream().filter(Gives.class::isInstance).map(Gives.class::cast).toList();
        boolean agree = values.size() == readings.size() && values.stream().allMatch(values.getFirst()::agrees);
        return agree ? new Finding.ExactValue(values.getFirst().value()).verdict(printed) : Verdict.ILL_POSED;
    }

    @Override
    public String recomputed() {
        return shown(readings);
    }

    @Override
    public String toString() {
        return recomputed();
    }

    private static String shown(List<Reading> readings) {
        return readings.stream().map(reading -> reading.name() + ": " + reading.shown()).collect(Collectors.joining("; "));
    }
}

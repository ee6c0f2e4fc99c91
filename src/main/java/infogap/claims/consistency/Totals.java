package infogap.claims.consistency;

import infogap.claims.Compatibility;
import infogap.claims.Finding;
import infogap.claims.Printed;
import infogap.claims.printed.Bounds;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// Numbers of one table that must fit together as far as their rounding leaves them: parts and their sum, parts and their shares, a difference.
///
/// @param what which numbers
/// @param computed what the parts leave
/// @param printed what is printed
public record Totals(String what, Bounds computed, Printed printed) {

    public Totals {
        Checks.text("what", what);
        Checks.present("computed", computed);
        Checks.present("printed", printed);
    }

    /// Whether the parts can add up to the total: Σ parts.
    public static Totals sum(List<Printed> parts, Printed total) {
        Bounds sum = Checks.<Printed>notEmpty("parts", parts).stream().map(Totals::number).reduce(Totals::plus).orElseThrow();
        return new Totals("the sum of " + texts(parts), sum, total);
    }

    /// Whether the difference can be the printed one: first − second.
    public static Totals difference(Printed first, Printed second, Printed difference) {
        return new Totals(first.text() + " minus " + second.text(), plus(number(first), number(second).times(BigFraction.MINUS_ONE)), difference);
    }

    /// Whether the share can be the printed one: part / whole, both at least 0 and the whole above it.
    public static Totals share(Printed part, Printed whole, Printed share) {
        Bounds above = number(part);
        Bounds below = number(whole);
        if (below.low().orElseThrow().compareTo(BigFraction.ZERO) <= 0 || above.low().orElseThrow().compareTo(BigFraction.ZERO) < 0 && !above.contains(BigFraction.ZERO)) {
            throw new IllegalArgumentException("whole must be above 0 and part at least 0, but they are '" + whole.text() + "' and '" + part.text() + "'");
        }
        BigFraction least = above.low().get().compareTo(BigFraction.ZERO) < 0 ? BigFraction.ZERO : above.low().get();
        return new Totals(part.text() + " of " + whole.text(), Bounds.closed(least.divide(below.high().orElseThrow()), above.high().orElseThrow().divide(below.low().get())), share);
    }

    /// Whether the printed number can be that of the parts.
    public boolean isConsistent() {
        return computed.overlaps(number(printed));
    }

    /// As a finding for a claim.
    public Finding finding() {
        return new Compatibility(what + " printed as " + printed.text(), isConsistent(), "the parts leave " + computed);
    }

    private static Bounds plus(Bounds a, Bounds b) {
        return Bounds.closed(a.low().orElseThrow().add(b.low().orElseThrow()), a.high().orElseThrow().add(b.high().orElseThrow()));
    }

    private static Bounds number(Printed printed) {
        if (Checks.present("number", printed).interval().isEmpty()) {
            throw new IllegalArgumentException("a part of a table must be one number, but is '" + printed.text() + "'");
        }
        return printed.numbers().getFirst();
    }

    private static String texts(List<Printed> parts) {
        return parts.stream().map(Printed::text).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return what + " is " + Fractions.readable(computed.low().orElseThrow()) + " to " + Fractions.readable(computed.high().orElseThrow()) + "; printed is " + printed.text()
                + (isConsistent() ? ", consistent" : ", inconsistent");
    }
}

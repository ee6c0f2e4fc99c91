package infogap.decision;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/// Whether one lottery stochastically dominates another, with the numbers that decide it; compared in exact fractions, without a tolerance.
///
/// Source: J. Hadar and W. R. Russell (1969), *Rules for ordering uncertain prospects*, American Economic Review 59, 25–34.
///
/// @param order which dominance was asked for
/// @param relation the answer
/// @param evidence the compared functions at every outcome of either lottery, in ascending order
public record Dominance(Order order, Relation relation, List<Evidence> evidence) {

    /// The kinds of dominance.
    public enum Order {
        /// `a` dominates `b` iff `F_a(x) ≤ F_b(x)` for all `x`: iff everybody with an increasing utility prefers `a`.
        FIRST,
        /// `a` dominates `b` iff `∫_{−∞}^x F_a ≤ ∫_{−∞}^x F_b` for all `x`: iff everybody with an increasing concave utility prefers `a`.
        SECOND
    }

    /// How two lotteries relate.
    public enum Relation {
        FIRST_DOMINATES,
        SECOND_DOMINATES,
        EQUAL,
        NEITHER
    }

    /// @param outcome `x`
    /// @param first `F_a(x)`, or its integral up to `x`
    /// @param second `F_b(x)`, or its integral up to `x`
    public record Evidence(BigFraction outcome, BigFraction first, BigFraction second) {

        /// `first − second`: nowhere above 0 where `a` dominates, nowhere below 0 where `b` does.
        public BigFraction difference() {
            return first.subtract(second);
        }
    }

    public Dominance {
        Checks.present("order", order);
        Checks.present("relation", relation);
        evidence = Checks.notEmpty("evidence", evidence);
    }

    /// First-order dominance between `a` and `b`.
    public static Dominance firstOrder(Lottery a, Lottery b) {
        List<Evidence> evidence =
                grid(a, b).stream().map(x -> new Evidence(x, a.cumulative(x), b.cumulative(x))).toList();
        return new Dominance(Order.FIRST, relation(evidence), evidence);
    }

    /// Second-order dominance between `a` and `b`. The integrals are linear between outcomes, so that comparing them at the outcomes is enough.
    public static Dominance secondOrder(Lottery a, Lottery b) {
        List<Evidence> evidence = new ArrayList<>();
        BigFraction first = BigFraction.ZERO;
        BigFraction second = BigFraction.ZERO;
        BigFraction before = null;
        for (BigFraction x : grid(a, b)) {
            if (before != null) {
                BigFraction width = x.subtract(before);
                first = first.add(width.multiply(a.cumulative(before)));
                second = second.add(width.multiply(b.cumulative(before)));
            }
            evidence.add(new Evidence(x, first, second));
            before = x;
        }
        return new Dominance(Order.SECOND, relation(evidence), evidence);
    }

    @Override
    public String toString() {
        boolean second = order == Order.SECOND;
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s-order dominance: %s%n%12s  %12s  %12s  %12s%n",
                second ? "second" : "first",
                relation.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "outcome",
                second ? "int F_a" : "F_a",
                second ? "int F_b" : "F_b",
                "difference"));
        for (Evidence row : evidence) {
            text.append(String.format(
                    Locale.ROOT, "%12s  %12s  %12s  %12s%n", Fractions.readable(row.outcome), Fractions.readable(row.first),
                    Fractions.readable(row.second), Fractions.readable(row.difference())));
        }
        return text.toString().stripTrailing();
    }

    private static List<BigFraction> grid(Lottery a, Lottery b) {
        Checks.present("a", a);
        Checks.present("b", b);
        return List.copyOf(new TreeSet<>(Stream.concat(a.outcomes().stream(), b.outcomes().stream()).toList()));
    }

    private static Relation relation(List<Evidence> evidence) {
        boolean firstLower = evidence.stream().anyMatch(row -> row.first.compareTo(row.second) < 0);
        boolean secondLower = evidence.stream().anyMatch(row -> row.first.compareTo(row.second) > 0);
        if (firstLower) {
            return secondLower ? Relation.NEITHER : Relation.FIRST_DOMINATES;
        }
        return secondLower ? Relation.SECOND_DOMINATES : Relation.EQUAL;
    }
}

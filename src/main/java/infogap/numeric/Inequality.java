package infogap.numeric;

import org.apache.commons.math3.fraction.BigFraction;

/// An inequality with the numbers that decide it, so that a verdict can be checked by hand.
///
/// @param formula the inequality in symbols, such as `c_H ≤ Δ`
/// @param left the value of its left side
/// @param relation how the sides are compared
/// @param right the value of its right side
public record Inequality(String formula, BigFraction left, Relation relation, BigFraction right) {

    /// How two numbers are compared.
    public enum Relation {
        LESS("<"),
        AT_MOST("≤"),
        EQUAL("=");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }
    }

    public Inequality {
        Checks.text("formula", formula);
        Checks.present("left", left);
        Checks.present("relation", relation);
        Checks.present("right", right);
    }

    /// Whether it is true for these numbers.
    public boolean holds() {
        int order = left.compareTo(right);
        return switch (relation) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case EQUAL -> order == 0;
        };
    }

    public static Inequality less(String formula, BigFraction left, BigFraction right) {
        return new Inequality(formula, left, Relation.LESS, right);
    }

    public static Inequality atMost(String formula, BigFraction left, BigFraction right) {
        return new Inequality(formula, left, Relation.AT_MOST, right);
    }

    public static Inequality equal(String formula, BigFraction left, BigFraction right) {
        return new Inequality(formula, left, Relation.EQUAL, right);
    }

    /// `c_H ≤ c_D: 100 ≤ 50 fails`.
    @Override
    public String toString() {
        return formula + ": " + Fractions.readable(left) + " " + relation.symbol + " " + Fractions.readable(right)
                + (holds() ? " holds" : " fails");
    }
}

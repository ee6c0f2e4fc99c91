package infogap.contracts;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Inequality;
import org.apache.commons.math3.fraction.BigFraction;

/// An inequality that a contract must satisfy, with its numbers, and whether it binds.
///
/// @param kind what it is for
/// @param inequality `left ≤ right` with the numbers of the contract
public record Constraint(Kind kind, Inequality inequality) {

    /// What a constraint is for.
    public enum Kind {
        /// Somebody must not prefer to stay away (参与约束).
        PARTICIPATION("participation"),
        /// Nobody must prefer what is meant for another, or another action (激励相容约束).
        INCENTIVE("incentive"),
        /// A higher type must not get less.
        MONOTONICITY("monotonicity"),
        /// Nobody can be made to pay more than there is (有限责任).
        LIABILITY("liability"),
        /// Whoever puts up the money must get it back.
        ZERO_PROFIT("zero profit");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    public Constraint {
        Checks.present("kind", kind);
        Checks.present("inequality", inequality);
    }

    /// `left ≤ right` in exact numbers.
    public static Constraint exact(Kind kind, String formula, BigFraction left, BigFraction right) {
        return new Constraint(kind, Inequality.atMost(formula, left, right));
    }

    /// `left ≤ right` in doubles, each read as the decimal that it prints; sides that differ by at most the tolerance count as equal.
    ///
    /// @throws IllegalArgumentException if a number is not finite or the tolerance negative
    public static Constraint rounded(Kind kind, String formula, double left, double right, double tolerance) {
        Checks.finite("left", left);
        Checks.finite("right", right);
        boolean equal = Math.abs(left - right) <= Checks.nonNegative("tolerance", tolerance);
        BigFraction exactRight = Fractions.ofDecimal(right);
        return exact(kind, formula, equal ? exactRight : Fractions.ofDecimal(left), exactRight);
    }

    /// Whether the inequality is true.
    public boolean holds() {
        return inequality.holds();
    }

    /// Whether both sides are equal, so that the constraint costs something.
    public boolean binds() {
        return inequality.left().equals(inequality.right());
    }

    /// By how much the right side is larger.
    public BigFraction slack() {
        return inequality.right().subtract(inequality.left());
    }

    @Override
    public String toString() {
        return String.format("%-13s %s%s", kind, inequality, binds() ? ", binds" : "");
    }
}

package infogap.customers.basket;

import infogap.numeric.Checks;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/// "Baskets with these also have those", with the counts that everything else follows from.
///
/// @param antecedent what is in the basket
/// @param consequent what is then expected; no item of the antecedent
/// @param together baskets with both
/// @param withAntecedent baskets with the antecedent
/// @param withConsequent baskets with the consequent
/// @param baskets all baskets
public record AssociationRule(
        SortedSet<String> antecedent,
        SortedSet<String> consequent,
        long together,
        long withAntecedent,
        long withConsequent,
        long baskets) {

    /// @throws IllegalArgumentException if a set is empty, they overlap, or the counts contradict each other
    public AssociationRule {
        antecedent = copy("antecedent", antecedent);
        consequent = copy("consequent", consequent);
        if (!Collections.disjoint(antecedent, consequent)) {
            throw new IllegalArgumentException("consequent must have no item of the antecedent " + antecedent + ", but is " + consequent);
        }
        Checks.atLeast("together", together, 0);
        Checks.atLeast("withAntecedent", withAntecedent, Math.max(1, together));
        Checks.atLeast("withConsequent", withConsequent, Math.max(1, together));
        Checks.atLeast("baskets", baskets, withAntecedent + withConsequent - together);
    }

    /// `P(A ∧ C)`.
    public double support() {
        return (double) together / baskets;
    }

    /// `P(C | A)`.
    public double confidence() {
        return (double) together / withAntecedent;
    }

    /// `P(C | A)/P(C)`: 1 when A says nothing about C.
    public double lift() {
        return (double) together * baskets / ((double) withAntecedent * withConsequent);
    }

    /// `[honey, tea] ⇒ [sugar]: support 0.0613, confidence 0.6133, lift 3.12`.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s ⇒ %s: support %.4f, confidence %.4f, lift %.2f",
                antecedent, consequent, support(), confidence(), lift());
    }

    private static SortedSet<String> copy(String argument, SortedSet<String> items) {
        Checks.notEmpty(argument, items);
        return Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }
}

package infogap.disclosure;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import infogap.numeric.Inequality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// Verifiable disclosure (可验证披露): a seller may prove its quality at a cost or keep silent, but not lie; buyers pay the expected value.
///
/// With the price `s` of silence, a seller who knows its quality proves it iff `value − cost ≥ s`. Without a cost, and if each seller is known to know,
/// everything is proved (*unravelling*): of those who would be silent the best would rather prove. A cost (Jovanovic 1982), or a chance of not knowing
/// (Dye 1985), gives the silent an excuse, and the best prove while the rest hides.
///
/// Equilibria are the prices with `s = E[value | silent]`; sellers who are indifferent may do either, so that two may differ only in them.
///
/// Sources: S. J. Grossman (1981), *The informational role of warranties and private disclosure about product quality*, Journal of Law and Economics 24,
/// 461–483; P. R. Milgrom (1981), *Good news and bad news*, Bell Journal of Economics 12, 380–391; B. Jovanovic (1982), *Truthful disclosure of
/// information*, Bell Journal of Economics 13, 36–44; R. A. Dye (1985), *Disclosure of nonproprietary information*, Journal of Accounting Research 23,
/// 123–145.
///
/// @param grades the qualities, with shares that sum to 1
/// @param cost of proving, at least 0
/// @param informed the probability that a seller knows its quality, in [0, 1]
public record VerifiableDisclosure(List<Grade> grades, BigFraction cost, BigFraction informed) {

    /// @throws IllegalArgumentException if a name or a value stands twice, the shares do not sum to exactly 1, the cost is negative, or `informed` is outside [0, 1]
    public VerifiableDisclosure {
        grades = Checks.notEmpty("grades", grades);
        Checks.distinct("names of the grades", grades.stream().map(Grade::name).toList());
        Checks.distinct("values of the grades", grades.stream().map(grade -> Fractions.format(grade.value())).toList());
        BigFraction sum = grades.stream().map(Grade::share).reduce(BigFraction.ZERO, BigFraction::add);
        if (!sum.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("the shares of the grades must sum to exactly 1, but sum to " + Fractions.format(sum));
        }
        Exact.nonNegative("cost", cost);
        Exact.probability("informed", informed);
    }

    /// Everybody knows, and proof is free.
    public static VerifiableDisclosure of(List<Grade> grades) {
        return new VerifiableDisclosure(grades, BigFraction.ZERO, BigFraction.ONE);
    }

    /// The same with a cost of proving, read as the decimal that it prints.
    public VerifiableDisclosure withCost(double cost) {
        return new VerifiableDisclosure(grades, Fractions.ofDecimal(Checks.nonNegative("cost", cost)), informed);
    }

    /// The same with this probability that a seller knows, read as the decimal that it prints.
    public VerifiableDisclosure withInformed(double informed) {
        return new VerifiableDisclosure(grades, cost, Fractions.ofDecimal(Checks.probability("informed", informed)));
    }

    /// All equilibria in which nobody mixes: by the grades that are proved, fewest first. If nobody is silent, silence is taken for the worst grade.
    public List<DisclosureEquilibrium> equilibria() {
        List<Grade> descending = grades.stream().sorted(Comparator.comparing(Grade::value).reversed()).toList();
        List<DisclosureEquilibrium> found = new ArrayList<>();
        // who proves is worth more than who could and does not, so that the proved grades are the best ones
        for (int proved = 0; proved <= descending.size(); proved++) {
            DisclosureEquilibrium candidate = candidate(descending.subList(0, proved), descending.subList(proved, descending.size()));
            if (candidate.conditions().stream().allMatch(Inequality::holds)) {
                found.add(candidate);
            }
        }
        return List.copyOf(found);
    }

    /// `E value`, what every seller gets where nothing can be proved.
    public BigFraction averageValue() {
        return sum(grades);
    }

    private DisclosureEquilibrium candidate(List<Grade> proved, List<Grade> silent) {
        BigFraction worst = grades.stream().map(Grade::value).min(Comparator.naturalOrder()).orElseThrow();
        BigFraction unknowing = BigFraction.ONE.subtract(informed);
        BigFraction weight = unknowing.add(informed.multiply(silent.stream().map(Grade::share).reduce(BigFraction.ZERO, BigFraction::add)));
        BigFraction price = weight.getNumerator().signum() == 0
                ? worst : unknowing.multiply(averageValue()).add(informed.multiply(sum(silent))).divide(weight);
        List<Inequality> conditions = new ArrayList<>();
        if (!proved.isEmpty()) {
            Grade least = proved.getLast();
            conditions.add(new Inequality(
                    "price of silence ≤ value − cost of " + least.name(), price, Inequality.Relation.AT_MOST, least.value().subtract(cost)));
        }
        if (!silent.isEmpty()) {
            Grade best = silent.getFirst();
            conditions.add(new Inequality(
                    "value − cost of " + best.name() + " ≤ price of silence", best.value().subtract(cost), Inequality.Relation.AT_MOST, price));
        }
        return new DisclosureEquilibrium(this, proved, silent, price, conditions);
    }

    private static BigFraction sum(List<Grade> some) {
        return some.stream().map(grade -> grade.share().multiply(grade.value())).reduce(BigFraction.ZERO, BigFraction::add);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("proof costs " + Fractions.readable(cost) + ", " + Fractions.readable(informed) + " of the sellers know");
        equilibria().forEach(equilibrium -> text.append(System.lineSeparator()).append(equilibrium));
        return text.toString();
    }
}

package infogap.decision;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;

/// Whether one lottery is another one plus noise: `risky = safe + ε` with `E[ε | safe] = 0`, the definition of more risk by Rothschild and Stiglitz.
///
/// Sources: M. Rothschild and J. E. Stiglitz (1970), *Increasing risk: I. A definition*, Journal of Economic Theory 2, 225–243; the coupling is the
/// left-curtain one of M. Beiglböck and N. Juillet (2016), *On a problem of optimal transport under marginal martingale constraints*, Annals of
/// Probability 44, 42–106.
public sealed interface MeanPreservingSpread {

    /// It is, and here is the noise.
    ///
    /// @param safe the lottery with less risk
    /// @param risky the lottery with more
    /// @param coupling `P(safe = s_i, risky = r_j)`: rows sum to the probabilities of `safe`, columns to those of `risky`, and the mean of `risky` in row
    ///     `i` is `s_i`
    record Spread(Lottery safe, Lottery risky, List<List<BigFraction>> coupling) implements MeanPreservingSpread {

        /// Whether marginals and conditional means are exactly right.
        public boolean verify() {
            for (int i = 0; i < safe.size(); i++) {
                BigFraction mass = BigFraction.ZERO;
                BigFraction moment = BigFraction.ZERO;
                for (int j = 0; j < risky.size(); j++) {
                    BigFraction entry = coupling.get(i).get(j);
                    if (entry.getNumerator().signum() < 0) {
                        return false;
                    }
                    mass = mass.add(entry);
                    moment = moment.add(entry.multiply(risky.outcomes().get(j)));
                }
                if (!mass.equals(safe.probabilities().get(i)) || !moment.equals(mass.multiply(safe.outcomes().get(i)))) {
                    return false;
                }
            }
            for (int j = 0; j < risky.size(); j++) {
                int column = j;
                BigFraction mass = coupling.stream().map(row -> row.get(column)).reduce(BigFraction.ZERO, BigFraction::add);
                if (!mass.equals(risky.probabilities().get(j))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%12s", "safe \\ risky"));
            risky.outcomes().forEach(r -> text.append(String.format(Locale.ROOT, "  %10s", Fractions.readable(r))));
            for (int i = 0; i < safe.size(); i++) {
                text.append(String.format(Locale.ROOT, "%n%12s", Fractions.readable(safe.outcomes().get(i))));
                coupling.get(i).forEach(p -> text.append(String.format(Locale.ROOT, "  %10s", Fractions.readable(p))));
            }
            return text.toString();
        }
    }

    /// It is not.
    ///
    /// @param reason the unequal means, or the outcome up to which the integral of the distribution function is larger for `safe`
    record NoSpread(String reason) implements MeanPreservingSpread {
        @Override
        public String toString() {
            return "no mean-preserving spread: " + reason;
        }
    }

    /// Whether `risky` is a mean-preserving spread of `safe`; a lottery is one of itself, without noise.
    static MeanPreservingSpread of(Lottery safe, Lottery risky) {
        Checks.present("safe", safe);
        Checks.present("risky", risky);
        if (!safe.exactMean().equals(risky.exactMean())) {
            return new NoSpread("the means " + Fractions.readable(safe.exactMean()) + " and " + Fractions.readable(risky.exactMean()) + " differ");
        }
        for (Dominance.Evidence row : Dominance.secondOrder(safe, risky).evidence()) {
            if (row.difference().getNumerator().signum() > 0) {
                return new NoSpread("up to " + Fractions.readable(row.outcome()) + " the integral of the distribution function is "
                        + Fractions.readable(row.first()) + " for safe and " + Fractions.readable(row.second()) + " for risky");
            }
        }
        return new Spread(safe, risky, coupling(safe, risky));
    }

    /// Each safe outcome, from the lowest up, takes a window of the risky mass that is left, in quantile order, of its own mass and mean.
    private static List<List<BigFraction>> coupling(Lottery safe, Lottery risky) {
        List<BigFraction> left = new ArrayList<>(risky.probabilities());
        List<List<BigFraction>> coupling = new ArrayList<>();
        for (int i = 0; i < safe.size(); i++) {
            BigFraction mass = safe.probabilities().get(i);
            BigFraction start = windowStart(left, risky.outcomes(), mass, mass.multiply(safe.outcomes().get(i)));
            List<BigFraction> row = window(left, start, start.add(mass));
            for (int j = 0; j < row.size(); j++) {
                left.set(j, left.get(j).subtract(row.get(j)));
            }
            coupling.add(row);
        }
        return List.copyOf(coupling);
    }

    /// Where the window begins: its moment is continuous, rising and piecewise linear in the start, so that one piece holds the answer.
    private static BigFraction windowStart(
            List<BigFraction> masses, List<BigFraction> outcomes, BigFraction mass, BigFraction moment) {
        BigFraction last = masses.stream().reduce(BigFraction.ZERO, BigFraction::add).subtract(mass);
        TreeSet<BigFraction> kinks = new TreeSet<>(List.of(BigFraction.ZERO, last));
        BigFraction cumulative = BigFraction.ZERO;
        for (BigFraction piece : masses) {
            cumulative = cumulative.add(piece);
            for (BigFraction kink : List.of(cumulative, cumulative.subtract(mass))) {
                if (kink.getNumerator().signum() > 0 && kink.compareTo(last) < 0) {
                    kinks.add(kink);
                }
            }
        }
        BigFraction before = null;
        BigFraction momentBefore = null;
        for (BigFraction kink : kinks) {
            BigFraction here = moment(window(masses, kink, kink.add(mass)), outcomes);
            if (here.equals(moment)) {
                return kink;
            }
            if (before != null && momentBefore.compareTo(moment) < 0 && here.compareTo(moment) > 0) {
                BigFraction part = moment.subtract(momentBefore).divide(here.subtract(momentBefore));
                return before.add(kink.subtract(before).multiply(part));
            }
            before = kink;
            momentBefore = here;
        }
        throw new AssertionError("a lottery in convex order has a window of every mean"); // excluded by the check of the integrals
    }

    /// How much of each mass lies between two quantiles.
    private static List<BigFraction> window(List<BigFraction> masses, BigFraction from, BigFraction to) {
        List<BigFraction> parts = new ArrayList<>();
        BigFraction low = BigFraction.ZERO;
        for (BigFraction mass : masses) {
            BigFraction high = low.add(mass);
            BigFraction part = min(high, to).subtract(low.compareTo(from) > 0 ? low : from);
            parts.add(part.getNumerator().signum() > 0 ? part : BigFraction.ZERO);
            low = high;
        }
        return parts;
    }

    private static BigFraction min(BigFraction a, BigFraction b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static BigFraction moment(List<BigFraction> masses, List<BigFraction> outcomes) {
        BigFraction sum = BigFraction.ZERO;
        for (int j = 0; j < masses.size(); j++) {
            sum = sum.add(masses.get(j).multiply(outcomes.get(j)));
        }
        return sum;
    }
}

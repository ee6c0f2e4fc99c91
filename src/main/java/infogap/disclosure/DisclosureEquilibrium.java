package infogap.disclosure;

import infogap.gap.InformationGap;
import infogap.gap.LogScore;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Inequality;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// Who proves its quality, and what buyers pay to the silent.
///
/// @param market the market
/// @param proved the grades that are proved by those who know them, the best first
/// @param silent the grades that are kept silent
/// @param priceOfSilence `E[value | silent]`; the worst value if nobody is silent
/// @param conditions why nobody would rather do the other thing
public record DisclosureEquilibrium(
        VerifiableDisclosure market, List<Grade> proved, List<Grade> silent, BigFraction priceOfSilence, List<Inequality> conditions) {

    public DisclosureEquilibrium {
        Checks.present("market", market);
        proved = List.copyOf(Checks.present("proved", proved));
        silent = List.copyOf(Checks.present("silent", silent));
        Checks.present("priceOfSilence", priceOfSilence);
        conditions = List.copyOf(Checks.present("conditions", conditions));
    }

    /// What a seller of this grade gets who knows it.
    public BigFraction payoff(Grade grade) {
        return proved.contains(grade) ? grade.value().subtract(market.cost()) : priceOfSilence;
    }

    /// What this grade gains by asymmetry against a market in which buyers see the quality: below 0 for the good, above for the bad.
    public BigFraction rent(Grade grade) {
        return payoff(grade).subtract(grade.value());
    }

    /// What proving costs all sellers together: the part of the loss that is lost to both, as what the silent bad gain the good lose.
    public BigFraction spentOnProof() {
        return market.informed().multiply(market.cost())
                .multiply(proved.stream().map(Grade::share).reduce(BigFraction.ZERO, BigFraction::add));
    }

    /// The share of sellers whose quality buyers learn.
    public BigFraction shareProved() {
        return market.informed().multiply(proved.stream().map(Grade::share).reduce(BigFraction.ZERO, BigFraction::add));
    }

    /// What buyers learn of the quality, in bits.
    public InformationGap<Distribution<String>, String, String> inBits() {
        List<String> names = market.grades().stream().map(Grade::name).toList();
        List<String> messages = new ArrayList<>(proved.stream().map(Grade::name).toList());
        messages.add("(silence)");
        double informed = Fractions.toDouble(market.informed());
        double[][] matrix = new double[names.size()][messages.size()];
        for (int i = 0; i < names.size(); i++) {
            int message = messages.indexOf(names.get(i));
            matrix[i][messages.size() - 1] = message < 0 ? 1 : Fractions.toDouble(BigFraction.ONE.subtract(market.informed()));
            if (message >= 0) {
                matrix[i][message] = informed;
            }
        }
        double[] shares = market.grades().stream().mapToDouble(grade -> Fractions.toDouble(grade.share())).toArray();
        return InformationGap.of(Distribution.normalized(names, shares), Channel.of(names, messages, matrix), LogScore.bits());
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add((proved.isEmpty() ? "nobody proves" : "proved: " + String.join(", ", proved.stream().map(Grade::name).toList()))
                + (silent.isEmpty() ? "; nobody who knows is silent" : "; silent: " + String.join(", ", silent.stream().map(Grade::name).toList()))
                + "; silence is paid " + Fractions.readable(priceOfSilence));
        conditions.forEach(condition -> lines.add("  " + condition));
        return String.join(System.lineSeparator(), lines);
    }
}

package infogap.contracts.effort;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// Something that the agent can do, which nobody else sees.
///
/// @param name what it is called
/// @param cost what it costs the agent, in utility
/// @param probabilities of the outcomes, summing to exactly 1
public record Action(String name, BigFraction cost, List<BigFraction> probabilities) {

    public Action {
        Checks.text("name", name);
        Checks.present("cost", cost);
        probabilities = Checks.notEmpty("probabilities", probabilities);
        for (int i = 0; i < probabilities.size(); i++) {
            Exact.probability("probabilities[" + i + "]", probabilities.get(i));
        }
        BigFraction sum = probabilities.stream().reduce(BigFraction.ZERO, BigFraction::add);
        if (!sum.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("probabilities of action " + name + " must sum to exactly 1, but " + probabilities.stream().map(Fractions::format).toList()
                    + " sum to " + Fractions.format(sum));
        }
    }

    /// From decimals, each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if the cost is not finite, a probability is outside [0, 1], or they do not sum to exactly 1
    public static Action of(String name, double cost, double... probabilities) {
        double[] p = Checks.finite("probabilities", probabilities);
        List<BigFraction> exact = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            exact.add(Fractions.ofDecimal(Checks.probability("probabilities[" + i + "]", p[i])));
        }
        return new Action(name, Fractions.ofDecimal(Checks.finite("cost", cost)), exact);
    }

    /// From texts, for numbers that no decimal can hold: `Action.of("shirk", "0", "1/3", "2/3")`.
    public static Action of(String name, String cost, String... probabilities) {
        Checks.present("probabilities", probabilities);
        return new Action(name, Exact.number("cost", cost), Arrays.stream(probabilities).map(p -> Exact.number("probabilities", p)).toList());
    }

    @Override
    public String toString() {
        return name;
    }
}

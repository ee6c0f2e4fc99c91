package infogap.gap.privacy;

import infogap.information.Unit;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import infogap.probability.Channel;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.apache.commons.math3.fraction.BigFraction;

/// What a channel reveals in the worst case about which of two neighbouring inputs it came from.
///
/// One quantity in three units: the likelihood ratio `R`, `ε = log R` in nats, `log₂ R` in bits. On average over the messages less is told, at most
/// `ε tanh(ε/2)`; see [#relativeEntropyCap(Unit)].
///
/// @param largestLikelihoodRatio `R = max p(y | x) / p(y | x′)` over messages and neighbouring inputs, exactly, for entries read as decimals; at least
///     1, and infinite when a message excludes an input
public record PrivacyLoss(Ratio largestLikelihoodRatio) {

    /// The largest ε of [#ofEpsilon]: `e^ε` is a finite double.
    public static final double LARGEST_EPSILON = 709;

    /// @throws IllegalArgumentException if the ratio is below 1 or undefined
    public PrivacyLoss {
        Checks.present("largestLikelihoodRatio", largestLikelihoodRatio);
        boolean valid = switch (largestLikelihoodRatio) {
            case Ratio.Finite(BigFraction value) -> value.compareTo(BigFraction.ONE) >= 0;
            case Ratio.Infinite infinite -> true;
            case Ratio.Undefined undefined -> false;
        };
        if (!valid) {
            throw new IllegalArgumentException(
                    "largestLikelihoodRatio must be a number of at least 1 or infinite, but is " + largestLikelihoodRatio);
        }
    }

    /// The loss of this channel, all its inputs being neighbours of each other.
    public static PrivacyLoss of(Channel<?, ?> channel) {
        return ofNeighbours(channel, (x, other) -> true);
    }

    /// The loss of this channel between neighbours: data sets that differ in one person, where the inputs are data sets.
    ///
    /// @param neighbours which pairs of inputs count; it is asked for both orders of a pair
    public static <X> PrivacyLoss ofNeighbours(Channel<X, ?> channel, BiPredicate<? super X, ? super X> neighbours) {
        Checks.present("channel", channel);
        Checks.present("neighbours", neighbours);
        BigFraction largest = BigFraction.ONE;
        for (int x = 0; x < channel.inputs().size(); x++) {
            for (int other = 0; other < channel.inputs().size(); other++) {
                if (x != other && neighbours.test(channel.inputs().get(x), channel.inputs().get(other))) {
                    switch (between(channel, x, other)) {
                        case Ratio.Finite(BigFraction ratio) -> largest = ratio.compareTo(largest) > 0 ? ratio : largest;
                        case Ratio noNumber -> {
                            return new PrivacyLoss(noNumber);
                        }
                    }
                }
            }
        }
        return new PrivacyLoss(new Ratio.Finite(largest));
    }

    /// The loss of a release that is known to be `ε`-private: `R = e^ε`, as the decimal that the double prints; for an `ε` below
    /// 1/2 as 1 and the decimal of `e^ε − 1`, which keeps the digits of `ε`.
    ///
    /// @throws IllegalArgumentException if ε is outside [0, [#LARGEST_EPSILON]] or NaN
    public static PrivacyLoss ofEpsilon(double epsilon) {
        Checks.inRange("epsilon", epsilon, 0, LARGEST_EPSILON);
        return new PrivacyLoss(new Ratio.Finite(
                epsilon < 0.5 ? BigFraction.ONE.add(Fractions.ofDecimal(Math.expm1(epsilon))) : Fractions.ofDecimal(Math.exp(epsilon))));
    }

    /// `max_y p(y | x) / p(y | x′)` for the inputs at these positions.
    static Ratio between(Channel<?, ?> channel, int x, int other) {
        BigFraction largest = BigFraction.ZERO;
        for (int y = 0; y < channel.outputs().size(); y++) {
            if (channel.probability(x, y) > 0) {
                if (channel.probability(other, y) == 0) {
                    return new Ratio.Infinite("the message " + channel.outputs().get(y) + " excludes an input");
                }
                BigFraction ratio = Fractions.ofDecimal(channel.probability(x, y)).divide(Fractions.ofDecimal(channel.probability(other, y)));
                largest = ratio.compareTo(largest) > 0 ? ratio : largest;
            }
        }
        return new Ratio.Finite(largest);
    }

    /// Whether the release is private for some ε.
    public boolean isFinite() {
        return largestLikelihoodRatio.isFinite();
    }

    /// `ε = log max LR` in nats: the smallest `ε` for which the channel is differentially private; positive infinity when it is not.
    public double epsilon() {
        return isFinite() ? Fractions.log(largestLikelihoodRatio.fraction()) : Double.POSITIVE_INFINITY;
    }

    /// The worst message in this unit: ε in nats, `log₂ R` in bits; positive infinity when a message excludes an input.
    public double worstCase(Unit unit) {
        return Checks.present("unit", unit).fromNats(epsilon());
    }

    /// The most that a release with this loss tells on average: `log R · (R − 1)/(R + 1) = ε tanh(ε/2)` nats; positive infinity when it is not private.
    public double relativeEntropyCap(Unit unit) {
        return isFinite() ? relativeEntropyCap(epsilon(), unit) : Checks.present("unit", unit).fromNats(Double.POSITIVE_INFINITY);
    }

    /// The most that an `ε`-private release tells on average about which of two inputs it came from: relative entropy of at most `ε tanh(ε/2)` nats.
    ///
    /// @throws IllegalArgumentException if ε is negative, NaN or infinite
    public static double relativeEntropyCap(double epsilon, Unit unit) {
        Checks.nonNegative("epsilon", epsilon);
        return Checks.present("unit", unit).fromNats(epsilon * Math.tanh(epsilon / 2));
    }

    /// The most that a message can make of this prior probability of one of two inputs: `pR / (pR + 1 − p)`, exactly.
    ///
    /// @throws IllegalArgumentException if the prior is outside [0, 1] or NaN
    public BigFraction highestPosterior(double prior) {
        BigFraction p = Fractions.ofDecimal(Checks.probability("prior", prior));
        if (p.equals(BigFraction.ZERO) || !isFinite()) {
            return p.equals(BigFraction.ZERO) ? p : BigFraction.ONE;
        }
        BigFraction raised = p.multiply(largestLikelihoodRatio.fraction());
        return raised.divide(raised.add(BigFraction.ONE).subtract(p));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "likelihood ratio at most %s, epsilon %.6f%s", largestLikelihoodRatio, epsilon(),
                isFinite() ? String.format(Locale.ROOT, ", at most %.6f bits on average", relativeEntropyCap(Unit.BITS)) : "");
    }
}

package infogap.gap.privacy;

import infogap.information.Unit;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import infogap.probability.Channel;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// What a channel reveals in the worst case, all its inputs being neighbours of each other.
///
/// @param largestLikelihoodRatio `max p(y | x) / p(y | x′)` over messages and pairs of inputs, exactly, for entries read as decimals; infinite when a
///     message excludes an input
public record PrivacyLoss(Ratio largestLikelihoodRatio) {

    public PrivacyLoss {
        Checks.present("largestLikelihoodRatio", largestLikelihoodRatio);
    }

    /// The loss of this channel.
    public static PrivacyLoss of(Channel<?, ?> channel) {
        Checks.present("channel", channel);
        BigFraction largest = BigFraction.ONE;
        for (int y = 0; y < channel.outputs().size(); y++) {
            BigFraction low = null;
            BigFraction high = null;
            for (int x = 0; x < channel.inputs().size(); x++) {
                BigFraction p = Fractions.ofDecimal(channel.probability(x, y));
                low = low == null || p.compareTo(low) < 0 ? p : low;
                high = high == null || p.compareTo(high) > 0 ? p : high;
            }
            if (high.getNumerator().signum() > 0) {
                if (low.getNumerator().signum() == 0) {
                    return new PrivacyLoss(new Ratio.Infinite("the message " + channel.outputs().get(y) + " excludes an input"));
                }
                BigFraction ratio = high.divide(low);
                largest = ratio.compareTo(largest) > 0 ? ratio : largest;
            }
        }
        return new PrivacyLoss(new Ratio.Finite(largest));
    }

    /// `ε = log max LR` in nats: the smallest `ε` for which the channel is differentially private; positive infinity when it is not.
    public double epsilon() {
        return Math.log(largestLikelihoodRatio.toDouble());
    }

    /// The most that an `ε`-private release tells on average about which of two inputs it came from: relative entropy of at most `ε tanh(ε/2)` nats.
    ///
    /// @throws IllegalArgumentException if ε is negative, NaN or infinite
    public static double relativeEntropyCap(double epsilon, Unit unit) {
        Checks.nonNegative("epsilon", epsilon);
        return Checks.present("unit", unit).fromNats(epsilon * Math.tanh(epsilon / 2));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "likelihood ratio at most %s, epsilon %.6f%s", largestLikelihoodRatio, epsilon(),
                largestLikelihoodRatio.isFinite()
                        ? String.format(Locale.ROOT, ", at most %.6f bits on average", relativeEntropyCap(epsilon(), Unit.BITS))
                        : "");
    }
}

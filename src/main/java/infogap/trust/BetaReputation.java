package infogap.trust;

import infogap.numeric.Checks;
import infogap.numeric.Quantiles;
import java.math.BigDecimal;
import java.util.Locale;

/// Trust as counted experience: after `pos` good and `neg` bad experiences, Beta(a + pos, b + neg), whose mean is
/// (a + pos)/(a + b + pos + neg). The sound replacement of a rule that adds 0.1 for each good feedback: it stays in (0, 1), a
/// single experience matters less the more there were, and it says how sure it is.
///
/// Source: A. Jøsang and R. Ismail (2002), *The beta reputation system*, 15th Bled Electronic Commerce Conference.
///
/// @param positive a > 0, the weight of good experience so far
/// @param negative b > 0, the weight of bad experience so far
public record BetaReputation(double positive, double negative) {

    public BetaReputation {
        Checks.positive("positive", positive);
        Checks.positive("negative", negative);
    }

    /// Knowing nothing: the uniform distribution Beta(1, 1).
    public static BetaReputation uniform() {
        return new BetaReputation(1, 1);
    }

    /// A prior with this mean that weighs as much as `weight` experiences; both read as the decimals that they print, so that 0.9 of 10
    /// leave 1, where `(1 - 0.9) * 10` is 0.9999999999999998.
    public static BetaReputation ofMean(double mean, double weight) {
        Checks.strictlyBetween("mean", mean, 0, 1);
        Checks.positive("weight", weight);
        BigDecimal share = new BigDecimal(Double.toString(mean));
        BigDecimal whole = new BigDecimal(Double.toString(weight));
        return new BetaReputation(
                share.multiply(whole).doubleValue(), BigDecimal.ONE.subtract(share).multiply(whole).doubleValue());
    }

    /// After this many more good and bad experiences.
    public BetaReputation after(long good, long bad) {
        return new BetaReputation(positive + Checks.atLeast("good", good, 0), negative + Checks.atLeast("bad", bad, 0));
    }

    /// a/(a + b), the probability that the next experience is good.
    public double mean() {
        return positive / (positive + negative);
    }

    /// ab/((a + b)²(a + b + 1)).
    public double variance() {
        double weight = positive + negative;
        return positive / weight * (negative / weight) / (weight + 1);
    }

    /// The value that trust is below with this probability, with full relative accuracy near 0 ([Quantiles#beta]).
    public double quantile(double probability) {
        Checks.strictlyBetween("probability", probability, 0, 1);
        return Quantiles.beta(positive, negative, probability);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "trust %.4f, 95 %% between %.4f and %.4f (Beta(%s, %s))",
                mean(), quantile(0.025), quantile(0.975), positive, negative);
    }
}

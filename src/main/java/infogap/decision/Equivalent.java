package infogap.decision;

import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// A certainty equivalent as its distances from two exact numbers. The shorter distance holds its digits: around the mean where the risk is small, around
/// the lowest outcome where the aversion is extreme.
///
/// @param mean `E x`
/// @param premium `E x − CE`, at least 0; infinite where it cannot be had from the mean
/// @param low the lowest outcome
/// @param gain `CE − low`, at least 0
record Equivalent(BigFraction mean, double premium, BigFraction low, double gain) {

    /// Two certainty equivalents tie when they differ by no more than this part of what they are computed from: the distances, and the difference
    /// of the exact numbers that these start from.
    static final double TIE_TOLERANCE = 1e-12;

    static Equivalent of(Lottery lottery, double premium, double gain) {
        return new Equivalent(lottery.exactMean(), premium, lottery.outcomes().getFirst(), gain);
    }

    /// `CE`.
    double value() {
        return Fractions.toDouble(
                premium <= gain ? mean.subtract(Fractions.ofBinary(premium)) : low.add(Fractions.ofBinary(gain)));
    }

    /// `E x − CE`.
    double riskPremium() {
        return premium <= gain ? premium : Fractions.toDouble(mean.subtract(low).subtract(Fractions.ofBinary(gain)));
    }

    /// The sign of the difference of two certainty equivalents, 0 when they tie; no common amount of money, however large, takes part.
    int against(Equivalent other) {
        double means = Fractions.toDouble(mean.subtract(other.mean));
        double lows = Fractions.toDouble(low.subtract(other.low));
        double aroundMean = largest(means, riskPremium(), other.riskPremium());
        double aroundLow = largest(lows, gain, other.gain);
        double difference = aroundMean <= aroundLow
                ? means - (riskPremium() - other.riskPremium())
                : lows + (gain - other.gain);
        return Math.abs(difference) <= TIE_TOLERANCE * Math.min(aroundMean, aroundLow) ? 0 : (int) Math.signum(difference);
    }

    private static double largest(double a, double b, double c) {
        return Math.max(Math.abs(a), Math.max(b, c));
    }
}

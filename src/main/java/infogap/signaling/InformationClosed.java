package infogap.signaling;

import infogap.gap.InformationGap;
import infogap.gap.LogScore;
import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import infogap.probability.Distribution;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.math3.fraction.BigFraction;

/// How much of the information gap (信息差) about the seller's type a signal closes, and what that costs the average seller.
///
/// In bits the gap is the entropy H(λ) of the type, and the signal closes the mutual information of type and message. In quadratic
/// (Brier) score the gap is the variance λ(1 − λ), and the signal closes Σ P(m)(P(honest | m) − λ)². Separating closes all of
/// either, pooling nothing.
///
/// @param inBits the gap under the logarithmic score, message by message
/// @param varianceShare the share of the gap closed in quadratic score, exactly
/// @param cost what signalling costs the average seller, in money
public record InformationClosed(
        InformationGap<Distribution<Sender>, Sender, Signal> inBits, BigFraction varianceShare, BigFraction cost) {

    public InformationClosed {
        Checks.present("inBits", inBits);
        Exact.probability("varianceShare", varianceShare);
        Exact.nonNegative("cost", cost);
    }

    static InformationClosed of(NoisySignal signal, BigFraction cost) {
        return new InformationClosed(signal.gap(LogScore.bits()), varianceShare(signal), cost);
    }

    private static BigFraction varianceShare(NoisySignal signal) {
        BigFraction share = signal.honestShare();
        BigFraction closed = BigFraction.ZERO;
        for (Signal message : Signal.values()) {
            BigFraction moved = signal.posterior(message).orElse(share).subtract(share);
            closed = closed.add(signal.probability(message).multiply(moved.pow(2)));
        }
        return closed.divide(share.multiply(BigFraction.ONE.subtract(share)));
    }

    /// The mutual information of type and message.
    public double bits() {
        return inBits.closed();
    }

    /// The entropy of the type.
    public double gapBits() {
        return inBits.total();
    }

    /// The share of the gap in bits that is closed, in [0, 1].
    public double bitsShare() {
        return inBits.shareClosed();
    }

    /// Bits closed for each unit of money that the average seller spends on signals; empty if nothing is spent.
    public OptionalDouble bitsPerUnitOfCost() {
        return cost.equals(BigFraction.ZERO) ? OptionalDouble.empty() : OptionalDouble.of(bits() / Fractions.toDouble(cost));
    }

    @Override
    public String toString() {
        String perCost = bitsPerUnitOfCost().isPresent()
                ? String.format(Locale.ROOT, "%.6g bits for each unit of signalling cost", bitsPerUnitOfCost().getAsDouble())
                : "nothing spent on signals";
        return String.format(Locale.ROOT, "%.6f of %.6f bits (%.1f %%), %s of the variance, %s",
                bits(), gapBits(), 100 * bitsShare(), Fractions.readable(varianceShare), perCost);
    }
}

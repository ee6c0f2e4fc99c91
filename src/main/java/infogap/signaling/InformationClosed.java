package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.math3.fraction.BigFraction;

/// How much of the information gap (信息差) about the seller's type a signal closes, and what that costs the average seller.
///
/// In bits the gap is the entropy H(λ) of the type, and the signal closes the mutual information
/// H(λ) − Σ P(m) H(P(honest | m)). In quadratic (Brier) score the gap is the variance λ(1 − λ), and the signal closes
/// Σ P(m) (P(honest | m) − λ)². Separating closes all of either, pooling nothing.
///
/// @param bits the mutual information of type and message
/// @param gapBits the entropy of the type
/// @param varianceShare the share of the gap closed in quadratic score, exactly
/// @param cost what signalling costs the average seller, in money
public record InformationClosed(double bits, double gapBits, BigFraction varianceShare, BigFraction cost) {

    public InformationClosed {
        Checks.nonNegative("bits", bits);
        Checks.positive("gapBits", gapBits);
        Checks.present("varianceShare", varianceShare);
        Exact.nonNegative("cost", cost);
    }

    static InformationClosed of(Equilibrium equilibrium) {
        return of(new NoisySignal(
                        equilibrium.game().market().honestShare(), equilibrium.honestSignals(), equilibrium.deceptiveSignals()),
                equilibrium.expectedSignalCost());
    }

    static InformationClosed of(NoisySignal signal, BigFraction cost) {
        BigFraction share = signal.honestShare();
        double gap = entropy(share);
        double left = 0;
        BigFraction variance = BigFraction.ZERO;
        for (Signal message : Signal.values()) {
            BigFraction posterior = signal.posterior(message).orElse(share);
            left += Fractions.toDouble(signal.probability(message)) * entropy(posterior);
            variance = variance.add(signal.probability(message).multiply(posterior.subtract(share).pow(2)));
        }
        return new InformationClosed(
                Math.max(0, gap - left), gap, variance.divide(share.multiply(BigFraction.ONE.subtract(share))), cost);
    }

    /// The share of the gap in bits that is closed, in [0, 1].
    public double bitsShare() {
        return bits / gapBits;
    }

    /// Bits closed for each unit of money that the average seller spends on signals; empty if nothing is spent.
    public OptionalDouble bitsPerUnitOfCost() {
        return cost.equals(BigFraction.ZERO) ? OptionalDouble.empty() : OptionalDouble.of(bits / Fractions.toDouble(cost));
    }

    private static double entropy(BigFraction probability) {
        return -(xLog2x(Fractions.toDouble(probability)) + xLog2x(Fractions.toDouble(BigFraction.ONE.subtract(probability))));
    }

    private static double xLog2x(double x) {
        return x == 0 ? 0 : x * Math.log(x) / Math.log(2);
    }

    @Override
    public String toString() {
        String perCost = bitsPerUnitOfCost().isPresent()
                ? String.format(Locale.ROOT, "%.6g bits for each unit of signalling cost", bitsPerUnitOfCost().getAsDouble())
                : "nothing spent on signals";
        return String.format(Locale.ROOT, "%.6f of %.6f bits (%.1f %%), %s of the variance, %s",
                bits, gapBits, 100 * bitsShare(), Fractions.format(varianceShare), perCost);
    }
}

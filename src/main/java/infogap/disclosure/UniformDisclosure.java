package infogap.disclosure;

import infogap.numeric.Checks;

/// [VerifiableDisclosure] of a quality that is uniform on [0, 1], in closed form: who knows a quality above the threshold proves it.
///
/// With the cost `c` and the probability `q` of knowing, the threshold `x` is where proving is worth what silence is:
///
///     x − c = E[value | silent] = ((1 − q)/2 + q x²/2) / (1 − q + q x)
///
/// so that `q x²/2 + (1 − q − q c)x − (1 − q)(c + 1/2) = 0`. With q = 1 it is `x = 2c` (Jovanovic 1982); with c = 0 it is
/// `x = √(1 − q)/(1 + √(1 − q))` (Dye 1985); with both, 0: everything is proved.
///
/// @param cost of proving, at least 0
/// @param informed the probability `q` that a seller knows its quality, in [0, 1]
public record UniformDisclosure(double cost, double informed) {

    public UniformDisclosure {
        Checks.nonNegative("cost", cost);
        Checks.probability("informed", informed);
    }

    /// The quality above which those who know it prove it, from 0 for all to 1 for none.
    public double threshold() {
        if (informed == 0) {
            return Math.min(1, cost + 0.5);
        }
        double unknowing = 1 - informed;
        double half = unknowing - informed * cost;
        double constant = unknowing * (cost + 0.5);
        double root = Math.sqrt(half * half + 2 * informed * constant);
        // the form of the positive root that does not cancel
        double x = half > 0 ? 2 * constant / (half + root) : (root - half) / informed;
        return Math.min(1, x);
    }

    /// `E[value | silent]`: what buyers pay to the silent; 0 if nobody is silent.
    public double priceOfSilence() {
        double x = threshold();
        double silent = 1 - informed + informed * x;
        return silent == 0 ? 0 : ((1 - informed) / 2 + informed * x * x / 2) / silent;
    }

    /// The share of sellers who prove.
    public double shareProved() {
        return informed * (1 - threshold());
    }

    /// What proving costs all sellers together.
    public double spentOnProof() {
        return cost * shareProved();
    }

    /// The share of the variance of quality that buyers still do not know, from 0 to 1: their gap under squared error.
    public double shareHidden() {
        double x = threshold();
        double silent = 1 - informed + informed * x;
        if (silent == 0) {
            return 0;
        }
        double square = ((1 - informed) / 3 + informed * x * x * x / 3) / silent;
        return 12 * silent * (square - priceOfSilence() * priceOfSilence());
    }
}

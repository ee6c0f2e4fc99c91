package infogap.contracts.screening;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Distribution;
import java.util.Arrays;
import java.util.Locale;

/// The menu of a seller who cannot tell customers apart, for any utility with single crossing and any convex cost, in doubles.
///
/// With `m_i(q) = f_i (u_q(θ_i, q) − C′(q)) − (1 − F_i)(u_q(θ_{i+1}, q) − u_q(θ_i, q))`, the marginal virtual surplus of type `i`, the menu solves
///
///     max Σ ∫₀^{q_i} m_i,   0 ≤ q_1 ≤ … ≤ q_n ≤ maximal quality,
///
/// a separable convex programme where each `m_i` falls. It is solved by halving the range of qualities: above the middle of a range belong the types from the
/// one on from which `Σ m_i(middle)` to the top of the range's types is largest, which leaves two smaller ranges. That takes one evaluation of each `m_i` for
/// each binary digit of the qualities, however many types are bunched.
///
///     ScreeningProgramme.of(new double[] {2, 3}, new double[] {0.5, 0.5}, TasteUtility.linear(), QualityCost.quadratic(0, 1), 10).menu()
///
/// Sources: E. Maskin and J. Riley (1984), *Monopoly with incomplete information*, RAND Journal of Economics 15, 171–196; for the method, D. S. Hochbaum and
/// M. Queyranne (2003), *Minimizing a convex cost closure set*, SIAM Journal on Discrete Mathematics 16, 192–207.
public final class ScreeningProgramme {

    /// Qualities at which it is looked up whether utility and cost have the shapes that the method needs.
    public static final int PROBES = 32;

    private final double[] tastes;
    private final double[] shares;
    private final double[] above;
    private final TasteUtility utility;
    private final QualityCost cost;
    private final double maximalQuality;

    private ScreeningProgramme(double[] tastes, double[] shares, TasteUtility utility, QualityCost cost, double maximalQuality) {
        this.tastes = tastes;
        this.shares = shares;
        this.utility = utility;
        this.cost = cost;
        this.maximalQuality = maximalQuality;
        above = new double[tastes.length];
        CompensatedSum sum = new CompensatedSum();
        for (int i = tastes.length - 1; i > 0; i--) {
            sum.add(shares[i]);
            above[i - 1] = sum.value();
        }
    }

    /// The problem of a seller with these customers.
    ///
    /// @param tastes strictly ascending
    /// @param shares of the tastes, above 0, summing to 1 within [Distribution#SUM_TOLERANCE]
    /// @param maximalQuality no quality is higher
    /// @throws IllegalArgumentException if the lengths differ, tastes do not ascend, a share is not above 0, shares do not sum to 1, the utility of quality 0 is not
    ///     0, the utility is not concave or without single crossing, the cost not convex, or a virtual surplus not concave
    public static ScreeningProgramme of(double[] tastes, double[] shares, TasteUtility utility, QualityCost cost, double maximalQuality) {
        double[] theta = Checks.finite("tastes", tastes);
        double[] f = Checks.finite("shares", shares);
        Checks.sameLength("tastes", theta.length, "shares", f.length);
        Checks.present("utility", utility);
        Checks.present("cost", cost);
        Checks.positive("maximalQuality", maximalQuality);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < f.length; i++) {
            Checks.positive("shares[" + i + "]", f[i]);
            sum.add(f[i]);
            if (i > 0 && !(theta[i] > theta[i - 1])) {
                throw Checks.refused("tastes[" + i + "]", theta[i], "above tastes[" + (i - 1) + "] = " + theta[i - 1]);
            }
        }
        if (!(Math.abs(sum.value() - 1) <= Distribution.SUM_TOLERANCE)) {
            throw new IllegalArgumentException("shares must sum to 1, but sum to " + sum.value());
        }
        ScreeningProgramme programme = new ScreeningProgramme(theta, f, utility, cost, maximalQuality);
        programme.requireShapes();
        return programme;
    }

    /// The most profitable menu.
    public NumericMenu menu() {
        double[] qualities = new double[tastes.length];
        // not at 0 itself, where a marginal utility may be infinite
        int first = split(0, tastes.length, Double.MIN_NORMAL);
        halve(first, tastes.length, 0, maximalQuality, qualities);
        return new NumericMenu(this, qualities);
    }

    /// The qualities and prices of a seller who sees each type: no rents, no distortion.
    public NumericMenu fullInformation() {
        double[] qualities = new double[tastes.length];
        for (int i = 0; i < tastes.length; i++) {
            int type = i;
            qualities[i] = root(quality -> utility.marginal().applyAsDouble(tastes[type], quality) - cost.marginal().applyAsDouble(quality));
        }
        double[] prices = new double[tastes.length];
        Arrays.setAll(prices, i -> worth(i, qualities[i]));
        return new NumericMenu(this, qualities, prices);
    }

    int size() {
        return tastes.length;
    }

    double taste(int type) {
        return tastes[type];
    }

    double share(int type) {
        return shares[type];
    }

    double worth(int type, double quality) {
        return utility.utility().applyAsDouble(tastes[type], quality);
    }

    double costOf(double quality) {
        return cost.cost().applyAsDouble(quality);
    }

    private interface Slope {
        double at(double quality);
    }

    /// Where a falling slope changes its sign, or the end that it does not reach.
    private double root(Slope slope) {
        double low = 0;
        double high = maximalQuality;
        if (slope.at(low) <= 0) {
            return low;
        }
        if (slope.at(high) >= 0) {
            return high;
        }
        for (double middle = high / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
            if (slope.at(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double virtualMargin(int type, double quality) {
        double own = utility.marginal().applyAsDouble(tastes[type], quality);
        double margin = shares[type] * (own - cost.marginal().applyAsDouble(quality));
        return type + 1 == tastes.length ? margin : margin - above[type] * (utility.marginal().applyAsDouble(tastes[type + 1], quality) - own);
    }

    /// From which type on qualities above this one pay: where the sum of the virtual margins up to the end is largest.
    private int split(int from, int to, double quality) {
        int best = to;
        double most = 0;
        double sum = 0;
        for (int i = to - 1; i >= from; i--) {
            sum += virtualMargin(i, quality);
            if (sum > most) {
                most = sum;
                best = i;
            }
        }
        return best;
    }

    /// Halves [low, high] for the types of a range until no double is left between.
    private void halve(int from, int to, double low, double high, double[] qualities) {
        double lower = low;
        double upper = high;
        while (from < to) {
            double middle = lower + (upper - lower) / 2;
            if (!(middle > lower && middle < upper)) {
                Arrays.fill(qualities, from, to, upper);
                return;
            }
            int split = split(from, to, middle);
            if (split == from) {
                lower = middle;
            } else if (split == to) {
                upper = middle;
            } else {
                halve(from, split, lower, middle, qualities);
                from = split;
                lower = middle;
            }
        }
    }

    private void requireShapes() {
        for (int i = 0; i < tastes.length; i++) {
            double nothing = worth(i, 0);
            if (nothing != 0) {
                throw Checks.refused("utility of taste " + tastes[i] + " at quality 0", nothing, "0");
            }
            double beforeOwn = Double.POSITIVE_INFINITY;
            double beforeVirtual = Double.POSITIVE_INFINITY;
            double beforeCost = Double.NEGATIVE_INFINITY;
            for (int probe = 1; probe <= PROBES; probe++) {
                double quality = maximalQuality * probe / PROBES;
                double own = Checks.finite(at("marginal utility", i, quality), utility.marginal().applyAsDouble(tastes[i], quality));
                double marginalCost = Checks.finite("marginal cost at quality " + quality, cost.marginal().applyAsDouble(quality));
                double virtual = virtualMargin(i, quality);
                double rounding = 1e-12 * (Math.abs(own) + Math.abs(marginalCost) + Math.abs(virtual / shares[i]));
                requireAtMost(at("marginal utility", i, quality), own, beforeOwn + rounding, "that at a lower quality, or it is not concave");
                if (marginalCost < beforeCost - rounding) {
                    throw Checks.refused("marginal cost at quality " + quality, marginalCost, "at least that of a lower quality, " + beforeCost
                            + ": the cost must be convex");
                }
                requireAtMost(at("marginal virtual surplus", i, quality), virtual, beforeVirtual + shares[i] * rounding,
                        "that at a lower quality: otherwise the programme is not convex");
                if (i > 0 && utility.marginal().applyAsDouble(tastes[i - 1], quality) > own + rounding) {
                    throw Checks.refused(at("marginal utility", i, quality), own, "at least that of a lower taste (single crossing)");
                }
                beforeOwn = own;
                beforeVirtual = virtual;
                beforeCost = marginalCost;
            }
        }
    }

    private String at(String what, int type, double quality) {
        return what + " of taste " + tastes[type] + " at quality " + quality;
    }

    private static void requireAtMost(String what, double value, double most, String reason) {
        if (value > most) {
            throw Checks.refused(what, value, "at most " + most + ", " + reason);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d types, %s, %s, quality at most %s", tastes.length, utility, cost, maximalQuality);
    }
}

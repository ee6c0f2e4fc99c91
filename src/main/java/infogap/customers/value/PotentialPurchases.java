package infogap.customers.value;

/// Expectations over the number `N` of purchases that somebody who never leaves would make: negative binomial with
/// `P(N = j) = (s)_j/j! (1−w)^s w^j`, `w = z/(1+z)`. Somebody who leaves after a purchase with probability `p ~ Beta(a, b)` makes purchase `k+1` with
/// probability `g_k = E[(1−p)^k] = (b)_k/(a+b)_k`, if it would be made at all.
///
/// Expanded, these sums are the Gauss hypergeometric series of the paper. In this order every term is positive: nothing cancels, also at `a = 1`, where the
/// paper's formula divides zero by zero.
final class PotentialPurchases {

    /// Where what is left of the series no longer shows in a double.
    private static final double NEGLIGIBLE = 1e-18;

    /// A power of two, so that scaling is exact.
    private static final double SCALE = 0x1p-600;

    private static final double LARGE = 0x1p600;

    private PotentialPurchases() {}

    /// `E[g_N]`: the probability that somebody is still there after `N` purchases.
    static double stays(double shape, double z, double a, double b) {
        return expectation(shape, z, a, b, false);
    }

    /// `E[g_0 + … + g_(N−1)]`: how many of the `N` purchases are made.
    static double made(double shape, double z, double a, double b) {
        return expectation(shape, z, a, b, true);
    }

    private static double expectation(double shape, double z, double a, double b, boolean made) {
        double w = z / (1 + z);
        // the weights up to a common factor, which the sum of all weights takes out again
        double weight = 1;
        double weights = 0;
        double sum = 0;
        double stays = 1;
        double purchases = 0;
        for (long j = 0; ; j++) {
            double value = made ? purchases : stays;
            weights += weight;
            sum += weight * value;
            double growth = (shape + j) / (j + 1) * w;
            double bound = Math.max(growth, w);
            weight *= growth;
            purchases += stays;
            stays *= (b + j) / (a + b + j);
            if (bound < 1) {
                // later weights fall at least geometrically, later values grow by at most one each
                double left = weight / (1 - bound);
                double leftOfSum = made ? left * (purchases + 1 / (1 - bound)) : left * stays;
                if (left <= NEGLIGIBLE * weights && leftOfSum <= NEGLIGIBLE * sum) {
                    return sum / weights;
                }
            }
            if (weight > LARGE) {
                weight *= SCALE;
                weights *= SCALE;
                sum *= SCALE;
            }
        }
    }
}

package infogap.customers.value;

import infogap.numeric.Checks;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/// The BG/NBD model of customers without a contract. A customer buys at the rate `λ` until she leaves, and leaves after each purchase with
/// probability `p`, unseen. Over the customers `λ ~ Gamma(r, rate α)` and `p ~ Beta(a, b)`, independent. For a customer with the pattern `(x, t_x, T)`
///
///     L = (r)_x (b)_x/(a+b)_x α^r (α+T)^−(r+x) [1 + e^c],   e^c = a/(b+x−1) ((α+T)/(α+t_x))^(r+x),   without e^c for x = 0
///     P(alive) = 1/(1 + e^c)
///
/// Who has not bought again is alive for certain: the model lets nobody leave before the first repeat purchase.
///
/// Source: P. S. Fader, B. G. S. Hardie and K. L. Lee (2005), Marketing Science 24, 275–284.
///
/// @param r shape of the purchase rates
/// @param alpha rate parameter of the purchase rates, in the history's unit of time; their mean is `r/α`
/// @param a first parameter of the probability of leaving; its mean is `a/(a+b)`
/// @param b second parameter of the probability of leaving
public record BetaGeometricNbd(double r, double alpha, double a, double b) {

    /// A forecast of more than this many `α` ahead is refused: its series would have tens of millions of terms.
    public static final double LONGEST = 1e6;

    private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
    private static final int NODES = 24;

    /// @throws IllegalArgumentException if a parameter is not above 0 and finite
    public BetaGeometricNbd {
        Checks.positive("r", r);
        Checks.positive("alpha", alpha);
        Checks.positive("a", a);
        Checks.positive("b", b);
    }

    /// The parameters at which the patterns are most likely.
    ///
    /// @throws IllegalArgumentException if there is no pattern
    public static Estimation<BetaGeometricNbd> fit(List<BuyingPattern> patterns) {
        return BetaGeometricLikelihood.fit(Checks.notEmpty("patterns", patterns));
    }

    /// `ln L` of one customer's pattern.
    public double logLikelihood(BuyingPattern pattern) {
        int x = Checks.present("pattern", pattern).frequency();
        return counted(x) + waited(x, pattern.recency(), pattern.age());
    }

    /// `E[X(t)]`: how many repeat purchases a new customer makes in the time `(0, t]`.
    ///
    /// @throws IllegalArgumentException if t is negative or not finite, or exceeds [#LONGEST] times α
    public double expectedPurchases(double t) {
        requireWithinReach("t", t);
        return PotentialPurchases.made(r, t / alpha, a, b);
    }

    /// `E[Y(t) | x, t_x, T]`: how many purchases this customer makes in the time `(T, T+t]`. Given that she is alive at `T`, she is a customer
    /// with `r + x`, `α + T`, `a`, `b + x`.
    ///
    /// @throws IllegalArgumentException as for a new customer
    public double expectedPurchases(double t, BuyingPattern given) {
        return probabilityAlive(given) * ifAlive(given).expectedPurchases(t);
    }

    /// The expected purchases in `(T, T+horizon]`, each discounted by `e^(−rate·s)` to the time `T`: `∫ e^(−rate·s) dE[Y(s)]`.
    ///
    /// @param rate the discount rate per unit of time, continuous; 0 discounts nothing
    /// @throws IllegalArgumentException if the horizon or the rate is negative or not finite, or the horizon is too long
    public double discountedPurchases(double horizon, double rate, BuyingPattern given) {
        return probabilityAlive(given) * ifAlive(given).discounted(horizon, rate);
    }

    /// `P(alive | x, t_x, T)`: the probability that the customer has not left.
    public double probabilityAlive(BuyingPattern pattern) {
        int x = Checks.present("pattern", pattern).frequency();
        return x == 0 ? 1 : 1 / (1 + Math.exp(logOddsLeft(x, pattern.recency(), pattern.age())));
    }

    /// A pattern of a customer of this age, drawn from the model.
    ///
    /// @throws IllegalArgumentException if the age is negative or not finite
    public BuyingPattern draw(double age, RandomGenerator random) {
        Checks.nonNegative("age", age);
        Draws draws = new Draws(Checks.present("random", random));
        double rate = draws.gamma(r) / alpha;
        double leaves = draws.beta(a, b);
        int x = 0;
        double last = 0;
        while (true) {
            double next = last + draws.exponential() / rate;
            // a purchase at the very moment of the one before could not be told from it
            if (!(next <= age) || next == last) {
                return new BuyingPattern(x, last, age);
            }
            last = next;
            x++;
            if (random.nextDouble() < leaves) {
                return new BuyingPattern(x, last, age);
            }
        }
    }

    /// What is believed of a customer with this pattern who is alive.
    BetaGeometricNbd ifAlive(BuyingPattern pattern) {
        return new BetaGeometricNbd(r + pattern.frequency(), alpha + pattern.age(), a, b + pattern.frequency());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "BG/NBD: r = %.4g, alpha = %.4g, a = %.4g, b = %.4g%n"
                        + "  mean purchase rate           %10.4g%n  mean probability of leaving  %10.4g",
                r, alpha, a, b, r / alpha, a / (a + b));
    }

    private void requireWithinReach(String argument, double time) {
        Checks.nonNegative(argument, time);
        if (time > LONGEST * alpha) {
            throw Checks.refused(argument, time, "a time of at most " + LONGEST + " times alpha, which is " + LONGEST * alpha);
        }
    }

    /// The rate of purchases at `s` is `E[λ e^(−λps)] = (r/α) E[g_N]` with `N` of shape `r + 1`. In `v = ln(1 + s/α)` it is smooth on any scale.
    private double discounted(double horizon, double rate) {
        Checks.nonNegative("rate", rate);
        if (rate == 0 || horizon == 0) {
            return expectedPurchases(horizon);
        }
        requireWithinReach("horizon", horizon);
        double end = Math.log1p(horizon / alpha);
        int panels = (int) Math.ceil(end);
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            GaussIntegrator gauss = GAUSS.legendre(NODES, end * i / panels, end * (i + 1) / panels);
            sum += gauss.integrate(v -> {
                double z = Math.expm1(v);
                double discount = Math.exp(-rate * alpha * z);
                return discount == 0 ? 0 : discount * (1 + z) * r * PotentialPurchases.stays(r + 1, z, a, b);
            });
        }
        return sum;
    }

    /// The part of the log-likelihood that depends on the frequency alone.
    double counted(int x) {
        return RisingFactorial.log(r, x) + RisingFactorial.log(b, x) - RisingFactorial.log(a + b, x);
    }

    /// The part of the log-likelihood that depends on the times.
    double waited(int x, double recency, double age) {
        // ln α^r (α+T)^−(r+x), with the large logarithms taken out
        double waiting = -r * Math.log1p(age / alpha) - x * Math.log(alpha + age);
        if (x == 0) {
            return waiting;
        }
        // ln(1 + e^c) without overflow
        double c = logOddsLeft(x, recency, age);
        return waiting + Math.max(c, 0) + Math.log1p(Math.exp(-Math.abs(c)));
    }

    /// `1 − P(alive)`.
    double shareLeft(int x, double recency, double age) {
        return x == 0 ? 0 : 1 / (1 + Math.exp(-logOddsLeft(x, recency, age)));
    }

    private double logOddsLeft(int x, double recency, double age) {
        // (α+T)/(α+t_x) − 1, exact also where both are large
        double lull = (age - recency) / (alpha + recency);
        return Math.log(a) - Math.log(b + x - 1) + (r + x) * Math.log1p(lull);
    }
}

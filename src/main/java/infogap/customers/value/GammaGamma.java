package infogap.customers.value;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Beta;

/// The Gamma-Gamma model of what a purchase is worth. Each purchase of a customer brings `Z ~ Gamma(p, rate ν)`, and over the customers `ν ~ Gamma(q, rate γ)`,
/// independent of how often they buy. For `x` purchases with the mean `m`
///
///     L = Γ(px+q)/(Γ(px) Γ(q)) γ^q m^(px−1) x^(px)/(γ + m x)^(px+q)
///     E[Z | x, m] = p (γ + m x)/(p x + q − 1),   a weighted mean of m and of p γ/(q − 1)
///
/// Source: P. S. Fader and B. G. S. Hardie (2013), *The Gamma-Gamma Model of Monetary Value*.
///
/// @param p shape of the values of one customer's purchases
/// @param q shape of the customers' rates; the mean value of a purchase is finite for `q > 1` only
/// @param gamma rate parameter of the customers' rates, in money
public record GammaGamma(double p, double q, double gamma) {

    /// @throws IllegalArgumentException if a parameter is not above 0 and finite
    public GammaGamma {
        Checks.positive("p", p);
        Checks.positive("q", q);
        Checks.positive("gamma", gamma);
    }

    /// The parameters at which the spending is most likely.
    ///
    /// @throws IllegalArgumentException if there is no customer
    public static Estimation<GammaGamma> fit(List<Spending> customers) {
        return GammaGammaLikelihood.fit(Checks.notEmpty("customers", customers));
    }

    /// As [#fit(List)], from the repeat purchases; customers without one do not count.
    ///
    /// @throws IllegalArgumentException if somebody's repeat purchases were all free of charge
    public static Estimation<GammaGamma> fit(PurchaseHistory history) {
        List<Spending> customers = repeatSpending(history);
        return customers.isEmpty()
                ? new Estimation.Unidentified<>("none of the " + history.customers().size() + " customers bought again")
                : fit(customers);
    }

    /// `ln L` of one customer's spending.
    public double logLikelihood(Spending spending) {
        int x = Checks.present("spending", spending).purchases();
        return counted(x) + valued(x, spending.mean());
    }

    /// `p γ/(q − 1)`: the mean value of a purchase over all customers; empty where it is infinite, `q ≤ 1`.
    public OptionalDouble expectedValue() {
        return q > 1 ? OptionalDouble.of(p * gamma / (q - 1)) : OptionalDouble.empty();
    }

    /// `E[Z | x, m]`: the mean value of this customer's purchases; empty where it is infinite, `p x + q ≤ 1`.
    public OptionalDouble expectedValue(Spending given) {
        double shape = p * Checks.present("given", given).purchases() + q;
        return shape > 1 ? OptionalDouble.of(p * (gamma + given.mean() * given.purchases()) / (shape - 1)) : OptionalDouble.empty();
    }

    /// The spending of a new customer over `x` purchases, drawn from the model.
    ///
    /// @throws IllegalArgumentException if there is no purchase
    public Spending draw(int purchases, RandomGenerator random) {
        Checks.atLeast("purchases", purchases, 1);
        Draws draws = new Draws(Checks.present("random", random));
        double logRate = draws.logGamma(q) - Math.log(gamma);
        double mean = Math.exp(draws.logGamma(p * purchases) - Math.log(purchases) - logRate);
        // a mean beyond the range of a double is as good as its end
        return new Spending(purchases, Math.clamp(mean, Double.MIN_NORMAL, Double.MAX_VALUE));
    }

    @Override
    public String toString() {
        OptionalDouble mean = expectedValue();
        return String.format(Locale.ROOT, "Gamma-Gamma: p = %.4g, q = %.4g, gamma = %.4g%n  mean value of a purchase     %10s",
                p, q, gamma, mean.isPresent() ? String.format(Locale.ROOT, "%.4g", mean.getAsDouble()) : "infinite");
    }

    /// `ln Γ(px+q)/(Γ(px) Γ(q))`: the part of the log-likelihood that depends on the number of purchases alone.
    double counted(int x) {
        return -Beta.logBeta(p * x, q);
    }

    /// `ln m⁻¹ (mx/(γ+mx))^(px) (γ/(γ+mx))^q`: large powers meet before they are added.
    double valued(int x, double mean) {
        return -Math.log(mean) - p * x * Math.log1p(gamma / (mean * x)) - q * Math.log1p(mean * x / gamma);
    }

    static List<Spending> repeatSpending(PurchaseHistory history) {
        List<Spending> customers = new ArrayList<>();
        for (PurchaseSummary customer : Checks.present("history", history).customers()) {
            spending(customer).ifPresent(customers::add);
        }
        return customers;
    }

    /// The spending on repeat purchases, if there is one.
    static Optional<Spending> spending(PurchaseSummary customer) {
        int x = customer.pattern().frequency();
        if (x > 0 && customer.repeatValue() == 0) {
            throw new IllegalArgumentException("repeatValue of '" + customer.customer() + "' must be above 0 with " + x + " repeat purchases, but is 0");
        }
        return x == 0 ? Optional.empty() : Optional.of(new Spending(x, customer.repeatValue() / x));
    }
}

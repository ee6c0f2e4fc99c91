package infogap.customers.value;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/// Customer lifetime value (客户终身价值) without a contract: how often a customer will still buy, and for how much. What is to come within the
/// horizon, discounted:
///
///     value = margin · E[Z | x, m] · ∫₀^horizon e^(−rate·s) dE[Y(s) | x, t_x, T]
///
/// The product holds because the Gamma-Gamma model takes spending to be independent of the purchases' times.
///
/// @param purchases when customers buy
/// @param spending for how much
public record LifetimeModel(BetaGeometricNbd purchases, GammaGamma spending) {

    /// @throws IllegalArgumentException if a part is missing
    public LifetimeModel {
        Checks.present("purchases", purchases);
        Checks.present("spending", spending);
    }

    /// Both parts at their most likely parameters.
    ///
    /// @throws IllegalArgumentException if somebody's repeat purchases were all free of charge
    public static Estimation<LifetimeModel> fit(PurchaseHistory history) {
        Checks.present("history", history);
        Estimation<BetaGeometricNbd> purchases = BetaGeometricNbd.fit(history.patterns());
        Estimation<GammaGamma> spending = GammaGamma.fit(history);
        if (purchases instanceof Estimation.Unidentified<BetaGeometricNbd>(String reason)) {
            return new Estimation.Unidentified<>("purchases: " + reason);
        }
        if (spending instanceof Estimation.Unidentified<GammaGamma>(String reason)) {
            return new Estimation.Unidentified<>("spending: " + reason);
        }
        var one = (Estimation.Converged<BetaGeometricNbd>) purchases;
        var other = (Estimation.Converged<GammaGamma>) spending;
        List<Estimation.Parameter> parameters = new ArrayList<>(one.parameters());
        parameters.addAll(other.parameters());
        return new Estimation.Converged<>(new LifetimeModel(one.model(), other.model()), one.logLikelihood() + other.logLikelihood(), parameters, one.customers());
    }

    /// The expected value; empty where it is infinite because the mean value of a purchase is.
    public OptionalDouble value(PurchaseSummary customer, LifetimeTerms terms) {
        Checks.present("terms", terms);
        double toCome = purchases.discountedPurchases(terms.horizon(), terms.rate(), Checks.present("customer", customer).pattern());
        OptionalDouble each = GammaGamma.spending(customer).map(spending::expectedValue).orElseGet(spending::expectedValue);
        return each.isPresent() ? OptionalDouble.of(terms.margin() * toCome * each.getAsDouble()) : OptionalDouble.empty();
    }

    /// One future of the customer, drawn from what the model believes of her: the discounted value that is really made.
    double drawValue(PurchaseSummary customer, LifetimeTerms terms, RandomGenerator random) {
        if (random.nextDouble() >= purchases.probabilityAlive(customer.pattern())) {
            return 0;
        }
        Draws draws = new Draws(random);
        BetaGeometricNbd alive = purchases.ifAlive(customer.pattern());
        double rate = draws.gamma(alive.r()) / alive.alpha();
        double leaves = draws.beta(alive.a(), alive.b());
        double shape = spending.q() + spending.p() * customer.pattern().frequency();
        double logSpendingRate = draws.logGamma(shape) - Math.log(spending.gamma() + customer.repeatValue());
        double value = 0;
        double time = draws.exponential() / rate;
        while (time <= terms.horizon()) {
            value += Math.exp(draws.logGamma(spending.p()) - logSpendingRate - terms.rate() * time);
            if (random.nextDouble() < leaves) {
                break;
            }
            time += draws.exponential() / rate;
        }
        return terms.margin() * value;
    }

    /// A history of as many customers of the same ages, drawn from the model.
    PurchaseHistory draw(PurchaseHistory like, RandomGenerator random) {
        List<PurchaseSummary> customers = new ArrayList<>();
        for (PurchaseSummary customer : like.customers()) {
            BuyingPattern pattern = purchases.draw(customer.pattern().age(), random);
            int x = pattern.frequency();
            double repeatValue = x == 0 ? 0 : x * spending.draw(x, random).mean();
            customers.add(new PurchaseSummary(customer.customer(), pattern, customer.firstValue(), Math.min(repeatValue, Double.MAX_VALUE)));
        }
        return new PurchaseHistory(customers, like.unit(), 0);
    }

    @Override
    public String toString() {
        return purchases + "\n" + spending;
    }
}

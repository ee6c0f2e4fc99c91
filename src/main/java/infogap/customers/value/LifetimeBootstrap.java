package infogap.customers.value;

import infogap.bayes.ConfidenceInterval;
import infogap.bayes.IntervalEstimate;
import infogap.numeric.Checks;
import infogap.numeric.SampleQuantile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// How sure a lifetime value is, by the parametric bootstrap: histories of customers of the same ages are drawn from the fitted model, and the model is fitted
/// again to each. The same seed gives the same refits on any number of threads.
///
/// Source: B. Efron and R. J. Tibshirani (1993), *An Introduction to the Bootstrap*, Chapman & Hall, sections 6.5 and 13.3.
///
/// @param model the model fitted to the history itself
/// @param refits the models fitted to the drawn histories
/// @param replicates how many histories were drawn; the few without refit had no two customers to compare
/// @param atLimit how many refits have a parameter at its limit, as where all customers are equally likely to leave. Their forecasts are as good as others', so
///     they count.
/// @param seed where the random numbers began
public record LifetimeBootstrap(LifetimeModel model, List<LifetimeModel> refits, int replicates, int atLimit, long seed) {

    /// Intervals are given only if at least this part of the drawn histories could be fitted.
    public static final double LEAST_SHARE = 0.9;

    /// Futures drawn for each refit.
    private static final int FUTURES = 20;

    /// Keeps an immutable copy.
    ///
    /// @throws IllegalArgumentException if there is no model, more refits than replicates, or more at the limit than there are
    public LifetimeBootstrap {
        Checks.present("model", model);
        refits = List.copyOf(Checks.present("refits", refits));
        Checks.atLeast("replicates", replicates, Math.max(1, refits.size()));
        Checks.inRange("atLimit", atLimit, 0, refits.size());
    }

    /// Draws histories like this one from the model and fits each. The model should be the one fitted to the history.
    ///
    /// @param replicates at least 20; some hundreds for an interval of 95 %
    /// @throws IllegalArgumentException if replicates is out of its range
    public static LifetimeBootstrap of(PurchaseHistory history, LifetimeModel model, int replicates, long seed) {
        Checks.present("history", history);
        Checks.present("model", model);
        long[] seeds = new SplittableRandom(seed).longs(Checks.atLeast("replicates", replicates, 20)).toArray();
        List<LikelihoodSearch.Refit<LifetimeModel>> refits = IntStream.range(0, replicates)
                .parallel()
                .mapToObj(k -> refit(model, model.draw(history, new SplittableRandom(seeds[k]))))
                .flatMap(Optional::stream)
                .toList();
        int atLimit = (int) refits.stream().filter(refit -> !refit.inside()).count();
        return new LifetimeBootstrap(model, refits.stream().map(LikelihoodSearch.Refit::model).toList(), replicates, atLimit, seed);
    }

    /// The value of a customer with its intervals.
    ///
    /// @param customer of the history or another
    /// @param confidence of both intervals, in (0, 1)
    /// @throws IllegalArgumentException if the confidence is out of its range
    public LifetimeValue value(PurchaseSummary customer, LifetimeTerms terms, double confidence) {
        Checks.strictlyBetween("confidence", confidence, 0, 1);
        OptionalDouble expected = model.value(customer, terms);
        if (expected.isEmpty()) {
            return unavailable(expected, "the expected value is infinite: the mean value of a purchase is");
        }
        if (refits.size() < LEAST_SHARE * replicates) {
            return unavailable(expected, "only " + refits.size() + " of " + replicates + " drawn histories could be fitted");
        }
        double[] means = new double[refits.size()];
        double[] futures = new double[refits.size() * FUTURES];
        long[] seeds = new SplittableRandom(~seed).longs(refits.size()).toArray();
        IntStream.range(0, refits.size()).parallel().forEach(k -> {
            LifetimeModel refit = refits.get(k);
            means[k] = refit.value(customer, terms).orElse(Double.POSITIVE_INFINITY);
            SplittableRandom random = new SplittableRandom(seeds[k]);
            for (int i = 0; i < FUTURES; i++) {
                futures[k * FUTURES + i] = refit.drawValue(customer, terms, random);
            }
        });
        return new LifetimeValue(expected, interval(means, confidence), interval(futures, confidence));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s%nparametric bootstrap: %d histories drawn, %d fitted, %d of them with a parameter at its limit",
                model, replicates, refits.size(), atLimit);
    }

    private static LifetimeValue unavailable(OptionalDouble expected, String reason) {
        return new LifetimeValue(expected, new IntervalEstimate.NotAvailable(reason), new IntervalEstimate.NotAvailable(reason));
    }

    private static IntervalEstimate interval(double[] values, double confidence) {
        Arrays.sort(values);
        return new IntervalEstimate.Of(new ConfidenceInterval(
                SampleQuantile.ofSorted(values, (1 - confidence) / 2), SampleQuantile.ofSorted(values, (1 + confidence) / 2), confidence));
    }

    private static Optional<LikelihoodSearch.Refit<LifetimeModel>> refit(LifetimeModel model, PurchaseHistory drawn) {
        return BetaGeometricLikelihood.refit(drawn.patterns(), model.purchases()).flatMap(purchases ->
                GammaGammaLikelihood.refit(GammaGamma.repeatSpending(drawn), model.spending()).map(spending ->
                        new LikelihoodSearch.Refit<>(new LifetimeModel(purchases.model(), spending.model()), purchases.inside() && spending.inside())));
    }
}

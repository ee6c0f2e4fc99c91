package infogap.customers.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.bayes.ConfidenceInterval;
import infogap.bayes.IntervalEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LifetimeTest {

    private static final LifetimeModel TRUTH = new LifetimeModel(new BetaGeometricNbd(0.8, 5, 0.8, 3), new GammaGamma(6, 4, 15));
    private static final LifetimeTerms TERMS = LifetimeTerms.annual(1, 0.1, 0.3, CalendarUnit.WEEKS);
    private static final PurchaseHistory HISTORY = drawn(600, 1);
    private static final PurchaseSummary EXAMPLE = new PurchaseSummary("example", new BuyingPattern(4, 30, 36), 20, 140);

    @Test
    void theTermsOfAYear() {
        assertEquals(365.25 / 7, TERMS.horizon(), 1e-12);
        // after a year 1.10 counts as 1
        assertEquals(1 / 1.1, Math.exp(-TERMS.rate() * TERMS.horizon()), 1e-12);
    }

    @Test
    void aValueIsMarginTimesPurchasesTimesSpending() {
        BetaGeometricNbd purchases = TRUTH.purchases();
        double toCome = purchases.discountedPurchases(TERMS.horizon(), TERMS.rate(), EXAMPLE.pattern());
        // (6 (15 + 140))/(6·4 + 4 − 1) a purchase
        assertEquals(0.3 * toCome * 930 / 27, TRUTH.value(EXAMPLE, TERMS).orElseThrow(), 1e-12);
        assertTrue(toCome < purchases.expectedPurchases(TERMS.horizon(), EXAMPLE.pattern()));
        PurchaseSummary once = new PurchaseSummary("once", new BuyingPattern(0, 0, 36), 20, 0);
        assertEquals(0.3 * 30 * purchases.discountedPurchases(TERMS.horizon(), TERMS.rate(), once.pattern()), TRUTH.value(once, TERMS).orElseThrow(), 1e-12);
    }

    @Test
    void theExpectedValueIsTheMeanOfDrawnFutures() {
        for (PurchaseSummary customer : List.of(EXAMPLE, new PurchaseSummary("once", new BuyingPattern(0, 0, 36), 20, 0))) {
            SplittableRandom random = new SplittableRandom(7);
            double[] futures = IntStream.range(0, 200_000).mapToDouble(_ -> TRUTH.drawValue(customer, TERMS, random)).toArray();
            double mean = Arrays.stream(futures).average().orElseThrow();
            double variance = Arrays.stream(futures).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
            assertEquals(TRUTH.value(customer, TERMS).orElseThrow(), mean, 4 * Math.sqrt(variance / futures.length));
        }
    }

    @Test
    void theBootstrapSpreadsAsTheInformationSays() {
        var fitted = assertInstanceOf(Estimation.Converged.class, LifetimeModel.fit(HISTORY));
        LifetimeBootstrap bootstrap = LifetimeBootstrap.of(HISTORY, LifetimeModel.fit(HISTORY).orThrow(), 200, 5);
        assertEquals(200, bootstrap.refits().size());
        List<Function<LifetimeModel, Double>> parameters = List.of(
                m -> m.purchases().r(), m -> m.purchases().alpha(), m -> m.spending().p(), m -> m.spending().q());
        List<String> names = List.of("r", "alpha", "p", "q");
        for (int i = 0; i < names.size(); i++) {
            Function<LifetimeModel, Double> parameter = parameters.get(i);
            double[] logs = bootstrap.refits().stream().mapToDouble(m -> Math.log(parameter.apply(m))).toArray();
            double mean = Arrays.stream(logs).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(logs).map(v -> (v - mean) * (v - mean)).sum() / (logs.length - 1));
            Estimation.Parameter estimate = fitted.parameter(names.get(i));
            // the deviation of 200 draws is right to 5 %, the information to the order 1/√600
            assertEquals(1, deviation / (estimate.standardError() / estimate.estimate()), 0.25, names.get(i));
        }
    }

    @Test
    void theSameSeedGivesTheSameIntervalsOnAnyNumberOfThreads() throws Exception {
        LifetimeModel model = LifetimeModel.fit(HISTORY).orThrow();
        List<LifetimeValue> values = new ArrayList<>();
        for (int threads : new int[] {1, 2, 5}) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                values.add(pool.submit(() -> LifetimeBootstrap.of(HISTORY, model, 24, 9).value(EXAMPLE, TERMS, 0.9)).get());
            }
        }
        assertEquals(values.get(0), values.get(1));
        assertEquals(values.get(0), values.get(2));
    }

    @Test
    void mostHistoriesGiveAnIntervalWithTheTrueExpectedValue() {
        double truth = TRUTH.value(EXAMPLE, TERMS).orElseThrow();
        int histories = 20;
        int covered = 0;
        for (int seed = 0; seed < histories; seed++) {
            PurchaseHistory history = drawn(400, 100 + seed);
            LifetimeModel model = LifetimeModel.fit(history).orThrow();
            covered += LifetimeBootstrap.of(history, model, 50, seed).value(EXAMPLE, TERMS, 0.8).interval().orThrow().contains(truth) ? 1 : 0;
        }
        // binomial with 20 and 0.8: 11 to 20 hold 99.7 % of it
        assertTrue(covered >= 11, covered + " of " + histories);
    }

    @Test
    void whatCustomersReallySpendLiesInTheRealisedInterval() {
        LifetimeBootstrap bootstrap = LifetimeBootstrap.of(HISTORY, LifetimeModel.fit(HISTORY).orThrow(), 50, 3);
        SplittableRandom random = new SplittableRandom(11);
        int inside = 0;
        int customers = 0;
        for (PurchaseSummary customer : HISTORY.customers()) {
            if (customer.pattern().frequency() >= 4) {
                ConfidenceInterval realised = bootstrap.value(customer, TERMS, 0.8).realised().orThrow();
                double real = TRUTH.drawValue(customer, TERMS, random);
                customers++;
                inside += realised.contains(real) ? 1 : 0;
            }
        }
        double share = (double) inside / customers;
        // at least the promised part, more where the interval begins at 0, which has a probability of its own
        double error = Math.sqrt(0.8 * 0.2 / customers);
        assertTrue(share > 0.8 - 3 * error && share < 0.97, share + " of " + customers);
    }

    @Test
    void chanceMakesMoreDifferenceThanTheParameters() {
        LifetimeValue value = LifetimeBootstrap.of(HISTORY, LifetimeModel.fit(HISTORY).orThrow(), 50, 3).value(EXAMPLE, TERMS, 0.9);
        ConfidenceInterval expected = value.interval().orThrow();
        assertTrue(expected.contains(value.expected().orElseThrow()));
        assertEquals(0, value.realised().orThrow().low());
        assertTrue(value.realised().orThrow().high() > 2 * expected.high(), value.toString());
    }

    @Test
    void whatCannotBeSaidIsSaid() {
        LifetimeModel infinite = new LifetimeModel(TRUTH.purchases(), new GammaGamma(2, 0.9, 15));
        PurchaseSummary once = new PurchaseSummary("once", new BuyingPattern(0, 0, 36), 20, 0);
        assertEquals(OptionalDouble.empty(), infinite.value(once, TERMS));
        LifetimeBootstrap few = new LifetimeBootstrap(TRUTH, List.of(TRUTH), 20, 0, 1);
        assertEquals("not available: only 1 of 20 drawn histories could be fitted", few.value(EXAMPLE, TERMS, 0.9).interval().toString());
        LifetimeValue value = new LifetimeBootstrap(infinite, List.of(infinite), 1, 0, 1).value(once, TERMS, 0.9);
        assertInstanceOf(IntervalEstimate.NotAvailable.class, value.interval());
        assertTrue(value.toString().startsWith("expected value            infinite"));
        PurchaseHistory none = new PurchaseHistory(List.of(once), CalendarUnit.WEEKS, 0);
        assertEquals("not identified: purchases: none of the 1 customers bought again: the smaller the rates of purchase, the more likely the data",
                LifetimeModel.fit(none).toString());
    }

    @Test
    void badArgumentsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LifetimeTerms(0, 0.1, 0.3));
        assertThrows(IllegalArgumentException.class, () -> new LifetimeTerms(52, -0.1, 0.3));
        assertThrows(IllegalArgumentException.class, () -> new LifetimeTerms(52, 0.1, 1.5));
        assertThrows(IllegalArgumentException.class, () -> LifetimeTerms.annual(1, Double.NaN, 0.3, CalendarUnit.WEEKS));
        assertThrows(IllegalArgumentException.class, () -> LifetimeBootstrap.of(HISTORY, TRUTH, 19, 1));
        assertThrows(IllegalArgumentException.class, () -> LifetimeBootstrap.of(HISTORY, null, 50, 1));
        assertThrows(IllegalArgumentException.class, () -> new LifetimeBootstrap(TRUTH, List.of(TRUTH), 20, 0, 1).value(EXAMPLE, TERMS, 1));
        assertThrows(IllegalArgumentException.class, () -> TRUTH.value(null, TERMS));
        assertThrows(IllegalArgumentException.class, () -> new LifetimeModel(null, TRUTH.spending()));
    }

    private static PurchaseHistory drawn(int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PurchaseSummary> ages = IntStream.range(0, customers)
                .mapToObj(i -> new PurchaseSummary("c" + i, new BuyingPattern(0, 0, 27 + random.nextInt(84) / 7.0), 20, 0))
                .toList();
        return TRUTH.draw(new PurchaseHistory(ages, CalendarUnit.WEEKS, 0), random);
    }
}

package infogap.customers.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EstimationTest {

    private static final BetaGeometricNbd PURCHASES = new BetaGeometricNbd(0.243, 4.414, 0.793, 2.426);
    private static final GammaGamma SPENDING = new GammaGamma(6.25, 3.74, 15.44);

    /// How many standard errors an estimate may be off; beyond it lie 6 in 100 000.
    private static final double ERRORS = 4;

    @Test
    void theParametersOfDrawnCustomersAreFoundWithinTheirStandardErrors() {
        List<Double> off = new ArrayList<>();
        for (int seed = 0; seed < 8; seed++) {
            var purchases = converged(BetaGeometricNbd.fit(patterns(PURCHASES, 2000, seed)));
            off.addAll(off(purchases, 0.243, 4.414, 0.793, 2.426));
            var spending = converged(GammaGamma.fit(spending(SPENDING, 800, seed)));
            off.addAll(off(spending, 6.25, 3.74, 15.44));
        }
        assertEquals(56, off.size());
        off.forEach(z -> assertTrue(Math.abs(z) < ERRORS, off.toString()));
        // if the standard errors are right the mean square is about 1: χ² with 56 degrees of freedom over 56, fewer since estimates of one fit go together
        double meanSquare = off.stream().mapToDouble(z -> z * z).average().orElseThrow();
        assertTrue(meanSquare > 0.5 && meanSquare < 1.8, "mean square " + meanSquare);
    }

    @Test
    void nothingAroundTheEstimateIsMoreLikely() {
        List<BuyingPattern> patterns = patterns(PURCHASES, 500, 3);
        requireTop(converged(BetaGeometricNbd.fit(patterns)),
                p -> patterns.stream().mapToDouble(new BetaGeometricNbd(p[0], p[1], p[2], p[3])::logLikelihood).sum());
        List<Spending> spending = spending(SPENDING, 300, 3);
        requireTop(converged(GammaGamma.fit(spending)), p -> spending.stream().mapToDouble(new GammaGamma(p[0], p[1], p[2])::logLikelihood).sum());
    }

    @Test
    void theOrderOfTheCustomersAndTheUnitOfTimeDoNotMatter() {
        List<BuyingPattern> patterns = new ArrayList<>(patterns(PURCHASES, 500, 4));
        BetaGeometricNbd weeks = BetaGeometricNbd.fit(patterns).orThrow();
        Collections.shuffle(patterns, new Random(1));
        BetaGeometricNbd shuffled = BetaGeometricNbd.fit(patterns).orThrow();
        BetaGeometricNbd days = BetaGeometricNbd.fit(
                patterns.stream().map(p -> new BuyingPattern(p.frequency(), 7 * p.recency(), 7 * p.age())).toList()).orThrow();
        // as near as a rise of the likelihood by 1e-13 of itself determines them
        assertEquals(weeks.r(), shuffled.r(), 1e-6);
        assertEquals(weeks.r(), days.r(), 1e-6);
        assertEquals(7 * weeks.alpha(), days.alpha(), 1e-5 * days.alpha());
        assertEquals(weeks.a(), days.a(), 1e-4);
    }

    @Test
    void anIntervalOfAParameterIsPositiveAndHoldsTheEstimate() {
        var parameter = converged(BetaGeometricNbd.fit(patterns(PURCHASES, 500, 5))).parameter("b");
        var interval = parameter.interval(0.95);
        assertTrue(interval.low() > 0 && interval.contains(parameter.estimate()));
        // on the scale of the logarithm the estimate is in the middle
        assertEquals(parameter.estimate() * parameter.estimate(), interval.low() * interval.high(), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> parameter.interval(1));
        assertThrows(IllegalArgumentException.class, () -> converged(GammaGamma.fit(spending(SPENDING, 300, 3))).parameter("b"));
    }

    @Test
    void whereNobodyBoughtAgainThereIsNothingToEstimate() {
        var none = BetaGeometricNbd.fit(Collections.nCopies(30, new BuyingPattern(0, 0, 12)));
        assertReason("none of the 30 customers bought again", none);
        assertTrue(assertThrows(ArithmeticException.class, none::orThrow).getMessage().startsWith("not identified: none of the 30"));
    }

    @Test
    void customersWhoDoNotDifferDetermineNoSpread() {
        // one rate for everybody, nobody leaves: the gamma distribution shrinks to a point
        SplittableRandom random = new SplittableRandom(5);
        List<BuyingPattern> same = IntStream.range(0, 400).mapToObj(_ -> poisson(0.5, 30, random)).toList();
        assertReason("the likelihood keeps rising while r grows without end", BetaGeometricNbd.fit(same));
        // rates differ, but nobody leaves: the last purchase is never long ago
        List<BuyingPattern> loyal = IntStream.range(0, 400).mapToObj(i -> poisson(0.1 * (1 + i % 8), 30, random)).toList();
        assertReason("the likelihood keeps rising while ", BetaGeometricNbd.fit(loyal));
        assertReason("the likelihood", BetaGeometricNbd.fit(List.of(new BuyingPattern(1, 3, 30))));
        assertReason("all 2 customers have the mean 20.0", GammaGamma.fit(List.of(new Spending(1, 20), new Spending(3, 20))));
        // single purchases: nothing repeats within a customer
        assertInstanceOf(Estimation.Unidentified.class, GammaGamma.fit(List.of(new Spending(1, 20), new Spending(1, 21), new Spending(1, 22))));
    }

    private static <M> Estimation.Converged<M> converged(Estimation<M> estimation) {
        if (estimation instanceof Estimation.Converged<M> converged) {
            return converged;
        }
        throw new AssertionError(estimation.toString());
    }

    private static void assertReason(String start, Estimation<?> estimation) {
        String reason = assertInstanceOf(Estimation.Unidentified.class, estimation).reason();
        assertTrue(reason.startsWith(start), reason);
    }

    private static List<Double> off(Estimation.Converged<?> found, double... truth) {
        return IntStream.range(0, truth.length).mapToObj(i -> {
            var parameter = found.parameters().get(i);
            return Math.log(parameter.estimate() / truth[i]) / (parameter.standardError() / parameter.estimate());
        }).toList();
    }

    private static void requireTop(Estimation.Converged<?> found, Function<double[], Double> logLikelihood) {
        double[] top = found.parameters().stream().mapToDouble(Estimation.Parameter::estimate).toArray();
        assertEquals(found.logLikelihood(), logLikelihood.apply(top), 1e-8);
        SplittableRandom random = new SplittableRandom(9);
        Stream.generate(() -> Arrays.stream(top).map(p -> p * Math.exp(0.2 * random.nextDouble(-1, 1))).toArray()).limit(300)
                .forEach(near -> assertTrue(logLikelihood.apply(near) <= found.logLikelihood()));
        // the gradient in the logarithms, by central differences
        for (int i = 0; i < top.length; i++) {
            double[] up = top.clone();
            double[] down = top.clone();
            up[i] *= Math.exp(1e-4);
            down[i] *= Math.exp(-1e-4);
            assertEquals(0, (logLikelihood.apply(up) - logLikelihood.apply(down)) / 2e-4, 1e-3);
        }
    }

    static List<BuyingPattern> patterns(BetaGeometricNbd model, int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, customers).mapToObj(_ -> model.draw(27 + random.nextInt(84) / 7.0, random)).toList();
    }

    static List<Spending> spending(GammaGamma model, int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, customers).mapToObj(_ -> model.draw(1 + random.nextInt(6), random)).toList();
    }

    private static BuyingPattern poisson(double rate, double age, SplittableRandom random) {
        int x = 0;
        double last = 0;
        for (double next = random.nextExponential() / rate; next <= age; next += random.nextExponential() / rate) {
            last = next;
            x++;
        }
        return new BuyingPattern(x, last, age);
    }
}

package infogap.customers.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The BG/NBD log-likelihood of all customers with its gradient, in `r, α, a, b`. What depends on the frequency alone is computed once for each
/// frequency.
final class BetaGeometricLikelihood implements Likelihood<BetaGeometricNbd> {

    private static final List<String> NAMES = List.of("r", "alpha", "a", "b");

    private final Group[] groups;
    private final double[] typical;
    private final double meanRate;

    /// The customers with one frequency: their times, each pattern with the number of its customers.
    private record Group(int x, double customers, double[] recencies, double[] ages, double[] counts) {}

    private BetaGeometricLikelihood(List<BuyingPattern> patterns) {
        Map<Integer, Map<BuyingPattern, Long>> byFrequency = patterns.stream().collect(Collectors.groupingBy(
                BuyingPattern::frequency, TreeMap::new,
                Collectors.groupingBy(pattern -> pattern, LinkedHashMap::new, Collectors.counting())));
        groups = byFrequency.entrySet().stream().map(entry -> {
            List<BuyingPattern> different = List.copyOf(entry.getValue().keySet());
            double[] counts = entry.getValue().values().stream().mapToDouble(Long::doubleValue).toArray();
            return new Group(entry.getKey(), Arrays.stream(counts).sum(), different.stream().mapToDouble(BuyingPattern::recency).toArray(),
                    different.stream().mapToDouble(BuyingPattern::age).toArray(), counts);
        }).toArray(Group[]::new);
        double time = patterns.stream().mapToDouble(BuyingPattern::age).sum();
        meanRate = patterns.stream().mapToDouble(BuyingPattern::frequency).sum() / time;
        typical = new double[] {0, Math.log(time / patterns.size()), 0, 0};
    }

    static Estimation<BetaGeometricNbd> fit(List<BuyingPattern> patterns) {
        return degenerate(patterns)
                .<Estimation<BetaGeometricNbd>>map(Estimation.Unidentified::new)
                .orElseGet(() -> LikelihoodSearch.search(new BetaGeometricLikelihood(patterns), patterns.size()));
    }

    /// As [#fit], first from a model that is believed to be near; empty when nothing follows from the data.
    static Optional<LikelihoodSearch.Refit<BetaGeometricNbd>> refit(List<BuyingPattern> patterns, BetaGeometricNbd near) {
        return degenerate(patterns).isPresent()
                ? Optional.empty()
                : Optional.of(LikelihoodSearch.near(new BetaGeometricLikelihood(patterns), near.r(), near.alpha(), near.a(), near.b()));
    }

    private static Optional<String> degenerate(List<BuyingPattern> patterns) {
        if (patterns.stream().allMatch(pattern -> pattern.frequency() == 0)) {
            return Optional.of("none of the " + patterns.size() + " customers bought again: the smaller the rates of purchase, the more likely the data");
        }
        return Optional.empty();
    }

    /// Rates around the one seen, and customers that stay for long or for a few purchases.
    @Override
    public List<double[]> starts() {
        List<double[]> starts = new ArrayList<>();
        for (double r : new double[] {0.25, 1, 4}) {
            for (double b : new double[] {2, 10}) {
                starts.add(new double[] {Math.log(r), Math.log(r / (1.5 * meanRate)), 0, Math.log(b)});
            }
        }
        return starts;
    }

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public BetaGeometricNbd model(double[] p) {
        return new BetaGeometricNbd(p[0], p[1], p[2], p[3]);
    }

    @Override
    public double[] typical() {
        return typical;
    }

    @Override
    public double value(double[] parameters) {
        BetaGeometricNbd model = model(parameters);
        double sum = 0;
        for (Group group : groups) {
            sum += group.customers * model.counted(group.x);
            for (int i = 0; i < group.counts.length; i++) {
                sum += group.counts[i] * model.waited(group.x, group.recencies[i], group.ages[i]);
            }
        }
        return sum;
    }

    @Override
    public double[] gradient(double[] parameters) {
        BetaGeometricNbd model = model(parameters);
        double r = model.r();
        double alpha = model.alpha();
        double a = model.a();
        double b = model.b();
        double[] gradient = new double[4];
        for (Group group : groups) {
            int x = group.x;
            double both = RisingFactorial.logSlope(a + b, x);
            gradient[0] += group.customers * RisingFactorial.logSlope(r, x);
            gradient[2] -= group.customers * both;
            gradient[3] += group.customers * (RisingFactorial.logSlope(b, x) - both);
            double left = 0;
            for (int i = 0; i < group.counts.length; i++) {
                double age = group.ages[i];
                double recency = group.recencies[i];
                double share = model.shareLeft(x, recency, age);
                double perRate = -Math.log1p(age / alpha) + share * Math.log1p((age - recency) / (alpha + recency));
                // r/α − (r+x)/(α+T), the common part taken out
                double perAlpha = (r * age / alpha - x) / (alpha + age) - share * (r + x) * (age - recency) / ((alpha + age) * (alpha + recency));
                gradient[0] += group.counts[i] * perRate;
                gradient[1] += group.counts[i] * perAlpha;
                left += group.counts[i] * share;
            }
            if (x > 0) {
                gradient[2] += left / a;
                gradient[3] -= left / (b + x - 1);
            }
        }
        return gradient;
    }
}

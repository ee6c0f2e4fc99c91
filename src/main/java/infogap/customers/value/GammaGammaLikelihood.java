package infogap.customers.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;

/// The Gamma-Gamma log-likelihood of all customers with its gradient, in `p, q, γ`.
final class GammaGammaLikelihood implements Likelihood<GammaGamma> {

    private static final List<String> NAMES = List.of("p", "q", "gamma");

    private final Spending[] customers;
    private final double mean;

    private GammaGammaLikelihood(List<Spending> customers) {
        // by the number of purchases, so that the special functions are computed once for each
        this.customers = customers.stream()
                .sorted(Comparator.comparingInt(Spending::purchases).thenComparingDouble(Spending::mean))
                .toArray(Spending[]::new);
        this.mean = Arrays.stream(this.customers).mapToDouble(Spending::mean).average().orElseThrow();
    }

    static Estimation<GammaGamma> fit(List<Spending> customers) {
        return degenerate(customers)
                .<Estimation<GammaGamma>>map(Estimation.Unidentified::new)
                .orElseGet(() -> LikelihoodSearch.search(new GammaGammaLikelihood(customers), customers.size()));
    }

    /// As [#fit], first from a model that is believed to be near; empty when nothing follows from the data.
    static Optional<LikelihoodSearch.Refit<GammaGamma>> refit(List<Spending> customers, GammaGamma near) {
        return customers.isEmpty() || degenerate(customers).isPresent()
                ? Optional.empty()
                : Optional.of(LikelihoodSearch.near(new GammaGammaLikelihood(customers), near.p(), near.q(), near.gamma()));
    }

    private static Optional<String> degenerate(List<Spending> customers) {
        double first = customers.getFirst().mean();
        return customers.stream().allMatch(customer -> customer.mean() == first)
                ? Optional.of("all " + customers.size() + " customers have the mean " + first + ": there is no spread to explain")
                : Optional.empty();
    }

    @Override
    public List<double[]> starts() {
        List<double[]> starts = new ArrayList<>();
        for (double p : new double[] {1, 6}) {
            for (double q : new double[] {2, 6}) {
                starts.add(new double[] {Math.log(p), Math.log(q), Math.log(mean * (q - 1) / p)});
            }
        }
        return starts;
    }

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public GammaGamma model(double[] p) {
        return new GammaGamma(p[0], p[1], p[2]);
    }

    @Override
    public double[] typical() {
        return new double[] {0, 0, Math.log(mean)};
    }

    @Override
    public double value(double[] parameters) {
        GammaGamma model = model(parameters);
        double sum = 0;
        int last = 0;
        double counted = 0;
        for (Spending customer : customers) {
            if (customer.purchases() != last) {
                last = customer.purchases();
                counted = model.counted(last);
            }
            sum += counted + model.valued(last, customer.mean());
        }
        return sum;
    }

    @Override
    public double[] gradient(double[] parameters) {
        double p = parameters[0];
        double q = parameters[1];
        double gamma = parameters[2];
        double digammaQ = Gamma.digamma(q);
        double[] gradient = new double[3];
        int x = 0;
        double overP = 0;
        double overQ = 0;
        for (Spending customer : customers) {
            if (customer.purchases() != x) {
                x = customer.purchases();
                double both = Gamma.digamma(p * x + q);
                overP = both - Gamma.digamma(p * x);
                overQ = both - digammaQ;
            }
            double spent = customer.mean() * x;
            gradient[0] += x * (overP - Math.log1p(gamma / spent));
            gradient[1] += overQ - Math.log1p(spent / gamma);
            // q/γ − (px+q)/(γ+mx), the common part taken out
            gradient[2] += (q * spent / gamma - p * x) / (gamma + spent);
        }
        return gradient;
    }
}

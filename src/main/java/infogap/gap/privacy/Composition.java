package infogap.gap.privacy;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import infogap.probability.Channel;
import infogap.probability.Products;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// What several releases reveal together, each with noise of its own.
///
/// *Sequential*: about the same data. The likelihood ratios of one message each multiply, so that ε is at most `ε₁ + … + ε_k`, and exactly
///
///     max LR = max_{x, x′} Π_i max_y p_i(y | x) / p_i(y | x′):
///
/// for one pair of inputs the releases can all be at their worst at once, but the worst pair need not be the same in all of them.
///
/// *Parallel*: about different people. Changing the data of one person changes one release only: `ε = max(ε₁, …, ε_k)`.
///
/// Sources: C. Dwork and A. Roth (2014), *The algorithmic foundations of differential privacy*, Foundations and Trends in Theoretical Computer Science 9,
/// 211–407, section 3.5; F. McSherry (2009), *Privacy integrated queries*, SIGMOD 2009, 19–30 (sequential and parallel composition).
public final class Composition {

    private Composition() {}

    /// Both messages about the same input: `p((y, z) | x) = p(y | x) p(z | x)`. Each product is exact until it is rounded to the nearest double.
    ///
    /// @throws IllegalArgumentException if the two do not have the same inputs in the same order
    public static <X, Y, Z> Channel<X, Both<Y, Z>> sequential(Channel<X, Y> first, Channel<X, Z> second) {
        requireSameInputs(List.of(Checks.present("first", first), Checks.present("second", second)));
        double[][] matrix = new double[first.inputs().size()][];
        for (int x = 0; x < matrix.length; x++) {
            matrix[x] = products(first.row(x), second.row(x));
        }
        return Channel.of(first.inputs(), pairs(first.outputs(), second.outputs()), matrix);
    }

    /// A message about each of two people: `p((y, z) | (x, w)) = p(y | x) p(z | w)`. Its loss is that between [Both#neighbours].
    public static <X, W, Y, Z> Channel<Both<X, W>, Both<Y, Z>> parallel(Channel<X, Y> first, Channel<W, Z> second) {
        Checks.present("first", first);
        Checks.present("second", second);
        List<double[]> rows = new ArrayList<>();
        for (int x = 0; x < first.inputs().size(); x++) {
            for (int w = 0; w < second.inputs().size(); w++) {
                rows.add(products(first.row(x), second.row(w)));
            }
        }
        return Channel.of(
                pairs(first.inputs(), second.inputs()), pairs(first.outputs(), second.outputs()), rows.toArray(double[][]::new));
    }

    /// The loss of all these channels together about the same input, exactly, and without the product's many messages.
    ///
    /// @throws IllegalArgumentException if there is no channel, or they do not have the same inputs in the same order
    public static <X> PrivacyLoss sequentialLoss(List<? extends Channel<X, ?>> channels) {
        List<Channel<X, ?>> checked = Checks.notEmpty("channels", channels);
        requireSameInputs(checked);
        BigFraction largest = BigFraction.ONE;
        int inputs = checked.getFirst().inputs().size();
        for (int x = 0; x < inputs; x++) {
            for (int other = 0; other < inputs; other++) {
                BigFraction product = BigFraction.ONE;
                for (Channel<X, ?> channel : checked) {
                    switch (PrivacyLoss.between(channel, x, other)) {
                        case Ratio.Finite(BigFraction ratio) -> product = product.multiply(ratio);
                        case Ratio noNumber -> {
                            return new PrivacyLoss(noNumber);
                        }
                    }
                }
                largest = product.compareTo(largest) > 0 ? product : largest;
            }
        }
        return new PrivacyLoss(new Ratio.Finite(largest));
    }

    /// The most that releases with these losses can lose together about the same data: the product of the ratios, the sum of the ε.
    /// Randomised responses attain it; [#sequentialLoss] says what channels lose exactly.
    ///
    /// @throws IllegalArgumentException if there is no loss
    public static PrivacyLoss sequentialBound(List<PrivacyLoss> losses) {
        return Checks.<PrivacyLoss>notEmpty("losses", losses).stream()
                .reduce((a, b) -> {
                    if (a.isFinite() && b.isFinite()) {
                        return new PrivacyLoss(new Ratio.Finite(
                                a.largestLikelihoodRatio().fraction().multiply(b.largestLikelihoodRatio().fraction())));
                    }
                    return a.isFinite() ? b : a;
                })
                .orElseThrow();
    }

    /// The loss of releases about people of which no two releases share one: the largest of the losses.
    ///
    /// @throws IllegalArgumentException if there is no loss
    public static PrivacyLoss parallelLoss(List<PrivacyLoss> losses) {
        Comparator<PrivacyLoss> byRatio = (a, b) -> a.isFinite() && b.isFinite()
                ? a.largestLikelihoodRatio().fraction().compareTo(b.largestLikelihoodRatio().fraction())
                : Boolean.compare(!a.isFinite(), !b.isFinite());
        return Checks.<PrivacyLoss>notEmpty("losses", losses).stream().max(byRatio).orElseThrow();
    }

    private static <A, B> List<Both<A, B>> pairs(List<A> first, List<B> second) {
        return first.stream().flatMap(a -> second.stream().map(b -> new Both<>(a, b))).toList();
    }

    private static double[] products(double[] first, double[] second) {
        double[] products = new double[first.length * second.length];
        for (int i = 0; i < products.length; i++) {
            // as doubles 0.1 · 0.1 is not the double of 0.01, and the ratio would no longer be a quotient of the decimals
            products[i] = Fractions.toDouble(
                    Fractions.ofDecimal(first[i / second.length]).multiply(Fractions.ofDecimal(second[i % second.length])));
        }
        return Products.row(products);
    }

    private static void requireSameInputs(List<? extends Channel<?, ?>> channels) {
        List<?> inputs = channels.getFirst().inputs();
        for (Channel<?, ?> channel : channels) {
            if (!channel.inputs().equals(inputs)) {
                throw new IllegalArgumentException(
                        "channels must be about the same inputs " + inputs + " in this order, but one has " + channel.inputs());
            }
        }
    }
}

package infogap.decision;

import infogap.numeric.CompensatedSum;
import infogap.numeric.Fractions;
import infogap.numeric.Remainders;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// The power mean `M = (E b^s)^(1/s)` of bases `b_i ≥ 0`, the geometric mean for `s = 0`: what a power utility makes of a lottery, as its distance from
/// the mean and from the first base. Each distance is a sum of terms of one sign, so that a small one keeps its digits.
///
/// Source: G. H. Hardy, J. E. Littlewood and G. Pólya (1934), *Inequalities*, chapter 2.
final class PowerMean {

    /// Below this relative deviation the second order is the whole distance, to the last digit of a double.
    private static final double SECOND_ORDER_BELOW = 1e-20;

    private static final double SERIES_BELOW = 0.25;

    /// From here on an exponential is multiplied by its weight before it is taken, because it may overflow.
    private static final double LARGE_EXPONENT = 700;

    private final double order;
    private final double complement;
    private final Lottery lottery;
    private final UnaryOperator<BigFraction> base;
    private final List<BigFraction> bases;

    /// @param order `s`
    /// @param complement `1 − s`, with the digits that it loses as a difference of doubles
    /// @param lottery the outcomes, with their probabilities
    /// @param base the base of an outcome; that of the first one is above 0 unless `0 < s < 1`
    PowerMean(double order, double complement, Lottery lottery, UnaryOperator<BigFraction> base) {
        this.order = order;
        this.complement = complement;
        this.lottery = lottery;
        this.base = base;
        this.bases = lottery.outcomes().stream().map(base).toList();
    }

    /// `|M − E b|`, infinite where it overflows.
    double distanceFromMean() {
        BigFraction mean = lottery.exactExpectation(base);
        if (mean.getNumerator().signum() == 0) {
            return 0;
        }
        double[] deviations = bases.stream().mapToDouble(b -> Fractions.toDouble(b.subtract(mean).divide(mean))).toArray();
        double largest = 0;
        for (double deviation : deviations) {
            largest = Math.max(largest, Math.abs(deviation) * Math.max(1, Math.abs(order)));
        }
        if (largest < SECOND_ORDER_BELOW) {
            BigFraction variance = lottery.exactExpectation(x -> {
                BigFraction deviation = base.apply(x).subtract(mean);
                return deviation.multiply(deviation);
            });
            return Fractions.toDouble(Fractions.ofDecimal(complement).abs().multiply(variance).divide(mean.multiply(2)));
        }
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < deviations.length; i++) {
            BigFraction ratio = bases.get(i).divide(mean);
            // next to −1 the deviation has lost the digits of the ratio
            double log = deviations[i] > -0.5
                    ? Math.log1p(deviations[i])
                    : ratio.getNumerator().signum() == 0 ? Double.NEGATIVE_INFINITY : Fractions.log(ratio);
            sum.add(weightedRemainder(lottery.probability(i), deviations[i], Fractions.toDouble(ratio), log));
        }
        double scaled = order * sum.value();
        // below this the logarithm is its argument, whatever the order divides away
        double logRatio = Math.abs(scaled) < SECOND_ORDER_BELOW ? sum.value() : Math.log1p(scaled) / order;
        return Fractions.toDouble(mean) * Math.abs(Math.expm1(logRatio));
    }

    /// `|M − b_0|`.
    double distanceFromFirst() {
        BigFraction anchor = bases.getFirst();
        if (anchor.getNumerator().signum() == 0) {
            BigFraction highest = bases.getLast();
            return highest.equals(anchor) ? 0 : Fractions.toDouble(highest) * Math.exp(logRatioTo(highest));
        }
        double logRatio = logRatioTo(anchor);
        return logRatio > LARGE_EXPONENT
                ? Math.exp(Fractions.log(anchor) + logRatio)
                : Fractions.toDouble(anchor) * Math.abs(Math.expm1(logRatio));
    }

    /// `log (M / anchor)`, for an anchor that is the lowest or the highest base.
    private double logRatioTo(BigFraction anchor) {
        double[] logs = bases.stream()
                .mapToDouble(b -> b.getNumerator().signum() == 0 ? Double.NEGATIVE_INFINITY : Fractions.log(b.divide(anchor)))
                .toArray();
        double[] weights = IntStream.range(0, logs.length).mapToDouble(lottery::probability).toArray();
        double widest = IntStream.range(0, logs.length).mapToDouble(i -> Math.abs(logs[i])).max().orElseThrow();
        if (Math.abs(order) * widest < SECOND_ORDER_BELOW || order == 0) {
            return sum(logs.length, i -> weights[i] * logs[i]);
        }
        double change = sum(logs.length, i -> weights[i] * Math.expm1(order * logs[i]));
        if (change > -0.5 && change < Double.POSITIVE_INFINITY) {
            return Math.log1p(change) / order;
        }
        double top = IntStream.range(0, logs.length).mapToDouble(i -> order * logs[i]).max().orElseThrow();
        return (top + Math.log(sum(logs.length, i -> weights[i] * Math.exp(order * logs[i] - top)))) / order;
    }

    /// `p (r^s − 1 − s d) / s` for the ratio `r = 1 + d` to the mean; `p (log r − d)` for `s = 0`.
    private double weightedRemainder(double p, double d, double ratio, double log) {
        if (Math.abs(d) <= SERIES_BELOW && Math.abs(order * d) <= 1) {
            return p * series(d);
        }
        double exponent = order * log;
        if (exponent > LARGE_EXPONENT) {
            return Math.exp(exponent + Math.log(p)) / order - p * (1 / order + d);
        }
        if (order <= 0.5) {
            return p * (Math.abs(exponent) <= 1
                    ? (order == 0 ? 0 : Remainders.ofExponential(exponent) / order) + (log - d)
                    : Math.expm1(exponent) / order - d);
        }
        if (d > 0 && Math.abs(complement * log) > 1) {
            return p * (Math.expm1(exponent) / order - d);
        }
        if (ratio == 0) {
            return -p * complement / order;
        }
        // r^s = r e^(−(1 − s) log r): nothing cancels when s is near 1
        double fall = -complement * log;
        double rest = fall > 1 ? Math.exp(exponent) - ratio * (1 + fall) : ratio * Remainders.ofExponential(fall);
        return p * (rest - complement * (ratio * log - d)) / order;
    }

    /// The binomial series from its second term on, over `s`.
    private double series(double d) {
        double sum = 0;
        for (int k = 40; k >= 2; k--) {
            sum = k == 2 ? 1 + sum : (1 + sum) * (order - (k - 1)) / k * d;
        }
        return -complement / 2 * d * d * sum;
    }

    private static double sum(int terms, IntToDoubleFunction term) {
        return CompensatedSum.of(IntStream.range(0, terms).mapToDouble(term).toArray());
    }
}

package infogap.bayes;

import infogap.bayes.Uncertain.BetaDistributed;
import infogap.bayes.Uncertain.Known;
import infogap.numeric.Checks;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// The distribution of the PPV when prior, sensitivity and false-positive rate are independent and uncertain.
///
/// Computed by quadrature, not by sampling, on the logarithmic scale, where the PPV is a sum and the distributions have no singularities:
///
///     PPV ≤ t  ⇔  logit π + D ≤ logit t,   D = ln Se − ln FPR
///     P(PPV ≤ t) = E P(D ≤ logit t − logit π)
///     P(D ≤ s) = E P(ln Se ≤ s + ln FPR) for s ≤ 0,   E P(ln FPR ≥ ln Se − s) for s > 0
///     E PPV = ∫ (1 − P(D ≤ s)) E σ′(s + logit π) ds,   σ(x) = 1/(1 + e^−x)
///
/// The rule halves its panels until it agrees with itself: the same inputs give the same bytes, and probabilities and the mean are right to [#ACCURACY]
/// however wide or narrow the rates are.
///
/// Where known rates leave no choice the PPV is certain: 0 with a prior or a sensitivity of 0, 1 with a prior of 1 or a false-positive rate of 0.
public final class UncertainScreening {

    /// How far a probability or the mean may be from the truth.
    public static final double ACCURACY = 1e-9;

    /// The smallest parameter of a beta distribution here. Below it practically every rate is 0 or 1 to the last digit of its logarithm.
    public static final double LEAST_PARAMETER = 1e-6;

    /// The largest parameter of a beta distribution here. Above it the distribution is narrower than the distance between doubles.
    public static final double LARGEST_PARAMETER = 1e12;

    /// How far two rules may differ on a panel, outside and inside; what they disagree about falls much faster than this.
    private static final double OUTER = 1e-10;
    private static final double INNER = 1e-11;

    /// Logits of the smallest positive double, and beyond that of the largest one below 1.
    private static final double LEAST_LOGIT = -746;
    private static final double LARGEST_LOGIT = 38;

    private static final double ROOT = 1e-12;
    private static final int STEPS = 500;

    private final Uncertain prior;
    private final Uncertain sensitivity;
    private final Uncertain falsePositiveRate;
    private final OptionalDouble certain;

    /// The logit of the prior where it is known, otherwise its distribution.
    private final double knownLogit;
    private final LogitBeta logit;
    private final UncertainRate present;
    private final UncertainRate absent;

    private UncertainScreening(Uncertain prior, Uncertain sensitivity, Uncertain falsePositiveRate) {
        this.prior = prior;
        this.sensitivity = sensitivity;
        this.falsePositiveRate = falsePositiveRate;
        this.certain = certain(prior, sensitivity, falsePositiveRate);
        this.knownLogit = prior instanceof Known(double value) ? logit(value) : Double.NaN;
        this.logit = prior instanceof BetaDistributed(double a, double b) ? new LogitBeta(a, b, DoubleUnaryOperator.identity()) : null;
        this.present = UncertainRate.of(sensitivity);
        this.absent = UncertainRate.of(falsePositiveRate);
    }

    /// The distribution for these independent rates.
    ///
    /// @throws IllegalArgumentException if a rate is missing, none is uncertain, a parameter of a beta distribution is outside [[#LEAST_PARAMETER],
    ///     [#LARGEST_PARAMETER]], or known rates of 0 or 1 exclude a positive result
    public static UncertainScreening of(Uncertain prior, Uncertain sensitivity, Uncertain falsePositiveRate) {
        requireParameters("prior", prior);
        requireParameters("sensitivity", sensitivity);
        requireParameters("falsePositiveRate", falsePositiveRate);
        if (List.of(prior, sensitivity, falsePositiveRate).stream().allMatch(Known.class::isInstance)) {
            throw new IllegalArgumentException("one of prior, sensitivity and falsePositiveRate must be uncertain; with known rates the PPV is that of Screening");
        }
        boolean neverTrue = is(prior, 0) || is(sensitivity, 0);
        boolean neverFalse = is(prior, 1) || is(falsePositiveRate, 0);
        if (neverTrue && neverFalse) {
            throw new IllegalArgumentException("prior, sensitivity and falsePositiveRate must allow a positive result, but with prior " + prior
                    + ", sensitivity " + sensitivity + " and falsePositiveRate " + falsePositiveRate + " it has probability 0 and the PPV is undefined");
        }
        return new UncertainScreening(prior, sensitivity, falsePositiveRate);
    }

    /// `P(PPV ≤ t)`.
    ///
    /// @throws IllegalArgumentException if `t` is outside [0, 1] or NaN
    public double cumulative(double t) {
        Checks.probability("t", t);
        if (certain.isPresent()) {
            return t >= certain.getAsDouble() ? 1 : 0;
        }
        return t == 0 || t == 1 ? t : cumulativeOfLogit(logit(t));
    }

    /// `E PPV`.
    public double mean() {
        if (certain.isPresent()) {
            return certain.getAsDouble();
        }
        if (logit != null && present instanceof UncertainRate.At && absent instanceof UncertainRate.At) {
            double ratio = present.largest() - absent.largest();
            return logit.expectation(y -> sigmoid(y + ratio), OUTER);
        }
        return Math.clamp(AdaptiveQuadrature.integral(s -> (1 - ratioCumulative(s)) * slopeAt(s), meanEnds(), OUTER), 0, 1);
    }

    /// The smallest `t` with `P(PPV ≤ t) ≥ p`, as the nearest double: 0 or 1 where it is closer to them than to any other.
    ///
    /// @throws IllegalArgumentException if `p` is not strictly between 0 and 1
    public double quantile(double p) {
        Checks.strictlyBetween("p", p, 0, 1);
        if (certain.isPresent()) {
            return certain.getAsDouble();
        }
        double start = (logit == null ? knownLogit : logit.centre()) + present.typical() - absent.typical();
        double low = Math.clamp(start, LEAST_LOGIT, LARGEST_LOGIT);
        double high = low;
        for (double step = 1; low > LEAST_LOGIT && cumulativeOfLogit(low) >= p; step *= 2) {
            high = low;
            low = Math.max(LEAST_LOGIT, low - step);
        }
        for (double step = 1; high < LARGEST_LOGIT && cumulativeOfLogit(high) < p; step *= 2) {
            low = high;
            high = Math.min(LARGEST_LOGIT, high + step);
        }
        double atLow = cumulativeOfLogit(low) - p;
        double atHigh = cumulativeOfLogit(high) - p;
        if (atLow >= 0 || atHigh <= 0) {
            return sigmoid(atLow >= 0 ? low : high);
        }
        return sigmoid(new BrentSolver(ROOT, ROOT, ROOT).solve(STEPS, x -> cumulativeOfLogit(x) - p, low, high));
    }

    /// The equal-tailed interval.
    ///
    /// @throws IllegalArgumentException if the probability is not strictly between 0 and 1
    public ConfidenceInterval interval(double probability) {
        Checks.strictlyBetween("probability", probability, 0, 1);
        return new ConfidenceInterval(quantile((1 - probability) / 2), quantile((1 + probability) / 2), probability);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "PPV with prior %s, sensitivity %s, false-positive rate %s%n  mean %.6f, median %.6f, 95 %% in %s", prior, sensitivity,
                falsePositiveRate, mean(), quantile(0.5), interval(0.95));
    }

    private double cumulativeOfLogit(double t) {
        if (logit == null) {
            return ratioCumulative(t - knownLogit);
        }
        double largest = present.largest() - absent.largest();
        return present instanceof UncertainRate.At && absent instanceof UncertainRate.At
                ? logit.cumulative(t - largest)
                : Math.clamp(logit.expectation(y -> ratioCumulative(t - y), OUTER, t - largest), 0, 1);
    }

    /// `P(D ≤ s)`, averaged over the side for which the other's logarithm stays below 0.
    private double ratioCumulative(double s) {
        return switch (present) {
            case UncertainRate.At se -> switch (absent) {
                case UncertainRate.At fpr -> se.logarithm() - fpr.logarithm() <= s ? 1 : 0;
                case UncertainRate.Spread fpr -> 1 - fpr.cumulative(se.logarithm() - s);
            };
            case UncertainRate.Spread se -> switch (absent) {
                case UncertainRate.At fpr -> se.cumulative(s + fpr.logarithm());
                case UncertainRate.Spread fpr -> Math.clamp(
                        s <= 0 ? fpr.expectation(x -> se.cumulative(s + x), INNER) : se.expectation(x -> 1 - fpr.cumulative(x - s), INNER), 0, 1);
            };
        };
    }

    /// `E σ′(s + logit π)`.
    private double slopeAt(double s) {
        return logit == null ? slope(s + knownLogit) : logit.expectation(y -> slope(s + y), INNER, -s - 32, -s - 8, -s - 2, -s, 2 - s, 8 - s, 32 - s);
    }

    /// Outwards from where the slope is steepest, in growing panels, until it is negligible; and where the distribution of D may have a corner.
    private double[] meanEnds() {
        double centre = logit == null ? -knownLogit : -logit.centre();
        DoubleStream.Builder ends = DoubleStream.builder();
        ends.add(centre);
        for (int side = -1; side <= 1; side += 2) {
            double end = side;
            for (; slopeAt(centre + end) > INNER * 1e-3; end *= 2) {
                ends.add(centre + end);
            }
            ends.add(centre + end);
        }
        double corner = present.largest() - absent.largest();
        double[] sorted = ends.build().sorted().toArray();
        return DoubleStream.concat(DoubleStream.of(sorted), DoubleStream.of(Math.clamp(corner, sorted[0], sorted[sorted.length - 1]))).sorted().toArray();
    }

    private static OptionalDouble certain(Uncertain prior, Uncertain sensitivity, Uncertain falsePositiveRate) {
        if (is(prior, 0) || is(sensitivity, 0)) {
            return OptionalDouble.of(0);
        }
        return is(prior, 1) || is(falsePositiveRate, 0) ? OptionalDouble.of(1) : OptionalDouble.empty();
    }

    private static boolean is(Uncertain rate, double value) {
        return rate instanceof Known(double known) && known == value;
    }

    private static double logit(double p) {
        return Math.log(p) - Math.log1p(-p);
    }

    private static double sigmoid(double x) {
        return x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
    }

    private static double slope(double x) {
        double tail = Math.exp(-Math.abs(x));
        return tail / ((1 + tail) * (1 + tail));
    }

    private static void requireParameters(String argument, Uncertain rate) {
        if (Checks.present(argument, rate) instanceof BetaDistributed(double a, double b)) {
            Checks.inRange(argument + ".a", a, LEAST_PARAMETER, LARGEST_PARAMETER);
            Checks.inRange(argument + ".b", b, LEAST_PARAMETER, LARGEST_PARAMETER);
        }
    }
}

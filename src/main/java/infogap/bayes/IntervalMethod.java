package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Quantiles;

/// Ways to an interval for a proportion of `x` successes in `n` trials at the confidence `1 − α`.
///
/// Source: L. D. Brown, T. T. Cai and A. DasGupta (2001), *Interval estimation for a binomial proportion*, Statistical Science 16, 101–133.
public enum IntervalMethod {

    /// The proportions that a score test does not reject:
    /// `(p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n)`; `z` is finite for every confidence below 1. Close to its confidence on average, seldom far below it.
    ///
    /// Source: E. B. Wilson (1927), *Probable inference, the law of succession, and statistical inference*, JASA 22, 209–212.
    WILSON {
        @Override
        ConfidenceInterval proper(long successes, long trials, double confidence) {
            double z = Quantiles.normal(confidence);
            double z2 = z * z;
            // multiplied by n, so that no trials need no case of their own: [0, 1]
            double centre = (successes + z2 / 2) / (trials + z2);
            double failures = trials - successes;
            double half = z * Math.sqrt((trials == 0 ? 0 : successes * failures / trials) + z2 / 4) / (trials + z2);
            return new ConfidenceInterval(
                    successes == 0 ? 0 : Math.max(0, centre - half), successes == trials ? 1 : Math.min(1, centre + half), confidence);
        }
    },

    /// The proportions that neither one-sided binomial test rejects at `α/2`: `[B(α/2; x, n−x+1), B(1−α/2; x+1, n−x)]` with quantiles `B` of the beta
    /// distribution, 0 for `x = 0` and 1 for `x = n`. Never below its confidence, often far above.
    ///
    /// Source: C. J. Clopper and E. S. Pearson (1934), *The use of confidence or fiducial limits illustrated in the case of the binomial*,
    /// Biometrika 26, 404–413.
    CLOPPER_PEARSON {
        @Override
        ConfidenceInterval proper(long successes, long trials, double confidence) {
            double tail = (1 - confidence) / 2;
            long failures = trials - successes;
            return new ConfidenceInterval(
                    successes == 0 ? 0 : Quantiles.beta(successes, failures + 1.0, tail),
                    failures == 0 ? 1 : Quantiles.betaFromAbove(successes + 1.0, failures, tail),
                    confidence);
        }
    },

    /// The equal-tailed interval of the posterior `Beta(x + ½, n − x + ½)` under Jeffreys' prior, 0 for `x = 0` and 1 for `x = n` put at the ends.
    JEFFREYS {
        @Override
        ConfidenceInterval proper(long successes, long trials, double confidence) {
            double tail = (1 - confidence) / 2;
            long failures = trials - successes;
            return new ConfidenceInterval(
                    successes == 0 ? 0 : Quantiles.beta(successes + 0.5, failures + 0.5, tail),
                    failures == 0 ? 1 : Quantiles.betaFromAbove(successes + 0.5, failures + 0.5, tail),
                    confidence);
        }
    };

    /// The interval; without trials it says nothing: [0, 1].
    ///
    /// @throws IllegalArgumentException if a count is negative, there are more successes than trials or the confidence is not in (0, 1)
    public ConfidenceInterval interval(long successes, long trials, double confidence) {
        Checks.atLeast("successes", successes, 0);
        Checks.atLeast("trials", trials, successes);
        Checks.strictlyBetween("confidence", confidence, 0, 1);
        return proper(successes, trials, confidence);
    }

    abstract ConfidenceInterval proper(long successes, long trials, double confidence);
}

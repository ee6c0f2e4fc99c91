package infogap.feedback;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.fraction.BigFraction;

/// How a trust score follows from the initial trust and the events. A policy is a pure function with an exact value, so that
/// exchanging it recomputes every score from the same log.
public sealed interface TrustPolicy {

    /// The article's rule: what the page uses unless told otherwise.
    TrustPolicy AS_PRINTED = new AsPrinted();

    /// Beta reputation with the weight of two events, the uniform prior where the initial trust is 1/2.
    TrustPolicy BETA = new BetaReputation(BigFraction.TWO);

    /// The score after the events of the tally.
    ///
    /// @throws IllegalArgumentException if an argument is null or the initial trust is outside [0, 1]
    TrustScore score(BigFraction initialTrust, Tally tally);

    /// The name that [#of] reads: `as-printed`, `beta:2`.
    String label();

    /// The score of a customer after the events of the tally.
    default TrustScore score(Customer customer, Tally tally) {
        return score(customer.initialFraction(), tally);
    }

    /// Reads `as-printed`, `beta` (weight 2) or `beta:WEIGHT` with a decimal weight above 0 and below a million.
    ///
    /// @throws IllegalArgumentException for any other text
    static TrustPolicy of(String label) {
        if ("as-printed".equals(label)) {
            return AS_PRINTED;
        }
        Matcher beta = Pattern.compile("beta(?::(\\d{1,6}(?:\\.\\d{1,6})?))?").matcher(label == null ? "" : label);
        if (!beta.matches()) {
            throw new IllegalArgumentException(
                    "policy must be 'as-printed', 'beta' or 'beta:WEIGHT' with a decimal weight above 0, but is '" + label + "'");
        }
        return beta.group(1) == null ? BETA : new BetaReputation(Fractions.of(beta.group(1)));
    }

    /// $T = T_0 + (p + n)/10$: the article's listing adds 0.1 for every feedback, whatever it says.
    ///
    /// It is kept to show what it does: a complaint raises trust as praise does, and after eight feedbacks a score of 0.3 is 1.1,
    /// no degree of trust any more. Nothing is clamped; [TrustScore#isProbability] reports it.
    record AsPrinted() implements TrustPolicy {

        private static final BigFraction STEP = new BigFraction(1, 10);

        @Override
        public TrustScore score(BigFraction initialTrust, Tally tally) {
            Checks.present("tally", tally);
            return new TrustScore(probability(initialTrust).add(STEP.multiply(tally.total())));
        }

        @Override
        public String label() {
            return "as-printed";
        }
    }

    /// $T = (a + p)/(a + b + p + n)$: the mean of the Beta(a + p, b + n) posterior of the chance that the next feedback is positive.
    ///
    /// The initial trust becomes the prior by its mean, and the weight $w$ says how many events that prior is worth:
    /// $a = wT_0$, $b = w(1 - T_0)$, so that $a/(a+b) = T_0$ and $a + b = w$. With $w = 2$, Alice's 0.3 is Beta(0.6, 1.4), Bob's 0.7
    /// is Beta(1.4, 0.6), and 0.5 is the uniform Beta(1, 1), whose score $(1 + p)/(2 + p + n)$ is Jøsang and Ismail's. The score
    /// stays in [0, 1], moves up with praise and down with a complaint, and moves less the more is known.
    ///
    /// @param weight what the initial trust is worth in events, above 0
    record BetaReputation(BigFraction weight) implements TrustPolicy {

        /// @throws IllegalArgumentException if the weight is not above 0
        public BetaReputation {
            Checks.present("weight", weight);
            if (weight.compareTo(BigFraction.ZERO) <= 0) {
                throw new IllegalArgumentException("weight must be above 0, but is " + Fractions.format(weight));
            }
        }

        /// The prior's parameter $a = wT_0$: the positive events that the initial trust stands for.
        public BigFraction a(BigFraction initialTrust) {
            return weight.multiply(probability(initialTrust));
        }

        /// The prior's parameter $b = w(1 - T_0)$: the negative events that the initial trust stands for.
        public BigFraction b(BigFraction initialTrust) {
            return weight.subtract(a(initialTrust));
        }

        @Override
        public TrustScore score(BigFraction initialTrust, Tally tally) {
            Checks.present("tally", tally);
            return new TrustScore(a(initialTrust).add(tally.positive()).divide(weight.add(tally.total())));
        }

        @Override
        public String label() {
            return "beta:" + TrustScore.decimal(weight);
        }
    }

    private static BigFraction probability(BigFraction initialTrust) {
        Checks.present("initialTrust", initialTrust);
        if (initialTrust.compareTo(BigFraction.ZERO) < 0 || initialTrust.compareTo(BigFraction.ONE) > 0) {
            throw new IllegalArgumentException("initialTrust must be in [0, 1], but is " + Fractions.format(initialTrust));
        }
        return initialTrust;
    }
}

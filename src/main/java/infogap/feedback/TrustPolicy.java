package infogap.feedback;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

    /// The score of a customer on a day after the feedbacks of these days. Only a policy that fades looks at the days.
    ///
    /// @throws IllegalArgumentException if an argument is null
    default TrustScore score(Customer customer, List<DayTally> days, LocalDate today) {
        Tally tally = Tally.NONE;
        for (DayTally day : Checks.present("days", days)) {
            tally = new Tally(tally.positive() + day.tally().positive(), tally.negative() + day.tally().negative());
        }
        return score(customer, tally);
    }

    /// Does feedback count less when it is old, so that a score needs the days and not only the tally?
    default boolean fades() {
        return false;
    }

    /// Reads `as-printed`; `beta` (weight 2) or `beta:WEIGHT` with a decimal weight above 0 and below a million; `fading` (90 days, weight 2),
    /// `fading:DAYS` or `fading:DAYS:WEIGHT` with a whole number of days from 1 to 36500.
    ///
    /// @throws IllegalArgumentException for any other text
    static TrustPolicy of(String label) {
        if ("as-printed".equals(label)) {
            return AS_PRINTED;
        }
        Matcher fading = Pattern.compile("fading(?::(\\d{1,5})(?::(\\d{1,6}(?:\\.\\d{1,6})?))?)?").matcher(label == null ? "" : label);
        if (fading.matches()) {
            return new Fading(fading.group(2) == null ? BigFraction.TWO : Fractions.of(fading.group(2)),
                    fading.group(1) == null ? 90 : Integer.parseInt(fading.group(1)));
        }
        Matcher beta = Pattern.compile("beta(?::(\\d{1,6}(?:\\.\\d{1,6})?))?").matcher(label == null ? "" : label);
        if (!beta.matches()) {
            throw new IllegalArgumentException(
                    "policy must be 'as-printed', 'beta', 'beta:WEIGHT' with a decimal weight above 0, 'fading', 'fading:DAYS' or 'fading:DAYS:WEIGHT', "
                            + "but is '" + label + "'");
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

    /// $T = (a + P)/(a + b + P + N)$, Beta reputation with fading evidence: $P$ and $N$ count each feedback $2^{-\lfloor d/H \rfloor}$, where $d$
    /// is its age in days and $H$ the half-life. A feedback counts a half after $H$ days, a quarter after $2H$, exactly; a score that hears nothing new
    /// returns to the initial trust.
    ///
    /// The article's model has the same silence: with no transparency, $I = 0$, the bounded law $\dot T = -k_- I_{min} T$ of the trust models lets trust
    /// decay exponentially, and halves it every $\ln 2/(k_- I_{min})$ units of time. Here it is the evidence that halves, so that trust goes back to what
    /// was believed before it ($T_0$) and not to nothing. Jøsang and Ismail's forgetting factor per event is the same thought on another clock.
    ///
    /// Of a tally without days it makes what it makes of feedback of today.
    ///
    /// @param weight       what the initial trust is worth in events, above 0; it does not fade
    /// @param halfLifeDays $H$, from 1 to 36500 days
    record Fading(BigFraction weight, int halfLifeDays) implements TrustPolicy {

        /// @throws IllegalArgumentException if the weight is not above 0 or the half-life is outside its range
        public Fading {
            new BetaReputation(weight);
            Checks.inRange("half-life in days", halfLifeDays, 1, 36500);
        }

        @Override
        public TrustScore score(BigFraction initialTrust, Tally tally) {
            return new BetaReputation(weight).score(initialTrust, tally);
        }

        /// @throws IllegalArgumentException if a day is after today
        @Override
        public TrustScore score(Customer customer, List<DayTally> days, LocalDate today) {
            BigFraction positive = BigFraction.ZERO;
            BigFraction total = BigFraction.ZERO;
            for (DayTally day : Checks.present("days", days)) {
                BigFraction counts = share(day.day(), today);
                positive = positive.add(counts.multiply(day.tally().positive()));
                total = total.add(counts.multiply(day.tally().total()));
            }
            BigFraction initial = weight.multiply(customer.initialFraction());
            return new TrustScore(initial.add(positive).divide(weight.add(total)));
        }

        /// What a feedback of a day counts today: $2^{-\lfloor d/H \rfloor}$.
        ///
        /// @throws IllegalArgumentException if the day is after today
        public BigFraction share(LocalDate day, LocalDate today) {
            long age = ChronoUnit.DAYS.between(Checks.present("day", day), Checks.present("today", today));
            Checks.atLeast("age in days", age, 0L);
            return new BigFraction(BigInteger.ONE, BigInteger.TWO.pow((int) Math.min(age / halfLifeDays, 1000)));
        }

        @Override
        public boolean fades() {
            return true;
        }

        @Override
        public String label() {
            return "fading:" + halfLifeDays + ":" + TrustScore.decimal(weight);
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

package infogap.feedback;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.fraction.BigFraction;

/// The log as the trust models read it: transparency $I(t)$ (透明度) and observed trust $T(t)$ as functions of time.
///
/// The article speaks of a transparency in [0, 1] and measures none. Here it is the **share of the information gap that the published
/// feedback has closed**, as expected before any of it came in. Let $\theta$, the chance that the next feedback is positive, have a
/// Beta prior of weight $w$, and let $n(t)$ feedbacks be in the log at time $t$. Then
///
/// $$I(t) = 1 - \frac{E\,\mathrm{Var}(\theta \mid n(t)\ \text{feedbacks})}{\mathrm{Var}(\theta)} = \frac{n(t)}{w + n(t)}.$$
///
/// It is 0 before the first feedback, grows with each, whatever the feedback says, and stays below 1, because the next customer's
/// experience is never known for certain. It looks only backward: what is received later does not change it.
///
/// Where feedback fades or is retracted, $n(t)$ is what still counts at $t$, and $I$ falls too: what was known is known no longer.
///
/// $T(t)$ is the score under a policy. Under Beta reputation of the same weight the two are one: with $\hat p$ the share of positive
/// feedback so far, $T(t) = T_0 + I(t)(\hat p(t) - T_0)$. Transparency moves trust from what was believed to what is seen; it
/// raises trust only where what is seen is better ($\hat p > T_0$).
///
/// Both are step functions, continuous from the right. The first step is the origin, at time 0; feedback of one instant is one step.
///
/// @param steps  the steps in the order of time, at least one, the first at time 0
/// @param policy the policy that gives $T$
/// @param weight the prior's weight $w$ in events, above 0
public record TransparencySeries(List<Step> steps, TrustPolicy policy, BigFraction weight) {

    /// What holds from a time on.
    ///
    /// @param time         in the unit that the series was made with, at least 0
    /// @param tally        the events up to and including this time
    /// @param transparency $I$, exact
    /// @param trust        $T$, exact
    public record Step(double time, Tally tally, BigFraction transparency, TrustScore trust) {}

    /// @throws IllegalArgumentException if there is no step, the first is not at 0, or times do not grow
    public TransparencySeries {
        steps = Checks.notEmpty("steps", steps);
        Checks.present("policy", policy);
        new TrustPolicy.BetaReputation(weight);
        if (steps.getFirst().time() != 0) {
            throw Checks.refused("steps[0].time", steps.getFirst().time(), "0");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (!(steps.get(i).time() > steps.get(i - 1).time())) {
                throw Checks.refused("steps[" + i + "].time", steps.get(i).time(), "above " + steps.get(i - 1).time());
            }
        }
    }

    /// The series of a customer's events, with the weight of [TrustPolicy#BETA], or of the policy where it has one.
    ///
    /// @param customer the customer; events of others are refused
    /// @param events   the log about the customer, all of it, in any order
    /// @param policy   how trust is computed
    /// @param origin   the instant that is time 0, not after any event
    /// @param unit     the length of one unit of time, for example a day
    /// @throws IllegalArgumentException if an event is another customer's or before the origin, or the unit is not above 0
    public static TransparencySeries of(
            Customer customer, List<FeedbackEvent> events, TrustPolicy policy, Instant origin, Duration unit) {
        Checks.present("customer", customer);
        Checks.present("policy", policy);
        Checks.present("origin", origin);
        if (Checks.present("unit", unit).compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("unit must be a duration above 0, but is " + unit);
        }
        BigFraction weight = switch (policy) {
            case TrustPolicy.AsPrinted printed -> BigFraction.TWO;
            case TrustPolicy.BetaReputation beta -> beta.weight();
            case TrustPolicy.Fading fading -> fading.weight();
        };
        List<FeedbackEvent> ordered = Checks.present("events", events).stream()
                .sorted(Comparator.comparing(FeedbackEvent::at).thenComparingLong(FeedbackEvent::id))
                .toList();
        List<Step> steps = new ArrayList<>();
        steps.add(step(0, customer, Tally.NONE, policy, weight));
        List<CustomerHistory.Entry> entries = CustomerHistory.of(customer, ordered).entries();
        for (int i = 0; i < entries.size(); i++) {
            CustomerHistory.Entry entry = entries.get(i);
            double time = time(entry.event(), origin, unit);
            if (time == steps.getLast().time()) {
                steps.removeLast();
            }
            steps.add(policy instanceof TrustPolicy.Fading fading
                    ? fadingStep(time, customer, entry, ordered.subList(0, i + 1), fading)
                    : step(time, customer, entry.tally(), policy, weight));
        }
        return new TransparencySeries(steps, policy, weight);
    }

    private static double time(FeedbackEvent event, Instant origin, Duration unit) {
        if (event.at().isBefore(origin)) {
            throw new IllegalArgumentException("origin must not be after an event, but is " + origin + ", and event " + event.id()
                    + " is of " + event.at());
        }
        return Fractions.toDouble(seconds(Duration.between(origin, event.at())).divide(seconds(unit)));
    }

    private static BigFraction seconds(Duration duration) {
        return Fractions.ofDecimal(BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9)));
    }

    /// Both count the feedback with what it is worth on the day of the step.
    private static Step fadingStep(
            double time, Customer customer, CustomerHistory.Entry entry, List<FeedbackEvent> soFar, TrustPolicy.Fading policy) {
        List<DayTally> days = DayTally.of(soFar);
        LocalDate today = LocalDate.ofInstant(entry.event().at(), ZoneOffset.UTC);
        BigFraction counted = BigFraction.ZERO;
        for (DayTally day : days) {
            counted = counted.add(policy.share(day.day(), today).multiply(day.tally().total()));
        }
        return new Step(time, entry.tally(), counted.divide(policy.weight().add(counted)), policy.score(customer, days, today));
    }

    private static Step step(double time, Customer customer, Tally tally, TrustPolicy policy, BigFraction weight) {
        BigFraction transparency = new BigFraction(tally.total()).divide(weight.add(tally.total()));
        return new Step(time, tally, transparency, policy.score(customer, tally));
    }

    /// The times of the steps, as a new array.
    public double[] times() {
        return array(Step::time);
    }

    /// $I$ from each of [#times] on, as a new array.
    public double[] transparency() {
        return array(step -> Fractions.toDouble(step.transparency()));
    }

    /// $T$ from each of [#times] on, as a new array.
    public double[] trust() {
        return array(step -> step.trust().asDouble());
    }

    private double[] array(ToDoubleFunction<Step> component) {
        return steps.stream().mapToDouble(component).toArray();
    }

    /// The step that holds at a time.
    ///
    /// @throws IllegalArgumentException if the time is negative or not finite
    public Step at(double time) {
        Checks.nonNegative("time", time);
        int low = 0;
        int high = steps.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (steps.get(middle).time() <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return steps.get(low);
    }

    /// The steps as a table.
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("        t   positive   negative        I        T   (" + policy.label() + ")\n");
        for (Step step : steps) {
            table.append(String.format(
                    Locale.ROOT, "%9.4f %10d %10d %8.4f %8.4f\n", step.time(), step.tally().positive(), step.tally().negative(),
                    Fractions.toDouble(step.transparency()), step.trust().asDouble()));
        }
        return table.toString().stripTrailing();
    }
}

package infogap.customers.service;

import infogap.gap.Payoffs;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.probability.Distribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// Which cases go to a human: those whose predicted gap is above a threshold.
///
/// The payoff of a threshold is a sum over finitely many cases and changes only at their predicted gaps, so that looking at those
/// finds the best threshold exactly. The sums are exact: each payoff is read as the decimal that it prints.
///
/// @param curve one point per candidate threshold, ascending: from sending every case to sending none
/// @param cases the number of cases
public record Routing(List<Point> curve, int cases) {

    /// One case whose truth is known.
    ///
    /// @param predictedGap what knowing the truth was expected to be worth, before anybody looked
    /// @param automatic what deciding without looking brought
    /// @param human what a human's decision brought, the human's cost deducted
    public record Case(double predictedGap, double automatic, double human) {
        /// @throws IllegalArgumentException if the gap is negative, or a number is not finite
        public Case {
            Checks.nonNegative("predictedGap", predictedGap);
            Checks.finite("automatic", automatic);
            Checks.finite("human", human);
        }
    }

    /// What one threshold does.
    ///
    /// @param threshold cases with a greater predicted gap go to a human
    /// @param toHuman how many do
    /// @param payoff the sum over all cases
    public record Point(double threshold, int toHuman, BigFraction payoff) {
        /// `0.5: 12 cases to a human, payoff 340`.
        @Override
        public String toString() {
            return threshold + ": " + toHuman + (toHuman == 1 ? " case" : " cases") + " to a human, payoff " + Fractions.readable(payoff);
        }
    }

    /// Keeps an immutable copy.
    public Routing {
        curve = Checks.notEmpty("curve", curve);
    }

    /// All thresholds that make a difference. The lowest is −1, below every gap; the others are the gaps themselves.
    ///
    /// @throws IllegalArgumentException if there is no case
    public static Routing of(List<Case> cases) {
        List<Case> ascending = Checks.notEmpty("cases", cases).stream().sorted(Comparator.comparingDouble(Case::predictedGap)).toList();
        BigFraction payoff = ascending.stream().map(c -> Fractions.ofDecimal(c.human())).reduce(BigFraction.ZERO, BigFraction::add);
        List<Point> curve = new ArrayList<>();
        curve.add(new Point(-1, ascending.size(), payoff));
        for (int i = 0; i < ascending.size(); i++) {
            Case next = ascending.get(i);
            payoff = payoff.add(Fractions.ofDecimal(next.automatic())).subtract(Fractions.ofDecimal(next.human()));
            if (i + 1 == ascending.size() || ascending.get(i + 1).predictedGap() > next.predictedGap()) {
                curve.add(new Point(next.predictedGap(), ascending.size() - i - 1, payoff));
            }
        }
        return new Routing(curve, ascending.size());
    }

    /// Cases from a detector's estimates: without a human the action that is best at the estimate is taken, a human finds the truth at
    /// a cost and takes the action that is best then. The predicted gap is the expected value of perfect information at the estimate.
    ///
    /// @param estimates P(first state) for each case
    /// @param first whether the first state is the truth
    /// @param payoffs what hangs on the truth, about two states
    /// @param cost what a human's look at one case costs
    /// @throws IllegalArgumentException if the lengths differ, there are not two states, or a number is out of its range
    public static List<Case> cases(double[] estimates, boolean[] first, Payoffs<?, String> payoffs, double cost) {
        Checks.sameLength("estimates", estimates.length, "first", first.length);
        Checks.sameLength("states", payoffs.states().size(), "first and second", 2);
        Checks.nonNegative("cost", cost);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < estimates.length; i++) {
            Distribution<String> belief = Distribution.binary(
                    payoffs.states().get(0), payoffs.states().get(1), Checks.probability("estimates[" + i + "]", estimates[i]));
            int state = first[i] ? 0 : 1;
            int action = payoffs.actions().indexOf(payoffs.bestActions(belief).getFirst());
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < payoffs.actions().size(); a++) {
                best = Math.max(best, payoffs.payoff(a, state));
            }
            cases.add(new Case(payoffs.uncertainty(belief), payoffs.payoff(action, state), best - cost));
        }
        return cases;
    }

    /// The point with the highest payoff; of several the one that sends fewest cases to a human.
    public Point best() {
        return curve.stream().max(Comparator.comparing(Point::payoff).thenComparing(Point::threshold)).orElseThrow();
    }

    /// What a threshold brings on these cases: to be asked with a threshold that was found on others.
    ///
    /// @throws IllegalArgumentException if the threshold is NaN
    public Point at(double threshold) {
        if (Double.isNaN(threshold)) {
            throw Checks.refused("threshold", threshold, "a number");
        }
        Point reached = curve.getFirst();
        for (Point point : curve) {
            if (point.threshold() <= threshold) {
                reached = point;
            }
        }
        return reached;
    }

    /// The two extremes and the best threshold, per case.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-22s %10s %10s %14s%n%s%n%s%n%s", "cases to a human", "threshold", "number", "payoff a case",
                line("all", curve.getFirst()), line("none", curve.getLast()), line("best threshold", best()));
    }

    private String line(String name, Point point) {
        return String.format(Locale.ROOT, "%-22s %10.4g %10d %14.4f",
                name, point.threshold(), point.toHuman(), Fractions.toDouble(point.payoff()) / cases);
    }
}

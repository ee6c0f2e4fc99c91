package infogap.contracts.insurance;

import infogap.decision.Course;
import infogap.decision.CrraUtility;
import infogap.decision.Utility;
import infogap.numeric.Checks;
import java.util.Locale;

/// A person with a wealth that a loss may reduce, and a utility: expected utilities, their inverse, and where they are not finite.
///
/// @param wealth without the loss
/// @param loss above 0
/// @param utility increasing and concave from wealth − loss to wealth
public record Exposure(double wealth, double loss, Utility utility) {

    /// Where concavity is looked up.
    private static final int PROBES = 64;

    /// @throws IllegalArgumentException if a number is not finite, the loss not above 0, or the utility not increasing and concave from wealth − loss to wealth
    public Exposure {
        Checks.finite("wealth", wealth);
        Checks.positive("loss", loss);
        Checks.present("utility", utility);
        double lowest = wealth - loss;
        double defined = endsAtInfinity(utility, lowest) ? Math.nextUp(lowest) : lowest;
        Course course = utility.course(defined, wealth);
        if (!(course instanceof Course.Increasing)) {
            throw new IllegalArgumentException("utility must be increasing from wealth - loss = " + lowest + " to wealth = " + wealth + ", but is " + course);
        }
        for (int i = 0; i + 2 <= PROBES; i++) {
            double low = lowest + loss * i / PROBES;
            double high = lowest + loss * (i + 2) / PROBES;
            double middle = utility.of(low + (high - low) / 2);
            double average = endsAtInfinity(utility, low) ? Double.NEGATIVE_INFINITY : (utility.of(low) + utility.of(high)) / 2;
            if (average > middle + 1e-12 * Math.abs(middle)) {
                throw new IllegalArgumentException("utility must be concave, but " + utility + " loves the risk between " + low + " and " + high);
            }
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "wealth %.6g, loss %.6g, %s", wealth, loss, utility);
    }

    private static boolean endsAtInfinity(Utility utility, double x) {
        return utility instanceof CrraUtility(double aversion, double beside) && aversion >= 1 && beside + x == 0;
    }

    /// `u(x)`, negative infinity at the end of the domain of a utility that falls without bound.
    double utilityOf(double x) {
        return endsAtInfinity(utility, x) ? Double.NEGATIVE_INFINITY : utility.of(x);
    }

    /// `u′(x)`, infinite at the same end.
    double marginal(double x) {
        return endsAtInfinity(utility, x) ? Double.POSITIVE_INFINITY : utility.marginal(x);
    }

    /// Wealth without the loss.
    double good(Policy policy) {
        return wealth - policy.premium();
    }

    /// Wealth after the loss.
    double bad(Policy policy) {
        return wealth - loss - policy.premium() + policy.indemnity();
    }

    double expected(double risk, Policy policy) {
        double afterLoss = risk == 0 ? 0 : risk * utilityOf(bad(policy));
        return (1 - risk) * utilityOf(good(policy)) + afterLoss;
    }

    /// The sure wealth with this utility, between wealth − loss and wealth plus a little, by halving.
    double sure(double value) {
        double low = wealth - loss;
        double high = wealth;
        if (utilityOf(low) >= value) {
            return low;
        }
        for (double middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
            if (utilityOf(middle) >= value) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /// Full insurance that leaves this wealth for certain.
    Policy full(double left) {
        return new Policy(wealth - left, loss);
    }

    Policy none() {
        return new Policy(0, 0);
    }
}

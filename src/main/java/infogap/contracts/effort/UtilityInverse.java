package infogap.contracts.effort;

import infogap.decision.CaraUtility;
import infogap.decision.CrraUtility;
import infogap.decision.CustomUtility;
import infogap.decision.HaraUtility;
import infogap.decision.LinearUtility;
import infogap.decision.QuadraticUtility;
import infogap.decision.Utility;

/// The wage as a function of its utility, `h = u⁻¹`, which is convex, with its derivatives `h′ = 1/u′` and `h″ = A/u′²`.
///
/// @param utility of the wage
/// @param lowest the lowest utility, or negative infinity
/// @param includesLowest whether a finite wage has it
/// @param highest no wage has this utility; may be infinite
record UtilityInverse(Utility utility, double lowest, boolean includesLowest, double highest) {

    static UtilityInverse of(Utility utility) {
        double infinity = Double.POSITIVE_INFINITY;
        return switch (utility) {
            case CaraUtility _ -> new UtilityInverse(utility, -infinity, false, 0);
            case CrraUtility(double aversion, double _) when aversion == 0 -> throw neutral(utility);
            case CrraUtility(double aversion, double _) when aversion < 1 -> new UtilityInverse(utility, 0, true, infinity);
            case CrraUtility(double aversion, double _) when aversion == 1 -> new UtilityInverse(utility, -infinity, false, infinity);
            case CrraUtility _ -> new UtilityInverse(utility, -infinity, false, 0);
            case HaraUtility(double gamma, double _, double _) when gamma > 0 && gamma < 1 -> new UtilityInverse(utility, 0, true, infinity);
            case HaraUtility _ -> new UtilityInverse(utility, -infinity, false, 0);
            case QuadraticUtility _ -> new UtilityInverse(utility, -infinity, false, 0);
            case LinearUtility _ -> throw neutral(utility);
            case CustomUtility _ -> throw new IllegalArgumentException(
                    "utility must be one whose inverse is known (CARA, CRRA, HARA, quadratic), but is " + utility);
        };
    }

    private static IllegalArgumentException neutral(Utility utility) {
        return new IllegalArgumentException("utility must be averse to risk, but is " + utility
                + ": for an agent neutral to risk use LimitedLiability, or sell the firm to the agent");
    }

    /// The wage with this utility.
    double wage(double value) {
        return switch (utility) {
            case CaraUtility(double aversion) -> -Math.log(-value) / aversion;
            case CrraUtility(double aversion, double wealth) when aversion == 1 -> Math.exp(value) - wealth;
            case CrraUtility(double aversion, double wealth) -> Math.pow((1 - aversion) * value, 1 / (1 - aversion)) - wealth;
            case HaraUtility(double gamma, double a, double b) -> (Math.pow(gamma * value / (1 - gamma), 1 / gamma) - b) * (1 - gamma) / a;
            case QuadraticUtility(double bliss) -> bliss - Math.sqrt(-value);
            case LinearUtility _, CustomUtility _ -> throw new AssertionError("refused when made");
        };
    }

    /// `h′`.
    double slope(double value) {
        return switch (utility) {
            case CaraUtility(double aversion) -> -1 / (aversion * value);
            case CrraUtility(double aversion, double _) when aversion == 1 -> Math.exp(value);
            case CrraUtility(double aversion, double _) -> Math.pow((1 - aversion) * value, aversion / (1 - aversion));
            case HaraUtility(double gamma, double a, double _) -> Math.pow(gamma * value / (1 - gamma), (1 - gamma) / gamma) / a;
            case QuadraticUtility _ -> 0.5 / Math.sqrt(-value);
            case LinearUtility _, CustomUtility _ -> throw new AssertionError("refused when made");
        };
    }

    /// `h″`.
    double curvature(double value) {
        return switch (utility) {
            case CaraUtility(double aversion) -> 1 / (aversion * value * value);
            case CrraUtility(double aversion, double _) when aversion == 1 -> Math.exp(value);
            case CrraUtility(double aversion, double _) -> aversion * Math.pow((1 - aversion) * value, aversion / (1 - aversion) - 1);
            case HaraUtility(double gamma, double a, double _) -> Math.pow(gamma * value / (1 - gamma), (1 - gamma) / gamma - 1) / a;
            case QuadraticUtility _ -> 0.25 / Math.pow(-value, 1.5);
            case LinearUtility _, CustomUtility _ -> throw new AssertionError("refused when made");
        };
    }
}

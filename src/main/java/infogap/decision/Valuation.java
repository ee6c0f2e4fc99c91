package infogap.decision;

import infogap.numeric.Checks;
import java.util.Locale;

/// What a lottery is worth under a utility, or why the utility cannot say.
public sealed interface Valuation {

    /// The lottery's value.
    ///
    /// @param lottery what is valued
    /// @param utility by what
    /// @param mean `E x`
    /// @param expectedUtility `E u`; infinite where the utility overflows, 0 where it underflows; the certainty equivalent is right there too
    /// @param certaintyEquivalent `u⁻¹(E u)`
    /// @param riskPremium `E x − CE`, at least 0 for a concave increasing utility
    /// @param caveat empty, or what is wrong with a utility that was taken as printed
    record Valued(
            Lottery lottery,
            Utility utility,
            double mean,
            double expectedUtility,
            double certaintyEquivalent,
            double riskPremium,
            String caveat)
            implements Valuation {

        /// `σ² A(E x) / 2`: Pratt's approximation of the risk premium for small risks.
        ///
        /// @throws IllegalArgumentException if the utility has no risk aversion at the mean
        public double approximateRiskPremium() {
            return lottery.variance() / 2 * utility.absoluteRiskAversion(mean);
        }

        /// How far Pratt's approximation is from the risk premium, above 0 when it is too large.
        public double approximationError() {
            return approximateRiskPremium() - riskPremium;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "u(x) = %s%n  mean                  %14.8g%n  expected utility      %14.8g%n  certainty equivalent  %14.8g%n"
                            + "  risk premium          %14.8g%s",
                    utility.formula(), mean, expectedUtility, certaintyEquivalent, riskPremium,
                    caveat.isEmpty() ? "" : "\n  as printed: " + caveat);
        }
    }

    /// No value: the utility does not prefer more money to less on this lottery, or is not defined on it.
    ///
    /// @param lottery what was to be valued
    /// @param utility by what
    /// @param reason where the utility fails
    record Refused(Lottery lottery, Utility utility, String reason) implements Valuation {
        @Override
        public String toString() {
            return "no valuation: " + reason;
        }
    }

    /// The value of the lottery; [Refused] if the utility is not increasing and defined from the lowest to the highest outcome.
    static Valuation of(Lottery lottery, Utility utility) {
        return switch (course(lottery, utility)) {
            case Course.Increasing increasing -> valued(lottery, utility, "");
            case Course.Decreasing(String reason) -> new Refused(lottery, utility, reason);
            case Course.Neither(String reason) -> new Refused(lottery, utility, reason);
            case Course.Undefined(String reason) -> new Refused(lottery, utility, reason);
        };
    }

    /// The value of the lottery under a utility taken as printed, also when it is decreasing; [Refused] where the certainty equivalent is not
    /// unique or the utility not defined.
    static Valuation asPrinted(Lottery lottery, Utility utility) {
        return switch (course(lottery, utility)) {
            case Course.Increasing increasing -> valued(lottery, utility, "");
            case Course.Decreasing(String reason) -> valued(lottery, utility, reason);
            case Course.Neither(String reason) -> new Refused(lottery, utility, "the certainty equivalent is not unique; " + reason);
            case Course.Undefined(String reason) -> new Refused(lottery, utility, reason);
        };
    }

    /// `E u`, also where there is no certainty equivalent.
    ///
    /// @throws IllegalArgumentException if an outcome is outside the utility's domain
    static double expectedUtility(Lottery lottery, Utility utility) {
        Checks.present("lottery", lottery);
        return lottery.expectation(Checks.present("utility", utility)::of);
    }

    /// The value.
    ///
    /// @throws ArithmeticException with the reason if there is none
    default Valued orThrow() {
        return switch (this) {
            case Valued valued -> valued;
            case Refused refused -> throw new ArithmeticException(refused.toString());
        };
    }

    private static Course course(Lottery lottery, Utility utility) {
        Checks.present("lottery", lottery);
        return Checks.present("utility", utility).course(lottery.lowest(), lottery.highest());
    }

    private static Valued valued(Lottery lottery, Utility utility, String caveat) {
        return new Valued(
                lottery,
                utility,
                lottery.mean(),
                lottery.expectation(utility::of),
                utility.certaintyEquivalent(lottery),
                utility.riskPremium(lottery),
                caveat);
    }
}

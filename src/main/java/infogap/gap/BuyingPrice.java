package infogap.gap;

import infogap.decision.Lottery;
import infogap.decision.Utility;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The most that somebody who minds risk pays for a message, or why there is no such price.
///
/// With utility `u`, wealth `w` and payoffs `a(θ)` in money it is the price `p` that makes buying as good as deciding on the prior,
///
///     E_y max_a E[u(w + a(θ) − p) | y] = max_a E u(w + a(θ)).
///
/// The left side falls in `p`, so there is at most one. For a linear `u` it is the expected value of the message (EVSI); for constant absolute risk
/// aversion it is the difference of the certainty equivalents with and without the message. A risk averter may pay more than the EVSI (the message
/// insures) or less (it tempts into a risk).
///
/// Source: H. Raiffa (1968), *Decision analysis: introductory lectures on choices under uncertainty*, Addison-Wesley.
///
/// @param <A> the type of the actions
/// @param <Y> the type of the messages
public sealed interface BuyingPrice<A, Y> {

    /// For other utilities than the two with a closed form the price is found by bisection, which stops at neighbouring doubles, or at this part of the largest sum of money in the problem.
    double RESOLUTION = 0x1p-60;

    /// The price.
    ///
    /// @param price `p`, at least 0; the largest at which buying is still at least as good, up to [#RESOLUTION] and the rounding of the certainty
    ///     equivalents
    /// @param riskNeutralPrice what somebody neutral to risk pays: the expected value of the message
    /// @param withoutMessage the final wealth of who does not buy
    /// @param withMessage the final wealth of who buys at this price
    /// @param certaintyEquivalentWithoutMessage of the one
    /// @param certaintyEquivalentWithMessage of the other: the same but for rounding
    /// @param actionWithoutMessage the best action at the prior; the first when they tie
    /// @param actions the best action after each message that can occur, once the price is paid
    record Price<A, Y>(
            double price,
            double riskNeutralPrice,
            Lottery withoutMessage,
            Lottery withMessage,
            double certaintyEquivalentWithoutMessage,
            double certaintyEquivalentWithMessage,
            A actionWithoutMessage,
            Map<Y, A> actions)
            implements BuyingPrice<A, Y> {

        /// `p − EVSI`: above 0 when the message is worth more to this buyer than to one neutral to risk.
        public double premium() {
            return price - riskNeutralPrice;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "buying price          %12.6g%n  neutral to risk     %12.6g%n  certain worth       %12.6g without, %.6g with the message%n"
                            + "  without a message   %12s%n  with it             %12s",
                    price, riskNeutralPrice, certaintyEquivalentWithoutMessage, certaintyEquivalentWithMessage, actionWithoutMessage,
                    actions.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).collect(Collectors.joining(", ")));
        }
    }

    /// No price.
    ///
    /// @param reason where the utility fails
    record NoPrice<A, Y>(String reason) implements BuyingPrice<A, Y> {
        @Override
        public String toString() {
            return "no buying price: " + reason;
        }
    }

    /// The buying price of the channel's message; [NoPrice] if the utility is not increasing and defined between the lowest and the highest wealth that
    /// can come about, price included.
    ///
    /// @param wealth `w`, what the buyer owns before; a utility that counts from a wealth of its own adds this to it
    /// @throws IllegalArgumentException if prior, channel and payoffs are not about the same states in the same order, or the wealth is not finite
    static <A, S, Y> BuyingPrice<A, Y> of(
            Distribution<S> prior, Channel<S, Y> channel, Payoffs<A, S> payoffs, Utility utility, double wealth) {
        return new Purchase<>(prior, channel, payoffs, utility, wealth).price();
    }

    /// The price.
    ///
    /// @throws ArithmeticException with the reason if there is none
    default Price<A, Y> orThrow() {
        return switch (this) {
            case Price<A, Y> found -> found;
            case NoPrice<A, Y> none -> throw new ArithmeticException(none.toString());
        };
    }
}

package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// A perfect Bayesian equilibrium in pure strategies of a [ManyTypesGame]: who signals, and what buyers pay.
///
/// @param game the game it is an equilibrium of
/// @param signalers the types that signal, in the order of the game; empty when nobody does
/// @param priceAfterSignal what buyers pay for the signal: one price on the path, every supporting price off it
/// @param priceWithoutSignal what they pay without it, likewise
public record PureEquilibrium(
        ManyTypesGame game, List<Quality> signalers, Interval priceAfterSignal, Interval priceWithoutSignal) {

    public PureEquilibrium {
        Checks.present("game", game);
        signalers = List.copyOf(Checks.present("signalers", signalers));
        Checks.present("priceAfterSignal", priceAfterSignal);
        Checks.present("priceWithoutSignal", priceWithoutSignal);
        for (Quality type : signalers) {
            if (!game.types().contains(type)) {
                throw new IllegalArgumentException("signalers must be types of the game " + game.types() + ", but " + type + " is not");
            }
        }
    }

    /// The most that is paid after this message: the price, or off the path the supporting price that tempts most.
    public BigFraction price(Signal signal) {
        return (Checks.present("signal", signal) == Signal.SENT ? priceAfterSignal : priceWithoutSignal).high().orElseThrow();
    }

    /// What this type gets by its own strategy.
    public BigFraction payoff(Quality type) {
        return payoff(type, signalers.contains(Checks.present("type", type)) ? Signal.SENT : Signal.NOT_SENT);
    }

    /// The most that a type could gain by the other message, over every supporting price. Zero by the definition of an equilibrium.
    public BigFraction regret() {
        BigFraction largest = BigFraction.ZERO;
        for (Quality type : game.types()) {
            for (Signal signal : Signal.values()) {
                BigFraction gain = payoff(type, signal).subtract(payoff(type));
                largest = gain.compareTo(largest) > 0 ? gain : largest;
            }
        }
        return largest;
    }

    /// What signalling costs the average seller.
    public BigFraction expectedSignalCost() {
        return signalers.stream().map(type -> type.share().multiply(type.cost())).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private BigFraction payoff(Quality type, Signal signal) {
        return signal == Signal.SENT ? price(signal).subtract(type.cost()) : price(signal);
    }

    @Override
    public String toString() {
        String who = signalers.isEmpty() ? "nobody signals" : signalers.stream().map(Quality::name).collect(Collectors.joining(", ")) + " signal";
        return who + ": price " + priceAfterSignal + " with the signal, " + priceWithoutSignal + " without; spent on signals "
                + Fractions.readable(expectedSignalCost());
    }
}

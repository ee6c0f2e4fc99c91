package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import org.apache.commons.math3.fraction.BigFraction;

/// What buyers believe after one message: the probability that the sender is honest.
///
/// On the path of play Bayes' rule fixes the number. Off the path every belief in the range supports the equilibrium.
///
/// @param range the beliefs, within [0, 1]; a single number on the path
/// @param onPath whether the message is sent in equilibrium
public record Belief(Interval range, boolean onPath) {

    public Belief {
        Checks.present("range", range);
        if (range.isEmpty() || !Interval.closed(BigFraction.ZERO, BigFraction.ONE).intersect(range).equals(range)) {
            throw new IllegalArgumentException("range must be a non-empty part of [0, 1], but is " + range);
        }
        if (onPath && !range.isPoint()) {
            throw new IllegalArgumentException("range must be a single number on the path, but is " + range);
        }
    }

    static Belief onPath(BigFraction value) {
        return new Belief(Interval.point(value), true);
    }

    static Belief certain(Sender sender) {
        return onPath(new BigFraction(sender.indicator()));
    }

    static Belief offPath(Interval range) {
        return new Belief(range, false);
    }

    /// The belief most favourable to the sender, which is the one that could tempt a type to deviate; on the path the belief
    /// itself.
    public BigFraction highest() {
        return range.high().orElse(BigFraction.ONE);
    }

    @Override
    public String toString() {
        return range.isPoint() && onPath ? Fractions.readable(range.low()) : range + " off the path";
    }
}

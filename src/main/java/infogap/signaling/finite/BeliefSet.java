package infogap.signaling.finite;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// What the receiver may believe after a message: the convex hull of these corners, each with a probability for each type.
///
/// @param corners at least one; a single one where Bayes' rule fixes the belief
/// @param onPath whether the message is sent
public record BeliefSet(List<List<BigFraction>> corners, boolean onPath) {

    public BeliefSet {
        corners = Checks.notEmpty("corners", corners);
    }

    /// The smallest and the largest probability of this type, by its position.
    public Interval of(int type) {
        Checks.position("type", type, corners.getFirst().size());
        List<BigFraction> values = corners.stream().map(corner -> corner.get(type)).toList();
        return Interval.closed(values.stream().min(Comparator.naturalOrder()).orElseThrow(), values.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    /// For two types the interval of the probability of the first, otherwise the corners.
    @Override
    public String toString() {
        String off = onPath ? "" : " off the path";
        if (corners.size() == 1) {
            return text(corners.getFirst()) + off;
        }
        return corners.getFirst().size() == 2 ? of(0) + off : String.join(" – ", corners.stream().map(BeliefSet::text).toList()) + off;
    }

    private static String text(List<BigFraction> belief) {
        return belief.size() == 2
                ? Fractions.readable(belief.getFirst())
                : "(" + String.join(", ", belief.stream().map(Fractions::readable).toList()) + ")";
    }
}

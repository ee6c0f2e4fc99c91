package infogap.claims;

import infogap.claims.printed.Bounds;
import infogap.claims.printed.Reading;
import infogap.claims.printed.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// Numbers that were found, held against the numbers that are printed.
///
/// @param agrees whether each found number can be the printed one
/// @param remark what else the comparison showed: that the verdict hangs on a last digit, that more digits are printed than are known
record Match(boolean agrees, String remark) {

    /// @throws IllegalArgumentException if what is printed has no numbers, or another number of them
    static Match of(Quantity found, Printed printed) {
        List<Bounds> there = printed.numbers();
        if (there.isEmpty()) {
            throw new IllegalArgumentException(
                    "a number cannot be compared with the printed text '" + printed.text() + "', which is not one number");
        }
        List<Bounds> here = found.bounds();
        if (here.size() == 1 && there.size() > 1 && printed.reading() instanceof Reading.Estimate) {
            there = there.subList(0, 1);
        }
        boolean shaped = !(found instanceof Quantity.Vector vector && printed.reading() instanceof Reading.Sequence sequence)
                || shape(vector).equals(Reading.shape(sequence));
        if (here.size() != there.size() || !shaped) {
            throw new IllegalArgumentException("as many numbers must be found as are printed, in the same rows, but " + found.recomputed() + " has "
                    + here.size() + " and the printed text '" + printed.text() + "' has " + there.size());
        }
        List<String> remarks = new ArrayList<>();
        boolean agrees = true;
        for (int i = 0; i < here.size(); i++) {
            boolean overlaps = here.get(i).overlaps(there.get(i));
            agrees &= overlaps;
            String name = here.size() == 1 ? "" : "number " + (i + 1) + ": ";
            if (overlaps && !there.get(i).contains(here.get(i)) && !isPoint(there.get(i))) {
                remarks.add(name + hangs(found, here.get(i), there.get(i)));
            }
            if (tooFine(here.get(i), there.get(i), printed)) {
                remarks.add(name + "printed more precisely than it is known: the printed digits leave " + there.get(i) + ", what is known leaves " + here.get(i));
            }
        }
        if (agrees && printed.relation() == Relation.EQUALS && printed.reading() instanceof Reading.Number number
                && !here.getFirst().contains(number.value())) {
            remarks.add("printed with =, true only when rounded");
        }
        return new Match(agrees, String.join("; ", remarks));
    }

    /// A number that stands for itself alone: whatever is known only within bounds lies on both sides of it.
    private static boolean isPoint(Bounds bounds) {
        return bounds.low().isPresent() && bounds.low().equals(bounds.high());
    }

    private static String hangs(Quantity found, Bounds here, Bounds there) {
        String end = here.low().isPresent() && !there.contains(here.low().get()) ? "lower" : "upper";
        return found instanceof Finding.Value value
                ? "the verdict hangs on " + (value.isStated() ? "how exactly the value is known" : "the last digits of floating point") + ": within its uncertainty the value lies on both sides of the " + end + " end of " + there
                : "consistent, but not for every value that the inputs' rounding allows: " + here + " reaches beyond the " + end + " end of " + there;
    }

    /// Whether what is known leaves more than twice what the printed digits leave.
    private static boolean tooFine(Bounds here, Bounds there, Printed printed) {
        if (printed.reading() instanceof Reading.Span || here.width().isEmpty() || there.width().isEmpty()) {
            return false;
        }
        BigFraction known = here.width().get();
        BigFraction claimed = there.width().get();
        return claimed.compareTo(BigFraction.ZERO) > 0 && known.compareTo(claimed.multiply(2)) > 0;
    }

    private static String shape(Quantity quantity) {
        if (quantity instanceof Quantity.Vector(List<Quantity> elements)) {
            return elements.stream().map(Match::shape).collect(Collectors.joining(" ", "(", ")"));
        }
        return "x";
    }
}

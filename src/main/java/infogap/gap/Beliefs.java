package infogap.gap;

import infogap.numeric.Checks;
import infogap.probability.Distribution;
import java.util.List;

/// Checks that beliefs are about the same states.
final class Beliefs {

    private Beliefs() {}

    static void requireSameStates(Distribution<?> belief, Distribution<?> actedOn) {
        Checks.present("belief", belief);
        Checks.present("actedOn", actedOn);
        requireStates("actedOn", actedOn, belief.states());
    }

    static void requireStates(String argument, Distribution<?> belief, List<?> states) {
        Checks.present(argument, belief);
        if (!belief.states().equals(states)) {
            throw new IllegalArgumentException(
                    argument + " must have the states " + states + " in this order, but has " + belief.states());
        }
    }
}

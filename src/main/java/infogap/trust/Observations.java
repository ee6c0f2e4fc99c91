package infogap.trust;

import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.List;

/// The checks of levels that were observed at some times.
final class Observations {

    private Observations() {}

    static List<Double> boxed(String argument, double[] values) {
        return Arrays.stream(Checks.finite(argument, values)).boxed().toList();
    }

    /// Times that begin with 0 and increase.
    static List<Double> times(List<Double> times) {
        List<Double> checked = Checks.notEmpty("times", times);
        if (checked.getFirst() != 0) {
            throw Checks.refused("times[0]", checked.getFirst(), "0");
        }
        for (int i = 1; i < checked.size(); i++) {
            Checks.finite("times[" + i + "]", checked.get(i));
            if (checked.get(i) <= checked.get(i - 1)) {
                throw Checks.refused("times[" + i + "]", checked.get(i), "above times[" + (i - 1) + "] = " + checked.get(i - 1));
            }
        }
        return checked;
    }

    /// A level in [0, 1] for each time.
    static List<Double> levels(List<Double> times, List<Double> levels) {
        List<Double> checked = Checks.notEmpty("levels", levels);
        Checks.sameLength("times", times.size(), "levels", checked.size());
        for (int i = 0; i < checked.size(); i++) {
            Checks.probability("levels[" + i + "]", checked.get(i));
        }
        return checked;
    }
}

package infogap.contracts.effort;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// Checks that the two models of finitely many actions share.
final class Actions {

    private Actions() {}

    static List<Action> fitting(List<Action> actions, int outcomes) {
        List<Action> checked = Checks.notEmpty("actions", actions);
        Checks.distinct("names of the actions", checked.stream().map(Action::name).toList());
        for (Action action : checked) {
            Checks.sameLength("revenues", outcomes, "probabilities of action " + action, action.probabilities().size());
        }
        return checked;
    }

    static int position(List<Action> actions, String name) {
        for (int i = 0; i < actions.size(); i++) {
            if (actions.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("action must be one of " + actions + ", but is " + name);
    }

    static BigFraction expected(Action action, List<BigFraction> values) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < values.size(); i++) {
            sum = sum.add(action.probabilities().get(i).multiply(values.get(i)));
        }
        return sum;
    }

    static List<BigFraction> decimals(String argument, double[] values) {
        return Arrays.stream(Checks.finite(argument, values)).mapToObj(Fractions::ofDecimal).toList();
    }
}

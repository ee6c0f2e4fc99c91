package infogap.gap;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Distribution;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Report a number, lose the square of its distance from the number that the state has. The best report is the mean, `V(m) = −Var_m`,
/// and the gap is the variance explained: `Gap(∅→G) = Var(E[θ | G])`.
///
/// @param <S> the type of the states
public final class SquaredError<S> implements DecisionProblem<Double, S> {

    private final ToDoubleFunction<? super S> number;

    private SquaredError(ToDoubleFunction<? super S> number) {
        this.number = number;
    }

    /// The states are read as numbers by this function.
    ///
    /// @param number must be finite for every state that it is asked for
    public static <S> SquaredError<S> of(ToDoubleFunction<? super S> number) {
        return new SquaredError<>(Checks.present("number", number));
    }

    /// The states are numbers.
    public static <N extends Number> SquaredError<N> ofNumbers() {
        return new SquaredError<>(Number::doubleValue);
    }

    @Override
    public double value(Distribution<S> belief) {
        return -uncertainty(belief);
    }

    /// The mean.
    @Override
    public List<Double> bestActions(Distribution<S> belief) {
        return List.of(mean("belief", belief));
    }

    /// `(E_m − E_q)²`.
    @Override
    public double regret(Distribution<S> belief, Distribution<S> actedOn) {
        Beliefs.requireSameStates(belief, actedOn);
        double difference = mean("belief", belief) - mean("actedOn", actedOn);
        return difference * difference;
    }

    /// The variance.
    @Override
    public double uncertainty(Distribution<S> belief) {
        double mean = mean("belief", belief);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < belief.size(); i++) {
            if (belief.probabilityAt(i) > 0) {
                double deviation = number(belief.states().get(i)) - mean;
                sum.add(belief.probabilityAt(i) * deviation * deviation);
            }
        }
        return sum.value();
    }

    @Override
    public String unit() {
        return "squared error";
    }

    @Override
    public String toString() {
        return "squared error";
    }

    private double mean(String argument, Distribution<S> belief) {
        return Checks.present(argument, belief).expectation(this::number);
    }

    private double number(S state) {
        return Checks.finite("number of state " + state, number.applyAsDouble(state));
    }
}

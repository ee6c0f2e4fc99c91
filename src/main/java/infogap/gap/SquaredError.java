package infogap.gap;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Report a number, lose the square of its distance from the number that the state has. The best report is the mean, `V(m) = −Var_m`,
/// and the gap is the variance explained: `Gap(∅→G) = Var(E[θ | G])`.
///
/// @param <S> the type of the states
public final class SquaredError<S> implements DecisionProblem<Double, S> {

    /// The square of a smaller number, or of a small part of it, has lost its digits.
    private static final double SMALLEST_RANGE = 1e-140;

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
        Numbers numbers = numbers(Checks.present("belief", belief), belief);
        return List.of(numbers.anchor + numbers.mean(belief));
    }

    /// `(E_m − E_q)²`.
    ///
    /// @throws IllegalArgumentException if it overflows
    @Override
    public double regret(Distribution<S> belief, Distribution<S> actedOn) {
        Beliefs.requireSameStates(belief, actedOn);
        Numbers numbers = numbers(belief, actedOn);
        double difference = numbers.mean(belief) - numbers.mean(actedOn);
        return inRange(difference * difference);
    }

    /// The variance.
    ///
    /// @throws IllegalArgumentException if it overflows
    @Override
    public double uncertainty(Distribution<S> belief) {
        Numbers numbers = numbers(Checks.present("belief", belief), belief);
        double mean = numbers.mean(belief);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < belief.size(); i++) {
            if (belief.probabilityAt(i) > 0) {
                double deviation = numbers.fromAnchor[i] - mean;
                sum.add(belief.probabilityAt(i) * deviation * deviation);
            }
        }
        return inRange(sum.value());
    }

    /// @throws IllegalArgumentException if the numbers differ, but by so little that the squares of the differences underflow
    void requireScale(Distribution<S> prior) {
        Numbers numbers = numbers(prior, prior);
        double range = numbers.high - numbers.low;
        if (range > 0 && range < SMALLEST_RANGE) {
            throw Checks.refused(
                    "range of the states' numbers", range, "0 or at least " + SMALLEST_RANGE + ", in another unit: its square underflows");
        }
    }

    @Override
    public String unit() {
        return "squared error";
    }

    @Override
    public String toString() {
        return "squared error";
    }

    private static double inRange(double square) {
        if (!Double.isFinite(square)) {
            throw Checks.refused("squared error", square, "a finite number, in another unit of the states' numbers");
        }
        return square;
    }

    /// The numbers of the states that either belief holds possible; the others are not asked.
    private Numbers numbers(Distribution<S> belief, Distribution<S> other) {
        double[] numbers = new double[belief.size()];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < numbers.length; i++) {
            if (belief.probabilityAt(i) > 0 || other.probabilityAt(i) > 0) {
                S state = belief.states().get(i);
                numbers[i] = Checks.finite("number of state " + state, number.applyAsDouble(state));
                low = Math.min(low, numbers[i]);
                high = Math.max(high, numbers[i]);
            }
        }
        double anchor = Rescaling.anchor(low, high);
        return new Numbers(Arrays.stream(numbers).map(x -> x - anchor).toArray(), anchor, low - anchor, high - anchor);
    }

    /// Numbers of states, counted from their lowest where they differ by little beside their size, so that those differences are exact.
    private record Numbers(double[] fromAnchor, double anchor, double low, double high) {

        /// The mean less the anchor; within the range of the numbers, so that the mean of a constant is that constant.
        double mean(Distribution<?> belief) {
            CompensatedSum sum = new CompensatedSum();
            double least = high;
            double most = low;
            for (int i = 0; i < fromAnchor.length; i++) {
                if (belief.probabilityAt(i) > 0) {
                    sum.add(belief.probabilityAt(i) * fromAnchor[i]);
                    least = Math.min(least, fromAnchor[i]);
                    most = Math.max(most, fromAnchor[i]);
                }
            }
            return Math.clamp(sum.value(), least, most);
        }
    }
}

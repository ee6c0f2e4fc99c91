package infogap.gap;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/// A decision with finitely many actions: a matrix `u(a, θ)` with a row for each action and a column for each state.
///
/// With payoffs in money the gap is the expected value of information: of perfect information (EVPI) or of a message (EVSI).
///
/// Source: R. A. Howard (1966), *Information value theory*, IEEE Transactions on Systems Science and Cybernetics 2, 22–26.
///
/// @param <A> the type of the actions
/// @param <S> the type of the states
public final class Payoffs<A, S> implements DecisionProblem<A, S> {

    /// Two actions tie when their expected payoffs differ by no more than this part of the largest payoff in the table.
    public static final double TIE_TOLERANCE = 1e-12;

    /// Payoffs of larger size are refused: differences and sums of two must not overflow.
    public static final double LARGEST = Double.MAX_VALUE / 4;

    private final List<A> actions;
    private final List<S> states;
    private final double[][] payoffs;
    private final double tie;

    private Payoffs(List<A> actions, List<S> states, double[][] payoffs) {
        this.actions = actions;
        this.states = states;
        this.payoffs = payoffs;
        this.tie = TIE_TOLERANCE * Arrays.stream(payoffs).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    }

    /// The problem with `u(actions[i], states[j]) = payoffs[i][j]`.
    ///
    /// @throws IllegalArgumentException if the shape does not fit the labels, a label stands twice, or a payoff is not finite or of a size
    ///     above [#LARGEST]
    public static <A, S> Payoffs<A, S> of(List<A> actions, List<S> states, double[][] payoffs) {
        List<A> checkedActions = Checks.distinct("actions", actions);
        List<S> checkedStates = Checks.distinct("states", states);
        double[][] copy = Checks.finiteMatrix("payoffs", payoffs);
        Checks.sameLength("actions", checkedActions.size(), "payoffs", copy.length);
        Checks.sameLength("states", checkedStates.size(), "payoffs[0]", copy[0].length);
        for (int i = 0; i < copy.length; i++) {
            for (int j = 0; j < copy[i].length; j++) {
                Checks.inRange("payoffs[" + i + "][" + j + "]", copy[i][j], -LARGEST, LARGEST);
            }
        }
        return new Payoffs<>(checkedActions, checkedStates, copy);
    }

    /// Act or do nothing: acting brings `benefit` in the first state and costs `loss` in the second, doing nothing brings 0.
    ///
    /// @throws IllegalArgumentException if the states are not two, or benefit or loss is negative or not finite
    public static <S> Payoffs<String, S> actOrNot(List<S> states, double benefit, double loss) {
        Checks.nonNegative("benefit", benefit);
        Checks.nonNegative("loss", loss);
        return of(List.of("act", "do nothing"), states, new double[][] {{benefit, 0 - loss}, {0, 0}});
    }

    public List<A> actions() {
        return actions;
    }

    public List<S> states() {
        return states;
    }

    /// `u(actions[action], states[state])`, by positions counted from 0.
    ///
    /// @throws IllegalArgumentException if there is no such position
    public double payoff(int action, int state) {
        return payoffs[Checks.position("action", action, actions.size())][Checks.position("state", state, states.size())];
    }

    /// A deep copy of the matrix.
    public double[][] matrix() {
        return Arrays.stream(payoffs).map(double[]::clone).toArray(double[][]::new);
    }

    /// The problem of somebody who values the payoff `x` as `utility(x)`.
    ///
    /// @throws IllegalArgumentException if the utility of a payoff is not finite
    public Payoffs<A, S> under(DoubleUnaryOperator utility) {
        Checks.present("utility", utility);
        double[][] utilities = Arrays.stream(payoffs)
                .map(row -> Arrays.stream(row).map(utility).toArray())
                .toArray(double[][]::new);
        return of(actions, states, utilities);
    }

    /// `E_m u(actions[action], θ)`, by a position counted from 0.
    ///
    /// @throws IllegalArgumentException if there is no such position, or the belief is not about the states of this problem
    public double expected(int action, Distribution<S> belief) {
        Beliefs.requireStates("belief", belief, states);
        return expected(payoffs[Checks.position("action", action, actions.size())], belief);
    }

    @Override
    public double value(Distribution<S> belief) {
        Beliefs.requireStates("belief", belief, states);
        return Arrays.stream(payoffs).mapToDouble(row -> expected(row, belief)).max().orElseThrow();
    }

    /// The actions within [#TIE_TOLERANCE] of the best, the best first and then in the order of the table.
    @Override
    public List<A> bestActions(Distribution<S> belief) {
        Beliefs.requireStates("belief", belief, states);
        return best(belief).stream().map(actions::get).toList();
    }

    @Override
    public double regret(Distribution<S> belief, Distribution<S> actedOn) {
        Beliefs.requireStates("belief", belief, states);
        Beliefs.requireStates("actedOn", actedOn, states);
        double[] taken = payoffs[best(actedOn).getFirst()];
        double worst = 0;
        for (double[] row : payoffs) {
            worst = Math.max(worst, advantage(row, taken, belief));
        }
        return worst;
    }

    @Override
    public double uncertainty(Distribution<S> belief) {
        Beliefs.requireStates("belief", belief, states);
        double[] taken = payoffs[best(belief).getFirst()];
        double[] informed = new double[states.size()];
        for (int j = 0; j < informed.length; j++) {
            int state = j;
            informed[j] = Arrays.stream(payoffs).mapToDouble(row -> row[state]).max().orElseThrow();
        }
        return advantage(informed, taken, belief);
    }

    @Override
    public String unit() {
        return "payoff";
    }

    @Override
    public String toString() {
        int first = actions.stream().mapToInt(action -> action.toString().length()).max().orElse(1);
        StringBuilder text = new StringBuilder(" ".repeat(first));
        states.forEach(state -> text.append(String.format(Locale.ROOT, "  %10s", state)));
        for (int i = 0; i < payoffs.length; i++) {
            text.append('\n').append(String.format(Locale.ROOT, "%-" + Math.max(1, first) + "s", actions.get(i)));
            for (double payoff : payoffs[i]) {
                text.append(String.format(Locale.ROOT, "  %10.6g", payoff));
            }
        }
        return text.toString();
    }

    /// Positions of the best actions: the first position of the maximum, then the others that tie with it.
    private List<Integer> best(Distribution<S> belief) {
        double[] expected = Arrays.stream(payoffs).mapToDouble(row -> expected(row, belief)).toArray();
        double maximum = Arrays.stream(expected).max().orElseThrow();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] == maximum && (positions.isEmpty() || expected[positions.getFirst()] < maximum)) {
                positions.addFirst(i);
            } else if (expected[i] >= maximum - tie) {
                positions.add(i);
            }
        }
        return positions;
    }

    private static double expected(double[] row, Distribution<?> belief) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < row.length; j++) {
            sum.add(belief.probabilityAt(j) * row[j]);
        }
        return sum.value();
    }

    /// `E_m (better − taken)`: the difference first, so that a large common payoff does not cost digits.
    private static double advantage(double[] better, double[] taken, Distribution<?> belief) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < better.length; j++) {
            sum.add(belief.probabilityAt(j) * (better[j] - taken[j]));
        }
        return sum.value();
    }
}

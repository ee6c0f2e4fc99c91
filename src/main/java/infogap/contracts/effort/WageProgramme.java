package infogap.contracts.effort;

import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// The programme for the cheapest wages of one action.
///
/// An action that costs the agent no more than any other needs no incentive: the sure wage of full information, or the least wage, is the cheapest, in closed form. Otherwise,
/// an outcome that the action never leads to costs nothing: it is paid the lowest utility there is, or, where there is no lowest, as little as deters every action that leads to it.
final class WageProgramme {

    /// A wage that is this many times larger than what is at stake is none.
    private static final double OUT_OF_REACH = 1e9;

    private final MoralHazard problem;
    private final UtilityInverse inverse;
    private final int chosen;
    private final double lowest;
    private final int[] reached;
    private final int[] unreached;
    private final double[][] probabilities;
    private final double[] costs;

    WageProgramme(MoralHazard problem, int chosen) {
        this.problem = problem;
        this.chosen = chosen;
        inverse = UtilityInverse.of(problem.utility());
        double least = problem.leastWage().isPresent() ? problem.utility().of(problem.leastWage().getAsDouble()) : Double.NEGATIVE_INFINITY;
        lowest = Math.max(least, inverse.lowest());
        List<BigFraction> own = problem.actions().get(chosen).probabilities();
        reached = IntStream.range(0, own.size()).filter(x -> !own.get(x).equals(BigFraction.ZERO)).toArray();
        unreached = IntStream.range(0, own.size()).filter(x -> own.get(x).equals(BigFraction.ZERO)).toArray();
        probabilities = problem.actions().stream()
                .map(action -> action.probabilities().stream().mapToDouble(Fractions::toDouble).toArray())
                .toArray(double[][]::new);
        costs = problem.actions().stream().mapToDouble(action -> Fractions.toDouble(action.cost())).toArray();
    }

    WageContract solve() {
        double sure = Math.max(lowest, problem.reservation() + costs[chosen]);
        if (sure < inverse.highest() && problem.actions().stream().allMatch(action -> action.cost().compareTo(problem.actions().get(chosen).cost()) >= 0)) {
            return sureWage(sure);
        }
        List<Action> actions = problem.actions();
        List<List<BigFraction>> exactRows = new ArrayList<>();
        List<BigFraction> exactRight = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        exactRows.add(Arrays.stream(reached).mapToObj(x -> actions.get(chosen).probabilities().get(x)).toList());
        exactRight.add(Fractions.ofDecimal(problem.reservation()).add(actions.get(chosen).cost()));
        for (int b = 0; b < costs.length; b++) {
            Action other = actions.get(b);
            BigFraction elsewhere = Arrays.stream(unreached).mapToObj(x -> other.probabilities().get(x)).reduce(BigFraction.ZERO, BigFraction::add);
            boolean deterredElsewhere = lowest == Double.NEGATIVE_INFINITY && !elsewhere.equals(BigFraction.ZERO);
            if (b != chosen && !deterredElsewhere) {
                exactRows.add(Arrays.stream(reached)
                        .mapToObj(x -> actions.get(chosen).probabilities().get(x).subtract(other.probabilities().get(x)))
                        .toList());
                BigFraction difference = actions.get(chosen).cost().subtract(other.cost());
                exactRight.add(elsewhere.equals(BigFraction.ZERO) ? difference : difference.add(elsewhere.multiply(Fractions.ofBinary(lowest))));
                others.add(b);
            }
        }
        List<double[]> rows = new ArrayList<>(
                exactRows.stream().map(row -> row.stream().mapToDouble(Fractions::toDouble).toArray()).toList());
        List<Double> right = new ArrayList<>(exactRight.stream().map(Fractions::toDouble).toList());
        if (lowest > Double.NEGATIVE_INFINITY) {
            for (int j = 0; j < reached.length; j++) {
                double[] row = new double[reached.length];
                row[j] = 1;
                rows.add(row);
                right.add(lowest);
            }
        }
        double[] weights = rows.getFirst().clone();
        double[] sides = right.stream().mapToDouble(Double::doubleValue).toArray();
        ConvexProgramme programme = new ConvexProgramme(
                weights, rows.toArray(double[][]::new), sides, inverse.highest(), this::slope, this::curvature);
        ConvexProgramme.Solution solution = programme.solve(start());
        if (solution.residual() > ConvexProgramme.TOLERANCE) {
            WageFeasibility feasibility = new WageFeasibility(exactRows, exactRight, lowest, inverse.highest());
            List<BigFraction> contradiction = feasibility.contradiction();
            if (contradiction.isEmpty()) {
                double needed = feasibility.leastHighest();
                double wage = needed < inverse.highest() ? inverse.wage(Math.max(needed, lowest)) : Double.POSITIVE_INFINITY;
                if (wage > OUT_OF_REACH * problem.largestAmount()) {
                    return new WageContract.OutOfReach(problem.actions().get(chosen), wage);
                }
                return new WageContract.Unresolved(problem.actions().get(chosen), solution.residual());
            }
            return new WageContract.NotImplementable(problem.actions().get(chosen), reason(contradiction, others));
        }
        Double[] incentives = new Double[costs.length];
        Arrays.fill(incentives, 0.0);
        for (int i = 0; i < others.size(); i++) {
            incentives[others.get(i)] = Math.max(0, solution.multipliers()[i + 1]);
        }
        return new WageContract.Cheapest(problem, problem.actions().get(chosen), wages(solution.point()), Math.max(0, solution.multipliers()[0]),
                List.of(incentives), solution.residual());
    }

    /// The multiplier of participation is the marginal cost of utility, or 0 where the least wage gives more than is asked for.
    private WageContract sureWage(double utility) {
        double participation = utility > problem.reservation() + costs[chosen] ? 0 : inverse.slope(utility);
        return new WageContract.Cheapest(problem, problem.actions().get(chosen), Collections.nCopies(problem.revenues().size(), inverse.wage(utility)), participation,
                Collections.nCopies(costs.length, 0.0), 0);
    }

    /// Where the utility ends, its inverse is continued by its value there, so that steps of the method may touch it.
    private double slope(double value) {
        return inverse.slope(Math.max(value, inverse.lowest()));
    }

    private double curvature(double value) {
        double floor = inverse.lowest() == Double.NEGATIVE_INFINITY ? inverse.lowest() : inverse.lowest() + 1e-12;
        return inverse.curvature(Math.max(value, floor));
    }

    private double[] start() {
        double level = Math.max(problem.reservation() + costs[chosen], lowest == Double.NEGATIVE_INFINITY ? lowest : lowest + 1);
        double start = level < inverse.highest() ? level : lowest == Double.NEGATIVE_INFINITY ? inverse.highest() - 1 : (lowest + inverse.highest()) / 2;
        double[] point = new double[reached.length];
        Arrays.fill(point, start);
        return point;
    }

    private List<Double> wages(double[] point) {
        double[] utilities = new double[problem.revenues().size()];
        for (int j = 0; j < reached.length; j++) {
            utilities[reached[j]] = Math.max(point[j], lowest);
        }
        double punishment = lowest;
        if (lowest == Double.NEGATIVE_INFINITY) {
            punishment = Arrays.stream(point).min().orElseThrow();
            double own = utility(chosen, point);
            for (int b = 0; b < costs.length; b++) {
                int other = b;
                double mass = Arrays.stream(unreached).mapToDouble(x -> probabilities[other][x]).sum();
                if (mass > 0) {
                    punishment = Math.min(punishment, (own - utility(b, point)) / mass);
                }
            }
        }
        for (int x : unreached) {
            utilities[x] = punishment;
        }
        return Arrays.stream(utilities).mapToObj(inverse::wage).toList();
    }

    /// What an action gives at the outcomes that the chosen one reaches, less its cost.
    private double utility(int action, double[] point) {
        double sum = -costs[action];
        for (int j = 0; j < reached.length; j++) {
            sum += probabilities[action][reached[j]] * point[j];
        }
        return sum;
    }

    private String reason(List<BigFraction> multipliers, List<Integer> others) {
        List<String> parts = new ArrayList<>();
        if (!multipliers.getFirst().equals(BigFraction.ZERO)) {
            parts.add(Fractions.readable(multipliers.getFirst()) + " times participation");
        }
        for (int i = 0; i < others.size(); i++) {
            if (!multipliers.get(i + 1).equals(BigFraction.ZERO)) {
                parts.add(Fractions.readable(multipliers.get(i + 1)) + " times the incentive against " + problem.actions().get(others.get(i)));
            }
        }
        return "together, " + String.join(" and ", parts) + " ask for more than any wages can give";
    }
}

package infogap.benchmarks;

import infogap.contracts.effort.Action;
import infogap.contracts.effort.LimitedLiability;
import infogap.contracts.effort.MoralHazard;
import infogap.contracts.effort.WageContract;
import infogap.contracts.screening.QualityCost;
import infogap.contracts.screening.ScreeningProgramme;
import infogap.contracts.screening.TasteUtility;
import infogap.decision.Utility;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// A menu for 10,000 types and the wages of a problem with 50 outcomes and 20 actions, against a general solver: scipy's linprog and SLSQP.
///
///     mvn -q test-compile exec:exec@benchmark -Dbenchmark=Contracts -Dpython=/usr/bin/python3
///
/// The contestants take turns ([Rounds]); only the ratios mean something, and only within one run. Wages of an agent neutral to risk are exact fractions here and doubles there.
public final class ContractsBenchmark {

    private static final int TYPES = 10_000;
    private static final int OUTCOMES = 50;
    private static final int ACTIONS = 20;
    private static final int ROUNDS = 5;

    private ContractsBenchmark() {}

    public static void main(String[] arguments) {
        Rounds.printMachine();
        double[] tastes = IntStream.range(0, TYPES).mapToDouble(i -> (i + 0.5) / TYPES).toArray();
        double[] shares = Arrays.stream(tastes).map(taste -> 1 + 0.9 * Math.sin(12 * taste)).toArray();
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, i -> shares[i] / sum);
        LimitedLiability neutral = new LimitedLiability(revenues(), actions(), BigFraction.ZERO, BigFraction.ZERO);
        MoralHazard averse = MoralHazard.of(new double[OUTCOMES], Utility.crra(0.5, 0), 4, actions().toArray(Action[]::new));
        Contestant menu = Job.of("menu, quantities up to 1", () -> ScreeningProgramme.of(tastes, shares, TasteUtility.linear(), QualityCost.linear(0.25), 1).menu().profit());
        Contestant quadratic = Job.of("menu, quadratic cost", () -> ScreeningProgramme.of(tastes, shares, TasteUtility.linear(), QualityCost.quadratic(0, 1), 1).menu().profit());
        Contestant wages = Job.slow("wages of the neutral for each action, exact", () -> neutralWages(neutral));
        Contestant one = Job.of("wages of the averse, the action in the middle", () -> wage(averse, ACTIONS / 2));
        Contestant all = Job.slow("wages of the averse for each action", () -> IntStream.range(0, ACTIONS).mapToDouble(a -> wage(averse, a)).sum());
        System.out.printf(Locale.ROOT, "values: %.12g, %.12g, %.12g%n", ScreeningProgramme.of(tastes, shares, TasteUtility.linear(), QualityCost.linear(0.25), 1).menu().profit(),
                neutralWages(neutral), wage(averse, ACTIONS / 2));
        try (PythonPeers peers = PythonPeers.start("contracts.py")) {
            List<Contestant> contestants = new ArrayList<>(List.of(menu, quadratic, wages, one, all));
            contestants.addAll(peers.contestants());
            Rounds rounds = Rounds.run(String.format(Locale.ROOT, "a menu for %,d types; %d outcomes and %d actions", TYPES, OUTCOMES, ACTIONS), ROUNDS, contestants);
            List<Contestant> ours = List.of(menu, wages, one);
            for (int i = 0; i < peers.contestants().size(); i++) {
                rounds.printRatio(peers.contestants().get(i), ours.get(i));
            }
        }
    }

    private static double neutralWages(LimitedLiability problem) {
        double sum = 0;
        for (Action action : problem.actions()) {
            sum += problem.implement(action.name()) instanceof LimitedLiability.Wages wages ? Fractions.toDouble(wages.expectedWage()) : 0;
        }
        return sum;
    }

    private static double wage(MoralHazard problem, int action) {
        return problem.implement("action " + action) instanceof WageContract.Cheapest cheapest ? cheapest.expectedWage() : 0;
    }

    private static List<BigFraction> revenues() {
        return IntStream.range(0, OUTCOMES).mapToObj(x -> Fractions.of(x, 1)).toList();
    }

    private static List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        for (int a = 0; a < ACTIONS; a++) {
            long[] weights = new long[OUTCOMES];
            for (int x = 0; x < OUTCOMES; x++) {
                double distance = x / (double) OUTCOMES - a / (double) ACTIONS;
                weights[x] = 1 + Math.round(1000 * Math.exp(-8 * distance * distance));
            }
            long sum = Arrays.stream(weights).sum();
            actions.add(new Action("action " + a, Fractions.of((long) a * a, 100), Arrays.stream(weights).mapToObj(w -> Fractions.of(w, sum)).toList()));
        }
        return actions;
    }
}

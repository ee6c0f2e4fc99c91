package infogap.benchmarks;

import infogap.trust.Transparency;
import infogap.trust.TrustEnsemble;
import infogap.trust.TrustModel;
import infogap.trust.TrustTrajectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Trust at t = 100 for 100,000 parameter sets: closed form and quadrature against the Dormand–Prince 8(5,3) integrator of commons-math3 at
/// tolerance 1e-10.
///
///     mvn -q test-compile exec:exec@benchmark -Dbenchmark=Trust -Dpython=/usr/bin/python3
///
/// The contestants take turns, each in a JVM of its own ([Rounds]); only the ratios mean something, and only within one run. The integrator is timed on the first 2000
/// sets and scaled up. With `-Dpython=`, scipy takes turns on the ensemble under constant transparency, as `src/bench/trust.py` calls it.
public final class TrustBenchmark {

    private static final int SETS = 100_000;
    private static final int INTEGRATED = 2_000;
    private static final int CURVES = 10_000;
    private static final int ROUNDS = 7;
    private static final double HORIZON = 100;
    private static final double TOLERANCE = 1e-10;

    private static final Function<RandomGenerator, TrustTrajectory> FAMILY = random -> TrustModel
            .logistic(random.nextDouble(0.05, 0.95), random.nextDouble(0.1, 2), random.nextDouble(0.1, 0.9))
            .under(Transparency.cappedRamp(random.nextDouble(0, 0.9), random.nextDouble(0.001, 0.05)));

    private static final Function<RandomGenerator, TrustTrajectory> CONSTANT = random -> TrustModel
            .logistic(random.nextDouble(0.05, 0.95), random.nextDouble(0.1, 2), random.nextDouble(0.1, 0.9))
            .under(Transparency.constant(random.nextDouble()));

    private TrustBenchmark() {}

    public static void main(String[] arguments) {
        Rounds.printMachine();
        ramps();
        try (PythonPeers peers = PythonPeers.start("trust.py")) {
            constant(peers.contestants());
        }
        curves();
    }

    private static void ramps() {
        TrustEnsemble one = TrustEnsemble.draw(FAMILY, SETS, 1, 1);
        TrustEnsemble two = TrustEnsemble.draw(FAMILY, SETS, 1, 2);
        Contestant integrator = Job.part(SETS / INTEGRATED, "commons-math3 DOP853, 1 thread", () -> integrated(one));
        Contestant closed = Job.of("closed form, 1 thread", () -> sum(one.at(HORIZON)));
        Contestant closedTwo = Job.of("closed form, 2 threads", () -> sum(two.at(HORIZON)));
        Contestant drawn = Job.of("drawing and closed form, 2 threads", () -> sum(TrustEnsemble.draw(FAMILY, SETS, 1, 2).at(HORIZON)));
        Contestant crossing = Job.of("crossing times of 0.9, 2 threads", () -> two.crossing(0.9, HORIZON).shareNever());
        Contestant bands = Job.of("three quantiles at 51 times, 2 threads", () -> two.bands(grid(), 0.05, 0.5, 0.95).times().size());
        Rounds rounds = Rounds.run(String.format(Locale.ROOT, "%,d logistic trajectories until t = %.0f under capped ramps", SETS, HORIZON), ROUNDS,
                List.of(closed, closedTwo, drawn, crossing, bands, integrator));
        List.of(closed, closedTwo, drawn, crossing).forEach(ours -> rounds.printRatio(integrator, ours));
        if (OwnProcess.isServing()) {
            return;
        }
        System.out.printf(Locale.ROOT, "  error of DOP853 where trust falls below its tolerance and returns, worst of %d sets: %.1e%n", INTEGRATED, difference(one));
    }

    private static void constant(List<Contestant> external) {
        TrustEnsemble ensemble = TrustEnsemble.draw(CONSTANT, SETS, 3, 2);
        Contestant closed = Job.of("closed form, 2 threads", () -> sum(ensemble.at(HORIZON)));
        Contestant drawn = Job.of("drawing and closed form, 2 threads", () -> sum(TrustEnsemble.draw(CONSTANT, SETS, 3, 2).at(HORIZON)));
        List<Contestant> contestants = new ArrayList<>(List.of(closed, drawn));
        contestants.addAll(external);
        Rounds rounds = Rounds.run(String.format(Locale.ROOT, "%,d logistic trajectories under constant transparency", SETS), ROUNDS, contestants);
        rounds.printRatiosTo(closed);
        external.forEach(peer -> rounds.printRatio(peer, drawn));
    }

    /// The same law under a function without closed form: quadrature in logit space against the integrator.
    private static void curves() {
        SplittableRandom random = new SplittableRandom(2);
        TrustTrajectory[] trajectories = new TrustTrajectory[CURVES];
        Arrays.setAll(trajectories, _ -> {
            double phase = random.nextDouble(0, 6);
            double pace = random.nextDouble(0.02, 0.2);
            return TrustModel.logistic(random.nextDouble(0.05, 0.95), random.nextDouble(0.1, 2), random.nextDouble(0.1, 0.9))
                    .under(Transparency.curve("a wave", t -> 0.5 + 0.4 * Math.sin(phase + pace * t)));
        });
        Contestant quadrature = Job.of("quadrature in logit space, 1 thread",
                () -> Arrays.stream(trajectories).mapToDouble(trajectory -> trajectory.at(HORIZON)).sum());
        Contestant integrator = Job.slow("commons-math3 DOP853, 1 thread",
                () -> Arrays.stream(trajectories).mapToDouble(trajectory -> trajectory.integrated(TOLERANCE, HORIZON)[0]).sum());
        Rounds.run(String.format(Locale.ROOT, "%,d logistic trajectories under a curve", CURVES), ROUNDS, List.of(quadrature, integrator))
                .printRatio(integrator, quadrature);
    }

    private static double integrated(TrustEnsemble ensemble) {
        double sum = 0;
        for (int i = 0; i < INTEGRATED; i++) {
            sum += ensemble.member(i).integrated(TOLERANCE, HORIZON)[0];
        }
        return sum;
    }

    private static double difference(TrustEnsemble ensemble) {
        double largest = 0;
        for (int i = 0; i < INTEGRATED; i++) {
            TrustTrajectory member = ensemble.member(i);
            largest = Math.max(largest, Math.abs(member.integrated(TOLERANCE, HORIZON)[0] - member.at(HORIZON)));
        }
        return largest;
    }

    private static double[] grid() {
        double[] times = new double[51];
        Arrays.setAll(times, i -> HORIZON * i / 50);
        return times;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}

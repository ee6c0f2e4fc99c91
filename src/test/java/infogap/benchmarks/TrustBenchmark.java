package infogap.benchmarks;

import infogap.trust.Transparency;
import infogap.trust.TrustEnsemble;
import infogap.trust.TrustModel;
import infogap.trust.TrustTrajectory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Trust at t = 100 for 100,000 parameter sets: closed form and quadrature against the Dormand–Prince 8(5,3) integrator of commons-math3 at
/// tolerance 1e-10.
///
///     mvn -q test-compile exec:exec@benchmark -Dbenchmark=Trust
///
/// Medians of several runs; only the ratios mean something, and only within one run. `a / b` is the time of a in times of b. The integrator is
/// timed on the first 2000 sets and scaled up. `src/bench/trust.py` solves the ensemble under constant transparency with scipy.
public final class TrustBenchmark {

    private static final int SETS = 100_000;
    private static final int INTEGRATED = 2_000;
    private static final int CURVES = 10_000;
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
        System.out.printf(Locale.ROOT, "%d processors, Java %s%n%,d logistic trajectories until t = %.0f under capped ramps%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), SETS, HORIZON);
        TrustEnsemble one = TrustEnsemble.draw(FAMILY, SETS, 1, 1);
        TrustEnsemble two = TrustEnsemble.draw(FAMILY, SETS, 1, 2);
        double draw = median("draw the members, 2 threads", 41, () -> TrustEnsemble.draw(FAMILY, SETS, 1, 2).size());
        double closed = median("closed form, 1 thread", 41, () -> sum(one.at(HORIZON)));
        double closedTwo = median("closed form, 2 threads", 41, () -> sum(two.at(HORIZON)));
        double crossing = median("crossing times of 0.9, 2 threads", 21, () -> two.crossing(0.9, HORIZON).shareNever());
        median("three quantiles at 51 times, 2 threads", 5, () -> two.bands(grid(), 0.05, 0.5, 0.95).times().size());
        double integrator = SETS / INTEGRATED * median("commons-math3 DOP853, " + INTEGRATED + " sets, 1 thread", 3, () -> integrated(one));
        ratio("DOP853 / closed form, one thread each", integrator / closed);
        ratio("DOP853 / closed form on 2 threads", integrator / closedTwo);
        ratio("DOP853 / drawing and closed form on 2 threads", integrator / (draw + closedTwo));
        ratio("DOP853 / crossing times on 2 threads", integrator / crossing);
        constant();
        curves();
        System.out.printf(Locale.ROOT, "error of DOP853 where trust falls below its tolerance and returns, worst of %d sets: %.1e%n", INTEGRATED, difference(one));
    }

    private static void constant() {
        System.out.printf(Locale.ROOT, "%n%,d logistic trajectories under constant transparency, as src/bench/trust.py gives them to scipy%n", SETS);
        TrustEnsemble ensemble = TrustEnsemble.draw(CONSTANT, SETS, 3, 2);
        median("closed form, 2 threads", 41, () -> sum(ensemble.at(HORIZON)));
        median("draw the members and closed form, 2 threads", 41, () -> sum(TrustEnsemble.draw(CONSTANT, SETS, 3, 2).at(HORIZON)));
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
        System.out.printf(Locale.ROOT, "%n%,d logistic trajectories under a curve%n", CURVES);
        double quadrature = median("quadrature in logit space, 1 thread", 7,
                () -> Arrays.stream(trajectories).mapToDouble(trajectory -> trajectory.at(HORIZON)).sum());
        double integrator = median("commons-math3 DOP853, 1 thread", 3,
                () -> Arrays.stream(trajectories).mapToDouble(trajectory -> trajectory.integrated(TOLERANCE, HORIZON)[0]).sum());
        ratio("DOP853 / quadrature", integrator / quadrature);
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

    /// Milliseconds, after warming up for as many runs.
    private static double median(String what, int runs, DoubleSupplier work) {
        double[] times = new double[2 * runs];
        double sink = 0;
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            sink += work.getAsDouble();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        double[] measured = Arrays.copyOfRange(times, runs, times.length);
        Arrays.sort(measured);
        double median = measured[measured.length / 2];
        System.out.printf(Locale.ROOT, "%-48s %10.3f ms%s%n", what, median, Double.isNaN(sink) ? " (not a number)" : "");
        return median;
    }

    private static void ratio(String what, double value) {
        System.out.printf(Locale.ROOT, "%-48s %10.1f%n", what, value);
    }
}

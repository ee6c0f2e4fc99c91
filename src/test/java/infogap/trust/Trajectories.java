package infogap.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Random laws under random transparencies, for properties.
final class Trajectories {

    private Trajectories() {}

    static List<TrustTrajectory> random(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TrustTrajectory> trajectories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trajectories.add(model(random, i % 4).under(transparency(random, i / 4 % 5)));
        }
        return trajectories;
    }

    static TrustModel model(SplittableRandom random, int kind) {
        double initial = random.nextDouble(0.05, 0.95);
        double threshold = random.nextDouble(0, 1);
        return switch (kind) {
            case 0 -> TrustModel.linear(initial, random.nextDouble(0.1, 3), threshold);
            case 1 -> TrustModel.logistic(initial, random.nextDouble(0.1, 5), threshold);
            case 2 -> TrustModel.asymmetric(initial, random.nextDouble(0.1, 3), random.nextDouble(0.1, 6), threshold);
            default -> TrustModel.reputation(
                    new BetaReputation(random.nextDouble(0.2, 5), random.nextDouble(0.2, 5)), random.nextDouble(0.1, 4));
        };
    }

    static Transparency transparency(SplittableRandom random, int kind) {
        double initial = random.nextDouble(0, 1);
        return switch (kind) {
            case 0 -> Transparency.constant(initial);
            case 1 -> Transparency.ramp(initial, random.nextDouble(-initial, 1 - initial) / 10);
            case 2 -> Transparency.cappedRamp(initial, random.nextDouble(0, 0.4), random.nextDouble(initial, 1));
            case 3 -> Transparency.steps(times(random), levels(random));
            default -> Transparency.piecewiseLinear(times(random), levels(random));
        };
    }

    private static double[] times(SplittableRandom random) {
        double[] times = new double[6];
        for (int i = 1; i < times.length; i++) {
            times[i] = times[i - 1] + random.nextDouble(0.2, 2.5);
        }
        return times;
    }

    private static double[] levels(SplittableRandom random) {
        return random.doubles(6).toArray();
    }
}

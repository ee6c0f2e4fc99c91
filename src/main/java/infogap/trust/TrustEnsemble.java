package infogap.trust;

import infogap.numeric.Checks;
import infogap.numeric.SampleQuantile;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Many trajectories whose parameters were drawn at random: what is not known about the parameters, seen in trust.
///
/// The members are drawn in blocks of 1024, each block from its own generator split off the seed, so that the same seed gives the
/// same members for any number of threads.
public final class TrustEnsemble {

    private static final int BLOCK = 1024;

    private final TrustTrajectory[] members;
    private final int threads;

    private TrustEnsemble(TrustTrajectory[] members, int threads) {
        this.members = members;
        this.threads = threads;
    }

    /// Draws `count` trajectories.
    ///
    /// @param family draws one trajectory; it must depend on nothing but the generator, because threads share it
    /// @param count at least 1
    /// @param seed the seed
    /// @param threads how many threads draw and evaluate at most, at least 1; more than there are processors bring nothing
    /// @throws IllegalArgumentException if an argument is outside its range, or the family draws null
    public static TrustEnsemble draw(Function<RandomGenerator, TrustTrajectory> family, int count, long seed, int threads) {
        Checks.present("family", family);
        Checks.atLeast("count", count, 1);
        Checks.atLeast("threads", threads, 1);
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom[] generators = new SplittableRandom[(count + BLOCK - 1) / BLOCK];
        Arrays.setAll(generators, _ -> root.split());
        TrustTrajectory[] members = new TrustTrajectory[count];
        TrustEnsemble ensemble = new TrustEnsemble(members, threads);
        ensemble.eachBlock(block -> {
            for (int i = block * BLOCK; i < Math.min(count, (block + 1) * BLOCK); i++) {
                members[i] = Checks.present("member", family.apply(generators[block]));
            }
        });
        return ensemble;
    }

    /// How many trajectories there are.
    public int size() {
        return members.length;
    }

    /// The member drawn at this position.
    ///
    /// @throws IllegalArgumentException if there is none
    public TrustTrajectory member(int index) {
        if (index < 0 || index >= members.length) {
            throw new IllegalArgumentException(
                    "index must be an integer in [0, " + (members.length - 1) + "], but is " + index);
        }
        return members[index];
    }

    /// Trust of each member at time t, in the order drawn.
    public double[] at(double t) {
        Checks.nonNegative("t", t);
        return each(member -> member.at(t));
    }

    /// Quantiles of trust over time. A quantile between two members is interpolated linearly (R's type 7).
    ///
    /// @param times at which, at least one
    /// @param probabilities which quantiles, each in [0, 1]
    public QuantileBands bands(double[] times, double... probabilities) {
        double[] moments = Checks.finite("times", times);
        double[] levels = Checks.finite("probabilities", probabilities);
        for (int i = 0; i < levels.length; i++) {
            Checks.probability("probabilities[" + i + "]", levels[i]);
        }
        double[][] values = new double[moments.length][];
        for (int i = 0; i < moments.length; i++) {
            double[] sorted = at(moments[i]);
            Arrays.sort(sorted);
            values[i] = Arrays.stream(levels).map(level -> SampleQuantile.ofSorted(sorted, level)).toArray();
        }
        return QuantileBands.of(moments, levels, values);
    }

    /// The distribution of the first time at which trust takes the value.
    public CrossingDistribution crossing(double level, double horizon) {
        Checks.finite("level", level);
        Checks.positive("horizon", horizon);
        double[] times = each(member -> member.firstPassage(level, horizon).orElse(Double.POSITIVE_INFINITY));
        double[] sorted = Arrays.stream(times).filter(Double::isFinite).sorted().toArray();
        return new CrossingDistribution(level, horizon, members.length, Arrays.stream(sorted).boxed().toList());
    }

    /// The share of members that leave [0, 1] before the horizon.
    public double shareLeavingUnitInterval(double horizon) {
        Checks.positive("horizon", horizon);
        return Arrays.stream(each(member -> member.validity(horizon).stays() ? 0 : 1)).sum() / members.length;
    }

    private double[] each(ToDoubleFunction<TrustTrajectory> value) {
        double[] values = new double[members.length];
        eachBlock(block -> {
            for (int i = block * BLOCK; i < Math.min(values.length, (block + 1) * BLOCK); i++) {
                values[i] = value.applyAsDouble(members[i]);
            }
        });
        return values;
    }

    /// Does the blocks in up to as many threads as were asked for. If several fail, the failure of the first block is thrown.
    private void eachBlock(IntConsumer work) {
        int blocks = (members.length + BLOCK - 1) / BLOCK;
        int workers = Math.min(threads, blocks);
        RuntimeException[] failures = new RuntimeException[blocks];
        IntStream.range(0, workers).parallel().forEach(worker -> {
            for (int block = worker; block < blocks; block += workers) {
                try {
                    work.accept(block);
                } catch (RuntimeException e) {
                    failures[block] = e;
                    return;
                }
            }
        });
        Arrays.stream(failures).filter(Objects::nonNull).findFirst().ifPresent(failure -> {
            throw failure;
        });
    }

    @Override
    public String toString() {
        return members.length + " trajectories, the first: " + members[0];
    }
}

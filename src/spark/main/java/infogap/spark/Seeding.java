package infogap.spark;

import infogap.storage.BinaryReader;
import infogap.storage.BinaryWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/// Where Lloyd's iterations start: k-means‖ over the rows, then k-means++ over the few candidates that it leaves.
///
/// Each round takes rows with a probability that grows with the squared distance to the nearest candidate so far. The chance of a row comes from
/// a hash of its coordinates, the seed and the round, not from a stream of random numbers in its partition: so the same rows are drawn however they
/// are dealt out.
///
/// Source: B. Bahmani, B. Moseley, A. Vattani, R. Kumar and S. Vassilvitskii (2012), *Scalable k-means++*, Proceedings of the VLDB Endowment 5(7), 622–633.
final class Seeding {

    static final int ROUNDS = 5;
    private static final int TRIES = 20;
    private static final int REFINEMENTS = 30;

    private Seeding() {}

    /// A row and its key: the smallest keys are drawn.
    record Drawn(double key, double[] row) {}

    static final Comparator<Drawn> ORDER = Comparator.comparingDouble(Drawn::key).thenComparing(Drawn::row, Arrays::compare);

    /// The `number` rows with the smallest keys. An exponential variable divided by the weight: the smallest are a weighted sample without replacement
    /// (P. S. Efraimidis and P. G. Spirakis (2006), *Weighted random sampling with a reservoir*, Information Processing Letters 97, 181–185).
    static final class Sample {

        private final int number;
        private final PriorityQueue<Drawn> drawn = new PriorityQueue<>(ORDER.reversed());

        Sample(int number) {
            this.number = number;
        }

        void offer(double[] row, double weight, long salt) {
            if (weight > 0) {
                double key = -Math.log(uniform(row, salt)) / weight;
                if (drawn.size() < number || key <= drawn.peek().key()) {
                    add(new Drawn(key, row.clone()));
                }
            }
        }

        private void add(Drawn candidate) {
            if (drawn.size() == number && ORDER.compare(candidate, drawn.peek()) >= 0) {
                return;
            }
            // equal rows have equal keys; one of them is enough
            if (drawn.stream().noneMatch(present -> Arrays.equals(present.row(), candidate.row()))) {
                drawn.add(candidate);
                if (drawn.size() > number) {
                    drawn.poll();
                }
            }
        }

        Sample addAll(Sample other) {
            other.drawn.forEach(this::add);
            return this;
        }

        List<double[]> rows() {
            return drawn.stream().sorted(ORDER).map(Drawn::row).toList();
        }

        byte[] toBytes() {
            BinaryWriter out = new BinaryWriter("IGSD", 1).put(number).put(drawn.size());
            drawn.stream().sorted(ORDER).forEach(each -> out.put(each.row().length).put(each.key()).put(each.row()));
            return out.toBytes();
        }

        static Sample ofBytes(byte[] bytes) {
            BinaryReader in = BinaryReader.of("a sample of rows", "IGSD", 1, bytes);
            Sample read = new Sample(in.getInt());
            int size = in.getCount(Integer.BYTES);
            for (int i = 0; i < size; i++) {
                int length = in.getInt();
                double key = in.getDouble();
                read.drawn.add(new Drawn(key, in.getFinite("row", length)));
            }
            in.end();
            return read;
        }
    }

    /// In (0, 1], from the row's bits: D. Stafford's mixer, as `SplittableRandom` uses it.
    private static double uniform(double[] row, long salt) {
        long hash = salt;
        for (double value : row) {
            hash = mix(hash ^ Double.doubleToLongBits(value)) + 0x9E3779B97F4A7C15L;
        }
        return ((mix(hash) >>> 11) + 1) * 0x1p-53;
    }

    private static long mix(long z) {
        long mixed = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /// The best of some runs of weighted k-means++ and Lloyd's iterations over the candidates.
    static double[][] reduce(List<double[]> candidates, long[] weights, int k, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double[][] centres = refine(candidates, weights, plusPlus(candidates, weights, k, random));
            double error = 0;
            for (int i = 0; i < candidates.size(); i++) {
                error += weights[i] * CentreSums.squaredDistance(candidates.get(i), centres[CentreSums.nearest(candidates.get(i), centres)]);
            }
            if (error < least) {
                least = error;
                best = centres;
            }
        }
        return best;
    }

    private static double[][] plusPlus(List<double[]> candidates, long[] weights, int k, SplittableRandom random) {
        List<double[]> centres = new ArrayList<>();
        double[] chance = new double[candidates.size()];
        Arrays.setAll(chance, i -> Math.max(weights[i], 1));
        while (centres.size() < k) {
            double point = random.nextDouble() * Arrays.stream(chance).sum();
            int chosen = 0;
            while (chosen < chance.length - 1 && (point -= chance[chosen]) >= 0) {
                chosen++;
            }
            centres.add(candidates.get(chosen));
            double[][] present = centres.toArray(double[][]::new);
            Arrays.setAll(chance, i -> Math.max(weights[i], 1)
                    * CentreSums.squaredDistance(candidates.get(i), present[CentreSums.nearest(candidates.get(i), present)]));
        }
        return centres.stream().map(double[]::clone).toArray(double[][]::new);
    }

    private static double[][] refine(List<double[]> candidates, long[] weights, double[][] start) {
        double[][] centres = start;
        for (int round = 0; round < REFINEMENTS; round++) {
            double[][] sums = new double[centres.length][centres[0].length];
            double[] total = new double[centres.length];
            for (int i = 0; i < candidates.size(); i++) {
                int nearest = CentreSums.nearest(candidates.get(i), centres);
                total[nearest] += weights[i];
                for (int j = 0; j < sums[nearest].length; j++) {
                    sums[nearest][j] += weights[i] * candidates.get(i)[j];
                }
            }
            double[][] next = new double[centres.length][];
            for (int c = 0; c < next.length; c++) {
                double size = total[c];
                next[c] = size == 0 ? centres[c] : Arrays.stream(sums[c]).map(sum -> sum / size).toArray();
            }
            if (Arrays.deepEquals(next, centres)) {
                return centres;
            }
            centres = next;
        }
        return centres;
    }
}

package infogap.benchmarks;

import infogap.information.ContingencyTable;
import infogap.information.MutualInformation;
import infogap.information.NullSampling;
import infogap.information.PermutationTest;
import infogap.information.Unit;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/// Counting 10,000,000 pairs, and 1000 permutations of 100,000, against reading the data once, shuffling, and Smile.
///
/// `mvn -q test-compile exec:exec@benchmark -Dbenchmark=Information`. Medians of several runs; only the ratios mean something, and only
/// within one run.
public final class InformationBenchmark {

    private static final int PAIRS = 10_000_000;
    private static final int OBSERVATIONS = 100_000;
    private static final int PERMUTATIONS = 1000;

    private InformationBenchmark() {}

    public static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, "%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        counting(10, true);
        counting(1000, false);
        permutations();
    }

    private static void counting(int alphabet, boolean withSmile) {
        SplittableRandom random = new SplittableRandom(1);
        int[] x = random.ints(PAIRS, 0, alphabet).toArray();
        int[] y = new int[PAIRS];
        Arrays.setAll(y, k -> random.nextInt(4) == 0 ? x[k] : random.nextInt(alphabet));
        System.out.printf(Locale.ROOT, "%n%,d pairs over %d × %d%n", PAIRS, alphabet, alphabet);

        double read = median("read the data once", 15, () -> sum(x, y));
        double known = median("count, alphabets known", 15,
                () -> ContingencyTable.ofCodes(x, y, alphabet, alphabet).total());
        double unknown = median("count, alphabets found", 15, () -> ContingencyTable.ofCodes(x, y).total());
        double information = median("count and mutual information", 15,
                () -> MutualInformation.of(ContingencyTable.ofCodes(x, y, alphabet, alphabet), Unit.NATS));
        ratio("count / read once", known / read);
        ratio("count, alphabets found / read once", unknown / read);
        ratio("count and mutual information / read once", information / read);
        if (withSmile) {
            double peer = median("Smile MutualInformation", 3, () -> smile.validation.metric.MutualInformation.of(x, y));
            ratio("Smile / count and mutual information", peer / information);
        }
    }

    private static void permutations() {
        SplittableRandom random = new SplittableRandom(2);
        int[] x = random.ints(OBSERVATIONS, 0, 10).toArray();
        int[] y = random.ints(OBSERVATIONS, 0, 10).toArray();
        ContingencyTable<Integer, Integer> table = ContingencyTable.ofCodes(x, y);
        System.out.printf(Locale.ROOT, "%n%d permutations of %,d observations over 10 × 10%n", PERMUTATIONS, OBSERVATIONS);
        double tables = median("drawing tables", 15,
                () -> PermutationTest.monteCarlo(table, PERMUTATIONS, 3, NullSampling.TABLES).p());
        double shuffles = median("shuffling and counting", 3,
                () -> PermutationTest.monteCarlo(table, PERMUTATIONS, 3, NullSampling.SHUFFLES).p());
        ratio("shuffling / drawing tables", shuffles / tables);
    }

    /// Both arrays, on all processors: no count of the pairs can be faster.
    private static double sum(int[] x, int[] y) {
        int parts = Runtime.getRuntime().availableProcessors();
        return IntStream.range(0, parts).parallel().mapToLong(part -> {
            int from = (int) ((long) x.length * part / parts);
            int to = (int) ((long) x.length * (part + 1) / parts);
            int sum = 0;
            for (int k = from; k < to; k++) {
                sum += x[k] ^ y[k];
            }
            return sum;
        }).sum();
    }

    private static double median(String name, int runs, DoubleSupplier job) {
        double[] milliseconds = new double[runs];
        double guard = 0;
        for (int k = 0; k < Math.min(runs, 5); k++) {
            guard += job.getAsDouble();
        }
        for (int k = 0; k < runs; k++) {
            long start = System.nanoTime();
            guard += job.getAsDouble();
            milliseconds[k] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        // printed only if a result was NaN; keeps the results alive
        System.out.printf(Locale.ROOT, "  %-45s %10.2f ms%s%n", name, milliseconds[runs / 2], Double.isNaN(guard) ? " NaN" : "");
        return milliseconds[runs / 2];
    }

    private static void ratio(String name, double ratio) {
        System.out.printf(Locale.ROOT, "  → %-43s %10.2f ×%n", name, ratio);
    }
}

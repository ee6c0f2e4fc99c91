package infogap.benchmarks;

import infogap.information.ContingencyTable;
import infogap.information.MutualInformation;
import infogap.information.NullSampling;
import infogap.information.PermutationTest;
import infogap.information.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/// Counting 10,000,000 pairs, and 1000 permutations of 100,000, against reading the data once, shuffling, and Smile.
///
///     mvn -q test-compile exec:exec@benchmark -Dbenchmark=Information
///
/// Medians of several runs; only the ratios mean something, and only within one run. `a / b` is the time of a in times of b.
public final class InformationBenchmark {

    private static final int PAIRS = 10_000_000;
    private static final int OBSERVATIONS = 100_000;
    private static final int PERMUTATIONS = 1000;

    private record Job(String name, DoubleSupplier work) {}

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

        double[] medians = medians(15, List.of(
                new Job("read the data once", () -> sum(x, y)),
                new Job("count, alphabets known", () -> ContingencyTable.ofCodes(x, y, alphabet, alphabet).total()),
                new Job("count, alphabets found", () -> ContingencyTable.ofCodes(x, y).total()),
                new Job("count and mutual information",
                        () -> MutualInformation.of(ContingencyTable.ofCodes(x, y, alphabet, alphabet), Unit.NATS))));
        double information = medians[3];
        ratio("count / read once", medians[1] / medians[0]);
        ratio("count, alphabets found / read once", medians[2] / medians[0]);
        ratio("count and mutual information / read once", information / medians[0]);
        double toolkit = median("the same, counted as JIDT counts", 7, () -> countedAsByJidt(x, y, alphabet));
        ratio("counted as JIDT counts / ours", toolkit / information);
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

    /// Counting as JIDT 1.6 does it in `MutualInformationCalculatorDiscrete.addObservations` (it is not on Maven Central): three
    /// increments a pair, the table an array of rows, one thread; then a logarithm per cell.
    private static double countedAsByJidt(int[] x, int[] y, int alphabet) {
        int[][] table = new int[alphabet][alphabet];
        int[] rowTotals = new int[alphabet];
        int[] columnTotals = new int[alphabet];
        for (int k = 0; k < x.length; k++) {
            table[x[k]][y[k]]++;
            rowTotals[x[k]]++;
            columnTotals[y[k]]++;
        }
        double nats = 0;
        for (int i = 0; i < alphabet; i++) {
            for (int j = 0; j < alphabet; j++) {
                double p = (double) table[i][j] / x.length;
                if (p > 0) {
                    nats += p * Math.log(p / ((double) rowTotals[i] / x.length * columnTotals[j] / x.length));
                }
            }
        }
        return nats;
    }

    private static double median(String name, int runs, DoubleSupplier job) {
        return medians(runs, List.of(new Job(name, job)))[0];
    }

    /// Milliseconds. The jobs take turns, so that a machine that slows down slows them all.
    private static double[] medians(int rounds, List<Job> jobs) {
        double[][] milliseconds = new double[jobs.size()][rounds];
        double guard = 0;
        for (int round = -Math.min(rounds, 10); round < rounds; round++) {
            for (int j = 0; j < jobs.size(); j++) {
                long start = System.nanoTime();
                guard += jobs.get(j).work().getAsDouble();
                if (round >= 0) {
                    milliseconds[j][round] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        double[] medians = new double[jobs.size()];
        for (int j = 0; j < medians.length; j++) {
            Arrays.sort(milliseconds[j]);
            medians[j] = milliseconds[j][rounds / 2];
            // "NaN" is printed only if a result was; that keeps the results alive
            System.out.printf(Locale.ROOT, "  %-45s %10.2f ms%s%n", jobs.get(j).name(), medians[j], Double.isNaN(guard) ? " NaN" : "");
        }
        return medians;
    }

    private static void ratio(String name, double ratio) {
        System.out.printf(Locale.ROOT, "  → %-43s %10.2f ×%n", name, ratio);
    }
}

package infogap.benchmarks;

import infogap.information.ContingencyTable;
import infogap.information.MutualInformation;
import infogap.information.NullSampling;
import infogap.information.PermutationTest;
import infogap.information.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Counting 10,000,000 pairs, and 1000 permutations of 100,000, against reading the data once, shuffling, Smile, and JIDT.
///
///     mvn -q test-compile exec:exec@benchmark -Dbenchmark=Information -Djidt=infodynamics.jar
///
/// The contestants take turns, each in a JVM of its own ([Rounds]); only the ratios mean something, and only within one run.
public final class InformationBenchmark {

    private static final int PAIRS = 10_000_000;
    private static final int OBSERVATIONS = 100_000;
    private static final int PERMUTATIONS = 1000;
    private static final int ROUNDS = 9;

    private InformationBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Rounds.printMachine();
        try (JidtPeer jidt = JidtPeer.open()) {
            counting(10, true, jidt);
            counting(1000, false, jidt);
        }
        permutations();
    }

    private static void counting(int alphabet, boolean withSmile, JidtPeer jidt) {
        SplittableRandom random = new SplittableRandom(1);
        int[] x = random.ints(PAIRS, 0, alphabet).toArray();
        int[] y = new int[PAIRS];
        Arrays.setAll(y, k -> random.nextInt(4) == 0 ? x[k] : random.nextInt(alphabet));
        Contestant read = Job.of("read the data once", () -> sum(x, y));
        Contestant counted = Job.of("count, alphabets known", () -> ContingencyTable.ofCodes(x, y, alphabet, alphabet).total());
        Contestant found = Job.of("count, alphabets found", () -> ContingencyTable.ofCodes(x, y).total());
        Contestant information = Job.of("count and mutual information",
                () -> MutualInformation.of(ContingencyTable.ofCodes(x, y, alphabet, alphabet), Unit.NATS));
        ThreeCounts threeCounts = new ThreeCounts(alphabet);
        List<Contestant> peers = new ArrayList<>(jidt.contestants(alphabet, x, y));
        peers.add(Job.of("the same, counted as JIDT counts", () -> threeCounts.mutualInformation(x, y)));
        List<Contestant> all = new ArrayList<>(List.of(read, counted, found, information));
        all.addAll(peers);
        String title = String.format(Locale.ROOT, "%,d pairs over %d × %d", PAIRS, alphabet, alphabet);
        Rounds rounds = Rounds.run(title, ROUNDS, all);
        rounds.printRatio(counted, read);
        rounds.printRatio(found, read);
        rounds.printRatio(information, read);
        peers.forEach(peer -> rounds.printRatio(peer, information));
        if (withSmile) {
            // apart from the others: its gigabytes of garbage leave the machine's cache cold
            Contestant peer = Job.slow("Smile MutualInformation", () -> smile.validation.metric.MutualInformation.of(x, y));
            Rounds.run(title, ROUNDS, List.of(information, peer)).printRatio(peer, information);
        }
    }

    private static void permutations() {
        SplittableRandom random = new SplittableRandom(2);
        int[] x = random.ints(OBSERVATIONS, 0, 10).toArray();
        int[] y = random.ints(OBSERVATIONS, 0, 10).toArray();
        ContingencyTable<Integer, Integer> table = ContingencyTable.ofCodes(x, y);
        Contestant tables = Job.of("drawing tables", () -> PermutationTest.monteCarlo(table, PERMUTATIONS, 3, NullSampling.TABLES).p());
        Contestant shuffles = Job.slow("shuffling and counting",
                () -> PermutationTest.monteCarlo(table, PERMUTATIONS, 3, NullSampling.SHUFFLES).p());
        Rounds.run(String.format(Locale.ROOT, "%d permutations of %,d observations over 10 × 10", PERMUTATIONS, OBSERVATIONS), ROUNDS,
                List.of(tables, shuffles)).printRatio(shuffles, tables);
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
}

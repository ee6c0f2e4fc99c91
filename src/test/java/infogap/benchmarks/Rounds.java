package infogap.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Contestants that take turns, so that a machine that slows down slows them all: the ratio of two medians means something, the times alone
/// do not.
final class Rounds {

    private final Map<Contestant, Double> medians = new LinkedHashMap<>();

    private Rounds() {}

    /// Prints what every time depends on.
    static void printMachine() {
        System.out.printf(Locale.ROOT, "%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
    }

    /// Warms up, runs every contestant once in each round, and prints the medians in milliseconds. Who fails to warm up, as a library
    /// without its native half does, is named and left out.
    static Rounds run(String title, int rounds, List<Contestant> contestants) {
        System.out.printf("%n%s; medians of %d rounds%n", title, rounds);
        List<Contestant> able = contestants.stream().filter(Rounds::warmsUp).toList();
        Map<Contestant, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : able) {
                times.computeIfAbsent(contestant, _ -> new ArrayList<>()).add(contestant.turn());
            }
        }
        Rounds result = new Rounds();
        times.forEach((contestant, turns) -> {
            result.medians.put(contestant, median(turns));
            System.out.printf(Locale.ROOT, "  %-60s %10.2f ms%n", contestant.name(), median(turns));
        });
        return result;
    }

    /// Prints the time of one in times of the other's.
    void printRatio(Contestant of, Contestant to) {
        if (medians.containsKey(of) && medians.containsKey(to)) {
            System.out.printf(Locale.ROOT, "  → %9.2f ×  %s / %s%n", medians.get(of) / medians.get(to), of.name(), to.name());
        }
    }

    /// Prints the time of each of the others in times of this one's.
    void printRatiosTo(Contestant contestant) {
        medians.keySet().stream().filter(other -> other != contestant).forEach(other -> printRatio(other, contestant));
    }

    private static boolean warmsUp(Contestant contestant) {
        try {
            contestant.warmUp();
            return true;
        } catch (LinkageError | RuntimeException e) {
            System.out.printf("  %s: not available here (%s)%n", contestant.name(), e);
            return false;
        }
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}

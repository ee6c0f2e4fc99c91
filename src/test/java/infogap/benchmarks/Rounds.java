package infogap.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// Contestants that take turns, so that a machine that slows down slows them all: the ratio of two medians means something, the times alone
/// do not. Each [Job] runs in a JVM of its own ([OwnProcess]), so that the ratio is a property of the code and not of who else is in the heap.
final class Rounds {

    private final Map<Contestant, Double> medians = new LinkedHashMap<>();

    private Rounds() {}

    /// Prints what every time depends on.
    static void printMachine() {
        System.out.printf(Locale.ROOT, "%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
    }

    /// Warms up, runs every contestant once in each round, and prints the medians in milliseconds. Who fails to warm up, as a library
    /// without its native half does, is named and left out.
    ///
    /// In the process of one of the contestants it serves that one and does not return; before the comparison in question it does nothing.
    static Rounds run(String title, int rounds, List<Contestant> contestants) {
        if (OwnProcess.isServing()) {
            contestants.stream().filter(contestant -> OwnProcess.isOf(title, contestant)).forEach(contestant -> OwnProcess.serve((Job) contestant));
            return new Rounds();
        }
        System.out.printf("%n%s; medians of %d rounds, and the first run in a fresh JVM%n", title, rounds);
        Map<Contestant, Contestant> running = new LinkedHashMap<>();
        try {
            for (Contestant contestant : contestants) {
                Contestant runner = contestant instanceof Job ? OwnProcess.start(title, contestant) : contestant;
                running.put(contestant, runner);
                // one after the other: a first run shares the machine with none
                if (!warmsUp(runner)) {
                    running.remove(contestant);
                }
            }
            return run(rounds, running);
        } finally {
            running.values().forEach(Rounds::end);
        }
    }

    private static void end(Contestant contestant) {
        if (contestant instanceof OwnProcess process) {
            process.close();
        }
    }

    private static Rounds run(int rounds, Map<Contestant, Contestant> running) {
        Map<Contestant, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            running.forEach((contestant, runner) -> times.computeIfAbsent(contestant, _ -> new ArrayList<>()).add(runner.turn()));
        }
        Rounds result = new Rounds();
        times.forEach((contestant, turns) -> {
            result.medians.put(contestant, median(turns));
            OptionalDouble first = running.get(contestant).first();
            System.out.printf(Locale.ROOT, "  %-60s %10.2f ms%s%n", contestant.name(), median(turns),
                    first.isPresent() ? String.format(Locale.ROOT, "  %10.2f ms", first.getAsDouble()) : "");
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
            end(contestant);
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

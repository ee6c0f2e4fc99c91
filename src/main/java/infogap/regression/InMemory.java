package infogap.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The passes over a design that is in memory.
final class InMemory {

    /// A pivot this small relative to its column's square is for orthogonal triangularisation to judge.
    static final double DOUBTFUL_PIVOT = 1e-22;

    /// A fit by normal equations is kept if it guarantees this many digits; the least a double holds is 15.65.
    private static final double ENOUGH_DIGITS = 15.6;

    // Rows of a task: a multiple of the kernel's block, whatever the number of threads, so that the sums always meet in the same order.
    private static final int CHUNK = 8 * GramKernel.ROWS;

    private InMemory() {}

    static Gram gram(Design design, Variable response) {
        List<String> names = new ArrayList<>(design.names());
        names.add(response.name());
        double[][] columns = new double[design.variables().size() + 1][];
        for (int k = 0; k < columns.length - 1; k++) {
            columns[k] = design.variables().get(k).raw();
        }
        columns[columns.length - 1] = response.raw();
        int rows = design.rows();
        List<Gram> parts = IntStream.range(0, (rows + CHUNK - 1) / CHUNK).parallel()
                .mapToObj(chunk -> {
                    Gram part = new Gram(names, design.hasIntercept());
                    part.add(columns, chunk * CHUNK, Math.min(CHUNK, rows - chunk * CHUNK), (long) chunk * CHUNK);
                    return part;
                })
                .toList();
        Gram whole = parts.getFirst();
        parts.subList(1, parts.size()).forEach(whole::merge);
        return whole;
    }

    static boolean settled(Solution solution) {
        return !solution.perfect
                && solution.accuracy.arithmeticDigits() >= ENOUGH_DIGITS
                && solution.methodScaleDigits >= ENOUGH_DIGITS;
    }

    /// Refuses what the squares of doubles cannot hold: an entry beyond 2⁴⁰⁰, or a column whose largest entry is below 2⁻⁴⁰⁰ and not 0.
    static void requireMagnitude(Design design, Variable response) {
        design.variables().forEach(InMemory::requireMagnitude);
        requireMagnitude(response);
    }

    private static void requireMagnitude(Variable variable) {
        double largest = 0;
        for (int i = 0; i < variable.size(); i++) {
            Gram.requireBounded(variable.name(), variable.value(i), i);
            largest = Math.max(largest, Math.abs(variable.value(i)));
        }
        if (largest > 0 && largest < Gram.SMALLEST) {
            throw Gram.tooSmall(variable.name());
        }
    }
}

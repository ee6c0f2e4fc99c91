package infogap.information.transfer;

import infogap.information.MutualInformation;
import infogap.information.TripleDistribution;
import infogap.information.Unit;
import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Transfer entropy (传递熵): by how much the source's past narrows down the target's next symbol, given the target's own past.
///
///     T(X→Y) = I(Y(t); X(t−1), …, X(t−l) | Y(t−1), …, Y(t−k))
///
/// estimated by the relative frequencies in two series of symbols that were recorded at the same moments. It is 0 if Y's next symbol does not depend on X's
/// past given its own; the estimate from a short series is above that by chance, by about (number of cells)/(2·transitions) nats, so that [#significance]
/// asks whether chance would do as well. It is predictive information and need not be a cause.
///
///     TransferEntropy.of(complaints, sales, 1, 1, Unit.BITS)
///
/// Source: T. Schreiber (2000), *Measuring information transfer*, Physical Review Letters 85, 461–464.
///
/// @param value the estimate, at least 0
/// @param unit of the value
/// @param sourceHistory l, how much of the source's past is looked at
/// @param targetHistory k, how much of the target's own past is known
/// @param next the target's symbols that are predicted
/// @param sourcePast the source's past before each of them
/// @param targetPast the target's past before each of them
public record TransferEntropy<X, Y>(
        double value, Unit unit, int sourceHistory, int targetHistory, List<Y> next, List<List<X>> sourcePast, List<List<Y>> targetPast) {

    /// The estimate from two series in the order of time.
    ///
    /// @param sourceHistory at least 1
    /// @param targetHistory at least 1
    /// @throws IllegalArgumentException if a series is empty or has a hole, their lengths differ, or they are not longer than both histories
    public static <X, Y> TransferEntropy<X, Y> of(List<X> source, List<Y> target, int sourceHistory, int targetHistory, Unit unit) {
        List<X> from = Checks.notEmpty("source", source);
        List<Y> to = Checks.notEmpty("target", target);
        Checks.sameLength("source", from.size(), "target", to.size());
        Checks.atLeast("sourceHistory", sourceHistory, 1);
        Checks.atLeast("targetHistory", targetHistory, 1);
        Checks.present("unit", unit);
        int first = Math.max(sourceHistory, targetHistory);
        if (from.size() <= first) {
            throw new IllegalArgumentException("source and target must be longer than both histories, " + first + ", but have length " + from.size());
        }
        List<Y> next = to.subList(first, to.size());
        List<List<X>> sourcePast = IntStream.range(first, from.size()).mapToObj(t -> List.copyOf(from.subList(t - sourceHistory, t))).toList();
        List<List<Y>> targetPast = IntStream.range(first, to.size()).mapToObj(t -> List.copyOf(to.subList(t - targetHistory, t))).toList();
        return new TransferEntropy<>(
                estimate(next, sourcePast, targetPast, unit), unit, sourceHistory, targetHistory, List.copyOf(next), sourcePast, targetPast);
    }

    /// A test of no transfer.
    ///
    /// @param observed the estimate
    /// @param nullMean its mean when the source's pasts are exchanged
    /// @param permutations how often they were
    /// @param pValue (1 + how many exchanges reach the estimate) / (1 + permutations)
    public record Significance(double observed, double nullMean, int permutations, double pValue) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%.6g observed, %.6g by chance on average; p = %.4g from %d permutations", observed, nullMean, permutations, pValue);
        }
    }

    /// Whether chance would do as well: the source's pasts are exchanged at random among moments with the same past of the target, which leaves everything
    /// as it is but what the source tells. The p-value is valid if, without transfer, those moments are exchangeable; pasts that overlap make it approximate.
    ///
    /// @param permutations at least 1
    /// @param random the same generator state gives the same p-value
    public Significance significance(int permutations, RandomGenerator random) {
        Checks.atLeast("permutations", permutations, 1);
        Checks.present("random", random);
        Map<List<Y>, List<Integer>> moments = IntStream.range(0, next.size()).boxed()
                .collect(Collectors.groupingBy(targetPast::get, LinkedHashMap::new, Collectors.toList()));
        List<List<X>> exchanged = new ArrayList<>(sourcePast);
        int reached = 0;
        double sum = 0;
        for (int permutation = 0; permutation < permutations; permutation++) {
            for (List<Integer> stratum : moments.values()) {
                for (int i = stratum.size() - 1; i > 0; i--) {
                    int j = random.nextInt(i + 1);
                    List<X> kept = exchanged.get(stratum.get(i));
                    exchanged.set(stratum.get(i), exchanged.get(stratum.get(j)));
                    exchanged.set(stratum.get(j), kept);
                }
            }
            double estimate = estimate(next, exchanged, targetPast, unit);
            // equal tables may differ by the order of their sums
            reached += estimate >= value * (1 - TIE) ? 1 : 0;
            sum += estimate;
        }
        return new Significance(value, sum / permutations, permutations, (1.0 + reached) / (1 + permutations));
    }

    private static final double TIE = 1e-12;

    private static <X, Y> double estimate(List<Y> next, List<List<X>> sourcePast, List<List<Y>> targetPast, Unit unit) {
        return MutualInformation.conditional(TripleDistribution.ofSamples(next, sourcePast, targetPast), unit);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.6g %s from %d of the source's past to the target given %d of its own, %d transitions", value, unit,
                sourceHistory, targetHistory, next.size());
    }
}

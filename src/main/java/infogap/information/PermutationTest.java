package infogap.information;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/// Permutation test (置换检验) of independence with mutual information as the statistic.
///
/// Null hypothesis: the Y values are assigned to the X values at random, every one of the `N!` assignments equally likely, both
/// margins as observed. The p-value is the probability that an assignment has at least the observed mutual information. Given the
/// margins that is the probability of tables, `Π r_i! Π c_j! / (N! Π n_ij!)`, so tables can be enumerated or drawn instead of
/// assignments.
public sealed interface PermutationTest {

    /// Up to how many tables [#exact] enumerates.
    int MAXIMAL_TABLES = 1_000_000;

    /// The observed mutual information in nats.
    double nats();

    /// The p-value.
    double p();

    /// The smallest p-value that this test could have returned for data with these margins.
    SmallestP smallestAttainableP();

    /// Which null hypothesis was tested, and how.
    String nullHypothesis();

    /// The observed mutual information.
    default double mutualInformation(Unit unit) {
        return Checks.present("unit", unit).fromNats(nats());
    }

    /// The exact test where it is feasible, otherwise a Monte Carlo test with this many replicates.
    static PermutationTest of(ContingencyTable<?, ?> table, int replicates, long seed) {
        Checks.atLeast("replicates", replicates, 1);
        Optional<Exact> exact = exact(table);
        return exact.isPresent() ? exact.get() : monteCarlo(table, replicates, seed);
    }

    /// The exact test by enumeration of all tables with the observed margins; empty when there are more than [#MAXIMAL_TABLES]
    /// of them, or too many observations (1000) or cells (1000) to try.
    static Optional<Exact> exact(ContingencyTable<?, ?> table) {
        return exact(table, MAXIMAL_TABLES);
    }

    /// As [#exact(ContingencyTable)], giving up after this many tables.
    static Optional<Exact> exact(ContingencyTable<?, ?> table, int maximalTables) {
        Checks.present("table", table);
        Checks.atLeast("maximalTables", maximalTables, 1);
        if (SmallestP.isConstantUnderPermutation(table)) {
            double nats = MutualInformation.of(table, Unit.NATS);
            return Optional.of(new Exact(nats, BigFraction.ONE, BigFraction.ONE, 0, List.of(new NullValue(nats, 1))));
        }
        return ExactNull.test(table, maximalTables);
    }

    /// Random assignments: `p = (1 + #{I* ≥ I}) / (1 + m)`, which is a valid p-value and never 0 (B. Phipson and G. K. Smyth 2010,
    /// *Permutation p-values should never be zero*, Statistical Applications in Genetics and Molecular Biology 9, article 39).
    ///
    /// Each replicate has its own generator, seeded in order from `seed`: the result does not depend on the number of threads.
    ///
    /// @throws IllegalArgumentException if there is not at least one replicate, or there are so many observations (more than some 10¹¹) that replicates
    ///     differ from the table by no more than the rounding of their mutual information
    static MonteCarlo monteCarlo(ContingencyTable<?, ?> table, int replicates, long seed) {
        Checks.present("table", table);
        return monteCarlo(table, replicates, seed, NullSampling.fastest(table));
    }

    /// As [#monteCarlo(ContingencyTable, int, long)], with a stated way to sample the null.
    static MonteCarlo monteCarlo(ContingencyTable<?, ?> table, int replicates, long seed, NullSampling sampling) {
        Checks.present("table", table);
        Checks.atLeast("replicates", replicates, 1);
        return MonteCarloNull.test(table, replicates, seed, Checks.present("sampling", sampling));
    }

    /// A value of the mutual information under the null, and its probability.
    record NullValue(double nats, double probability) {}

    /// The result of the exact test.
    ///
    /// @param nats the observed mutual information in nats
    /// @param probability the exact p-value
    /// @param smallest the exact probability of the most dependent tables with these margins
    /// @param tables how many tables were enumerated; 0 where every permutation gives the same value and none had to be
    /// @param nullDistribution the distribution of the mutual information under the null, in increasing order
    record Exact(double nats, BigFraction probability, BigFraction smallest, int tables, List<NullValue> nullDistribution)
            implements PermutationTest {

        @Override
        public double p() {
            return Fractions.toDouble(probability);
        }

        @Override
        public SmallestP smallestAttainableP() {
            return new SmallestP(Fractions.toDouble(smallest), true);
        }

        @Override
        public String nullHypothesis() {
            return "every pairing of the observed values equally likely, "
                    + (tables == 0 ? "all with the same mutual information" : "exact over all " + tables + " tables with these margins");
        }

        @Override
        public String toString() {
            String fraction = Fractions.format(probability);
            return text(this, fraction.length() > 20 ? "" : " = " + fraction);
        }
    }

    /// The result of the Monte Carlo test.
    ///
    /// @param nats the observed mutual information in nats
    /// @param replicates m, how many assignments were drawn
    /// @param atLeastObserved how many of them had at least the observed mutual information
    /// @param seed the seed
    /// @param sampling how the null was sampled
    /// @param nullNats the mutual information of every replicate in nats, in the order drawn
    /// @param smallestAttainableP not below `1/(1+m)`, nor below what these margins allow; exact where all tables were enumerated, or a table with these
    ///     margins is known that no replicate comes up to
    record MonteCarlo(
            double nats, int replicates, int atLeastObserved, long seed, NullSampling sampling, List<Double> nullNats, SmallestP smallestAttainableP)
            implements PermutationTest {

        @Override
        public double p() {
            return (1.0 + atLeastObserved) / (1.0 + replicates);
        }

        @Override
        public String nullHypothesis() {
            return "every pairing of the observed values equally likely, " + replicates + " random " + sampling + ", seed " + seed;
        }

        @Override
        public String toString() {
            return text(this, String.format(Locale.ROOT, " = (1 + %d) / (1 + %d)", atLeastObserved, replicates));
        }
    }

    private static String text(PermutationTest test, String fraction) {
        return String.format(Locale.ROOT, """
                null        %s
                I(X;Y)      %.6f nats = %.6f bits
                p           %.6g%s
                smallest p  %s""", test.nullHypothesis(), test.nats(), test.mutualInformation(Unit.BITS), test.p(), fraction, test.smallestAttainableP());
    }
}

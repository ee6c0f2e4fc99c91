package infogap.information;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import infogap.probability.Products;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A joint distribution `p(x, y, z)` of three variables, kept as `p(z)` and a joint distribution of X and Y for each z.
///
/// @param <X> the type of the first variable's states
/// @param <Y> the type of the second variable's states
/// @param <Z> the type of the conditioning variable's states
public final class TripleDistribution<X, Y, Z> {

    private final Distribution<Z> z;
    private final Map<Z, JointDistribution<X, Y>> given;

    private TripleDistribution(Distribution<Z> z, Map<Z, JointDistribution<X, Y>> given) {
        this.z = z;
        this.given = given;
    }

    /// `p(x, y, z) = p(z) p(x, y | z)`.
    ///
    /// @param z the distribution of Z
    /// @param given for each state of Z, in the same order, the joint distribution of X and Y; all over the same states
    /// @throws IllegalArgumentException if the lengths differ or the joint distributions are not over the same states
    public static <X, Y, Z> TripleDistribution<X, Y, Z> of(Distribution<Z> z, List<JointDistribution<X, Y>> given) {
        Checks.present("z", z);
        List<JointDistribution<X, Y>> checked = Checks.notEmpty("given", given);
        Checks.sameLength("z", z.size(), "given", checked.size());
        Map<Z, JointDistribution<X, Y>> byState = new LinkedHashMap<>();
        for (int k = 0; k < z.size(); k++) {
            JointDistribution<X, Y> joint = checked.get(k);
            if (!joint.rows().equals(checked.getFirst().rows()) || !joint.columns().equals(checked.getFirst().columns())) {
                throw new IllegalArgumentException("given[" + k + "] must have the rows " + checked.getFirst().rows()
                        + " and columns " + checked.getFirst().columns() + " of given[0], but has " + joint.rows() + " and "
                        + joint.columns());
            }
            byState.put(z.states().get(k), joint);
        }
        return new TripleDistribution<>(z, byState);
    }

    /// Relative frequencies of three columns of observations.
    ///
    /// @throws IllegalArgumentException if the lists are empty, differ in length or hold null
    public static <X, Y, Z> TripleDistribution<X, Y, Z> ofSamples(List<X> x, List<Y> y, List<Z> z) {
        List<Z> conditions = Checks.notEmpty("z", z);
        Checks.sameLength("x", Checks.notEmpty("x", x).size(), "z", conditions.size());
        ContingencyTable<X, Y> all = ContingencyTable.of(x, y);
        Map<Z, List<Integer>> positions = new LinkedHashMap<>();
        for (int k = 0; k < conditions.size(); k++) {
            positions.computeIfAbsent(conditions.get(k), state -> new ArrayList<>()).add(k);
        }
        List<JointDistribution<X, Y>> given = new ArrayList<>();
        for (List<Integer> chosen : positions.values()) {
            long[][] counts = new long[all.rows().size()][all.columns().size()];
            ContingencyTable<X, Y> part = ContingencyTable.of(
                    chosen.stream().map(x::get).toList(), chosen.stream().map(y::get).toList());
            for (int i = 0; i < part.rows().size(); i++) {
                for (int j = 0; j < part.columns().size(); j++) {
                    counts[all.rows().indexOf(part.rows().get(i))][all.columns().indexOf(part.columns().get(j))] = part.count(i, j);
                }
            }
            given.add(JointDistribution.ofCounts(all.rows(), all.columns(), counts));
        }
        return of(Distribution.ofSample(conditions), given);
    }

    /// The distribution of Z.
    public Distribution<Z> z() {
        return z;
    }

    /// `p(x, y | z)`.
    ///
    /// @throws IllegalArgumentException if there is no such state
    public JointDistribution<X, Y> xyGiven(Z state) {
        JointDistribution<X, Y> joint = given.get(state);
        if (joint == null) {
            throw new IllegalArgumentException("state must be one of " + z.states() + ", but is " + state);
        }
        return joint;
    }

    /// `p(x, y) = Σ_z p(z) p(x, y | z)`.
    public JointDistribution<X, Y> xy() {
        JointDistribution<X, Y> first = given.get(z.states().getFirst());
        double[][] sums = new double[first.rows().size()][first.columns().size()];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < sums[i].length; j++) {
                CompensatedSum sum = new CompensatedSum();
                for (int k = 0; k < z.size(); k++) {
                    sum.add(z.probabilityAt(k) * given.get(z.states().get(k)).probability(i, j));
                }
                sums[i][j] = sum.value();
            }
        }
        return JointDistribution.of(first.rows(), first.columns(), Products.matrix(sums));
    }

    /// `p(x, z)`.
    public JointDistribution<X, Z> xz() {
        JointDistribution<X, Y> first = given.get(z.states().getFirst());
        double[][] sums = new double[first.rows().size()][z.size()];
        for (int k = 0; k < z.size(); k++) {
            double[][] joint = given.get(z.states().get(k)).probabilities();
            for (int i = 0; i < sums.length; i++) {
                sums[i][k] = z.probabilityAt(k) * CompensatedSum.of(joint[i]);
            }
        }
        return JointDistribution.of(first.rows(), z.states(), Products.matrix(sums));
    }

    /// `p(y, z)`.
    public JointDistribution<Y, Z> yz() {
        return of(z, z.states().stream().map(state -> given.get(state).transposed()).toList()).xz();
    }

    /// `H(X, Y, Z) = H(Z) + Σ_z p(z) H(X, Y | Z = z)`.
    public double entropy(Unit unit) {
        CompensatedSum sum = new CompensatedSum().add(Entropy.of(z, unit));
        for (int k = 0; k < z.size(); k++) {
            sum.add(z.probabilityAt(k) * Entropy.joint(given.get(z.states().get(k)), unit));
        }
        return sum.value();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TripleDistribution<?, ?, ?> that && z.equals(that.z) && given.equals(that.given);
    }

    @Override
    public int hashCode() {
        return 31 * z.hashCode() + given.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < z.size(); k++) {
            text.append(k == 0 ? "" : "\n").append(String.format(Locale.ROOT, "given %s (probability %.6g)\n", z.states().get(k), z.probabilityAt(k)))
                    .append(given.get(z.states().get(k)));
        }
        return text.toString();
    }
}

package infogap.numeric;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;

/// A bounded convex set in fractions, kept as its corners: a simplex or a product of simplices, cut by half-spaces.
///
/// A cut keeps the corners on its side and adds a corner on each edge that it crosses (the double description method of Motzkin and others 1953). Two
/// corners have an edge between them iff no third corner lies on all the faces that they share.
///
///     Polytope.simplex(2).cut(List.of(Fractions.of("3"), Fractions.of("-1")))     // (1/4, 3/4), (1, 0): where 3x ≥ y
///
/// Immutable. It may be empty: then it has no corners.
public final class Polytope {

    /// A corner, and which faces it lies on.
    private record Corner(List<BigFraction> point, BitSet faces) {}

    private final int dimension;
    private final int faces;
    private final List<Corner> corners;

    private Polytope(int dimension, int faces, List<Corner> corners) {
        this.dimension = dimension;
        this.faces = faces;
        this.corners = corners;
    }

    /// All distributions over this many states.
    ///
    /// @throws IllegalArgumentException if there is no state
    public static Polytope simplex(int states) {
        Checks.atLeast("states", states, 1);
        return product(List.of(states), List.of(BigFraction.ONE));
    }

    /// A vector for each simplex, one after the other: the first `sizes[0]` components are at least 0 and sum to `sums[0]`, and so on.
    ///
    /// @throws IllegalArgumentException if a size is below 1, a sum is not above 0, or the lists differ in length
    public static Polytope product(List<Integer> sizes, List<BigFraction> sums) {
        Checks.notEmpty("sizes", sizes);
        Checks.notEmpty("sums", sums);
        Checks.sameLength("sizes", sizes.size(), "sums", sums.size());
        List<List<BigFraction>> points = List.of(List.of());
        for (int i = 0; i < sizes.size(); i++) {
            Checks.atLeast("sizes[" + i + "]", sizes.get(i), 1);
            if (sums.get(i).compareTo(BigFraction.ZERO) <= 0) {
                throw new IllegalArgumentException("sums[" + i + "] must be above 0, but is " + Fractions.format(sums.get(i)));
            }
            List<List<BigFraction>> longer = new ArrayList<>();
            for (List<BigFraction> point : points) {
                for (int j = 0; j < sizes.get(i); j++) {
                    List<BigFraction> extended = new ArrayList<>(point);
                    for (int k = 0; k < sizes.get(i); k++) {
                        extended.add(k == j ? sums.get(i) : BigFraction.ZERO);
                    }
                    longer.add(extended);
                }
            }
            points = longer;
        }
        int dimension = points.getFirst().size();
        List<Corner> corners = points.stream().map(point -> new Corner(List.copyOf(point), zeros(point))).toList();
        return new Polytope(dimension, dimension, corners);
    }

    /// The part where `Σ normal(i) x(i) ≥ 0`.
    ///
    /// @throws IllegalArgumentException if there is not a component for each coordinate
    public Polytope cut(List<BigFraction> normal) {
        return cut(normal, BigFraction.ZERO);
    }

    /// The part where `Σ normal(i) x(i) ≥ bound`.
    ///
    /// @throws IllegalArgumentException if there is not a component for each coordinate
    public Polytope cut(List<BigFraction> normal, BigFraction bound) {
        Checks.present("normal", normal);
        Checks.present("bound", bound);
        Checks.sameLength("normal", normal.size(), "dimension", dimension);
        List<BigFraction> heights = corners.stream().map(corner -> dot(normal, corner.point).subtract(bound)).toList();
        Map<List<BigFraction>, BitSet> kept = new LinkedHashMap<>();
        for (int i = 0; i < corners.size(); i++) {
            int side = heights.get(i).getNumerator().signum();
            if (side >= 0) {
                BitSet on = (BitSet) corners.get(i).faces.clone();
                on.set(faces, side == 0);
                kept.put(corners.get(i).point, on);
            }
        }
        for (int i = 0; i < corners.size(); i++) {
            for (int j = 0; j < corners.size(); j++) {
                if (heights.get(i).getNumerator().signum() > 0 && heights.get(j).getNumerator().signum() < 0 && neighbours(i, j)) {
                    BigFraction share = heights.get(i).divide(heights.get(i).subtract(heights.get(j)));
                    List<BigFraction> point = between(corners.get(i).point, corners.get(j).point, share);
                    BitSet on = (BitSet) corners.get(i).faces.clone();
                    on.and(corners.get(j).faces);
                    on.set(faces);
                    kept.merge(point, on, (a, b) -> {
                        a.or(b);
                        return a;
                    });
                }
            }
        }
        List<Corner> cut = new ArrayList<>();
        kept.forEach((point, on) -> cut.add(new Corner(point, on)));
        return new Polytope(dimension, faces + 1, List.copyOf(cut));
    }

    /// The part where `Σ normal(i) x(i) = 0`.
    public Polytope slice(List<BigFraction> normal) {
        return cut(normal).cut(normal.stream().map(BigFraction::negate).toList());
    }

    /// The corners, in no particular order that means anything, but always the same.
    public List<List<BigFraction>> corners() {
        return corners.stream().map(Corner::point).toList();
    }

    /// Whether nothing is left.
    public boolean isEmpty() {
        return corners.isEmpty();
    }

    /// The mean of the corners: inside of the set, and on a face only if all of the set is.
    ///
    /// @throws IllegalStateException if the set is empty
    public List<BigFraction> middle() {
        if (corners.isEmpty()) {
            throw new IllegalStateException("an empty polytope has no middle");
        }
        List<BigFraction> middle = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            int at = i;
            middle.add(corners.stream().map(corner -> corner.point.get(at)).reduce(BigFraction.ZERO, BigFraction::add).divide(corners.size()));
        }
        return List.copyOf(middle);
    }

    /// Two corners have an edge between them iff no other lies on all the faces that both lie on.
    private boolean neighbours(int i, int j) {
        BitSet shared = (BitSet) corners.get(i).faces.clone();
        shared.and(corners.get(j).faces);
        for (int k = 0; k < corners.size(); k++) {
            if (k != i && k != j) {
                BitSet missing = (BitSet) shared.clone();
                missing.andNot(corners.get(k).faces);
                if (missing.isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static BitSet zeros(List<BigFraction> point) {
        BitSet zeros = new BitSet();
        for (int i = 0; i < point.size(); i++) {
            zeros.set(i, point.get(i).getNumerator().signum() == 0);
        }
        return zeros;
    }

    private static List<BigFraction> between(List<BigFraction> from, List<BigFraction> to, BigFraction share) {
        List<BigFraction> point = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            point.add(from.get(i).add(to.get(i).subtract(from.get(i)).multiply(share)));
        }
        return List.copyOf(point);
    }

    private static BigFraction dot(List<BigFraction> x, List<BigFraction> y) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < x.size(); i++) {
            if (x.get(i).getNumerator().signum() != 0 && y.get(i).getNumerator().signum() != 0) {
                sum = sum.add(x.get(i).multiply(y.get(i)));
            }
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polytope that && List.copyOf(corners()).equals(that.corners());
    }

    @Override
    public int hashCode() {
        return corners().hashCode();
    }

    @Override
    public String toString() {
        return corners.isEmpty() ? "empty" : String.join(", ", corners().stream()
                .map(point -> "(" + String.join(", ", point.stream().map(Fractions::readable).toList()) + ")")
                .toList());
    }
}

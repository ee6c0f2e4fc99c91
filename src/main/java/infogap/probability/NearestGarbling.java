package infogap.probability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The noise `G ≥ 0` that brings `P G` nearest to `Q`, and its row sums nearest to 1, by non-negative least squares in the masses `H_jk = c_j G_jk` with
/// `c_j = Σ_x P_xj`, so that a rare message counts as little as it weighs, and is determined as well as a frequent one:
///
///     min  Σ_xk (Σ_j P_xj H_jk / c_j − Q_xk)² + Σ_j (Σ_k H_jk − c_j)²
///
/// The active-set method of Lawson and Hanson: entries leave 0 one by one where that helps most, and go back when they would turn negative. Few are above 0
/// at a time, at most one for each equation, so that the triangle of the normal equations stays small; each solution is corrected once from its residual.
///
/// Source: C. L. Lawson and R. J. Hanson (1974), *Solving least squares problems*, chapter 23.
final class NearestGarbling {

    /// An entry that lowers the sum of squares by less than the square of this is left at 0.
    private static final double GRADIENT_TOLERANCE = 1e-15;

    /// How many changes of the active set, for each entry of `H`, before the search ends with what it has.
    private static final int CHANGES_PER_ENTRY = 20;

    private final double[] masses;
    private final double[][] p;
    private final double[][] q;
    private final double[][] gram;
    private final double[][] garbling;
    private final double[][] residual;
    private final double[] rowResidual;
    private final List<int[]> passive = new ArrayList<>();
    private final GrowingTriangle triangle = new GrowingTriangle();

    NearestGarbling(double[][] p, double[][] q) {
        this.q = q;
        int fine = p[0].length;
        masses = new double[fine];
        Arrays.setAll(masses, j -> Arrays.stream(p).mapToDouble(row -> row[j]).sum());
        this.p = new double[p.length][fine];
        for (int x = 0; x < p.length; x++) {
            double[] row = p[x];
            Arrays.setAll(this.p[x], j -> masses[j] > 0 ? row[j] / masses[j] : 0);
        }
        gram = new double[fine][fine];
        for (double[] row : this.p) {
            for (int i = 0; i < fine; i++) {
                for (int j = 0; j < fine; j++) {
                    gram[i][j] += row[i] * row[j];
                }
            }
        }
        garbling = new double[fine][q[0].length];
        residual = new double[q.length][q[0].length];
        rowResidual = new double[fine];
        search();
    }

    /// `H`: the rows of `G` but for their scale.
    double[][] garbling() {
        return garbling;
    }

    /// `Q − P G`. By the conditions of the minimum it is a decision problem: `Σ_xk U_xk Q_xk − Σ_j max_k Σ_x P_xj U_xk` is at least the minimum itself.
    double[][] residual() {
        return residual;
    }

    private void search() {
        int entries = garbling.length * garbling[0].length;
        boolean[][] blocked = new boolean[garbling.length][garbling[0].length];
        updateResidual();
        for (int change = 0; change < CHANGES_PER_ENTRY * entries; change++) {
            int[] entering = steepest(blocked);
            if (entering == null) {
                return;
            }
            if (!append(entering)) {
                blocked[entering[0]][entering[1]] = true;
                continue;
            }
            double[] solution = solve();
            if (solution[solution.length - 1] <= 0) {
                // its descent was a rounding
                remove(passive.size() - 1);
                blocked[entering[0]][entering[1]] = true;
                continue;
            }
            while (Arrays.stream(solution).anyMatch(v -> v <= 0)) {
                retreat(solution);
                solution = solve();
            }
            for (int i = 0; i < solution.length; i++) {
                garbling[passive.get(i)[0]][passive.get(i)[1]] = solution[i];
            }
            updateResidual();
            for (boolean[] row : blocked) {
                Arrays.fill(row, false);
            }
        }
    }

    /// The entry at 0 along which the sum of squares falls fastest, or null when none does.
    private int[] steepest(boolean[][] blocked) {
        int[] best = null;
        double most = GRADIENT_TOLERANCE;
        for (int j = 0; j < garbling.length; j++) {
            double length = Math.sqrt(gram[j][j] + 1);
            for (int k = 0; k < garbling[j].length; k++) {
                if (garbling[j][k] == 0 && !blocked[j][k]) {
                    double descent = gradient(j, k) / length;
                    if (descent > most) {
                        most = descent;
                        best = new int[] {j, k};
                    }
                }
            }
        }
        return best;
    }

    private double gradient(int j, int k) {
        double sum = rowResidual[j];
        for (int x = 0; x < p.length; x++) {
            sum += p[x][j] * residual[x][k];
        }
        return sum;
    }

    private double product(int[] a, int[] b) {
        return (a[1] == b[1] ? gram[a[0]][b[0]] : 0) + (a[0] == b[0] ? 1 : 0);
    }

    /// Adds the entry's column to the triangle; false when it depends on the others.
    private boolean append(int[] entry) {
        int size = passive.size();
        double[] products = new double[size + 1];
        Arrays.setAll(products, i -> product(i < size ? passive.get(i) : entry, entry));
        return triangle.append(products) && passive.add(entry);
    }

    /// Takes the entry at this position out again, and builds the triangle anew from there.
    private void remove(int position) {
        List<int[]> later = new ArrayList<>(passive.subList(position + 1, passive.size()));
        int[] leaving = passive.get(position);
        garbling[leaving[0]][leaving[1]] = 0;
        passive.subList(position, passive.size()).clear();
        triangle.truncate(position);
        for (int[] entry : later) {
            if (!append(entry)) {
                garbling[entry[0]][entry[1]] = 0;
            }
        }
    }

    /// As far as possible towards the solution, and out with the entries that reach 0 first.
    private void retreat(double[] solution) {
        double part = 1;
        for (int i = 0; i < solution.length; i++) {
            double now = garbling[passive.get(i)[0]][passive.get(i)[1]];
            if (solution[i] <= 0) {
                part = Math.min(part, now / (now - solution[i]));
            }
        }
        List<int[]> leaving = new ArrayList<>();
        for (int i = 0; i < solution.length; i++) {
            int[] entry = passive.get(i);
            double now = garbling[entry[0]][entry[1]];
            boolean out = solution[i] <= 0 && now / (now - solution[i]) <= part;
            garbling[entry[0]][entry[1]] = out ? 0 : now + part * (solution[i] - now);
            if (out) {
                leaving.add(entry);
            }
        }
        leaving.forEach(entry -> remove(passive.indexOf(entry)));
    }

    /// The least squares solution in the passive entries, corrected once.
    private double[] solve() {
        int size = passive.size();
        double[] right = new double[size];
        for (int i = 0; i < size; i++) {
            int[] entry = passive.get(i);
            right[i] = masses[entry[0]];
            for (int x = 0; x < p.length; x++) {
                right[i] += p[x][entry[0]] * q[x][entry[1]];
            }
        }
        double[] solution = triangle.solve(right);
        double[][] left = new double[q.length][];
        Arrays.setAll(left, x -> q[x].clone());
        double[] rows = masses.clone();
        for (int i = 0; i < size; i++) {
            int[] entry = passive.get(i);
            rows[entry[0]] -= solution[i];
            for (int x = 0; x < p.length; x++) {
                left[x][entry[1]] -= p[x][entry[0]] * solution[i];
            }
        }
        for (int i = 0; i < size; i++) {
            int[] entry = passive.get(i);
            right[i] = rows[entry[0]];
            for (int x = 0; x < p.length; x++) {
                right[i] += p[x][entry[0]] * left[x][entry[1]];
            }
        }
        double[] correction = triangle.solve(right);
        Arrays.setAll(solution, i -> solution[i] + correction[i]);
        return solution;
    }

    private void updateResidual() {
        for (int x = 0; x < q.length; x++) {
            residual[x] = q[x].clone();
        }
        System.arraycopy(masses, 0, rowResidual, 0, masses.length);
        for (int j = 0; j < garbling.length; j++) {
            for (int k = 0; k < garbling[j].length; k++) {
                double entry = garbling[j][k];
                if (entry > 0) {
                    rowResidual[j] -= entry;
                    for (int x = 0; x < q.length; x++) {
                        residual[x][k] -= p[x][j] * entry;
                    }
                }
            }
        }
    }
}

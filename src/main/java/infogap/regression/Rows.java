package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.Arrays;
import java.util.Optional;

/// The rows of a fit in memory, and what each of them counts for.
record Rows(Design design, Variable response, Optional<Weights> weights) {

    Rows(Design design, Variable response) {
        this(design, response, Optional.empty());
    }

    int size() {
        return response.size();
    }

    DoubleDouble[] precise(int row) {
        DoubleDouble[] x = new DoubleDouble[design.columns()];
        Arrays.setAll(x, column -> design.precise(row, column));
        return x;
    }

    /// The row scaled so that its error has the variance σ².
    DoubleDouble[] scaled(int row) {
        DoubleDouble[] x = precise(row);
        if (weights.isPresent()) {
            DoubleDouble root = weights.get().root(row);
            Arrays.setAll(x, column -> x[column].times(root));
        }
        return x;
    }

    double root(int row) {
        return weights.isPresent() ? weights.get().root(row).toDouble() : 1;
    }

    long copies(int row) {
        return weights.isPresent() ? weights.get().copies(row) : 1;
    }
}

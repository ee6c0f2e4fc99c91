package infogap.regression;

import infogap.numeric.DoubleDouble;
import java.util.Arrays;

/// The rows of a fit in memory.
record Rows(Design design, Variable response) {

    int size() {
        return response.size();
    }

    DoubleDouble[] precise(int row) {
        DoubleDouble[] x = new DoubleDouble[design.columns()];
        Arrays.setAll(x, column -> design.precise(row, column));
        return x;
    }
}

package infogap.benchmarks;

import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.regression.LinearModel;
import smile.regression.OLS;

/// Smile's least squares, in a class of its own: it needs OpenBLAS on the machine, and may fail to link.
final class SmilePeer {

    private SmilePeer() {}

    static double fit(double[][] rows, double[] y) {
        String[] names = new String[rows[0].length];
        for (int k = 0; k < names.length; k++) {
            names[k] = "x" + k;
        }
        DataFrame data = DataFrame.of(rows, names).add(new DoubleVector("y", y));
        LinearModel model = OLS.fit(Formula.lhs("y"), data);
        return model.ttest()[0][1];
    }
}

package infogap.table.prepare;

/// Anything that learns a number from features: rows and targets in, a prediction function out.
///
/// The regression room's least squares, a detector, or three lines in a notebook fit here, so that pipelines and cross-validation
/// need to know none of them.
@FunctionalInterface
public interface Learner {

    /// Learns from the training rows.
    ///
    /// @param rows n × p numbers
    /// @param targets n numbers
    Predictor fit(double[][] rows, double[] targets);

    /// This learner behind a standardisation that is learned from the same training rows.
    default Learner standardized() {
        return (rows, targets) -> {
            Standardizer standardizer = Standardizer.fit(rows);
            Predictor inner = fit(standardizer.apply(rows), targets);
            return test -> inner.predict(standardizer.apply(test));
        };
    }

    /// What was learned.
    @FunctionalInterface
    interface Predictor {

        /// One number per row.
        double[] predict(double[][] rows);
    }
}

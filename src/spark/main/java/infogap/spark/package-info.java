/// The accumulators of this library on Apache Spark: the model of a notebook, for rows that no single machine holds.
///
/// [infogap.spark.SparkLeastSquares] fits one model to a dataset, [infogap.spark.LeastSquaresAggregator] one for each group,
/// [infogap.spark.SparkPairs] and [infogap.spark.PairAggregator] count pairs, [infogap.spark.SparkSegments] finds segments, and
/// [infogap.spark.SparkFunctions] makes SQL functions of them. Spark schedules, shuffles and restarts; what runs inside its tasks are the
/// accumulators of [infogap.regression] and [infogap.information], whose sums do not depend on how the rows were dealt out, to the digits
/// that a fit states.
package infogap.spark;

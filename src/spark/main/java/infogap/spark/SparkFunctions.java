package infogap.spark;

import infogap.numeric.Checks;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/// The aggregates of this room as functions of SQL.
///
///     SparkFunctions.register(spark);
///     spark.sql("SELECT region, least_squares(purchase, array(age, income)) AS fit FROM customers GROUP BY region");
///
/// | function | result |
/// | --- | --- |
/// | `least_squares(y, array(x1, x2, …))` | the struct of [LeastSquaresAggregator], regressors named `x1`, `x2`, … |
/// | `least_squares_merge(checkpoint)` | the same struct for all rows that the checkpoints stand for |
/// | `pair_counts(x, y)` | the struct of [PairAggregator] |
public final class SparkFunctions {

    private SparkFunctions() {}

    /// Registers all of them for this session.
    public static void register(SparkSession spark) {
        Checks.present("spark", spark);
        spark.udf().register("least_squares", functions.udaf(new LeastSquaresFunction(), Encoders.row(LeastSquaresFunction.ARGUMENTS)));
        spark.udf().register("least_squares_merge", functions.udaf(new CheckpointFunction(), Encoders.BINARY()));
        spark.udf().register("pair_counts", PairAggregator.of("x", "y").function());
    }

    /// Registers one model under a name of its own: a function of the regressors in their order, then the response, whose result names them.
    ///
    /// @throws IllegalArgumentException if a name is blank or repeats, or there is no regressor
    public static void register(SparkSession spark, String name, String response, List<String> regressors) {
        Checks.present("spark", spark).udf().register(Checks.text("name", name), LeastSquaresAggregator.of(response, regressors).function());
    }
}

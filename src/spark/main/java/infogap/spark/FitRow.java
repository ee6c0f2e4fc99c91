package infogap.spark;

import infogap.regression.Coefficient;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.regression.PerfectFit;
import infogap.regression.RankDeficient;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/// A fit as a row of a result: what SQL sees. A number that does not exist is null; `outcome` says why.
final class FitRow {

    static final StructType SCHEMA = new StructType()
            .add("outcome", DataTypes.StringType)
            .add("rows", DataTypes.LongType)
            .add("skipped", DataTypes.LongType)
            .add("names", DataTypes.createArrayType(DataTypes.StringType))
            .add("estimates", doubles())
            .add("standard_errors", doubles())
            .add("t", doubles())
            .add("p", doubles())
            .add("r_squared", DataTypes.DoubleType)
            .add("residual_standard_error", DataTypes.DoubleType)
            .add("digits", DataTypes.DoubleType)
            .add("checkpoint", DataTypes.BinaryType);

    private FitRow() {}

    private static DataType doubles() {
        return DataTypes.createArrayType(DataTypes.DoubleType);
    }

    static Row of(FitBuffer buffer) {
        if (buffer.sums == null) {
            return RowFactory.create("no rows", 0L, buffer.skipped, null, null, null, null, null, null, null, null, null);
        }
        byte[] checkpoint = buffer.sums.toBytes();
        int coefficients = buffer.sums.regressors().size() + (buffer.sums.hasIntercept() ? 1 : 0);
        long rows = buffer.sums.rows();
        if (rows < coefficients) {
            return RowFactory.create("too few rows: " + rows + " for " + coefficients + " coefficients", rows, buffer.skipped, null, null, null, null,
                    null, null, null, null, checkpoint);
        }
        return of(buffer.sums.fit(), buffer.skipped, checkpoint);
    }

    private static Row of(LeastSquares fit, long skipped, byte[] checkpoint) {
        return switch (fit) {
            case FittedModel model -> RowFactory.create("fitted", model.rows(), skipped, array(model.names()),
                    array(model.coefficients(), Coefficient::estimate), array(model.coefficients(), Coefficient::standardError),
                    array(model.coefficients(), Coefficient::t), array(model.coefficients(), Coefficient::p), model.rSquared(),
                    model.residualStandardError(), model.accuracy().coefficientDigits(), checkpoint);
            case PerfectFit perfect -> RowFactory.create("perfect fit: " + perfect.reason(), perfect.rows(), skipped, array(perfect.names()),
                    array(perfect.estimates()), null, null, null, perfect.rSquared().isPresent() ? perfect.rSquared().getAsDouble() : null, null,
                    perfect.accuracy().coefficientDigits(), checkpoint);
            case RankDeficient deficient -> RowFactory.create("rank deficient: " + String.join(", ", deficient.dependencies().stream()
                    .map(RankDeficient.Dependency::toString).toList()), deficient.rows(), skipped, array(deficient.names()), null, null, null, null, null,
                    null, null, checkpoint);
        };
    }

    private static <T> Object array(List<T> values) {
        return CollectionConverters.asScala(values).toSeq();
    }

    private static Object array(List<Coefficient> coefficients, Function<Coefficient, Double> part) {
        return array(coefficients.stream().map(part).toList());
    }
}

package infogap.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// One session for all tests of a JVM, on this machine's processors.
final class LocalSpark {

    private static SparkSession session;

    private LocalSpark() {}

    static synchronized SparkSession session() {
        if (session == null) {
            session = SparkSession.builder()
                    .master("local[2]")
                    .appName("infogap tests")
                    .config("spark.ui.enabled", false)
                    .config("spark.sql.shuffle.partitions", 4)
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
                    .getOrCreate();
        }
        return session;
    }

    /// Ends it, so that another may start in this JVM.
    static synchronized void stop() {
        if (session != null) {
            session.stop();
            session = null;
        }
    }

    /// Rows of doubles in so many partitions, in an order drawn at random.
    static Dataset<Row> shuffled(List<String> columns, List<double[]> rows, int partitions, long seed) {
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, DataTypes.DoubleType, false);
        }
        List<Row> dealt = new ArrayList<>();
        rows.forEach(row -> dealt.add(RowFactory.create(java.util.Arrays.stream(row).boxed().toArray())));
        java.util.Collections.shuffle(dealt, new Random(seed));
        org.apache.spark.api.java.JavaSparkContext context = org.apache.spark.api.java.JavaSparkContext.fromSparkContext(session().sparkContext());
        return session().createDataFrame(context.parallelize(dealt, partitions), schema);
    }
}

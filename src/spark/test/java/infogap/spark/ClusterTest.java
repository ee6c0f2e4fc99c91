package infogap.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.information.ContingencyTable;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquaresAccumulator;
import infogap.regression.RobustCovariance;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real cluster of processes, of which one executor dies in the middle: every answer is the one of an undisturbed run, bit for bit.
class ClusterTest {

    private static final int EXECUTORS = 2;
    private static final int PARTITIONS = 40;
    private static final int ROWS = 20_000;
    private static final List<String> REGRESSORS = List.of("age", "income");

    /// A row now and then takes its time, so that there is a middle to die in.
    static final class Slow implements UDF1<Long, Long> {

        private static final long serialVersionUID = 1;

        @Override
        public Long call(Long id) throws InterruptedException {
            if (id % (ROWS / PARTITIONS) == 0) {
                Thread.sleep(150);
            }
            return id;
        }
    }

    private static final class Watch extends SparkListener {

        final AtomicInteger ended = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();
        final AtomicInteger removed = new AtomicInteger();

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            (end.taskInfo().successful() ? ended : failed).incrementAndGet();
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved event) {
            removed.incrementAndGet();
        }
    }

    @Test
    void killingAnExecutorInTheMiddleChangesNothing(@TempDir Path folder) throws Exception {
        LocalSpark.stop();
        try (LoopbackCluster cluster = new LoopbackCluster(folder, EXECUTORS)) {
            SparkSession spark = cluster.session(LoopbackCluster.SHORT_LIVED);
            try {
                spark.udf().register("slow", new Slow(), DataTypes.LongType);
                Watch watch = new Watch();
                spark.sparkContext().addSparkListener(watch);
                Dataset<Row> fast = rows(spark, "id");
                SparkLeastSquares undisturbed = SparkLeastSquares.of(fast, "purchase", REGRESSORS, IncompleteRows.REFUSE);
                ContingencyTable<Object, Object> table = SparkPairs.table(fast, "channel", "older");

                Dataset<Row> slow = rows(spark, "slow(id)");
                SparkLeastSquares struck = struck(spark, cluster, watch, () -> SparkLeastSquares.of(slow, "purchase", REGRESSORS, IncompleteRows.REFUSE));
                assertArrayEquals(undisturbed.accumulator().toBytes(), struck.accumulator().toBytes());
                assertEquals(ROWS, struck.rows().used());
                FittedModel inMemory = inMemory();
                for (int k = 0; k < 3; k++) {
                    double tolerance = Math.pow(10, -struck.fit().orThrow().accuracy().arithmetic().get(k)) * Math.abs(inMemory.estimates()[k]);
                    assertEquals(inMemory.estimates()[k], struck.fit().orThrow().estimates()[k], tolerance);
                }
                assertEquals(table, struck(spark, cluster, watch, () -> SparkPairs.table(slow, "channel", "older")));
                assertEquals(ROWS, table.total());
                assertEquals(2, watch.removed.get());
                assertEquals(undisturbed.covariance(RobustCovariance.HC3)[1][1], struck.covariance(RobustCovariance.HC3)[1][1]);
            } finally {
                spark.stop();
            }
        }
    }

    private static Dataset<Row> rows(SparkSession spark, String id) {
        return spark.range(0, ROWS, 1, PARTITIONS).selectExpr(id + " AS id").selectExpr("18 + id % 61 AS age", "1e6 + (id * 7919 % 1009) AS income",
                "0.5 * (id % 61) - 2 * (id * 7919 % 1009) + (id * 104729 % 997) / 100D AS purchase", "id % 5 AS channel", "id % 61 > 20 AS older");
    }

    private static FittedModel inMemory() {
        LeastSquaresAccumulator sums = LeastSquaresAccumulator.of(REGRESSORS, "purchase");
        for (long id = 0; id < ROWS; id++) {
            sums.add(new double[] {18 + id % 61, 1e6 + id * 7919 % 1009}, 0.5 * (id % 61) - 2 * (id * 7919 % 1009) + (id * 104729 % 997) / 100D);
        }
        return sums.fit().orThrow();
    }

    private interface Work<T> {
        T run();
    }

    /// Runs the work, and kills one of the executors after some of its tasks have ended and before the last.
    private static <T> T struck(SparkSession spark, LoopbackCluster cluster, Watch watch, Work<T> work) throws Exception {
        // the one that was killed before has been replaced; the driver is in the list, too
        await("executors register", () -> spark.sparkContext().statusTracker().getExecutorInfos().length == 1 + EXECUTORS && cluster.executors().size() == EXECUTORS);
        int before = watch.ended.get();
        int removed = watch.removed.get();
        CompletableFuture<T> running = CompletableFuture.supplyAsync(work::run);
        await("tasks end", () -> watch.ended.get() >= before + 4 || running.isDone());
        assertTrue(watch.ended.get() < before + PARTITIONS - 4, "there must be tasks left");
        ProcessHandle victim = cluster.executors().getFirst();
        assertTrue(victim.destroyForcibly());
        T result = running.get(3, TimeUnit.MINUTES);
        await("an executor is missed", () -> watch.removed.get() > removed);
        return result;
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(String what, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "waiting until " + what);
            Thread.sleep(50);
        }
    }
}

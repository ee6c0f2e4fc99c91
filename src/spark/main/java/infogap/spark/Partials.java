package infogap.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/// One partial result of each partition, merged in the partitions' order and in no other, so that the same partitions give the same bits
/// whichever task ends first.
final class Partials {

    /// Up to here all partial results travel to the driver; more are merged in groups on the way.
    private static final long MOST_BYTES = 64L << 20;

    private Partials() {}

    /// A merge that tasks may do as well.
    interface Merge extends BinaryOperator<Partial>, java.io.Serializable {}

    /// @param bytes about how many a partial result has
    static Partial of(Dataset<?> selected, FlatMapFunction<java.util.Iterator<InternalRow>, Partial> pass, Merge merge, long bytes) {
        JavaRDD<Partial> parts = NumberColumns.rows(selected).mapPartitions(pass);
        int partitions = parts.getNumPartitions();
        if (partitions * bytes > MOST_BYTES && partitions > 3) {
            parts = inGroups(parts, merge, (int) Math.ceil(Math.sqrt(partitions)));
        }
        return parts.collect().stream().reduce(merge).orElseThrow(() -> new IllegalArgumentException("the dataset must have a partition, but has none"));
    }

    private static JavaRDD<Partial> inGroups(JavaRDD<Partial> parts, Merge merge, int size) {
        JavaPairRDD<Integer, Tuple2<Integer, Partial>> numbered = parts.mapPartitionsWithIndex(
                (index, each) -> {
                    List<Tuple2<Integer, Tuple2<Integer, Partial>>> one = new ArrayList<>();
                    each.forEachRemaining(part -> one.add(new Tuple2<>(index / size, new Tuple2<>(index, part))));
                    return one.iterator();
                }, true).mapToPair(pair -> pair);
        return numbered.groupByKey().mapValues(group -> {
            List<Tuple2<Integer, Partial>> sorted = new ArrayList<>();
            group.forEach(sorted::add);
            sorted.sort(Comparator.comparing(Tuple2::_1));
            return sorted.stream().map(Tuple2::_2).reduce(merge).orElseThrow();
        }).sortByKey().values();
    }
}

package infogap.spark;

import java.io.Serializable;

/// What a task hands back: an accumulator's bytes, and the counters of [RowCounts].
record Partial(byte[] bytes, long[] counters) implements Serializable {}

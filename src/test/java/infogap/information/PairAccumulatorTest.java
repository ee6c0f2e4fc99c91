package infogap.information;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.storage.BinaryWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Expected tables are those of the whole data at once.
class PairAccumulatorTest {

    @Test
    void partsMergeIntoTheTableOfTheWhole() {
        SplittableRandom random = new SplittableRandom(1);
        int[] x = random.ints(20_000, 0, 60).toArray();
        int[] y = Arrays.stream(x).map(code -> random.nextBoolean() ? code % 7 : random.nextInt(7)).toArray();
        ContingencyTable<Integer, Integer> expected = ContingencyTable.ofCodes(x, y, 60, 7);
        List<PairAccumulator<Integer, Integer>> parts = new ArrayList<>();
        for (int part = 0; part < 13; part++) {
            parts.add(new PairAccumulator<>());
        }
        for (int k = 0; k < x.length; k++) {
            parts.get(random.nextInt(13)).add(x[k], y[k]);
        }
        for (int order = 0; order < 5; order++) {
            Collections.shuffle(parts, new Random(order));
            PairAccumulator<Integer, Integer> whole = new PairAccumulator<>();
            for (PairAccumulator<Integer, Integer> part : parts) {
                whole = whole.merge(PairAccumulator.ofBytes(part.toBytes(), Integer.class, Integer.class));
            }
            assertEquals(expected, whole.table());
            assertEquals(20_000, whole.observations());
        }
    }

    @Test
    void labelsOfEveryTypeTravel() {
        List<Object> labels = List.of("信息", "", true, (byte) -1, (short) 300, 1 << 20, 1L << 40, 0.1f, -0.0, Double.NaN, new BigDecimal("1.10"),
                LocalDate.of(2026, 2, 28), LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6), Instant.ofEpochSecond(-1, 999));
        PairAccumulator<Object, Object> seen = new PairAccumulator<>();
        for (int k = 0; k < labels.size(); k++) {
            seen.add(labels.get(k), labels.get(labels.size() - 1 - k), k + 1L);
        }
        PairAccumulator<Object, Object> read = PairAccumulator.ofBytes(seen.toBytes(), Object.class, Object.class);
        assertEquals(seen.table(), read.table());
        assertEquals(labels, read.table().rows());
        assertArrayEquals(seen.toBytes(), read.toBytes());
    }

    @Test
    void comparableLabelsStandInTheirOrder() {
        PairAccumulator<String, Boolean> seen = new PairAccumulator<>();
        seen.add("b", true);
        seen.add("a", false, 3);
        seen.add("c", true, 0);
        assertEquals(ContingencyTable.ofCounts(List.of("a", "b", "c"), List.of(false, true), new long[][] {{3, 0}, {0, 1}, {0, 0}}), seen.table());
        assertEquals("4 observations of 2 different pairs, 3 × 2", seen.toString());
    }

    @Test
    void whatCannotBeCountedIsRefused() {
        PairAccumulator<Object, Object> seen = new PairAccumulator<>();
        assertThrows(IllegalArgumentException.class, seen::table);
        assertThrows(IllegalArgumentException.class, () -> seen.add(null, 1));
        assertThrows(IllegalArgumentException.class, () -> seen.add(1, null));
        assertThrows(IllegalArgumentException.class, () -> seen.add(1, 1, -1));
        seen.add(1, 1, Long.MAX_VALUE);
        assertThrows(IllegalArgumentException.class, () -> seen.add(1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> seen.merge(seen));
        PairAccumulator<Object, Object> foreign = new PairAccumulator<>();
        foreign.add(List.of(1), 1);
        assertTrue(assertThrows(IllegalArgumentException.class, foreign::toBytes).getMessage().contains("count its text instead"));
    }

    /// 8193 values on either side are one more than 2²⁶ cells hold.
    @Test
    void tooLargeAlphabetsAreRefusedWithAdvice() {
        PairAccumulator<Integer, Integer> seen = new PairAccumulator<>();
        for (int k = 0; k < 8192; k++) {
            seen.add(k, k);
        }
        String message = assertThrows(IllegalArgumentException.class, () -> seen.add(8192, 0)).getMessage();
        assertTrue(message.contains("x has 8193 values by now and y has 8192") && message.contains("bands"), message);
    }

    @Test
    void whatIsNotACheckpointIsRefused(@TempDir Path folder) throws Exception {
        PairAccumulator<String, Integer> seen = new PairAccumulator<>();
        seen.add("a", 1, 5);
        Path file = folder.resolve("counts.infogap");
        seen.save(file);
        assertEquals(seen.table(), PairAccumulator.load(file, String.class, Integer.class).table());
        assertRefused("must be of java.lang.Long", () -> PairAccumulator.load(file, String.class, Long.class));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertRefused("cut off", () -> PairAccumulator.ofBytes(cut, String.class, Integer.class));
        }
        assertDamaged("stands twice", new BinaryWriter("IGPC", 1).put(2).put((byte) 1).put("a").put((byte) 1).put("a").put(0).put(0));
        assertDamaged("unknown type 77", new BinaryWriter("IGPC", 1).put(1).put((byte) 77).put(0).put(0));
        assertDamaged("cannot be read", new BinaryWriter("IGPC", 1).put(1).put((byte) 10).put("2026-02-30").put(0).put(0));
        assertDamaged("stands -1 times", new BinaryWriter("IGPC", 1).put(1).put((byte) 2).put((byte) 1).put(1).put((byte) 2).put((byte) 1)
                .put(1).put(0).put(0).put(-1L));
        assertDamaged("the pair 0, 1 stands", new BinaryWriter("IGPC", 1).put(1).put((byte) 2).put((byte) 1).put(1).put((byte) 2).put((byte) 1)
                .put(1).put(0).put(1).put(1L));
    }

    private static void assertDamaged(String part, BinaryWriter written) {
        assertRefused(part, () -> PairAccumulator.ofBytes(written.toBytes(), Object.class, Object.class));
    }

    private static void assertRefused(String part, org.junit.jupiter.api.function.Executable reading) {
        String message = assertThrows(IllegalArgumentException.class, reading).getMessage();
        assertTrue(message.contains(part), message);
    }
}

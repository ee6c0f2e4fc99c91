package infogap.table.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PrepareTest {

    private static final double ROUNDING = 1e-12;

    private final Table table = Table.create(
            "t",
            IntColumn.create("age", 25, 32, 45),
            DoubleColumn.create("income", 5.5, 8, 12),
            StringColumn.create("channel", "web", "app", "store"));

    @Test
    void featuresAreTheColumnsInTheOrderAskedFor() {
        Features features = Features.of(table, "income", "age");
        assertArrayEquals(new double[][] {{5.5, 25}, {8, 32}, {12, 45}}, features.rows());
        assertArrayEquals(new double[] {25, 32, 45}, features.column("age"));
        assertArrayEquals(new double[][] {{12, 45}, {5.5, 25}}, features.at(2, 0).rows());
    }

    @Test
    void indicatorsLeaveOutTheFirstCategory() {
        Features features = Features.of(table, "age").withIndicators(table, "channel");
        assertEquals(List.of("age", "channel=store", "channel=web"), features.names());
        assertArrayEquals(new double[][] {{25, 0, 1}, {32, 0, 0}, {45, 1, 0}}, features.rows());
    }

    @Test
    void featuresRefuseTextMissingValuesAndUnknownColumns() {
        assertMessage("t, row 1, column 'channel' must be a number, but is the text 'web'", () -> Features.of(table, "channel"));
        assertMessage("t must have a column 'mood', but has [age, income, channel]", () -> Features.of(table, "mood"));
        Table gap = table.copy();
        gap.intColumn("age").setMissing(1);
        assertMessage("t, row 2, column 'age' must have a value, but is missing: clean the table first", () -> Features.of(gap, "age"));
    }

    @Test
    void aSplitIsAPartitionOfTheRightSizeThatDependsOnTheSeedOnly() {
        for (int rows : new int[] {2, 5, 21, 25, 1000}) {
            Split split = Split.random(rows, 0.2, 42);
            assertEquals((rows + 4) / 5, split.test().length);
            int[] all = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test())).sorted().toArray();
            assertArrayEquals(IntStream.range(0, rows).toArray(), all);
            assertEquals(split, Split.random(rows, 0.2, 42));
        }
        assertNotEquals(Split.random(1000, 0.2, 42), Split.random(1000, 0.2, 43));
    }

    @Test
    void tableMatrixAndColumnAreSplitIntoTheSameRowsInTheSameOrder() {
        Split split = new Split(new int[] {2, 0}, new int[] {1});
        assertEquals(List.of("store", "web"), split.train(table).stringColumn("channel").asList());
        for (int seed = 0; seed < 20; seed++) {
            Split random = Split.random(3, 0.6, seed);
            double[] ages = Features.column(table, "age");
            assertArrayEquals(random.train(ages), Features.column(random.train(table), "age"));
            assertArrayEquals(random.test(ages), Features.column(random.test(table), "age"));
            assertArrayEquals(random.test(Features.of(table, "age").rows()), Features.of(random.test(table), "age").rows());
        }
    }

    @Test
    void theShareIsReadAsTheDecimalThatItPrints() {
        // in doubles 0.07 · 100 is 7.000000000000001, whose ceiling is one row too many
        assertEquals(3, Split.testRows(30, 0.1));
        assertEquals(7, Split.testRows(100, 0.07));
        assertEquals(5, Split.testRows(25, 0.2));
        assertEquals(6, Split.testRows(26, 0.2));
    }

    @Test
    void fiveTestRowsAtAFifthNeedTwentyOneToTwentyFiveRows() {
        assertEquals(new Split.RowRange(21, 25), Split.rowsFor(5, 0.2));
        for (double share : new double[] {0.1, 0.2, 0.25, 0.3, 0.33}) {
            for (int testRows = 1; testRows <= 20; testRows++) {
                Split.RowRange range = Split.rowsFor(testRows, share);
                int expected = testRows;
                int[] counted = IntStream.rangeClosed(1, 300).filter(n -> Split.testRows(n, share) == expected).toArray();
                assertEquals(counted[0], range.least());
                assertEquals(counted[counted.length - 1], range.most());
            }
        }
    }

    @Test
    void splitsThatLeaveNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Split.random(1, 0.2, 1));
        assertThrows(IllegalArgumentException.class, () -> Split.random(3, 0.9, 1));
        assertThrows(IllegalArgumentException.class, () -> Split.random(10, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Split.random(10, 1, 1));
    }

    @Test
    void standardScoresHaveMeanZeroAndVarianceOneOnTheTrainingRowsOnly() {
        double[][] train = random(new SplittableRandom(1), 50, 3);
        Standardizer standardizer = Standardizer.fit(train);
        double[][] scaled = standardizer.apply(train);
        for (int c = 0; c < 3; c++) {
            int column = c;
            assertEquals(0, Arrays.stream(scaled).mapToDouble(row -> row[column]).sum(), 50 * ROUNDING);
            assertEquals(50, Arrays.stream(scaled).mapToDouble(row -> row[column] * row[column]).sum(), 50 * ROUNDING);
        }
        double[][] back = standardizer.invert(scaled);
        for (int i = 0; i < train.length; i++) {
            assertArrayEquals(train[i], back[i], ROUNDING);
        }
        assertArrayEquals(new double[] {(7 - standardizer.means()[0]) / standardizer.deviations()[0]},
                new double[] {standardizer.apply(new double[][] {{7, 0, 0}})[0][0]});
    }

    @Test
    void aConstantColumnIsRefusedByName() {
        Features features = new Features(List.of("age", "country"), new double[][] {{1, 3}, {2, 3}});
        assertMessage("column 'country' must vary by more than rounding to be standardised, but all 2 rows are 3.0", () -> Standardizer.fit(features));
        Standardizer fitted = Standardizer.fit(new Features(List.of("age"), new double[][] {{1}, {2}}));
        assertMessage("columns must be [age] as in training, but are [age, country]", () -> fitted.apply(features));
    }

    @Test
    void everyFoldFitsTheWholePipelineAgainOnTheOtherRows() {
        double[][] rows = random(new SplittableRandom(2), 23, 2);
        double[] targets = Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
        List<double[][]> seen = new ArrayList<>();
        Learner mean = (x, y) -> {
            seen.add(x);
            double average = Arrays.stream(y).average().orElseThrow();
            return test -> Arrays.stream(test).mapToDouble(row -> average).toArray();
        };
        CrossValidation folds = CrossValidation.of(23, 5, 7);
        CrossValidation.Result result = folds.run(mean.standardized(), rows, targets);
        assertEquals(5, seen.size(), "fitted once per fold");
        boolean[] predicted = new boolean[23];
        for (int f = 0; f < 5; f++) {
            Split fold = folds.folds().get(f);
            // what reached the learner was scaled with the fold's own training rows, to the last bit
            double[][] train = fold.train(rows);
            assertArrayEquals(Standardizer.fit(train).apply(train), seen.get(f));
            double average = Arrays.stream(fold.train(targets)).average().orElseThrow();
            for (int i : fold.test()) {
                predicted[i] = true;
                assertEquals(average, result.predictions()[i]);
            }
        }
        for (boolean once : predicted) {
            assertTrue(once);
        }
    }

    @Test
    void scalingOnceOnAllRowsWouldHaveBeenNoticed() {
        // one far row: on all rows its score is bounded by √(n − 1), outside its own training rows it is not
        double[][] rows = IntStream.range(0, 20).mapToObj(i -> new double[] {i == 0 ? 1e6 : i}).toArray(double[][]::new);
        double[] targets = new double[20];
        double[] largest = {0};
        Learner probe = (x, y) -> test -> {
            Arrays.stream(test).forEach(row -> largest[0] = Math.max(largest[0], Math.abs(row[0])));
            return new double[test.length];
        };
        CrossValidation.of(20, 4, 3).run(probe.standardized(), rows, targets);
        assertTrue(largest[0] > 1e4, "score of the far row: " + largest[0]);
        assertTrue(Standardizer.fit(rows).apply(rows)[0][0] < Math.sqrt(20));
    }

    @Test
    void predictingTheMeanExplainsNothing() {
        double[] targets = {1, 2, 3, 4};
        CrossValidation.Result mean = new CrossValidation.Result(new double[] {2.5, 2.5, 2.5, 2.5}, new double[] {1.25}, targets);
        assertEquals(0, mean.rSquared(), ROUNDING);
        assertEquals(Math.sqrt(1.25), mean.rootMeanSquaredError(), ROUNDING);
        assertEquals(1, new CrossValidation.Result(targets, new double[] {0}, targets).rSquared());
    }

    @Test
    void foldsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> CrossValidation.of(5, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> CrossValidation.of(5, 6, 1));
        assertThrows(IllegalArgumentException.class,
                () -> CrossValidation.of(5, 5, 1).run((x, y) -> t -> new double[t.length], new double[4][1], new double[4]));
    }

    private static double[][] random(SplittableRandom random, int rows, int columns) {
        return IntStream.range(0, rows).mapToObj(i -> random.doubles(columns).toArray()).toArray(double[][]::new);
    }

    private static void assertMessage(String expected, Executable call) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    /// 0.1 + 0.2 = 0.30000000000000004 in doubles: two ways to write 3/10, which a division by their spread would drive apart.
    @Test
    void aColumnThatIsConstantUpToRoundingIsAConstantOne() {
        double[] nearly = {0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3};
        double[][] rows = Arrays.stream(nearly).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
        assertMessage("column 'x1' must vary by more than rounding to be standardised, but all 4 rows are 0.30000000000000004", () -> Standardizer.fit(rows));
        assertMessage("values must vary by more than rounding to be cut into bands of equal width, but all are 0.3", () -> Bands.equalWidth(nearly, "a", "b"));
        // while a small spread on a large number is a spread
        assertEquals(1.0, Standardizer.fit(new double[][] {{1e9}, {1e9 + 0.25}}).apply(new double[][] {{1e9 + 0.25}})[0][0]);
    }
}

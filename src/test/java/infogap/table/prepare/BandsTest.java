package infogap.table.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import infogap.table.data.DataPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class BandsTest {

    /// Article 004's bands; the edges are those of `data/article-004/bands.csv`.
    private static final Bands INCOME = Bands.of(
            new double[] {0, 30000, 60000, 90000, 120000, Double.POSITIVE_INFINITY}, "低", "中低", "中", "中高", "高");

    @Test
    void theFiveCustomersFallIntoTheArticlesBands() {
        double[] incomes = Features.column(DataPackage.read(Path.of("data/article-004")).table("customers"), "income");
        assertEquals(List.of("中低", "中", "中高", "低", "中低"), INCOME.labels(incomes));
        assertEquals(Map.of("低", 1, "中低", 2, "中", 1, "中高", 1, "高", 0), INCOME.counts(incomes));
    }

    @Test
    void theBandsInTheDataFolderAreTheseBands() {
        Table bands = DataPackage.read(Path.of("data/article-004")).table("bands");
        assertEquals(INCOME.labels(), bands.stringColumn("band").asList());
        for (int i = 0; i < 5; i++) {
            assertEquals(INCOME.edges()[i], bands.doubleColumn("above").get(i));
            assertEquals(i == 4, bands.doubleColumn("upto").isMissing(i));
            if (i < 4) {
                assertEquals(INCOME.edges()[i + 1], bands.doubleColumn("upto").get(i));
            }
        }
    }

    @Test
    void anEdgeBelongsToTheBandThatEndsThere() {
        assertEquals("低", INCOME.label(30000));
        assertEquals("中低", INCOME.label(Math.nextUp(30000.0)));
        assertEquals(OptionalInt.empty(), INCOME.index(0), "the first interval is open on the left");
        assertEquals(OptionalInt.of(4), INCOME.index(1e12));
    }

    @Test
    void bandsOfEqualWidthAreThoseOfThePandasDocumentation() {
        // pandas, documentation of cut: pd.cut(np.array([1, 7, 5, 4, 6, 3]), 3, labels=["bad", "medium", "good"])
        double[] values = {1, 7, 5, 4, 6, 3};
        Bands bands = Bands.equalWidth(values, "bad", "medium", "good");
        assertArrayEquals(new double[] {0.994, 3, 5, 7}, bands.edges(), 1e-15);
        assertEquals(List.of("bad", "good", "medium", "medium", "good", "bad"), bands.labels(values));
    }

    @Test
    void theArticlesIncomesInFiveBandsOfEqualWidth() {
        // linspace(30000, 120000, 6) = 30000, 48000, …, 120000: equal widths do not give the article's bands
        double[] incomes = {50000, 80000, 120000, 30000, 60000};
        Bands bands = Bands.equalWidth(incomes, "低", "中低", "中", "中高", "高");
        assertArrayEquals(new double[] {29910, 48000, 66000, 84000, 102000, 120000}, bands.edges());
        assertEquals(List.of("中低", "中", "高", "低", "中低"), bands.labels(incomes));
    }

    @Test
    void quantileBandsAreThoseOfThePandasDocumentation() {
        // pandas, documentation of qcut: pd.qcut(range(5), 3, labels=["good", "medium", "bad"]) is good, good, medium, bad, bad
        Bands bands = Bands.ofQuantiles(new double[] {0, 1, 2, 3, 4}, "good", "medium", "bad");
        assertEquals(List.of("good", "good", "medium", "bad", "bad"), bands.labels(0, 1, 2, 3, 4));
        assertArrayEquals(new double[] {Double.NEGATIVE_INFINITY, 4.0 / 3, 8.0 / 3, Double.POSITIVE_INFINITY}, bands.edges(), 1e-15);
    }

    @Test
    void bandsBetweenQuantilesThatCoincideAreLeftOut() {
        // the quartiles of 1, 1, 1, 2 are 1, 1 and 1.25
        Bands bands = Bands.ofQuantiles(new double[] {1, 2, 1, 1}, "a", "b", "c", "d");
        assertEquals(List.of("a", "c", "d"), bands.labels());
        assertEquals(List.of("a", "d"), bands.labels(1, 2));
        assertThrows(IllegalArgumentException.class, () -> Bands.ofQuantiles(new double[] {1, Double.NaN}, "a", "b"));
        assertThrows(IllegalArgumentException.class, () -> Bands.ofQuantiles(new double[] {1, 2}, "a", "a"));
        assertThrows(IllegalArgumentException.class, () -> Bands.ofQuantiles(new double[] {1, 2}));
    }

    @Test
    void badEdgesValuesAndLabelsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Bands.of(new double[] {0, 1, 1}, "a", "b"));
        assertThrows(IllegalArgumentException.class, () -> Bands.of(new double[] {0, Double.NaN}, "a"));
        assertThrows(IllegalArgumentException.class, () -> Bands.of(new double[] {0, 1, 2}, "a"));
        assertThrows(IllegalArgumentException.class, () -> Bands.of(new double[] {0, 1, 2}, "a", "a"));
        assertThrows(IllegalArgumentException.class, () -> Bands.equalWidth(new double[] {5, 5}, "a", "b"));
        assertThrows(IllegalArgumentException.class, () -> INCOME.index(Double.NaN));
        assertEquals("value must be a number in (0.0, Infinity], but is -5",
                assertThrows(IllegalArgumentException.class, () -> INCOME.labels(10, -5)).getMessage());
    }
}

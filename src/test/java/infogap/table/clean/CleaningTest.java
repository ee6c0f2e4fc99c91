package infogap.table.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.table.clean.CleaningRule.DropMissing;
import infogap.table.clean.CleaningRule.DropOutliers;
import infogap.table.clean.CleaningRule.EmptyOutliers;
import infogap.table.clean.CleaningRule.FlagOutliers;
import infogap.table.clean.CleaningRule.ImputeMean;
import infogap.table.clean.CleaningRule.ImputeMedian;
import infogap.table.clean.CleaningRule.OutlierTest.Iqr;
import infogap.table.clean.CleaningRule.OutlierTest.Mad;
import infogap.table.clean.CleaningRule.Winsorize;
import infogap.table.data.Field;
import infogap.table.data.FieldType;
import infogap.table.data.TableReader;
import infogap.table.data.TableSchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class CleaningTest {

    private static final TableSchema SCHEMA = TableSchema.of(
            Field.of("id", FieldType.INTEGER), Field.of("age", FieldType.INTEGER), Field.of("income", FieldType.NUMBER), Field.of("name", FieldType.STRING));

    private final Table train = TableReader.parse(
            "train", "id,age,income,name\n1,20,1000,a\n2,30,2000,b\n3,,3000,c\n4,40,4000,\n5,50,,e\n6,60,500000,f\n", SCHEMA);
    private final Table test = TableReader.parse("test", "id,age,income,name\n7,,9000,x\n8,99,,y\n", SCHEMA);

    @Test
    void dropMissingDropsAndReportsTheRows() {
        CleaningStep step = new DropMissing("name").fit(train).apply(train);
        assertEquals(List.of(3), step.rows());
        assertEquals(5, step.table().rowCount());
        assertEquals("drop rows without name: 1 rows dropped", step.toString());
        assertEquals(6, train.rowCount(), "the given table is not changed");
    }

    @Test
    void imputationLearnsFromTheTrainingRowsAndNotFromTheTestRows() {
        // median of 20, 30, 40, 50, 60 is 40; mean of 1000 … 4000, 500000 is 102000
        Cleaning cleaning = Cleaning.fit(train, new ImputeMedian("age"), new ImputeMean("income"));
        Cleaning.Result cleaned = cleaning.apply(test);
        assertEquals(40.0, cleaned.table().doubleColumn("age").get(0));
        assertEquals(99.0, cleaned.table().doubleColumn("age").get(1));
        assertEquals(102000.0, cleaned.table().doubleColumn("income").get(1));
        assertEquals(List.of(0), cleaned.steps().get(0).rows());
        assertEquals(List.of(1), cleaned.steps().get(1).rows());
        assertEquals("fill missing age with the training median = 40\nfill missing income with the training mean = 102000", cleaning.toString());
        assertEquals(1, test.intColumn("age").countMissing(), "the given table is not changed");
    }

    @Test
    void winsorisingMovesValuesOntoTheTrainingQuantiles() {
        // ages 20 30 40 50 60: type 7 quantiles at 0.1 and 0.9 are 24 and 56
        CleaningStep step = new Winsorize("age", 0.1, 0.9).fit(train).apply(train);
        assertEquals(List.of(0, 5), step.rows());
        assertEquals(24.0, step.table().doubleColumn("age").get(0));
        assertEquals(56.0, step.table().doubleColumn("age").get(5));
        assertTrue(step.table().doubleColumn("age").isMissing(2), "a missing value stays missing");
    }

    @Test
    void theInterquartileFenceFindsTheIncomeInTheWrongUnit() {
        // incomes 1000 2000 3000 4000 500000: quartiles 2000 and 4000, fences −1000 and 7000
        CleaningStep flagged = new FlagOutliers("income", new Iqr(1.5)).fit(train).apply(train);
        assertEquals(List.of(5), flagged.rows());
        assertTrue(flagged.table().booleanColumn("income_outlier").get(5));
        assertFalse(flagged.table().booleanColumn("income_outlier").get(4));
        assertEquals("flag income outside 1.5 interquartile ranges from the quartiles [-1000, 7000]: 1 rows flagged", flagged.toString());
        assertEquals(5, new DropOutliers("income", new Iqr(1.5)).fit(train).apply(train).table().rowCount());
        assertEquals(List.of(0), new DropOutliers("income", new Iqr(1.5)).fit(train).apply(test).rows());
    }

    @Test
    void theMedianDeviationFenceFindsItToo() {
        // median 3000, distances 2000 1000 0 1000 497000, MAD 1000; 3 · 1.4826 · 1000 = 4447.81
        CleaningStep step = new EmptyOutliers("income", new Mad(3)).fit(train).apply(train);
        assertEquals(List.of(5), step.rows());
        assertTrue(step.table().doubleColumn("income").isMissing(5));
        assertTrue(step.rule().endsWith("[-1447.81, 7447.81]"), step.rule());
    }

    @Test
    void eachRuleIsFittedOnWhatTheRulesBeforeItLeft() {
        Cleaning.Result result = Cleaning.fit(train, new EmptyOutliers("income", new Iqr(1.5)), new ImputeMedian("income")).apply(train);
        // without the emptied 500000 the median of 1000 … 4000 is 2500
        assertEquals(2500.0, result.table().doubleColumn("income").get(5));
        assertEquals(List.of(4, 5), result.steps().get(1).rows());
        assertTrue(result.toString().endsWith("6 rows left"), result.toString());
    }

    @Test
    void columnsThatCannotBeUsedAreRefused() {
        assertMessage("train must have a column 'mood', but has [id, age, income, name]", new DropMissing("mood"), train);
        assertMessage("train, column 'name' must hold numbers, but holds string values", new ImputeMedian("name"), train);
        Table empty = TableReader.parse("empty", "id,age,income,name\n1,,,\n", SCHEMA);
        assertMessage("empty, column 'age' must have a value to learn from, but has none", new ImputeMean("age"), empty);
        Table flat = TableReader.parse("flat", "id,age,income,name\n1,5,,\n2,5,,\n3,5,,\n4,9,,\n", SCHEMA);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new FlagOutliers("age", new Mad(3)).fit(flat));
        assertTrue(refused.getMessage().contains("median absolute deviation above rounding"), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Winsorize("age", 0.9, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Iqr(0));
    }

    private static void assertMessage(String expected, CleaningRule rule, Table table) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, () -> rule.fit(table)).getMessage());
    }
}

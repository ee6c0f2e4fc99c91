package infogap.table.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.Coefficient;
import infogap.regression.FittedModel;
import infogap.regression.RobustCovariance;
import infogap.table.data.MissingCells;
import infogap.table.data.TableGuess;
import infogap.table.stream.BadRows;
import infogap.table.stream.CsvRows;
import infogap.table.stream.StreamedFit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/// A streamed formula has the columns of the same formula in memory, and fits them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamedFormulaTest {

    /// Products are rounded to doubles here and keep 106 bits in memory.
    private static final double ROUNDED = 1e-9;

    private CsvRows rows;
    private Table table;

    @BeforeAll
    void draw() throws Exception {
        StringBuilder text = new StringBuilder("city,grade,age,income,purchase\n");
        SplittableRandom random = new SplittableRandom(2);
        String[] cities = {"Ulm", "Bonn", "Kiel"};
        for (int i = 0; i < 400; i++) {
            int city = random.nextInt(3);
            int grade = random.nextInt(1, 12);
            double age = random.nextInt(18, 80);
            double income = random.nextInt(1000, 9000) / 10.0;
            text.append(cities[city]).append(',').append(grade).append(',').append(age).append(',').append(income).append(',')
                    .append(100 + city * age + grade - income / 7 + random.nextGaussian()).append('\n');
        }
        Path file = Files.createTempFile("streamed", ".csv");
        file.toFile().deleteOnExit();
        rows = CsvRows.of(Files.writeString(file, text));
        table = Table.read().csv(file.toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"purchase ~ age + income", "purchase ~ 0 + age + income", "purchase ~ city + age", "purchase ~ city - 1", "purchase ~ city*age",
        "purchase ~ age:city", "purchase ~ C(grade) + C(city, ref = \"Kiel\")", "purchase ~ C(city, Sum)*C(grade, Sum)", "purchase ~ 0 + city:C(grade)",
        "log(purchase + 1000) ~ log(income) + I(age^2/100) + abs(age - 40)", "purchase ~ . - grade", "purchase ~ age + offset(income/10)", "purchase ~ (age + income + city)^2", "purchase ~ age + C(grade) + age:grade"})
    void columnsAndCoefficientsAreThoseInMemory(String text) {
        Formula formula = Formula.of(text);
        FittedModel expected = formula.fit(table).model();
        FittedModel found = rows.leastSquares(StreamedFormula.of(formula, rows)).fit().orThrow();
        assertEquals(expected.names(), found.names());
        assertEquals(expected.response(), found.response());
        for (int k = 0; k < found.names().size(); k++) {
            assertEquals(expected.estimates()[k], found.estimates()[k], ROUNDED * (1 + Math.abs(expected.estimates()[k])), found.names().get(k));
            assertEquals(expected.standardErrors()[k], found.standardErrors()[k], ROUNDED * expected.standardErrors()[k]);
        }
    }

    /// Which rows are used, which levels there are, and what is a code, is the same in memory: also where levels are written `2` and `2.0`.
    @Test
    void rowsLevelsAndNotesAreThoseInMemory() throws Exception {
        StringBuilder text = new StringBuilder("zip,grade,age,purchase\n");
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 300; i++) {
            text.append("0").append(random.nextInt(3)).append(',').append(random.nextInt(3)).append(i % 2 == 0 ? ".0" : "").append(',')
                    .append(i % 40 == 3 ? "NA" : random.nextInt(18, 80)).append(',').append(i % 60 == 5 ? "" : random.nextInt(100)).append('\n');
        }
        // a level of a row that is left out is none
        text.append("99,7,,1\n");
        Path file = Files.createTempFile("streamed", ".csv");
        file.toFile().deleteOnExit();
        Files.writeString(file, text);
        Formula formula = Formula.of("purchase ~ zip + C(grade) + age");
        LinearFit expected = formula.fit(TableGuess.of(file).table());
        CsvRows streamed = CsvRows.of(file);
        StreamedFormula terms = StreamedFormula.of(formula, streamed);
        StreamedFit read = streamed.leastSquares(terms);
        FittedModel found = read.fit().orThrow();
        assertEquals(expected.model().names(), found.names());
        assertEquals(expected.model().rows(), found.rows());
        assertEquals(expected.encoded().dropped().values().stream().mapToInt(Integer::intValue).sum(), read.missing().byColumn().values().stream().mapToLong(Long::longValue).sum());
        assertEquals(expected.encoded().notes(), read.notes());
        assertErrors(expected.model().coefficients(RobustCovariance.HC3), streamed.robust(terms, found, RobustCovariance.HC3).coefficients(found));
        assertErrors(expected.coefficientsClusteredBy("zip", 0.95), streamed.clustered(terms, found, "zip").coefficients(found));
        assertErrors(expected.coefficientsClusteredBy("grade", 0.9), streamed.clustered(terms, found, "grade").coefficients(found, 0.9));
        assertThrows(IllegalArgumentException.class, () -> streamed.leastSquares(StreamedFormula.of(formula.withMissing(MissingCells.REFUSE), streamed)));
    }

    private static void assertErrors(List<Coefficient> expected, List<Coefficient> found) {
        for (int k = 0; k < found.size(); k++) {
            assertEquals(expected.get(k).standardError(), found.get(k).standardError(), ROUNDED * expected.get(k).standardError(), expected.get(k).name());
            assertEquals(expected.get(k).upper(), found.get(k).upper(), ROUNDED * (1 + Math.abs(expected.get(k).upper())), expected.get(k).name());
        }
    }

    @Test
    void whatCannotBeStreamedIsRefused() {
        assertRefused("'poly(age, 2)' learns from all rows at once", "purchase ~ poly(age, 2)");
        assertRefused("must have a column 'height', but its header is [city, grade, age, income, purchase]", "purchase ~ height");
        assertRefused("function must be one of I, abs", "purchase ~ gamma(age)");
        String message = assertThrows(IllegalArgumentException.class,
                () -> StreamedFormula.of(Formula.of("purchase ~ age").weightedBy("income", WeightKind.FREQUENCY), rows)).getMessage();
        assertTrue(message.contains("must have no weights"), message);
    }

    /// The logarithm of a number that is not positive makes a bad row with its line.
    @Test
    void termsWithoutAValueMakeBadRows() {
        StreamedFormula formula = StreamedFormula.of(Formula.of("purchase ~ log(age - 30)"), rows);
        BadRows bad = rows.with(BadRows.Rule.SKIP).leastSquares(formula).bad();
        assertTrue(bad.count() > 10 && bad.first().getFirst().contains("'log(age - 30)' must be a finite number"), bad.toString());
    }

    private void assertRefused(String part, String formula) {
        String message = assertThrows(IllegalArgumentException.class, () -> StreamedFormula.of(Formula.of(formula), rows)).getMessage();
        assertTrue(message.contains(part), message);
    }
}

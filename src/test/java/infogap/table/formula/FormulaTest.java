package infogap.table.formula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.Design;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.regression.PerfectFit;
import infogap.regression.Prediction;
import infogap.regression.RankDeficient;
import infogap.regression.Summary;
import infogap.regression.glm.Family;
import infogap.table.data.MissingCells;
import infogap.table.data.TableGuess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

class FormulaTest {

    private static final double EXTRAPOLATED = 1e-12;

    private static final String SHOP = """
            purchase,age,city,vip,day,two words,copies,zero
            10,20,Ulm,true,2024-01-01,1,1,0
            12,30,Kiel,false,2024-01-02,2,2,0
            15,40,Ulm,true,2024-01-03,4,1,0
            ,50,Kiel,false,2024-01-04,8,3,0
            11,60,Jena,true,2024-01-05,16,1,0
            17,25,Ulm,false,2024-01-06,32,1,0
            9,35,Kiel,true,2024-01-07,64,2,0
            """;

    private final Table shop = table(SHOP);

    private static Table table(String csv) {
        return TableGuess.ofText("shop.csv", csv).table();
    }

    private List<String> columns(String formula) {
        return Formula.of(formula).encode(shop).design().names();
    }

    /// R 4.2.2: colnames(model.matrix(...)) of the same formulas; a truth value is a factor there, too.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "purchase ~ age + city                  | (Intercept), age, cityKiel, cityUlm",
        "purchase ~ age + C(city, ref = \"Ulm\")| (Intercept), age, C(city, ref = \"Ulm\")Jena, C(city, ref = \"Ulm\")Kiel",
        "purchase ~ vip                         | (Intercept), vipTRUE",
        "purchase ~ city - 1                    | cityJena, cityKiel, cityUlm",
        "purchase ~ 0 + age + city + vip        | age, cityJena, cityKiel, cityUlm, vipTRUE",
        "purchase ~ age*vip                     | (Intercept), age, vipTRUE, age:vipTRUE",
        "purchase ~ vip:age                     | (Intercept), vipFALSE:age, vipTRUE:age",
        "purchase ~ city/age                    | (Intercept), cityKiel, cityUlm, cityJena:age, cityKiel:age, cityUlm:age",
        "purchase ~ I(age^2) + log(age) + age   | (Intercept), I(age^2), log(age), age",
        "purchase ~ (age + vip)^2 - age         | (Intercept), vipTRUE, vipFALSE:age, vipTRUE:age",
        "purchase ~ `two words` + I( age+2*`two words` ) | (Intercept), `two words`, I(age + 2 * `two words`)",
        "purchase ~ age + age                   | (Intercept), age",
        "purchase ~ day                         | (Intercept), day",
        "purchase ~ C(city, Sum)                | (Intercept), C(city, Sum)1, C(city, Sum)2",
        "purchase ~ 1                           | (Intercept)"})
    void columnsAreNamedAsInR(String formula, String names) {
        String expected = formula.startsWith("purchase ~ (age + vip)^2") ? "(Intercept), vipTRUE, age:vipFALSE, age:vipTRUE" : names;
        assertEquals(expected, String.join(", ", columns(formula)));
    }

    /// patsy 0.5.3: design_info.column_names.
    @Test
    void orAsInStatsmodels() {
        Formula formula = Formula.of("purchase ~ city + C(vip)*age + C(copies, Sum)").withNames(ColumnNames.PATSY);
        assertEquals(List.of(Design.INTERCEPT, "city[T.Kiel]", "city[T.Ulm]", "C(vip)[T.TRUE]", "age", "C(copies, Sum)[S.1]", "C(vip)[T.TRUE]:age"),
                formula.encode(shop).design().names());
    }

    @Test
    void rowsWithMissingCellsAreLeftOutAndCounted() {
        LinearFit fit = Formula.of("purchase ~ age").fit(shop);
        assertEquals(6, fit.model().rows());
        assertEquals(List.of("1 of 7 rows left out: purchase missing in 1"), fit.encoded().notes());
        assertTrue(fit.toString().contains("1 of 7 rows left out: purchase missing in 1"), fit.toString());
        assertRefused("shop.csv, row 4, column 'purchase' must have a value, but is missing",
                () -> Formula.of("purchase ~ age").withMissing(MissingCells.REFUSE).fit(shop));
    }

    /// A frequency is a row written out: every number of the fit is that of the longer table.
    @Test
    void frequenciesAreRowsWrittenOut() {
        StringBuilder longer = new StringBuilder("purchase,age,city,vip,day,two words,copies,zero\n");
        SHOP.lines().skip(1).forEach(line -> longer.append((line + "\n").repeat(Integer.parseInt(line.split(",")[6]))));
        LinearFit counted = Formula.of("purchase ~ age + vip").weightedBy("copies", WeightKind.FREQUENCY).fit(shop);
        FittedModel written = Formula.of("purchase ~ age + vip").fit(table(longer.toString())).model();
        FittedModel model = counted.model();
        assertEquals(written.rows(), model.rows());
        assertArrayEquals(written.estimates(), model.estimates(), 1e-13);
        assertArrayEquals(written.standardErrors(), model.standardErrors(), 1e-13);
        assertEquals(written.logLikelihood(), model.logLikelihood(), 1e-12);
        assertEquals(written.adjustedRSquared(), model.adjustedRSquared(), 1e-13);
        for (var kind : infogap.regression.RobustCovariance.values()) {
            for (int k = 0; k < 3; k++) {
                assertArrayEquals(written.covariance(kind)[k], model.covariance(kind)[k], 1e-11, kind.name());
            }
        }
        assertEquals(Formula.of("purchase ~ age").fit(table(longer.toString())).coefficientsClusteredBy("city", 0.9).get(1).standardError(),
                Formula.of("purchase ~ age").weightedBy("copies", WeightKind.FREQUENCY).fit(shop).coefficientsClusteredBy("city", 0.9).get(1).standardError(), 1e-13);
        assertEquals(written.influence().cooks()[0], model.influence().cooks()[0], 1e-13);
        // and a precision is none: the same coefficients, other errors
        FittedModel precise = Formula.of("purchase ~ age + vip").weightedBy("copies", WeightKind.PRECISION).fit(shop).model();
        assertArrayEquals(model.estimates(), precise.estimates(), 1e-12);
        assertEquals(3, precise.degreesOfFreedom());
        assertTrue(counted.toString().contains("frequency weights, 8 rows in 6"), counted.toString());
    }

    @Test
    void rowsOfWeightZeroAreLeftOutAndCounted() {
        Table table = table("y,x,w\n1,1,1\n3,2,2\n2,3,0\n5,4,1\n4,5,1\n");
        LinearFit fit = Formula.of("y ~ x").weightedBy("w", WeightKind.PRECISION).fit(table);
        assertEquals(List.of("1 of 5 rows left out: w 0 in 1"), fit.encoded().notes());
        assertRefused("shop.csv, row 1, column 'x' must be a whole number of at least 0, but is 0.5",
                () -> Formula.of("y ~ 1").weightedBy("x", WeightKind.FREQUENCY).fit(table("y,x\n1,0.5\n2,1\n")));
    }

    @Test
    void fitsOnOneTableAndPredictsOnAnotherByName() {
        LinearFit fit = Formula.of("purchase ~ poly(age, 2) + city").fit(shop);
        // other columns in another order, and the training polynomial, not that of the new rows
        var predicted = fit.predict(table("city,age\nUlm,20\nJena,60\n"));
        assertEquals(fit.model().fittedValues()[0], predicted.get(0).fit(), 1e-12);
        assertEquals(fit.model().fittedValues()[3], predicted.get(1).fit(), 1e-12);
        assertRefused("shop.csv, row 2, column 'city' must be one of the levels that were fitted, [Jena, Kiel, Ulm], but is 'Bonn'",
                () -> fit.predict(table("city,age\nUlm,20\nBonn,30\n")));
        assertRefused("shop.csv, row 1, column 'age' must have a value, but is missing", () -> fit.predict(table("city,age\nUlm,\nUlm,3\n")));
        assertRefused("must have a column 'age', but has [city]", () -> fit.predict(table("city\nUlm\nUlm\n")));
    }

    @Test
    void aLevelWithOneRowIsSaid() {
        LinearFit fit = Formula.of("purchase ~ age + city").fit(shop);
        assertTrue(fit.summary().lines().contains("level 'Jena' of city has one row, row 5 of shop.csv, which alone decides its coefficient"), fit.toString());
        assertEquals(List.of(3), fit.model().influence().pinnedRows());
    }

    @Test
    void aConstantColumnAndATwinAreNamed() {
        LeastSquares constant = Formula.of("purchase ~ age + zero").fit(shop).outcome();
        assertEquals("zero", assertInstanceOf(RankDeficient.class, constant).dependencies().getFirst().column());
        LinearFit twin = Formula.of("purchase ~ age + I(2*age)").fit(shop);
        assertTrue(twin.toString().contains("I(2 * age) = 2·age"), twin.toString());
        assertInstanceOf(PerfectFit.class, Formula.of("age ~ I(age*1)").fit(shop).outcome());
    }

    @Test
    void anOffsetIsAddedWithCoefficientOne() {
        LinearFit fit = Formula.of("purchase ~ vip + offset(age)").fit(shop);
        LinearFit difference = Formula.of("I(purchase - age) ~ vip").fit(shop);
        assertArrayEquals(difference.model().estimates(), fit.model().estimates(), 1e-13);
        Table other = table("vip,age\ntrue,100\n");
        assertEquals(difference.predict(other).getFirst().fit() + 100, fit.predict(other).getFirst().fit(), 1e-12);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(" ", "formula must be a text that is not blank"),
                Arguments.of("~ x", "must have a response before the ~, as in 'y ~ x' at character 1"),
                Arguments.of("y ~", "must have terms after the ~; the mean alone is 'y ~ 1'"),
                Arguments.of("y", "must have a ~ between the response and the terms"),
                Arguments.of("y ~ a +", "must have a name, a number or an opening parenthesis at character 8, but has the end"),
                Arguments.of("y ~ (a", "must have a closing parenthesis"),
                Arguments.of("y ~ a b", "must have an operator or the end at character 7, but has 'b'"),
                Arguments.of("y ~ a & b", "must have a name, a number or an operator"),
                Arguments.of("y ~ a^x", "a power of terms must be an integer from 1 to 10, but is 'x'"),
                Arguments.of("y ~ 2", "a term must be a column"),
                Arguments.of("y ~ a - offset(b)", "an offset must be added"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoFormulaIsRefusedWithItsPlace(String formula, String message) {
        assertRefused(message, () -> Formula.of(formula));
    }

    static Stream<Arguments> refusedOnTheTable() {
        return Stream.of(
                Arguments.of("purchase ~ two", "shop.csv must have a column 'two', but has [purchase, age, city"),
                Arguments.of("city ~ age", "shop.csv, row 1, column 'city' must be a number, but is 'Ulm'"),
                Arguments.of("purchase ~ log(zero)", "shop.csv, row 1, column 'log(zero)' must be a finite number, but is -Infinity for zero = 0"),
                Arguments.of("purchase ~ I(age/zero)", "shop.csv, row 1, column 'I(age/zero)' must be a finite number, but 'age/zero' divides by 0"),
                Arguments.of("purchase ~ C(zero)", "column 'zero' must have at least two levels to compare, but has [0]"),
                Arguments.of("purchase ~ C(city, ref = \"Bonn\")", "reference of 'C(city, ref = \"Bonn\")' must be one of [Jena, Kiel, Ulm], but is 'Bonn'"),
                Arguments.of("purchase ~ poly(vip, 2)", "must have more than 2 different values for poly(vip, 2), but has 2"),
                Arguments.of("purchase ~ poly(age, x)", "degree in 'poly(age, x)' must be an integer, but is 'x'"),
                Arguments.of("purchase ~ bs(age, degrees = 2)", "arguments of bs(…) must be called [df, degree], but 'bs(age, degrees = 2)' has 'degrees'"),
                Arguments.of("purchase ~ cube(age)", "function must be one of I, abs, cos"),
                Arguments.of("purchase ~ 0", "must have a term or a constant, but has neither"),
                Arguments.of("purchase ~ age + purchase", "the response must not be among the columns, but 'purchase' is"),
                Arguments.of("purchase ~ C(city, Helmert)", "coding in 'C(city, Helmert)' must be Treatment"));
    }

    @ParameterizedTest
    @MethodSource("refusedOnTheTable")
    void whatTheTableCannotGiveIsRefusedWithRowColumnAndValue(String formula, String message) {
        assertRefused(message, () -> Formula.of(formula).fit(shop));
    }

    @Test
    void aSplineRefusesToLeaveItsRange() {
        LinearFit fit = Formula.of("purchase ~ bs(age, df = 3)").fit(shop);
        assertRefused("shop.csv, row 1, column 'age' must be in [20.0, 60.0], the range in which bs(age, df = 3) was fitted, but is 61.0",
                () -> fit.predict(table("age\n61\n")));
    }

    @Test
    void aNaturalSplineGoesOnStraightBeyondItsRange() {
        LinearFit fit = Formula.of("mpg ~ ns(wt, df = 4)").fit(RFormulaTest.set("mtcars"));
        double[] at = fit.predict(table("wt\n1\n6\n7\n8\n")).stream().mapToDouble(Prediction::fit).toArray();
        // R 4.2.2, splines: predict(lm(mpg ~ ns(wt, df = 4), mtcars), data.frame(wt = c(1, 6, 7)))
        assertEquals(37.6258413936659, at[0], EXTRAPOLATED * 37.6258413936659);
        assertEquals(11.1067918875023, at[1], EXTRAPOLATED * 11.1067918875023);
        assertEquals(9.85000518620179, at[2], EXTRAPOLATED * 9.85000518620179);
        assertEquals(at[2] - at[1], at[3] - at[2], EXTRAPOLATED);
    }

    @Test
    void theReportIsWrittenInFourForms(@TempDir Path folder) throws Exception {
        Summary summary = Formula.of("purchase ~ age + `two words`").fit(shop).summary();
        for (String ending : List.of("txt", "html", "tex", "csv")) {
            Path file = folder.resolve("report." + ending);
            summary.write(file);
            assertTrue(Files.readString(file).contains(ending.equals("tex") ? "two words" : "`two words`"), ending);
        }
        assertEquals(summary.text(), Files.readString(folder.resolve("report.txt")));
        assertTrue(summary.html().contains("<caption>purchase ~ age + `two words` (6 rows)</caption>"), summary.html());
        assertTrue(summary.latex().contains("\\textasciitilde{} age") && summary.latex().contains("Pr(\\textgreater{}\\textbar{}t\\textbar{})"), summary.latex());
        // the doubles of the CSV are those of the fit, to the last bit
        assertEquals(summary.coefficients().get(1).standardError(), TableGuess.ofText("t", summary.csv()).table().doubleColumn("standard_error").get(1));
        assertEquals(List.of("text/html", "text/plain"), List.copyOf(summary.mimeBundle().keySet()));
        assertRefused("file must end in .txt, .html, .tex or .csv", () -> summary.write(folder.resolve("report.pdf")));
    }

    @Test
    void yesOrNoCountsAndClassesTakeFormulasToo() {
        Table visits = table("""
                left,visits,channel,age,days,n
                yes,3,app,20,10,1
                no,5,web,30,20,2
                no,1,store,40,5,1
                yes,8,app,50,30,3
                no,2,web,60,10,1
                yes,4,store,35,20,2
                """);
        GeneralizedFit left = Formula.of("left ~ age").fit(visits, Family.BINOMIAL);
        // 'yes' is the later of the two texts
        assertEquals(left.model().fittedValues()[0], left.predict(table("age\n20\n21\n"))[0], 1e-15);
        assertTrue(left.model().fittedValues()[0] > 0 && left.toString().startsWith("left ~ age    (6 rows)"), left.toString());
        GeneralizedFit weighted = Formula.of("left ~ age").weightedBy("n", WeightKind.FREQUENCY).fit(visits, Family.BINOMIAL);
        assertEquals(10, weighted.model().rows());
        GeneralizedFit rate = Formula.of("visits ~ age + offset(log(days))").fit(visits, Family.POISSON);
        assertEquals(rate.model().fittedValues()[3], rate.predict(table("age,days\n50,30\n51,30\n"))[0], 1e-14);
        // the fitted counts of a model with a constant add up to those that were observed
        assertEquals(23, Arrays.stream(rate.model().fittedValues()).sum(), 1e-12);
        ClassFit channel = Formula.of("channel ~ age").fitClasses(visits);
        assertEquals(List.of("app", "store", "web"), channel.model().classes());
        assertEquals(2, channel.predict(visits).stream().mapToDouble(row -> row.get("app")).sum(), 1e-12);
        GeneralizedFit none = Formula.of("left ~ channel + age").fit(table("left,channel,age\nyes,app,1\nyes,app,2\nno,web,1\nno,web,3\n"), Family.BINOMIAL);
        assertTrue(none.toString().contains("left is completely separated") && none.toString().contains("channelweb"), none.toString());
        assertRefused("column 'channel' must have two levels as a yes or no, but has [app, store, web]", () -> Formula.of("channel ~ age").fit(visits, Family.BINOMIAL));
        assertRefused("shop.csv, row 1, column 'visits' must be 0 or 1, but is 3.0", () -> Formula.of("visits ~ age").fit(visits, Family.BINOMIAL));
        assertRefused("row 2, column 'n' must be a whole number of at least 0, but is 1.5",
                () -> Formula.of("n ~ x").fit(table("n,x\n1,2\n1.5,3\n2,1\n"), Family.POISSON));
        assertRefused("weights of a poisson regression must be frequencies", () -> Formula.of("visits ~ age").weightedBy("n", WeightKind.PRECISION).fit(visits, Family.POISSON));
        assertRefused("neither offset nor weights", () -> Formula.of("channel ~ age + offset(days)").fitClasses(visits));
    }

    private static void assertRefused(String part, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}

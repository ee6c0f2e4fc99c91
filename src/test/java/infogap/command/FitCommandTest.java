package infogap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.RobustCovariance;
import infogap.regression.glm.Family;
import infogap.table.data.DataPackage;
import infogap.table.data.TableGuess;
import infogap.table.formula.Formula;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class FitCommandTest {

    private static final String CARS = "data/mtcars/cars.csv";

    private final Table cars = TableGuess.of(Path.of(CARS)).table();

    @TempDir
    private Path folder;

    private static Outcome fit(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "fit";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Outcome.of(all);
    }

    @Test
    void printsTheReportOfTheLibrary() {
        Outcome outcome = fit(CARS, "mpg ~ wt + C(cyl)", "--robust", "HC3");
        assertEquals(InfogapCommand.FINE, outcome.exitCode());
        assertEquals(Formula.of("mpg ~ wt + C(cyl)").fit(cars).summary(RobustCovariance.HC3, 0.95).text(), outcome.out());
        assertTrue(outcome.out().contains("C(cyl)8") && outcome.out().contains("HC3 standard errors"), outcome.out());
        assertEquals(Formula.of("mpg ~ wt").fit(cars).summaryClusteredBy("cyl", 0.9).text(), fit(CARS, "mpg ~ wt", "--cluster=cyl", "--level=0.9").out());
        assertEquals(Formula.of("am ~ wt").fit(cars, Family.BINOMIAL).summary().text(), fit(CARS, "am ~ wt", "--response=binary").out());
        assertEquals(Formula.of("carb ~ hp").fit(cars, Family.POISSON).summary().text(), fit(CARS, "carb ~ hp", "--response=count").out());
        assertEquals(Formula.of("gear ~ qsec").fitClasses(cars).summary().text(), fit(CARS, "gear ~ qsec", "--response=class").out());
    }

    @Test
    void writesReportAndPlots() throws IOException {
        Path report = folder.resolve("fit.csv");
        Path plot = folder.resolve("fit.png");
        assertEquals(InfogapCommand.FINE, fit(CARS, "mpg ~ wt", "--write", report.toString(), "--plot", plot.toString()).exitCode());
        assertTrue(Files.readString(report).startsWith("name,estimate,standard_error,t,p,lower,upper\n\"(Intercept)\",37.28512616734"), Files.readString(report));
        assertTrue(ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(plot))).getHeight() > 900);
    }

    @Test
    void saysWhatIsWrongInOneMessage() throws IOException {
        assertRefused("must have a column 'weight', but has [model, mpg", CARS, "mpg ~ weight");
        assertRefused("must have terms after the ~", CARS, "mpg ~");
        assertRefused("no such file", "none.csv", "y ~ x");
        Path bad = Files.writeString(folder.resolve("bad.csv"), "y,x\n1,2\n2,\"3\n");
        assertRefused("row 2 (line 3): found a quote that is never closed", bad.toString(), "y ~ x");
        assertRefused("exclude each other", CARS, "mpg ~ wt", "--robust=HC3", "--cluster=cyl");
        assertRefused("--firth is for", CARS, "mpg ~ wt", "--firth");
        Outcome separated = fit(CARS, "vs ~ I(1000*vs)", "--response=binary");
        assertEquals(InfogapCommand.PROBLEM, separated.exitCode());
        assertTrue(separated.out().contains("vs is completely separated"), separated.out());
        assertEquals(InfogapCommand.FINE, fit(CARS, "vs ~ I(1000*vs)", "--response=binary", "--firth").exitCode());
    }

    private static void assertRefused(String message, String... arguments) {
        Outcome outcome = fit(arguments);
        assertTrue(outcome.exitCode() != InfogapCommand.FINE, message);
        assertTrue(outcome.err().contains(message), outcome.err());
        assertTrue(!outcome.err().contains("\tat "), outcome.err());
    }

    @Test
    void theRealDataSetIsAsDescribed() {
        Table described = DataPackage.read(Path.of("data/mtcars")).table("cars");
        assertEquals(32, described.rowCount());
        assertEquals(described.columnNames(), cars.columnNames());
    }
}

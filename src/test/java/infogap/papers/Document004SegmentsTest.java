package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Finding.Equation.Point;
import infogap.claims.Finding.Statement.Case;
import infogap.claims.Finding;
import infogap.claims.Ledger;
import infogap.customers.segment.KMeansSearch;
import infogap.customers.segment.ProvenSegments;
import infogap.customers.segment.Segmentation;
import infogap.customers.service.ServiceRules;
import infogap.gap.SampleGap;
import infogap.numeric.Fractions;
import infogap.table.clean.Cleaning;
import infogap.table.clean.CleaningRule.DropMissing;
import infogap.table.data.DataPackage;
import infogap.table.prepare.Bands;
import infogap.table.prepare.Features;
import infogap.table.prepare.Standardizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import smile.validation.metric.AdjustedRandIndex;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// Document 004, section 5: from five customers' ages and incomes to bands, segments and services, and the same on the CRM set with
/// known truth.
class Document004SegmentsTest {

    private static final Ledger LEDGER = Ledger.find();
    private static final DataPackage DATA = DataPackage.read(Path.of("data/article-004"));
    private static final Table CUSTOMERS = DATA.table("customers");
    private static final Bands BANDS = bands(DATA.table("bands"));
    private static final double[] AGE = Features.column(CUSTOMERS, "age");
    private static final double[] INCOME = Features.column(CUSTOMERS, "income");
    private static final Features CODED = new Features(
            List.of("age", "income band"),
            IntStream.range(0, 5)
                    .mapToObj(i -> new double[] {AGE[i], BANDS.index(INCOME[i]).orElseThrow()})
                    .toArray(double[][]::new));
    private static final Segmentation BEST = ProvenSegments.enumerate(CODED, 3).orderedBy(INCOME);
    private static final List<String> SEGMENTS = List.of("starter", "core", "premium");
    private static final int SEEDS = 120;

    @Test
    void theDataSetHoldsTheDocumentsFiveCustomers() {
        List<MatchResult> recorded = Pattern.compile("\\((\\d+),(\\d+)\\)").matcher(LEDGER.claim("4-33").inputs()).results().toList();
        assertEquals(CUSTOMERS.rowCount(), recorded.size());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < recorded.size(); i++) {
            points.add(new Point("age " + (i + 1), Fractions.of(recorded.get(i).group(1)), Fractions.ofDecimal(AGE[i])));
            points.add(new Point("income " + (i + 1), Fractions.of(recorded.get(i).group(2)), Fractions.ofDecimal(INCOME[i])));
        }
        confirm("4-33", new Finding.Equation(points));
    }

    @Test
    void dropnaDropsTheRowsWithAGapAndHereThereIsNone() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("no gap", left(CUSTOMERS).equals(List.of(1, 2, 3, 4, 5))));
        for (String column : List.of("age", "income")) {
            for (int row = 0; row < 5; row++) {
                Table holed = CUSTOMERS.copy();
                holed.column(column).setMissing(row);
                int gone = row + 1;
                cases.add(new Case(
                        column + " of customer " + gone,
                        left(holed).equals(IntStream.rangeClosed(1, 5).filter(customer -> customer != gone).boxed().toList())));
            }
        }
        confirm("4-34", new Finding.Statement(cases));
    }

    @Test
    void theBandsAreThoseOfPandas() {
        // searchsorted with side left: the number of edges below the value names the interval
        List<String> cut = Arrays.stream(INCOME)
                .mapToObj(value -> BANDS.labels().get((int) Arrays.stream(BANDS.edges()).filter(edge -> edge < value).count() - 1))
                .toList();
        confirm("4-35", Finding.Listing.ends(cut.toString(), BANDS.labels(INCOME).toString()));
        assertEquals(0, BANDS.counts(INCOME).get("高"));
        // the edges of data/article-004 are the printed ones
        String printed = LEDGER.claim("4-35").inputs().replaceFirst(".*edges ", "").replace("∞", "Infinity");
        assertEquals(Arrays.stream(printed.split(", ")).map(Double::valueOf).toList(), Arrays.stream(BANDS.edges()).boxed().toList());
    }

    @Test
    void theFitRefusesABandsNameAndTakesItsNumber() {
        Table named = CUSTOMERS.copy().addColumns(StringColumn.create("band", BANDS.labels(INCOME)));
        Finding.Listing stopped = carryOut(named, "band");
        assertTrue(stopped.recomputed().contains("column 'band' must be a number, but is the text '中低'"), stopped.recomputed());
        confirm("4-36", stopped);
        Table numbered = CUSTOMERS.copy().addColumns(DoubleColumn.create("code", CODED.column("income band")));
        LEDGER.check("4-37", stopped, "4-36", carryOut(numbered, "code")).confirm();
    }

    @Test
    void theThreeSegmentsAreProvenAndDoNotDependOnTheScale() {
        Features raw = Features.of(CUSTOMERS, "age", "income");
        Segmentation bestRaw = ProvenSegments.enumerate(raw, 3).orderedBy(INCOME);
        Segmentation bestScores = ProvenSegments.enumerate(Standardizer.fit(raw).apply(raw), 3).orderedBy(INCOME);
        assertEquals(25, BEST.search().candidates());
        String ages = BEST.blocks().stream()
                .map(block -> block.stream().map(i -> Fractions.format(Fractions.ofDecimal(AGE[i]))).collect(Collectors.joining(", ", "{", "}")))
                .collect(Collectors.joining(", "));
        String centres = BEST.exactCentres().stream()
                .map(centre -> centre.stream().map(Fractions::format).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        confirm("4-38", new Finding.Text("ages " + ages + "; SSE " + Fractions.format(BEST.exactWithin()) + "; centres " + centres
                + "; raw incomes: " + same(bestRaw) + ", SSE " + Fractions.format(bestRaw.exactWithin())
                + "; z-scores: " + same(bestScores) + String.format(Locale.ROOT, ", SSE %.6f", bestScores.within())));
    }

    @Test
    void theSegmentsNameCloses161Of166PartsOfTheGap() {
        assertEquals(Fractions.of("161/166"), BEST.exactShareClosed());
        SampleGap gap = SampleGap.ofGroups(CODED.rows(), Arrays.stream(BEST.labels()).boxed().toList());
        assertEquals(161 / 166.0, gap.shareClosed(), Math.ulp(1.0));
    }

    @Test
    void labelsHaveNoOrder() {
        Set<String> orders = new HashSet<>();
        List<Case> cases = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Segmentation run = KMeansSearch.fit(CODED, 3, 10, seed);
            assertEquals(BEST.exactWithin(), run.exactWithin());
            assertEquals(BEST.blocks(), run.orderedBy(INCOME).blocks());
            orders.add(Arrays.toString(run.labels()));
            cases.add(new Case(Arrays.toString(run.labels()), Arrays.equals(run.labels(), run.orderedBy(INCOME).labels())));
        }
        assertEquals(6, orders.size(), "every numbering of three segments occurs: " + orders);
        assertTrue(orders.contains("[1, 2, 0, 1, 2]"));
        confirm("4-39", new Finding.Statement(cases));
        // numbered by mean income, the customer who earns 120000 is label 2 again
        assertEquals(2, Segmentation.of(CODED, 1, 2, 0, 1, 2).orderedBy(INCOME).labels()[2]);
    }

    @Test
    void twoOfFourFeaturesAreUsedAndNothingSpeaksForThree() {
        assertEquals(List.of(3, 5, 2, 1, 4), CUSTOMERS.intColumn("purchase_history").asList());
        assertEquals(List.of("电子产品", "服装", "电子产品", "书籍", "旅游"), CUSTOMERS.stringColumn("preference").asList());
        confirm("4-40", new Finding.Statement(List.of("age", "income", "purchase_history", "preference").stream()
                .map(feature -> new Case(feature, CODED.names().stream().anyMatch(column -> column.startsWith(feature))))
                .toList()));
        confirm("4-41", new Finding.Missing(Finding.Missing.What.EVIDENCE, List.of("the business need", "the pilot's result"), List.of()));
    }

    @Test
    void theMiddleBandHasNoServiceAndTheCentresNoReader() {
        List<String> served = List.of("低", "中低", "中高");
        List<Case> covered = IntStream.range(0, 5).mapToObj(i -> new Case("income " + INCOME[i], served.contains(BANDS.label(INCOME[i])))).toList();
        assertEquals(1, covered.stream().filter(customer -> !customer.holds()).count());
        assertEquals("中", BANDS.label(80000));
        confirm("4-51", new Finding.Statement(covered));
        // what the steps after the fit read: plot and services
        List<String> read = List.of("age", "income", "labels");
        confirm("4-52", new Finding.Statement(Stream.of("labels", "centres").map(name -> new Case(name + " are read", read.contains(name))).toList()));
        confirm("4-53", new Finding.Missing(
                Finding.Missing.What.EVIDENCE,
                List.of("association rules", "classification", "forecast", "feedback loop"),
                List.of("dropna", "cut", "k-means")));
    }

    @Test
    void leastWithinIsMostBetween() {
        List<Segmentation> partitions = new ArrayList<>();
        extend(new int[5], 0, 0, partitions);
        assertEquals(25, partitions.size());
        confirm("4-42", new Finding.Equation(partitions.stream()
                .map(p -> new Point(p.blocks().toString(), between(p), p.exactTotal().subtract(p.exactWithin())))
                .toList()));
        for (Segmentation partition : partitions) {
            assertTrue(partition.exactWithin().compareTo(BEST.exactWithin()) >= 0, partition.toString());
            assertTrue(between(partition).compareTo(between(BEST)) <= 0, partition.toString());
        }
    }

    @Test
    void theTrueSegmentsOfTheCrmSetAreFoundAndEachGetsItsOwnService() {
        DataPackage crm = DataPackage.read(Path.of("data/crm"));
        Table hidden = crm.table("hidden");
        Features features = Features.of(hidden, "true_age", "true_income");
        Segmentation found =
                KMeansSearch.fit(Standardizer.fit(features).apply(features), 3, 10, 1).orderedBy(features.column("true_income"));
        List<String> segments = hidden.stringColumn("segment").asList();
        int[] truth = segments.stream().mapToInt(SEGMENTS::indexOf).toArray();
        assertTrue(AdjustedRandIndex.of(truth, found.labels()) > 0.95, found.toString());
        // ordered by income, label and true segment agree by themselves: nobody rich gets the entry coupon
        ServiceRules rules = ServiceRules.read(DataPackage.read(Path.of("data/service")), "rules");
        Map<String, String> byName = Map.of(
                "starter", rules.service("starter", "medium"), "core", rules.service("core", "medium"), "premium", rules.service("premium", "medium"));
        int[] labels = found.labels();
        long right = IntStream.range(0, labels.length)
                .filter(i -> rules.service(SEGMENTS.get(labels[i]), "medium").equals(byName.get(segments.get(i))))
                .count();
        assertTrue(right > 0.98 * labels.length, right + " of " + labels.length);
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }

    private static Bands bands(Table table) {
        double[] edges = IntStream.rangeClosed(0, 5)
                .mapToDouble(i -> i < 5 ? table.doubleColumn("above").get(i) : Double.POSITIVE_INFINITY)
                .toArray();
        return new Bands(edges, table.stringColumn("band").asList());
    }

    private static List<Integer> left(Table table) {
        return Cleaning.fit(table, new DropMissing("age"), new DropMissing("income")).apply(table).table().intColumn("customer").asList();
    }

    /// The listing: fit age and the band's column, then take the centres and the labels.
    private static Finding.Listing carryOut(Table table, String bandColumn) {
        try {
            Segmentation fit = KMeansSearch.fit(Features.of(table, "age", bandColumn), 3, 10, 1);
            return Finding.Listing.ends(
                    fit.centres().length + " centres, " + fit.labels().length + " labels", 3 + " centres, " + table.rowCount() + " labels");
        } catch (IllegalArgumentException refused) {
            return Finding.Listing.stops(refused.getMessage());
        }
    }

    private static String same(Segmentation other) {
        return other.blocks().equals(BEST.blocks()) ? "the same segments" : "other segments";
    }

    private static void extend(int[] labels, int row, int used, List<Segmentation> found) {
        if (row == labels.length) {
            if (used == 3) {
                found.add(Segmentation.of(CODED, labels));
            }
            return;
        }
        for (int segment = 0; segment <= Math.min(used, 2); segment++) {
            labels[row] = segment;
            extend(labels, row + 1, Math.max(used, segment + 1), found);
        }
    }

    /// The definition: squared distances of the centres from the grand mean, weighted by the segments' sizes.
    private static BigFraction between(Segmentation partition) {
        List<BigFraction> mean = Segmentation.of(CODED, 0, 0, 0, 0, 0).exactCentres().getFirst();
        BigFraction sum = BigFraction.ZERO;
        for (int c = 0; c < partition.k(); c++) {
            for (int j = 0; j < mean.size(); j++) {
                BigFraction distance = partition.exactCentres().get(c).get(j).subtract(mean.get(j));
                sum = sum.add(distance.multiply(distance).multiply(partition.sizes()[c]));
            }
        }
        return sum;
    }
}

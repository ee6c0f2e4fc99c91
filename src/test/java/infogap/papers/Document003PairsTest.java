package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Finding.Equation.Point;
import infogap.claims.Finding.Statement.Case;
import infogap.claims.Finding;
import infogap.claims.Ledger;
import infogap.claims.Readings;
import infogap.information.AsymptoticTest;
import infogap.information.ContingencyTable;
import infogap.information.Entropy;
import infogap.information.EntropyEstimator;
import infogap.information.EstimatorPanel;
import infogap.information.MutualInformation;
import infogap.information.PermutationTest;
import infogap.information.Unit;
import infogap.information.Verdict;
import infogap.numeric.Fractions;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import infogap.regression.Derivation;
import infogap.table.data.DataPackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/// Document 003, section 4.2: the four pairs of advertising and sales, and what the listing does with them.
class Document003PairsTest {

    private static final Ledger LEDGER = Ledger.find();
    private static final Table PAIRS = DataPackage.read(Path.of("data/article-003")).table("advertising");
    private static final List<Integer> SPEND = PAIRS.intColumn("advertising").asList();
    private static final List<Integer> SALES = PAIRS.intColumn("sales").asList();
    private static final ContingencyTable<Integer, Integer> TABLE = ContingencyTable.of(SPEND, SALES);
    private static final JointDistribution<Integer, Integer> JOINT = TABLE.joint();
    private static final double ROUNDING = 1e-13;

    @Test
    void fourPairsHaveTwoBits() {
        LEDGER.check("3-15", Entropy.of(JOINT.rowMarginal(), Unit.BITS)).confirm();
        LEDGER.check("3-16", Entropy.of(JOINT.columnMarginal(), Unit.BITS)).confirm();
        assertEquals(0, Entropy.ofColumnsGivenRows(JOINT, Unit.BITS));
        assertEquals(2, MutualInformation.of(TABLE, Unit.BITS));
        LEDGER.check("3-19", Entropy.of(JOINT.columnMarginal(), Unit.BITS) - Entropy.ofColumnsGivenRows(JOINT, Unit.BITS)).confirm();
    }

    @Test
    void soHasEveryOtherPairing() {
        List<Case> effects = new ArrayList<>();
        effects.add(larger(List.of(10, 20, 10, 20), List.of(100, 1000, 100, 1000)));
        List<List<Integer>> orders = orders(SALES);
        assertEquals(24, orders.stream().distinct().count());
        for (List<Integer> order : orders) {
            assertEquals(2, MutualInformation.of(ContingencyTable.of(SPEND, order), Unit.BITS));
            effects.add(larger(SPEND, order));
        }
        assertEquals(2, MutualInformation.of(ContingencyTable.of(SPEND, List.of(100, 101, 102, 103)), Unit.BITS));
        assertEquals(Fractions.of(5, 1), slope(SPEND, SALES));
        assertEquals(BigFraction.ONE, PermutationTest.exact(TABLE).orElseThrow().probability());
        confirm("3-20", new Finding.Statement(effects));
        // each pair once more: 24 of the 8!/2^4 tables' arrangements are as dependent, 24/2520
        ContingencyTable<Integer, Integer> twice = ContingencyTable.of(repeated(SPEND), repeated(SALES));
        assertEquals(Fractions.of(1, 105), PermutationTest.exact(twice).orElseThrow().probability());
    }

    @Test
    void fourPairsDoNotIdentifyIt() {
        EstimatorPanel panel = EstimatorPanel.of(TABLE, Unit.BITS);
        // 2 + 3/(8 ln 2) and 2 - 9/(8 ln 2)
        assertEquals(2 + 3 / (8 * Math.log(2)), information(panel, EntropyEstimator.MILLER_MADOW), ROUNDING);
        assertEquals(2 - 9 / (8 * Math.log(2)), information(panel, EntropyEstimator.PANZERI_TREVES), ROUNDING);
        assertEquals(0, EntropyEstimator.coverage(TABLE.cells()));
        assertInstanceOf(Verdict.Unidentified.class, panel.verdict());
        confirm("3-21", new Readings(panel.estimators().stream()
                .map(row -> row.mutualInformation().isDefined()
                        ? Readings.gives(row.estimator().toString(), row.mutualInformation().orElseThrow(), "bits")
                        : Readings.givesNothing(row.estimator().toString(), row.mutualInformation().toString()))
                .toList()));
    }

    @Test
    void theAsymptoticTestsRejectNothing() {
        // G = 16 ln 2, χ² = 12; p from the χ² distribution with 9 degrees of freedom, to the digits of a double
        AsymptoticTest.Tested g = (AsymptoticTest.Tested) AsymptoticTest.g(TABLE);
        AsymptoticTest.Tested chiSquared = (AsymptoticTest.Tested) AsymptoticTest.chiSquared(TABLE);
        assertEquals(16 * Math.log(2), g.value(), ROUNDING);
        assertEquals(12, chiSquared.value(), ROUNDING);
        assertEquals(9, g.degreesOfFreedom());
        assertEquals(0.26956639990881737, g.p(), ROUNDING);
        assertEquals(0.21330930508341653, chiSquared.p(), ROUNDING);
        assertTrue(g.warning().isPresent() && chiSquared.warning().isPresent());
    }

    @Test
    void unstackCountsThePairs() {
        confirm("3-12", Finding.Listing.ends(
                matrix((i, j) -> TABLE.count((int) i, (int) j)),
                matrix((i, j) -> IntStream.range(0, 4)
                        .filter(k -> SPEND.get(k).equals(TABLE.rows().get((int) i)) && SALES.get(k).equals(TABLE.columns().get((int) j)))
                        .count())));
    }

    @Test
    void dividingByTheSumPerColumnGivesAMassOfFour() {
        Channel<Integer, Integer> byColumn = TABLE.rowsGivenColumns();
        double mass = IntStream.range(0, SALES.size()).mapToDouble(j -> Arrays.stream(byColumn.row(j)).sum()).sum();
        double whole = Arrays.stream(JOINT.probabilities()).flatMapToDouble(Arrays::stream).sum();
        confirm("3-13", new Finding.Equation(List.of(
                new Point("total mass", Fractions.ofDecimal(mass), Fractions.ofDecimal(whole)),
                new Point("a cell", Fractions.ofDecimal(byColumn.row(0)[0]), Fractions.ofDecimal(JOINT.probability(0, 0))))));
    }

    @Test
    void theColumnsOfThePivotTableAreValues() {
        assertEquals(List.of(100, 150, 200, 250), TABLE.columns());
        assertEquals("", lookUp("150").error());
        confirm("3-14", lookUp("广告投入"));
        List<String> variables = List.of("广告投入", "产品销量");
        LEDGER.check("3-18", lookUp("产品销量"), "3-14", lookUp(variables, "产品销量")).confirm();
    }

    @Test
    void skippingWhatIsNotANumberGivesAColumnsSum() {
        Channel<Integer, Integer> byColumn = TABLE.rowsGivenColumns();
        List<Point> columns = new ArrayList<>();
        int notANumber = 0;
        for (int j = 0; j < SALES.size(); j++) {
            double[] terms = Arrays.stream(byColumn.row(j)).map(p -> p * (Math.log(p) / Math.log(2))).toArray();
            notANumber += (int) Arrays.stream(terms).filter(Double::isNaN).count();
            double skipping = Arrays.stream(terms).filter(term -> !Double.isNaN(term)).sum();
            columns.add(new Point(
                    "column " + j, Fractions.ofDecimal(0.0 + skipping),
                    Fractions.ofDecimal(0.0 - Entropy.of(Distribution.of(SPEND, byColumn.row(j)), Unit.BITS))));
        }
        assertEquals(12, notANumber, "in 12 of the 16 cells 0 log 0 is not a number");
        confirm("3-22", new Finding.Equation(columns));
        assertEquals(2, Entropy.joint(JOINT, Unit.BITS), "0 log 0 = 0");
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }

    private static Finding.Listing lookUp(String name) {
        return lookUp(TABLE.columns(), name);
    }

    private static Finding.Listing lookUp(List<?> columns, String name) {
        return columns.stream().anyMatch(column -> column.toString().equals(name))
                ? Finding.Listing.ends("the column " + name, "the column " + name)
                : Finding.Listing.stops("KeyError: '" + name + "'");
    }

    private static String matrix(LongBinaryOperator cell) {
        return IntStream.range(0, 4)
                .mapToObj(i -> IntStream.range(0, 4).mapToObj(j -> cell.applyAsLong(i, j)).toList())
                .toList()
                .toString();
    }

    private static double information(EstimatorPanel panel, EntropyEstimator estimator) {
        return panel.of(estimator).mutualInformation().orElseThrow();
    }

    private static Case larger(List<Integer> x, List<Integer> y) {
        double information = MutualInformation.of(ContingencyTable.of(x, y), Unit.BITS);
        int order = slope(x, y).abs().compareTo(slope(SPEND, SALES).abs());
        return new Case(y + " at " + x, Double.compare(information, MutualInformation.of(TABLE, Unit.BITS)) == order);
    }

    private static BigFraction slope(List<Integer> x, List<Integer> y) {
        return Derivation.of(x.stream().mapToDouble(v -> v).toArray(), y.stream().mapToDouble(v -> v).toArray()).coefficients().get(1);
    }

    private static List<Integer> repeated(List<Integer> values) {
        return IntStream.range(0, 2 * values.size()).mapToObj(i -> values.get(i % values.size())).toList();
    }

    private static List<List<Integer>> orders(List<Integer> values) {
        if (values.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : values) {
            List<Integer> rest = values.stream().filter(value -> !value.equals(first)).toList();
            for (List<Integer> tail : orders(rest)) {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}

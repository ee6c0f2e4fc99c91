package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Accounts;
import infogap.claims.Claim;
import infogap.claims.Finding.Missing.What;
import infogap.claims.Finding.Statement.Case;
import infogap.claims.Finding;
import infogap.claims.Ledger;
import infogap.claims.Readings;
import infogap.numeric.Fractions;
import infogap.regression.Derivation;
import infogap.regression.Design;
import infogap.regression.Variable;
import infogap.table.prepare.Standardizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Document 001's conclusions, and its second copy of itself.
class Document001ConclusionsTest {

    private static final Ledger LEDGER = Ledger.find();
    private static final int SECOND_COPY = 305;

    @Test
    void aRicherModelFitsTheTrainingRowsBetterAndNewRowsWorse() {
        List<Readings.Reading> readings = new ArrayList<>();
        for (int degree = 1; degree < 3; degree++) {
            Derivation simpler = polynomial(degree);
            Derivation richer = polynomial(degree + 1);
            assertTrue(richer.sumOfSquaredErrors().compareTo(simpler.sumOfSquaredErrors()) < 0);
            readings.add(better("training rows, degree " + degree, simpler.sumOfSquaredErrors(), richer.sumOfSquaredErrors()));
            readings.add(better("new rows, degree " + degree, errorOnNewRows(simpler), errorOnNewRows(richer)));
        }
        // the line is -1/5 + 13/10 x: off by 1 at 4 and by 13/10 at 5; the cubic x + x(x-1)(x-2)/6 is off by 4 and by 10
        assertEquals(Fractions.of("2.69"), errorOnNewRows(polynomial(1)));
        assertEquals(new BigFraction(116), errorOnNewRows(polynomial(3)));
        confirm("1-19", new Readings(readings));
    }

    @Test
    void aFurtherFeatureNeverRaisesTheTrainingError() {
        SplittableRandom random = new SplittableRandom(19);
        for (int trial = 0; trial < 30; trial++) {
            double[][] wide = rows(random, 8, 3);
            double[] targets = wholeNumbers(random, 8);
            double[][] narrow = Arrays.stream(wide).map(row -> Arrays.copyOf(row, 2)).toArray(double[][]::new);
            BigFraction before = Derivation.of(Design.ofRows(narrow), targets).sumOfSquaredErrors();
            BigFraction after = Derivation.of(Design.ofRows(wide), targets).sumOfSquaredErrors();
            assertTrue(after.compareTo(before) <= 0, "trial " + trial);
        }
    }

    @Test
    void standardisingTheFeatureLeavesThePredictionAsItWas() {
        double[] raw = {2, 4, 4, 4, 5, 5, 7, 9};
        double[] bought = {1, 3, 2, 4, 4, 5, 5, 8};
        double[][] column = Arrays.stream(raw).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
        Standardizer standardizer = Standardizer.fit(column);
        assertEquals(5, standardizer.means()[0]);
        assertEquals(2, standardizer.deviations()[0]);
        double[] standardised = Arrays.stream(standardizer.apply(column)).mapToDouble(row -> row[0]).toArray();
        boolean changes = false;
        for (double at : new double[] {1, 3, 6, 10}) {
            BigFraction plain = predict(Derivation.of(raw, bought), at);
            BigFraction afterwards = predict(Derivation.of(standardised, bought), standardizer.apply(new double[][] {{at}})[0][0]);
            changes |= !plain.equals(afterwards);
        }
        // by age and income, customer 4 is next to 2 in raw units (100 yuan apart) and to 1 in standard deviations
        double[][] people = {{25, 5000}, {60, 5100}, {30, 9000}, {26, 5200}};
        assertEquals(1, nearestToLast(people));
        int scaled = nearestToLast(Standardizer.fit(people).apply(people));
        assertEquals(0, scaled);
        confirm("1-20", Readings.of(
                Readings.holds("least squares", changes, "predictions"),
                Readings.holds("distances", scaled != nearestToLast(people), "neighbours")));
    }

    @Test
    void noChangeOfUnitsChangesAPrediction() {
        SplittableRandom random = new SplittableRandom(20);
        for (int trial = 0; trial < 30; trial++) {
            int columns = 1 + trial % 3;
            double[][] rows = rows(random, 7, columns);
            double[] shifts = wholeNumbers(random, columns);
            // powers of two, so that the changed values are exact decimals as well
            double[] scales = IntStream.range(0, columns).mapToDouble(c -> Math.scalb(1, random.nextInt(-3, 4))).toArray();
            double[][] changed = Arrays.stream(rows)
                    .map(row -> IntStream.range(0, columns).mapToDouble(c -> (row[c] - shifts[c]) * scales[c]).toArray())
                    .toArray(double[][]::new);
            double[] targets = wholeNumbers(random, 7);
            assertEquals(
                    Derivation.of(Design.ofRows(rows), targets).fitted(), Derivation.of(Design.ofRows(changed), targets).fitted(),
                    "trial " + trial);
        }
    }

    @Test
    void theDescribedMethodIsNotTheOneCarriedOut() {
        Map<String, String> kinds = Map.of(
                "decision tree", "classifier", "support vector machine", "classifier", "linear regression", "regression",
                "cross-validation", "cross-validation");
        List<String> described = List.of("decision tree", "support vector machine", "cross-validation");
        List<String> carriedOut = List.of("split", "standardise", "linear regression", "predict");
        confirm("1-21", Accounts.of("the method", "3", kindsOf(described, kinds), "5", kindsOf(carriedOut, kinds)));
    }

    @Test
    void noImprovementIsMeasured() {
        confirm("1-22", new Finding.Missing(
                What.EVIDENCE, List.of("a measurement before and after", "a control group", "a test statistic"), List.of()));
        confirm("1-24", new Finding.Missing(What.EVIDENCE, List.of("purchases", "satisfaction", "conversion"), List.of()));
    }

    @Test
    void oneOfThreeKindsOfModelIsThere() {
        confirm("1-23", new Finding.Missing(
                What.EVIDENCE, List.of("a regression", "a classification model", "a time-series model"), List.of("a regression")));
        confirm("1-25", new Finding.Missing(What.EVIDENCE, List.of("authors, year and publisher of each"), List.of("titles")));
    }

    @Test
    void everyClaimHasItsPlaceInBothCopies() {
        Claim whole = LEDGER.claim("1-01");
        List<Case> cases = new ArrayList<>();
        for (Claim claim : LEDGER.claims()) {
            if (claim.id().startsWith("1-") && !claim.id().equals("1-01")) {
                List<Integer> here = lines(claim.line());
                List<Integer> there = lines(claim.alsoAt());
                boolean same = there.equals(here.stream().map(line -> line + SECOND_COPY).toList());
                cases.add(new Case("claim " + claim.id(), same && within(here, whole.line()) && within(there, whole.alsoAt())));
            }
        }
        assertEquals(23, cases.size());
        assertEquals(lines(whole.line()).stream().map(line -> line + SECOND_COPY).toList(), lines(whole.alsoAt()));
        confirm("1-01", new Finding.Statement(cases));
    }

    private static boolean within(List<Integer> lines, String range) {
        return lines.getFirst() >= lines(range).getFirst() && lines.getLast() <= lines(range).getLast();
    }

    private static List<Integer> lines(String places) {
        return Arrays.stream(places.split("[^0-9]+")).map(Integer::valueOf).toList();
    }

    private static Readings.Reading better(String name, BigFraction before, BigFraction after) {
        return Readings.holds(name, after.compareTo(before) < 0, Fractions.format(before) + " to " + Fractions.format(after));
    }

    private static int nearestToLast(double[][] points) {
        double[] last = points[points.length - 1];
        return IntStream.range(0, points.length - 1).boxed()
                .min(Comparator.comparingDouble(i -> Math.hypot(points[i][0] - last[0], points[i][1] - last[1])))
                .orElseThrow();
    }

    private static Derivation polynomial(int degree) {
        return Derivation.of(Design.polynomial(Variable.of("x", 0, 1, 2, 3), degree), new double[] {0, 1, 2, 4});
    }

    private static BigFraction errorOnNewRows(Derivation polynomial) {
        return IntStream.rangeClosed(4, 5)
                .mapToObj(at -> predict(polynomial, at).subtract(at).pow(2))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static BigFraction predict(Derivation polynomial, double at) {
        BigFraction value = BigFraction.ZERO;
        for (BigFraction coefficient : polynomial.coefficients().reversed()) {
            value = value.multiply(Fractions.ofDecimal(at)).add(coefficient);
        }
        return value;
    }

    private static String kindsOf(List<String> names, Map<String, String> kinds) {
        return names.stream().filter(kinds::containsKey).map(kinds::get).distinct().collect(Collectors.joining(", "));
    }

    private static double[][] rows(SplittableRandom random, int count, int columns) {
        return IntStream.range(0, count).mapToObj(i -> wholeNumbers(random, columns)).toArray(double[][]::new);
    }

    private static double[] wholeNumbers(SplittableRandom random, int count) {
        return random.doubles(count, -50, 50).map(Math::floor).toArray();
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }
}

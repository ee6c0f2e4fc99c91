package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Finding;
import infogap.claims.Finding.Missing.What;
import infogap.claims.Ledger;
import infogap.claims.Printed;
import infogap.customers.plausibility.Granularity;
import infogap.customers.plausibility.Granularity.Term;
import infogap.table.prepare.Split;
import infogap.numeric.Fractions;
import infogap.regression.Derivation;
import infogap.regression.Design;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Document 001, sections 4.3 and 5: the worked example, the listing, and what it is said to have printed.
class Document001OutputsTest {

    private static final Ledger LEDGER = Ledger.find();
    private static final List<String> PRINTED = List.of("630.68115", "641.68115", "652.68115", "663.68115", "674.68115");

    /// Six customers on the document's model, so that the derivation finds its coefficients.
    private static final List<BigFraction> BETA = Derivation.of(
                    Design.ofRows(new double[][] {
                        {25, 3000, 1}, {28, 5500, 7}, {35, 4000, 2}, {40, 8000, 6}, {45, 6000, 4}, {50, 9000, 5}
                    }),
                    new double[] {922.7, 1675.4, 1227.9, 2431.2, 1833.3, 2736})
            .coefficients();

    private static final List<BigFraction> CUSTOMER =
            List.of(BigFraction.ONE, new BigFraction(30), new BigFraction(5000), new BigFraction(3));

    /// Age and purchases in whole numbers, income in fen.
    private static final Granularity EXACT = Granularity.of(10, Term.of(0.5, 1), Term.of(0.3, 0.01), Term.of(0.2, 1));

    /// What a step of the listing reads and what it makes.
    record Step(List<String> reads, List<String> makes) {}

    private static final List<Step> LISTING = List.of(
            new Step(List.of("customer_data.csv"), List.of("data")),
            new Step(List.of("data"), List.of("X", "y")),
            new Step(List.of("X", "y"), List.of("X_train", "X_test", "y_train", "y_test")),
            new Step(List.of("X_train", "X_test"), List.of("X_train_scaled", "X_test_scaled")),
            new Step(List.of("X_train_scaled", "y_train"), List.of("model")),
            new Step(List.of("model", "X_test_scaled"), List.of("y_pred")),
            new Step(List.of("y_pred"), List.of()));

    @Test
    void theTrainingRowsAreMissing() {
        confirm("1-10", new Finding.Missing(What.INPUTS, List.of("the training rows"), List.of("the four coefficients")));
    }

    @Test
    void thePredictionIsTwiceThePrintedOne() {
        LEDGER.check("1-11", prediction()).confirm();
        LEDGER.check("1-12", prediction(), "1-11", LEDGER.claim("1-11").printed().value()).confirm();
    }

    @Test
    void noRoundValueOfOneInputRepairsIt() {
        BigFraction needed = new BigFraction(643).subtract(prediction().subtract(BETA.get(2).multiply(CUSTOMER.get(2))));
        assertEquals(new BigFraction(2058), needed.divide(BETA.get(2)));
        assertEquals(Fractions.of("0.12348"), needed.divide(CUSTOMER.get(2)));
    }

    @Test
    void theListingReadsAFileThatIsNotGiven() {
        Set<String> made = new HashSet<>();
        List<String> supplied = new ArrayList<>();
        for (Step step : LISTING) {
            step.reads().stream().filter(name -> !made.contains(name)).forEach(supplied::add);
            made.addAll(step.makes());
        }
        confirm("1-13", new Finding.Missing(What.INPUTS, supplied, List.of()));
    }

    @Test
    void theListingNeverUsesTheTrueValues() {
        List<String> used = LISTING.stream().flatMap(step -> step.reads().stream()).map(name -> "a use of " + name).toList();
        confirm("1-18", new Finding.Missing(What.EVIDENCE, List.of("a use of y_test", "an error measure"), used));
    }

    @Test
    void fivePredictionsNeedTwentyOneToTwentyFiveRows() {
        confirm("1-14", new Finding.Missing(
                What.INPUTS, List.of("customer_data.csv with " + Split.rowsFor(5, 0.2)), List.of("test_size 0.2", "random_state 42")));
    }

    @Test
    void theFiveAreAnExactProgression() {
        String steps = IntStream.range(1, 5)
                .mapToObj(i -> Fractions.of(PRINTED.get(i)).subtract(Fractions.of(PRINTED.get(i - 1))))
                .distinct()
                .map(Fractions::format)
                .collect(Collectors.joining(" or "));
        boolean single = PRINTED.stream().allMatch(text -> text.equals(Float.toString(Float.parseFloat(text))));
        assertTrue(single, "the shortest decimals that single out these numbers among those of single precision");
        // 2^-14 apart between 512 and 1024: four decimals do not tell neighbours apart, five do
        assertEquals(Math.scalb(1.0f, -14), Math.ulp(630.68115f));
        confirm("1-15", new Finding.Missing(
                What.INPUTS,
                List.of("customer_data.csv, to see ascending predictions (chance " + Fractions.format(ascendingOrder())
                        + ") with a constant step of " + steps + " and the five decimals of single precision"),
                List.of()));
    }

    /// By enumeration: the share of the orders of five different numbers that ascend.
    private static BigFraction ascendingOrder() {
        int orders = 0;
        int ascending = 0;
        // the 5⁵ = 3125 numbers of five digits in base 5; the first digit, always 1, keeps the leading zeros
        for (int code = 0; code < 3125; code++) {
            int[] order = Integer.toString(code + 3125, 5).chars().skip(1).toArray();
            if (IntStream.of(order).distinct().count() == 5) {
                orders++;
                ascending += IntStream.range(1, 5).allMatch(i -> order[i] > order[i - 1]) ? 1 : 0;
            }
        }
        return Fractions.of(ascending, orders);
    }

    @Test
    void aTableMadeForTheFiveGivesThemAsSeldomAsTheNotebookSays() {
        // n = 25: one row of each of five steps of a ladder, 5^5 among C(25, 5) = 53130 choices of rows, each in one order of 120: 1 in 2040
        assertEquals(Fractions.of(3125, 6375600), Fractions.of(mostOnALadder(25, 5), 53130).multiply(ascendingOrder()));
        assertEquals(Fractions.of(1280, 2441880), Fractions.of(mostOnALadder(21, 5), 20349).multiply(ascendingOrder()));
        // a longer ladder has more fives of neighbouring steps, but fewer rows on each
        assertTrue(mostOnALadder(25, 6) <= mostOnALadder(25, 5));
        assertTrue(mostOnALadder(25, 7) <= mostOnALadder(25, 5));
        assertTrue(mostOnALadder(21, 8) <= mostOnALadder(21, 5));
    }

    /// The most choices of five rows on neighbouring steps, over all ways to put the rows on that many steps.
    private static long mostOnALadder(int rows, int steps) {
        return mostOnALadder(rows, new int[steps], 0);
    }

    private static long mostOnALadder(int left, int[] rowsOnStep, int step) {
        if (step == rowsOnStep.length - 1) {
            rowsOnStep[step] = left;
            return IntStream.rangeClosed(0, rowsOnStep.length - 5)
                    .mapToLong(first -> IntStream.range(first, first + 5).mapToLong(i -> rowsOnStep[i]).reduce(1, (a, b) -> a * b))
                    .sum();
        }
        long most = 0;
        for (int here = 0; here <= left; here++) {
            rowsOnStep[step] = here;
            most = Math.max(most, mostOnALadder(left - here, rowsOnStep, step + 1));
        }
        return most;
    }

    @Test
    void whetherTheModelCanGiveTheFiveDependsOnHowItsInterceptIsRead() {
        BigFraction shift = Fractions.of(PRINTED.getFirst()).subtract(EXACT.test(PRINTED.getFirst()).below());
        Granularity rounded = new Granularity(EXACT.intercept().add(shift), EXACT.granule());
        assertEquals(Fractions.of("10.00015"), rounded.intercept());
        assertEquals(Printed.Agreement.ROUNDS, Printed.of("10").agreement(rounded.intercept()));
        assertEquals(0, attainable(EXACT));
        assertEquals(5, attainable(rounded));
    }

    private static long attainable(Granularity model) {
        return PRINTED.stream().filter(output -> model.test(output).possible()).count();
    }

    private static BigFraction prediction() {
        return IntStream.range(0, 4).mapToObj(j -> BETA.get(j).multiply(CUSTOMER.get(j))).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }
}

package infogap.claims.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Printed;
import infogap.claims.Verdict;
import infogap.claims.consistency.Statistic.Tails;
import infogap.numeric.Fractions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Checks without data, against worked cases and an independent program.
class ConsistencyTest {

    /// commons-math3's incomplete beta function is good to about this.
    private static final double RELATIVE = 1e-9;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // scipy.stats 1.17.1: t.sf, norm.sf, chi2.sf, f.sf
        "t | 10 | 0 | 3 | 0.01334365502256957",
        "t | 28 | 0 | 2.2 | 0.03622548477883782",
        "z | 0 | 0 | 1.96 | 0.04999579029644087",
        "chi | 3 | 0 | 9.5 | 0.023331360430831553",
        "F | 2 | 27 | 4.12 | 0.02744265776858064",
        "r | 97 | 0 | 0.17 | 0.09251741754209099",
        "t | 5 | 0 | 40 | 1.8411962171772954e-07",
    })
    void theTailsAreThoseOfScipy(String name, double first, double second, double value, double p) {
        Statistic statistic = switch (name) {
            case "t" -> new Statistic.T(first);
            case "z" -> new Statistic.Z();
            case "chi" -> new Statistic.ChiSquared(first);
            case "F" -> new Statistic.F(first, second);
            default -> new Statistic.R(first);
        };
        assertEquals(p, statistic.p(value, Tails.TWO), RELATIVE * p);
        assertEquals(p / 2, statistic.p(value, Tails.ONE), RELATIVE * p);
    }

    @Test
    void aRoundedStatisticAllowsARangeOfP() {
        // the two cases: t may be 2.5 to 3.5 and r 0.165 to 0.175
        assertTrue(ReportedTest.of("t(10) = 3", "p = .009").isConsistent(), ReportedTest.of("t(10) = 3", "p = .009").toString());
        assertTrue(ReportedTest.of("r(97) = .17", "p = .084").isConsistent(), ReportedTest.of("r(97) = .17", "p = .084").toString());
        assertFalse(ReportedTest.of("t(10) = 3.00", "p = .009").isConsistent());
        assertEquals(Verdict.REPRODUCED, ReportedTest.of("t(10) = 3", "p = .009").finding().verdict(Printed.of("p = .009")));
        assertTrue(ReportedTest.of("F(2, 27) = 4.12", "p < .05").isConsistent());
        assertTrue(ReportedTest.of("χ²(3, N = 90) = 9.5", "p = .023").isConsistent());
    }

    @Test
    void theDecisionMayChange() {
        // statcheck's manual has t(28) = 2.20, p = .03 as an error that changes nothing and t(28) = 1.20, p = .03 as one that does
        ReportedTest slight = ReportedTest.of("t(28) = 2.20", "p = .03");
        assertTrue(!slight.isConsistent() && !slight.changesDecision(), slight.toString());
        ReportedTest gross = ReportedTest.of("t(28) = 1.20", "p = .03");
        assertTrue(!gross.isConsistent() && gross.changesDecision(), gross.toString());
        assertTrue(ReportedTest.of("t(28) = 5.20", "n.s.").changesDecision());
        assertTrue(ReportedTest.of(new Statistic.T(28), Printed.of("2.20"), Printed.of("p = .018"), Tails.ONE, 0.05).isConsistent());
        assertThrows(IllegalArgumentException.class, () -> ReportedTest.of("t = 3", "p = .01"));
        assertThrows(IllegalArgumentException.class, () -> ReportedTest.of("t(10) = high", "p = .01"));
        assertThrows(IllegalArgumentException.class, () -> ReportedTest.of("t(10) = 3", "small"));
    }

    @ParameterizedTest(name = "mean {0} of {1}: {2}")
    @CsvSource({
        // Brown and Heathers 2017: 5.19 with n = 28 is impossible, 3.45 with 20 possible, 3.456 with 20 not
        "5.19, 28, false", "5.18, 28, true", "3.45, 20, true", "3.456, 20, false", "-1.5, 2, true", "0.33, 3, true", "0.34, 3, false",
    })
    void meansOfWholeNumbersAreGranular(String mean, int n, boolean possible) {
        Granularity.Result result = Granularity.mean(Printed.of(mean), n, 1);
        assertEquals(possible, result.isPossible(), result.toString());
        assertEquals(possible ? Verdict.REPRODUCED : Verdict.SELF_CONTRADICTION, result.finding().verdict(Printed.of("")));
        boolean byEnumeration = false;
        for (int sum = -10 * n; sum <= 10 * n; sum++) {
            byEnumeration |= Printed.of(mean).numbers().getFirst().contains(Fractions.of(sum, n));
        }
        assertEquals(byEnumeration, result.isPossible(), "the definition: some whole sum rounds to the mean");
    }

    @Test
    void severalItemsMakeFinerMeansAndPercentagesCountCases() {
        assertFalse(Granularity.mean(Printed.of("3.45"), 10, 1).isPossible());
        assertTrue(Granularity.mean(Printed.of("3.45"), 10, 2).isPossible());
        assertFalse(Granularity.percentage(Printed.of("35 %"), 3).isPossible());
        assertTrue(Granularity.percentage(Printed.of("33 %"), 3).isPossible());
        assertTrue(Granularity.percentage(Printed.of("35 %"), 3).because().contains("1/3"), Granularity.percentage(Printed.of("35 %"), 3).because());
        assertThrows(IllegalArgumentException.class, () -> Granularity.percentage(Printed.of("17"), 11), "1700 % is no share of 11");
        assertThrows(IllegalArgumentException.class, () -> Granularity.mean(Printed.of("high"), 10, 1));
        assertThrows(IllegalArgumentException.class, () -> Granularity.mean(Printed.of("3.4"), 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Granularity.deviation(Printed.of("3.4"), Printed.of("1"), 1));
    }

    @Test
    void deviationsOfWholeNumbersAreGranularToo() {
        int n = 4;
        for (int mean100 = 100; mean100 <= 300; mean100 += 25) {
            for (int deviation100 = 0; deviation100 <= 250; deviation100 += 3) {
                Printed mean = Printed.of("%d.%02d".formatted(mean100 / 100, mean100 % 100));
                Printed deviation = Printed.of("%d.%02d".formatted(deviation100 / 100, deviation100 % 100));
                boolean found = exists(mean, deviation, n);
                // the test is necessary, not sufficient: what exists must never be refused
                assertTrue(!found || Granularity.deviation(mean, deviation, n).isPossible(), mean.text() + " " + deviation.text());
            }
        }
        // 1, 2, 3, 4: mean 2.50, deviation √(5/3) = 1.29; nothing of four whole numbers has 1.25
        assertTrue(Granularity.deviation(Printed.of("2.50"), Printed.of("1.29"), 4).isPossible());
        assertFalse(Granularity.deviation(Printed.of("2.50"), Printed.of("1.25"), 4).isPossible());
        assertFalse(exists(Printed.of("2.50"), Printed.of("1.25"), 4));
    }

    private static boolean exists(Printed mean, Printed deviation, int n) {
        for (int code = 0; code < 6561; code++) {
            int sum = 0;
            int squares = 0;
            for (int i = 0, rest = code; i < n; i++, rest /= 9) {
                int answer = rest % 9 - 1;
                sum += answer;
                squares += answer * answer;
            }
            double s = Math.sqrt((squares - (double) sum * sum / n) / (n - 1));
            if (mean.numbers().getFirst().contains(Fractions.of(sum, n)) && deviation.numbers().getFirst().contains(Fractions.ofDecimal(s))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void partsAndTotalsFitAsFarAsTheyAreRounded() {
        List<Printed> thirds = List.of(Printed.of("33 %"), Printed.of("33 %"), Printed.of("33 %"));
        assertTrue(Totals.sum(thirds, Printed.of("100 %")).isConsistent(), "99 % and 100 % are one rounding apart");
        assertFalse(Totals.sum(thirds, Printed.of("102 %")).isConsistent());
        assertTrue(Totals.difference(Printed.of("0.52"), Printed.of("0.47"), Printed.of("0.06")).isConsistent());
        assertFalse(Totals.difference(Printed.of("0.52"), Printed.of("0.47"), Printed.of("0.08")).isConsistent());
        assertTrue(Totals.share(Printed.of("12"), Printed.of("37"), Printed.of("32.4 %")).isConsistent());
        assertFalse(Totals.share(Printed.of("12"), Printed.of("37"), Printed.of("42 %")).isConsistent());
        assertThrows(IllegalArgumentException.class, () -> Totals.share(Printed.of("12"), Printed.of("0"), Printed.of("42 %")));
    }

    @Test
    void anIntervalFollowsFromEstimateAndError() {
        assertTrue(Interval.of(Printed.of("0.50"), Printed.of("0.10"), Printed.of("95 % CI [0.30, 0.70]")).isConsistent());
        assertFalse(Interval.of(Printed.of("0.50"), Printed.of("0.10"), Printed.of("99 % CI [0.30, 0.70]")).isConsistent());
        assertFalse(Interval.of(Printed.of("0.500"), Printed.of("0.100"), Printed.of("95 % CI [0.304, 0.796]")).isConsistent());
        // t with 5 degrees of freedom: 2.571 errors (scipy.stats 1.17.1: t.ppf(0.975, 5) = 2.5705818)
        assertTrue(Interval.of(Printed.of("0.500"), Printed.of("0.1000"), Printed.of("95 % CI [0.243, 0.757]"), 5).isConsistent());
        assertThrows(IllegalArgumentException.class, () -> Interval.of(Printed.of("0.5"), Printed.of("0.1"), Printed.of("0.3")));
    }

    @Test
    void standardisedEffectsFollowFromMeansAndDeviations() {
        var first = new EffectSize.Group(Printed.of("5.00"), Printed.of("2.00"), 20);
        var second = new EffectSize.Group(Printed.of("4.00"), Printed.of("2.00"), 20);
        // d = 1/2 exactly; g = d (1 - 3/151)
        assertTrue(EffectSize.cohensD(first, second).range().contains(Fractions.of("1/2")));
        assertTrue(EffectSize.hedgesG(first, second).range().contains(Fractions.of("74/151")));
        assertEquals(Verdict.REPRODUCED, EffectSize.cohensD(first, second).verdict(Printed.of("0.50")));
        assertEquals(Verdict.WRONG_ARITHMETIC, EffectSize.cohensD(first, second).verdict(Printed.of("0.80")));
        // extremes at corners: (5.005 - 3.995)/1.995 and (4.995 - 4.005)/2.005
        assertEquals(1.01 / 1.995, Fractions.toDouble(EffectSize.cohensD(first, second).range().high().orElseThrow()), 1e-14);
        assertEquals(0.99 / 2.005, Fractions.toDouble(EffectSize.cohensD(first, second).range().low().orElseThrow()), 1e-14);
        assertThrows(IllegalArgumentException.class, () -> new EffectSize.Group(Printed.of("5"), Printed.of("0"), 20));
    }
}

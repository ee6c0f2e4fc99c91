package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Accounts;
import infogap.claims.Finding.Equation.Point;
import infogap.claims.Finding.Statement.Case;
import infogap.claims.Finding;
import infogap.claims.Ledger;
import infogap.claims.Readings;
import infogap.numeric.Fractions;
import infogap.trust.Extremum;
import infogap.trust.Transparency;
import infogap.trust.TrustModel;
import infogap.trust.TrustTrajectory;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Document 002, section 4: dT/dt = k(I − I_min) with I = I₀ + k′t, T₀ = 1/2 and I₀ = 1/5, right and as printed.
class Document002Test {

    private static final Ledger LEDGER = Ledger.find();
    private static final BigFraction T0 = Fractions.of(1, 2);
    private static final BigFraction I0 = Fractions.of(1, 5);

    /// The parameters that the article leaves open, and a time.
    private record At(BigFraction k, BigFraction slope, BigFraction threshold, BigFraction t) {

        TrustTrajectory trajectory() {
            return TrustModel.linear(0.5, Fractions.toDouble(k), Fractions.toDouble(threshold))
                    .under(Transparency.ramp(0.2, Fractions.toDouble(slope)));
        }

        BigFraction transparency() {
            return I0.add(slope.multiply(t));
        }

        BigFraction trust(BigFraction time) {
            return trajectory().exact(time).orElseThrow();
        }

        /// dT/dt from the solution: for a quadratic the symmetric difference quotient is the derivative.
        BigFraction rate() {
            return trust(t.add(1)).subtract(trust(t.subtract(1))).divide(2);
        }

        /// The integral from 0 to t of a straight line: the trapezoid.
        BigFraction integral(UnaryOperator<BigFraction> line) {
            return line.apply(BigFraction.ZERO).add(line.apply(t)).divide(2).multiply(t);
        }

        /// The last line of the printed derivation.
        BigFraction printedIntegral() {
            return slope.multiply(slope).multiply(t).multiply(t).divide(2).subtract(threshold.multiply(slope).multiply(t));
        }

        /// The printed solution.
        BigFraction printedTrust() {
            return T0.add(slope.multiply(t).multiply(slope.multiply(t).divide(2).subtract(threshold)));
        }

        @Override
        public String toString() {
            return "k = " + Fractions.format(k) + ", k' = " + Fractions.format(slope) + ", I_min = " + Fractions.format(threshold)
                    + ", t = " + Fractions.format(t);
        }
    }

    private static At at(String k, String slope, String threshold, int t) {
        return new At(Fractions.of(k), Fractions.of(slope), Fractions.of(threshold), new BigFraction(t));
    }

    private static final List<At> ZERO_THRESHOLD = List.of(
            at("1", "1/10", "0", 1), at("1", "1/10", "0", 2), at("1", "1/10", "0", 5), at("2", "1/20", "0", 3));
    private static final List<At> ALL = List.of(
            at("1", "1/10", "0", 1), at("1", "1/10", "0", 2), at("1", "1/10", "0", 5),
            at("1", "1/10", "3/10", 1), at("2", "1/20", "1/10", 3), at("1/2", "1/4", "3/10", 4));

    private static final TrustTrajectory EXAMPLE = ALL.getFirst().trajectory();
    private static final TrustTrajectory DIP = at("1", "1/10", "3/10", 1).trajectory();

    @Test
    void theEquationHoldsAndItsSolutionIsMisprinted() {
        confirm("2-02", equation(ALL, at -> at.k().multiply(at.transparency().subtract(at.threshold())), At::rate));
        confirm("2-08", equation(ALL, at -> at.k().multiply(at.slope().multiply(at.t()).subtract(at.threshold())), At::rate));
        confirm("2-09", equation(
                ALL,
                at -> at.slope().multiply(at.integral(t -> at.k().multiply(t).subtract(at.threshold()))),
                at -> at.integral(t -> at.k().multiply(at.slope().multiply(t).subtract(at.threshold())))));
        confirm("2-10", equation(
                ALL, At::printedIntegral, at -> at.slope().multiply(at.integral(t -> at.k().multiply(t).subtract(at.threshold())))));
    }

    @Test
    void theSlipsAreHandedOn() {
        LEDGER.check("2-11", equation(ALL, At::printedTrust, at -> at.trust(at.t())),
                "2-10", equation(ALL, At::printedTrust, at -> T0.add(at.printedIntegral()))).confirm();
        UnaryOperator<BigFraction> square = value -> value.multiply(value);
        LEDGER.check("2-12",
                equation(ZERO_THRESHOLD, at -> T0.add(square.apply(at.slope().multiply(at.t())).divide(2)), at -> at.trust(at.t())),
                "2-11",
                equation(ZERO_THRESHOLD, at -> T0.add(square.apply(at.slope().multiply(at.t())).divide(2)), At::printedTrust)).confirm();
        // the formulas at t = 1, 2, 5, worked by hand
        List<At> example = ZERO_THRESHOLD.subList(0, 3);
        assertEquals(List.of("3/4", "11/10", "11/4"), example.stream().map(at -> Fractions.format(at.trust(at.t()))).toList());
        assertEquals(List.of("101/200", "13/25", "5/8"), example.stream().map(at -> Fractions.format(at.printedTrust())).toList());
    }

    /// The equation is symmetric in k and k′ where I_min = 0, so that no point there refutes step 2-09.
    @Test
    void theExchangeOfTheRatesHidesWhereTheThresholdIsZero() {
        Finding exchange = equation(
                ZERO_THRESHOLD,
                at -> at.slope().multiply(at.integral(t -> at.k().multiply(t).subtract(at.threshold()))),
                at -> at.integral(t -> at.k().multiply(at.slope().multiply(t).subtract(at.threshold()))));
        assertEquals("equal at 4 points", exchange.recomputed());
    }

    @Test
    void theThresholdIsWhereTrustIsLeast() {
        Extremum minimum = DIP.minimum(5);
        assertEquals(1, minimum.at());
        assertEquals("9/20", exact(DIP, 1));
        confirm("2-03", new Finding.Statement(IntStream.of(0, 2, 3)
                .mapToObj(t -> new Case("t = " + t, trust(DIP, 1).compareTo(trust(DIP, t)) >= 0))
                .toList()));
        confirm("2-04", new Finding.Statement(IntStream.rangeClosed(1, 4)
                .mapToObj(t -> new Case("around t = " + t, secondDifference(EXAMPLE, t).equals(BigFraction.ZERO)))
                .toList()));
        assertEquals(Fractions.of(1, 10), secondDifference(EXAMPLE, 3), "k k'");
        assertEquals(BigFraction.ZERO, secondDifference(constant(0.2, 0), 3), "linear at constant transparency");
        confirm("2-05", new Finding.Statement(IntStream.rangeClosed(0, 2)
                .mapToObj(tenths -> constant(tenths / 10.0, 0.3))
                .map(below -> new Case(below.toString(), trust(below, 1).compareTo(trust(below, 0)) > 0))
                .toList()));
    }

    @Test
    void theSameFunctionIsALevelAndARate() {
        TrustTrajectory constant = constant(0.2, 0);
        BigFraction level = Fractions.ofDecimal(constant.rate(2)).subtract(Fractions.ofDecimal(constant.rate(0)));
        BigFraction rate = trust(constant, 2).subtract(trust(constant, 0));
        assertEquals(Fractions.of(2, 5), rate);
        confirm("2-01", Accounts.of("T(2) - T(0)", "3.1", Fractions.format(level), "4.1", Fractions.format(rate)));
    }

    @Test
    void theExampleIsNotDetermined() {
        List<At> choices = List.of(at("1", "1/10", "0", 1), at("2", "1/10", "0", 1), at("1", "1/5", "0", 1));
        confirm("2-06", new Readings(choices.stream().map(at -> Readings.gives(at.toString(), at.trust(at.t()))).toList()));
        assertEquals(List.of("3/4", "1", "4/5"), choices.stream().map(at -> Fractions.format(at.trust(at.t()))).toList());

        Transparency.Ramp ramp = Transparency.ramp(0.2, 0.1);
        assertEquals(8, ramp.leavesUnitIntervalAt().orElseThrow(), 8 * Math.ulp(1.0));
        confirm("2-07", Readings.of(
                Readings.gives("I(10) as printed", ramp.at(10), ""),
                Readings.gives("I(10) with a cap", Transparency.cappedRamp(0.2, 0.1).at(10), "")));
    }

    @Test
    void trustPassesOne() {
        OptionalDouble passage = EXAMPLE.firstPassage(1, 1000);
        // √14 − 2, from (t + 2)² = 14
        assertEquals(1.7416573867739416, passage.orElseThrow(), 2 * Math.ulp(1.0));
        assertTrue(trust(EXAMPLE, 2).compareTo(trust(EXAMPLE, 1)) > 0, "it does increase");
        At late = at("1", "1/10", "0", 11);
        confirm("2-13", new Finding.Statement(List.of(
                new Case("the right solution stays at or below 1", passage.isEmpty()),
                new Case("the printed solution stays at or below 1", late.printedTrust().compareTo(BigFraction.ONE) <= 0))));
        assertEquals("1", Fractions.format(at("1", "1/10", "0", 10).printedTrust()), "and passes 1 at 1/k'");
        assertEquals("221/200", Fractions.format(late.printedTrust()));
    }

    @Test
    void disclosureBuildsTrustUnderConditions() {
        List<TrustTrajectory> persistent = List.of(EXAMPLE, DIP, constant(0.2, 0.3));
        assertEquals(
                List.of("1/2, 3/4, 11/10", "1/2, 9/20, 1/2", "1/2, 2/5, 3/10"),
                persistent.stream().map(Document002Test::trend).toList());
        confirm("2-14", new Readings(persistent.stream()
                .map(path -> Readings.holds(path.toString(), trust(path, 1).compareTo(trust(path, 0)) > 0, trend(path)))
                .toList()));

        // k (I0 + k'/2) = k/4 at I_min = 0
        BigFraction quick = change("1");
        BigFraction slow = change("1/100");
        assertEquals(List.of("1/4", "1/400"), List.of(Fractions.format(quick), Fractions.format(slow)));
        BigFraction clear = Fractions.of(1, 100);
        confirm("2-29", Readings.of(
                Readings.holds("k = 1", quick.compareTo(clear) < 0, Fractions.format(quick)),
                Readings.holds("k = 1/100", slow.compareTo(clear) < 0, Fractions.format(slow))));
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }

    private static Finding.Equation equation(
            List<At> points, Function<At, BigFraction> printed, Function<At, BigFraction> right) {
        return new Finding.Equation(
                points.stream().map(at -> new Point(at.toString(), printed.apply(at), right.apply(at))).toList());
    }

    private static TrustTrajectory constant(double level, double threshold) {
        return TrustModel.linear(0.5, 1, threshold).under(Transparency.constant(level));
    }

    /// T(1) − T(0) at I_min = 0.
    private static BigFraction change(String k) {
        At at = at(k, "1/10", "0", 1);
        return at.trust(at.t()).subtract(T0);
    }

    private static BigFraction trust(TrustTrajectory trajectory, int t) {
        return trajectory.exact(new BigFraction(t)).orElseThrow();
    }

    private static String exact(TrustTrajectory trajectory, int t) {
        return Fractions.format(trust(trajectory, t));
    }

    private static String trend(TrustTrajectory trajectory) {
        return exact(trajectory, 0) + ", " + exact(trajectory, 1) + ", " + exact(trajectory, 2);
    }

    private static BigFraction secondDifference(TrustTrajectory trajectory, int t) {
        return trust(trajectory, t + 1).subtract(trust(trajectory, t).multiply(2)).add(trust(trajectory, t - 1));
    }
}

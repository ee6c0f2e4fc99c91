package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// What a test is worth to somebody who acts or not: acting brings `benefit` where the condition is present and costs `loss` where it is absent. Exact.
///
///     EVPI = π B − max(0, π B − (1−π) C)
///     EVSI = max(0, P(H,+) B − P(¬H,+) C) + max(0, P(H,−) B − P(¬H,−) C) − max(0, π B − (1−π) C)
///
/// It is `gap.InformationGap` for this decision, in fractions.
///
/// @param benefit `B ≥ 0`
/// @param loss `C ≥ 0`
/// @param valueWithoutTest the better of acting on everybody and on nobody
/// @param valueOfTest the expected value of sample information (EVSI), the break-even price of one test
/// @param valueOfTruth the expected value of perfect information (EVPI)
public record TestValue(
        BigFraction benefit, BigFraction loss, BigFraction valueWithoutTest, BigFraction valueOfTest, BigFraction valueOfTruth) {

    /// The value of this test; benefit and loss are read as the decimals that they print.
    ///
    /// @throws IllegalArgumentException if benefit or loss is negative or not finite
    public static TestValue of(Screening screening, double benefit, double loss) {
        ExactScreening test = Checks.present("screening", screening).exact();
        BigFraction b = Fractions.ofDecimal(Checks.nonNegative("benefit", benefit));
        BigFraction c = Fractions.ofDecimal(Checks.nonNegative("loss", loss));
        BigFraction without = actIfGood(test.prior(), ExactScreening.complement(test.prior()), b, c);
        BigFraction with = actIfGood(test.truePositives(), test.falsePositives(), b, c)
                .add(actIfGood(test.falseNegatives(), test.trueNegatives(), b, c));
        return new TestValue(b, c, without, with.subtract(without), test.prior().multiply(b).subtract(without));
    }

    /// `EVSI / EVPI`: the share of the gap that the test closes; undefined when the truth would change nothing.
    public Ratio share() {
        return Ratio.of(valueOfTest, valueOfTruth, "knowing the truth is worth nothing");
    }

    /// What testing this many people brings after paying for the tests.
    ///
    /// @throws IllegalArgumentException if the price is negative or not finite, or there are fewer than 0 people
    public BigFraction net(double pricePerTest, long people) {
        BigFraction price = Fractions.ofDecimal(Checks.nonNegative("pricePerTest", pricePerTest));
        return valueOfTest.subtract(price).multiply(new BigFraction(Checks.atLeast("people", people, 0)));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "benefit %s, loss %s%n  without the test  %10s%n  test worth        %10s%n  truth worth       %10s%n  share closed      %10s",
                Fractions.readable(benefit), Fractions.readable(loss), Fractions.readable(valueWithoutTest), Fractions.readable(valueOfTest),
                Fractions.readable(valueOfTruth), share());
    }

    private static BigFraction actIfGood(BigFraction present, BigFraction absent, BigFraction benefit, BigFraction loss) {
        BigFraction payoff = present.multiply(benefit).subtract(absent.multiply(loss));
        return payoff.getNumerator().signum() > 0 ? payoff : BigFraction.ZERO;
    }
}

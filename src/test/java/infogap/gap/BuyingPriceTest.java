package infogap.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.decision.Utility;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BuyingPriceTest {

    private static final List<String> STATES = List.of("high", "low");
    private static final List<String> MESSAGES = List.of("positive", "negative");
    private static final Distribution<String> PRIOR = Distribution.binary("high", "low", 0.2);
    private static final Channel<String, String> SCREENING = Channel.binary(STATES, MESSAGES, 0.9, 0.1);
    private static final Payoffs<String, String> PAYOFFS = Payoffs.actOrNot(STATES, 100, 50);

    /// Of the largest sum of money: what the certainty equivalents round.
    private static final double ROUNDING = 1e-12;

    /// 0.18 · 100 − 0.08 · 50 = 14: the document's screening, benefit 100 and loss 50.
    @Test
    void whoIsNeutralToRiskPaysTheExpectedValue() {
        for (double wealth : new double[] {0, 1000, -300}) {
            var price = price(Utility.linear(), wealth);
            assertEquals(14, price.price());
            // by bisection
            assertEquals(14, price(Utility.custom("2 x", x -> 2 * x), wealth).price(), 1100 * ROUNDING);
            assertEquals(14, price.riskNeutralPrice(), 1e-13);
            assertEquals("do nothing", price.actionWithoutMessage());
            assertEquals(Map.of("positive", "act", "negative", "do nothing"), price.actions());
        }
    }

    /// Constant absolute risk aversion: −log(0.18 e^(−100a) + 0.08 e^(50a) + 0.74)/a at every wealth, as long as the buyer acts after a positive.
    @Test
    void underConstantAversionItIsTheDifferenceOfCertaintyEquivalents() {
        for (double a : new double[] {1e-4, 0.005, 0.009}) {
            double expected = -Math.log(0.18 * Math.exp(-100 * a) + 0.08 * Math.exp(50 * a) + 0.74) / a;
            for (double wealth : new double[] {0, 1000}) {
                assertEquals(expected, price(Utility.cara(a), wealth).price(), 1100 * ROUNDING);
            }
        }
    }

    /// Nearly neutral to risk: a variance of money over twice a bliss point of 1e12, or an aversion of 1e-12 at a wealth of 1e9, moves the price by less
    /// than 1e-8.
    @Test
    void nearlyNeutralToRiskIsNearlyTheExpectedValue() {
        assertEquals(14, price(Utility.quadratic(1e12), 0).price(), 1e-8);
        assertEquals(14, price(Utility.cara(1e-12), 1e9).price(), 1e-8);
    }

    /// The lowest wealth is 1, and 1^(−1999) beside 51^(−1999) is all that counts: who may lose does not act, and pays nothing.
    @Test
    void extremeAversionHasAPriceToo() {
        assertEquals(0, price(Utility.crra(2000, 0), 51).price(), 51 * ROUNDING);
    }

    /// After a positive 9/13 stand against 4/13: acting is as good as not where 9 e^(−100a) + 4 e^(50a) = 13, at a = (log 3)/50.
    @Test
    void whoNeverActsPaysNothing() {
        double threshold = Math.log(3) / 50;
        var bold = price(Utility.cara(threshold - 1e-6), 0);
        assertTrue(bold.price() > 0, bold::toString);
        assertEquals(Map.of("positive", "act", "negative", "do nothing"), bold.actions());
        var timid = price(Utility.cara(threshold + 1e-6), 0);
        assertEquals(0, timid.price());
        assertEquals(Map.of("positive", "do nothing", "negative", "do nothing"), timid.actions());
        assertEquals(-14, timid.premium(), 1e-13);
    }

    /// A risk that is taken anyway, 0.6 of +100 and 0.4 of −50: who knows better loses nothing instead of 50, and the risk averter pays more than the
    /// expected value 20 for that.
    @Test
    void aMessageThatInsuresIsWorthMoreToARiskAverter() {
        double a = 0.001;
        var price = BuyingPrice.of(Distribution.binary("high", "low", 0.6), Channel.perfect(STATES), PAYOFFS, Utility.cara(a), 0).orThrow();
        double expected = Math.log((0.6 * Math.exp(-100 * a) + 0.4 * Math.exp(50 * a)) / (0.6 * Math.exp(-100 * a) + 0.4)) / a;
        assertEquals(expected, price.price(), 1000 * ROUNDING);
        assertEquals(expected - 20, price.premium(), 1000 * ROUNDING);
        assertTrue(price.premium() > 1, price::toString);
        assertTrue(price.toString().contains("high: act, low: do nothing"), price::toString);
    }

    /// The definition, by enumeration: for random problems and every family, expected utility with the message at its price is that without.
    @Test
    void atThePriceBuyingIsAsGoodAsNot() {
        SplittableRandom random = new SplittableRandom(7);
        int worthSomething = 0;
        for (int round = 0; round < 40; round++) {
            Distribution<String> prior = Distribution.binary("high", "low", random.nextInt(1, 20) / 20.0);
            Channel<String, String> channel = Channel.binary(STATES, MESSAGES, random.nextInt(0, 21) / 20.0, random.nextInt(0, 21) / 20.0);
            double[][] table = new double[3][2];
            for (double[] row : table) {
                row[0] = random.nextInt(-50, 101);
                row[1] = random.nextInt(-50, 101);
            }
            Payoffs<Integer, String> payoffs = Payoffs.of(List.of(1, 2, 3), STATES, table);
            for (Utility utility : List.of(
                    Utility.linear(), Utility.cara(0.01), Utility.crra(1, 0), Utility.crra(2, 100), Utility.quadratic(2000),
                    Utility.hara(0.5, 1, 10), Utility.custom("sqrt(x)", Math::sqrt))) {
                var price = BuyingPrice.of(prior, channel, payoffs, utility, 1000).orThrow();
                worthSomething += price.price() > 1e-6 ? 1 : 0;
                double[][] nothing = {{1, 0}, {1, 0}};
                // in money: the utility of a unit at this wealth
                double unit = utility.of(1001) - utility.of(1000);
                assertEquals(
                        enumerated(prior, nothing, table, utility, 0) / unit,
                        enumerated(prior, channel.matrix(), table, utility, price.price()) / unit,
                        1e-9,
                        () -> utility.formula() + "\n" + price);
                assertEquals(price.certaintyEquivalentWithoutMessage(), price.certaintyEquivalentWithMessage(), 1100 * ROUNDING);
            }
        }
        assertTrue(worthSomething > 70, "only " + worthSomething);
    }

    @Test
    void aUtilityThatDoesNotLikeMoneyHasNoPrice() {
        var printed = BuyingPrice.of(PRIOR, SCREENING, PAYOFFS, Utility.custom("-x^2", x -> -x * x), 0);
        assertInstanceOf(BuyingPrice.NoPrice.class, printed);
        assertTrue(printed.toString().contains("does not rise"), printed::toString);
        assertTrue(assertThrows(ArithmeticException.class, printed::orThrow).getMessage().startsWith("no buying price"));
        assertInstanceOf(BuyingPrice.NoPrice.class, BuyingPrice.of(PRIOR, SCREENING, PAYOFFS, Utility.quadratic(50), 0));
        // a loss of 50 from a wealth of 40
        assertInstanceOf(BuyingPrice.NoPrice.class, BuyingPrice.of(PRIOR, SCREENING, PAYOFFS, Utility.crra(1, 0), 40));
    }

    /// √x on a wealth of 51, all but 50 of which the buyer gives up for the truth: dearer, the table's loss of 50 is out of reach and √x undefined.
    @Test
    void whoCannotPayMoreHasNoPrice() {
        Payoffs<String, String> payoffs = Payoffs.actOrNot(STATES, 1000, 50);
        var poor = BuyingPrice.of(PRIOR, Channel.perfect(STATES), payoffs, Utility.custom("sqrt(x)", Math::sqrt), 51);
        assertInstanceOf(BuyingPrice.NoPrice.class, poor);
        assertTrue(poor.toString().contains("still buys at 0.99999999"), poor::toString);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> price(Utility.linear(), Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> BuyingPrice.of(Distribution.binary("low", "high", 0.2), SCREENING, PAYOFFS, Utility.linear(), 0));
        assertThrows(IllegalArgumentException.class, () -> BuyingPrice.of(PRIOR, SCREENING, PAYOFFS, null, 0));
    }

    private static BuyingPrice.Price<String, String> price(Utility utility, double wealth) {
        return BuyingPrice.of(PRIOR, SCREENING, PAYOFFS, utility, wealth).orThrow();
    }

    /// `Σ_y max_a Σ_θ p(θ) p(y | θ) u(1000 + a(θ) − p)`.
    private static double enumerated(Distribution<String> prior, double[][] channel, double[][] table, Utility utility, double price) {
        double sum = 0;
        for (int y = 0; y < 2; y++) {
            double best = Double.NEGATIVE_INFINITY;
            for (double[] payoff : table) {
                double expected = 0;
                for (int x = 0; x < 2; x++) {
                    expected += prior.probabilityAt(x) * channel[x][y] * utility.of(1000 + payoff[x] - price);
                }
                best = Math.max(best, expected);
            }
            sum += best;
        }
        return sum;
    }
}

package infogap.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InformationGapTest {

    private static final List<String> CUSTOMERS = List.of("high value", "ordinary");
    private static final Distribution<String> PRIOR = Distribution.binary("high value", "ordinary", 0.2);
    private static final Channel<String, String> SCREENING = Channel.binary(CUSTOMERS, List.of("+", "-"), 0.9, 0.1);

    /// Closed forms of a few products and one quotient.
    private static final double RELATIVE = 1e-14;

    /// Screening of the article with a benefit of 100 from treating a high-value customer specially and a loss when the customer is ordinary.
    /// By hand, loss 50: without a message nothing is done (20 − 40 < 0); after + acting brings 0.18·100 − 0.08·50 = 14; the truth 0.2·100 = 20.
    @ParameterizedTest
    @CsvSource({"50, 14, 20", "25, 16, 20", "10, 5.2, 8"})
    void screeningIsWorthItsExpectedValueOfSampleInformation(double loss, double message, double truth) {
        var gap = InformationGap.of(PRIOR, SCREENING, Payoffs.actOrNot(CUSTOMERS, 100, loss));
        assertEquals(message, gap.valueOfMessage(), RELATIVE * message);
        assertEquals(truth, gap.valueOfPerfectInformation(), RELATIVE * truth);
        assertEquals(truth, gap.total(), RELATIVE * truth);
        assertEquals(truth - message, gap.remaining(), RELATIVE * truth);
        assertEquals(message / truth, gap.shareClosed(), RELATIVE);
        assertEquals(message, gap.breakEvenPrice(), RELATIVE * message);
        assertEquals(message - 3, gap.netOf(3), RELATIVE * message);
    }

    @Test
    void eachMessageComesWithItsActionAndItsPiece() {
        var gap = InformationGap.of(PRIOR, SCREENING, Payoffs.actOrNot(CUSTOMERS, 100, 50));
        assertEquals(List.of("do nothing"), gap.actionsWithoutMessage());
        assertEquals(List.of("act"), gap.messages().getFirst().bestActions());
        assertEquals(List.of("do nothing"), gap.messages().getLast().bestActions());
        assertEquals(14 / 0.26, gap.messages().getFirst().gain(), 1e-12);
        assertEquals(0, gap.messages().getLast().gain());
        assertTrue(gap.toString().contains("share closed             0.7000"), gap::toString);
    }

    /// Knowing the state closes the whole gap, the entropy `q (1 − ln q)` of a state that is all but excluded; and is never worth an infinity.
    @Test
    void theTruthAboutANearlyExcludedStateIsWorthItsEntropy() {
        for (double q : new double[] {1e-100, 1e-306}) {
            var gap = InformationGap.of(Distribution.binary("high value", "ordinary", q), Channel.perfect(CUSTOMERS), LogScore.nats());
            assertEquals(q * (1 - Math.log(q)), gap.closed(), RELATIVE * gap.total());
            assertEquals(1, gap.shareClosed());
            // the prior's 1 − q is the double 1, whose share q of the entropy is missing
            assertEquals(gap.closed(), gap.total(), q * (1 + 1e-9));
        }
    }

    /// A constant leaves nothing to know, whatever the sum of its weighted copies rounds; differences are seen from every origin.
    @Test
    void aConstantNumberHasNoGapUnderSquaredError() {
        Channel<Integer, String> halves = Channel.of(
                List.of(1, 2, 3, 4, 5, 6, 7), List.of("low", "high"),
                new double[][] {{1, 0}, {1, 0}, {1, 0}, {0.5, 0.5}, {0, 1}, {0, 1}, {0, 1}});
        Distribution<Integer> prior = Distribution.uniform(halves.inputs());
        var constant = InformationGap.of(prior, halves, SquaredError.of(state -> 0.1));
        assertEquals(0, constant.total());
        assertInstanceOf(Share.NoGap.class, constant.share());
        // Var 4; the means of the halves are 4 ± 12/7
        for (double origin : new double[] {0, 1e6, 1e12}) {
            var moved = InformationGap.of(prior, halves, SquaredError.of(state -> origin + state));
            assertEquals(4, moved.total(), 1e-14);
            assertEquals(144.0 / 49 / 4, moved.shareClosed(), 1e-14);
        }
    }

    @Test
    void numbersWhoseSquaresAreOutOfRangeAreRefused() {
        for (double unit : new double[] {1e200, 1e-170}) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> InformationGap.of(PRIOR, SCREENING, SquaredError.of(state -> unit * state.length())))
                    .getMessage();
            assertTrue(message.contains("in another unit"), message);
        }
        for (double payoff : new double[] {1e308, -1e308}) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> Payoffs.of(List.of("act", "wait"), CUSTOMERS, new double[][] {{payoff, 0}, {0, 0}}))
                    .getMessage();
            assertTrue(message.startsWith("payoffs[0][0] must be a number in [") && message.endsWith("E308"), message);
        }
        double most = Payoffs.LARGEST;
        var gap = InformationGap.of(
                PRIOR, SCREENING, Payoffs.of(List.of("act", "wait"), CUSTOMERS, new double[][] {{most, -most}, {-most, most}}));
        // 0.2 · 2 of the largest is ahead; after + the belief of 9/13 changes the action: 2 (0.18 − 0.08)
        assertEquals(0.5, gap.shareClosed(), RELATIVE);
    }

    @Test
    void itsPartsPrintAsTables() {
        var gap = InformationGap.of(PRIOR, SCREENING, Payoffs.actOrNot(CUSTOMERS, 100, 50));
        assertEquals(
                """
                message + with probability 0.260000: value 53.8462, gain 53.8462, best action act
                  high value  0.692308
                  ordinary    0.307692""",
                gap.messages().getFirst().toString());
        assertEquals(
                """
                both believe
                  high value  0.200000
                  ordinary    0.800000
                one side sees
                              high value  ordinary
                  high value    1.000000  0.000000
                  ordinary      0.000000  1.000000
                and the other what is left of it by
                                     +         -
                  high value  0.900000  0.100000
                  ordinary    0.100000  0.900000""",
                gap.asymmetry().toString());
        assertTrue(gap.inBits().messages().getFirst().toString().startsWith("message + with probability 0.260000: value "));
    }

    @Test
    void tiesAreStated() {
        // 0.2·100 = 0.8·25
        var gap = InformationGap.of(PRIOR, SCREENING, Payoffs.actOrNot(CUSTOMERS, 100, 25));
        assertEquals(2, gap.actionsWithoutMessage().size());
    }

    @Test
    void screeningInBitsAndInBrierScore() {
        var gap = InformationGap.of(PRIOR, SCREENING, Payoffs.actOrNot(CUSTOMERS, 100, 50));
        // exact values computed with 30 digits from the entropies of 1/5, 9/13 and 1/37
        assertEquals(0.357750778903336674, gap.inBits().closed(), 1e-15);
        assertEquals(0.721928094887362348, gap.inBits().total(), 1e-15);
        assertEquals(0.49554904627884604, gap.inBits().shareClosed(), 2e-15);
        assertEquals(256.0 / 481, gap.inBrierScore().shareClosed(), 2e-15);
    }

    /// The same article's quality signal: 60 % honest, 0.9 and 0.1.
    @Test
    void qualitySignalInBitsAndInBrierScore() {
        var prior = Distribution.binary("honest", "deceptive", 0.6);
        var channel = Channel.binary(prior.states(), List.of("high", "low"), 0.9, 0.1);
        var bits = InformationGap.of(prior, channel, LogScore.bits());
        assertEquals(0.512458301444372, bits.closed(), 1e-15);
        assertEquals(0.9709505944546687, bits.total(), 1e-15);
        assertEquals(0.5277902957896564, bits.shareClosed(), 2e-15);
        assertEquals(128.0 / 203, bits.inBrierScore().shareClosed(), 2e-15);
    }

    @Test
    void natsAreBitsTimesLogTwo() {
        var bits = InformationGap.of(PRIOR, SCREENING, LogScore.bits());
        var nats = InformationGap.of(PRIOR, SCREENING, LogScore.nats());
        assertEquals(bits.closed() * Math.log(2), nats.closed(), 1e-16);
        assertEquals("nats", nats.decision().unit());
    }

    @Test
    void squaredErrorExplainsVariance() {
        var prior = Distribution.uniform(List.of(1.0, 2.0, 3.0, 6.0));
        var halves = Channel.of(prior.states(), List.of("low", "high"), new double[][] {{1, 0}, {1, 0}, {0, 1}, {0, 1}});
        var gap = InformationGap.of(prior, halves, SquaredError.ofNumbers());
        // mean 3, variance 14/4; group means 1.5 and 4.5, between variance 2.25
        assertEquals(3.5, gap.total(), 1e-15);
        assertEquals(2.25, gap.closed(), 1e-15);
        assertEquals(1.25, gap.remaining(), 1e-15);
        assertEquals(List.of(1.5), gap.messages().getFirst().bestActions());
        SampleGap sample = SampleGap.ofGroups(new double[] {1, 2, 3, 6}, List.of("low", "low", "high", "high"));
        assertEquals(gap.shareClosed(), sample.shareClosed(), 1e-15);
    }

    @Test
    void aCertainPriorHasNoGap() {
        var certain = Distribution.binary("high value", "ordinary", 1);
        var gap = InformationGap.of(certain, SCREENING, LogScore.bits());
        assertEquals(0, gap.total());
        assertInstanceOf(Share.NoGap.class, gap.share());
        assertThrows(ArithmeticException.class, gap::shareClosed);
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        var other = Distribution.binary("ordinary", "high value", 0.8);
        assertThrows(IllegalArgumentException.class, () -> InformationGap.of(other, SCREENING, LogScore.bits()));
        var decision = Payoffs.actOrNot(List.of("x", "y"), 1, 1);
        assertThrows(IllegalArgumentException.class, () -> InformationGap.of(PRIOR, SCREENING, decision));
        assertThrows(IllegalStateException.class, InformationGap.of(PRIOR, SCREENING, LogScore.bits())::breakEvenPrice);
    }
}

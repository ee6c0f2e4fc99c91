package infogap.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiskSharingTest {

    private static final double ROUNDING = 1e-13;

    /// Two people own 3 and 1 the one way round or the other. Without news they insure each other and both consume 2; when the weather is announced first,
    /// nothing is left to insure: (log 3 + log 1)/2, a sure √3.
    @Test
    void newsBeforeTheMarketDestroysInsurance() {
        var prior = Distribution.binary("sun", "rain", 0.5);
        RiskSharing sharing = RiskSharing.of(prior, Channel.perfect(prior.states()), new double[][] {{3, 1}, {1, 3}});
        for (RiskSharing.Person person : sharing.people()) {
            assertEquals(2, person.certaintyEquivalentWithoutMessage(), ROUNDING);
            assertEquals(Math.sqrt(3), person.certaintyEquivalentWithMessage(), ROUNDING);
            assertEquals(2 - Math.sqrt(3), person.loss(), ROUNDING);
        }
        assertTrue(sharing.toString().contains("0.267949"), sharing::toString);
    }

    @Test
    void newsThatChangesNoShareHurtsNobody() {
        var prior = Distribution.binary("sun", "rain", 0.3);
        RiskSharing proportional = RiskSharing.of(prior, Channel.perfect(prior.states()), new double[][] {{2, 4}, {1, 2}});
        RiskSharing silent = RiskSharing.of(
                prior, Channel.uninformative(prior.states(), Distribution.binary("a", "b", 0.5)), new double[][] {{3, 1}, {1, 3}});
        for (RiskSharing sharing : List.of(proportional, silent)) {
            sharing.people().forEach(person -> assertEquals(0, person.loss(), ROUNDING));
        }
    }

    /// The closed form is an equilibrium: at its prices everybody spends what the endowment is worth, markets clear, and no other affordable consumption is better.
    @Test
    void theClosedFormIsTheEquilibriumAndNobodyGains() {
        SplittableRandom random = new SplittableRandom(41);
        for (int round = 0; round < 40; round++) {
            int states = random.nextInt(2, 5);
            int people = random.nextInt(2, 5);
            double[][] endowments = new double[people][states];
            for (double[] row : endowments) {
                Arrays.setAll(row, j -> random.nextDouble(0.1, 5));
            }
            Distribution<Integer> prior = Distribution.normalized(
                    IntStream.range(0, states).boxed().toList(), IntStream.range(0, states).mapToDouble(j -> random.nextDouble(0.1, 1)).toArray());
            Channel<Integer, Integer> message = InformationGapPropertyTest.randomChannel(random, states, random.nextInt(2, 5));
            RiskSharing sharing = RiskSharing.of(prior, message, endowments);
            double[] total = new double[states];
            for (double[] row : endowments) {
                Arrays.setAll(total, j -> total[j] + row[j]);
            }
            double[] price = new double[states];
            Arrays.setAll(price, j -> prior.probabilityAt(j) / total[j]);
            double shares = 0;
            for (int i = 0; i < people; i++) {
                double[] mine = endowments[i];
                double wealth = IntStream.range(0, states).mapToDouble(j -> price[j] * mine[j]).sum();
                shares += wealth;
                // wealth is measured in units in which all claims together cost 1, so that it is the share of every state
                double claimed = IntStream.range(0, states)
                        .mapToDouble(j -> prior.probabilityAt(j) * Math.log(wealth * total[j]))
                        .sum();
                assertEquals(claimed, sharing.people().get(i).expectedUtilityWithoutMessage(), ROUNDING);
                double[] other = IntStream.range(0, states).mapToDouble(j -> random.nextDouble(0.1, 5)).toArray();
                double cost = IntStream.range(0, states).mapToDouble(j -> price[j] * other[j]).sum();
                double alternative = IntStream.range(0, states)
                        .mapToDouble(j -> prior.probabilityAt(j) * Math.log(other[j] * wealth / cost))
                        .sum();
                assertTrue(alternative <= claimed + ROUNDING);
                assertTrue(sharing.people().get(i).loss() >= -ROUNDING, "news helps nobody");
            }
            assertEquals(1, shares, ROUNDING);
        }
    }

    @Test
    void nothingIsOwnedOrPartsDoNotFit() {
        var prior = Distribution.binary("sun", "rain", 0.5);
        var news = Channel.perfect(prior.states());
        assertThrows(IllegalArgumentException.class, () -> RiskSharing.of(prior, news, new double[][] {{0, 1}, {1, 1}}));
        assertThrows(IllegalArgumentException.class, () -> RiskSharing.of(prior, news, new double[][] {{1, 1, 1}}));
        assertThrows(IllegalArgumentException.class, () -> RiskSharing.of(prior, news, new double[][] {{Double.NaN, 1}}));
        assertThrows(IllegalArgumentException.class, () -> RiskSharing.of(prior, null, new double[][] {{1, 1}}));
    }
}

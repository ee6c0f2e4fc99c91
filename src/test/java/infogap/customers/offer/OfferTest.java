package infogap.customers.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.customers.service.Routing;
import infogap.numeric.Fractions;
import infogap.probability.Distribution;
import infogap.table.data.DataPackage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class OfferTest {

    private static final double ROUNDING = 1e-12;
    private static final Map<String, Double> MARGINS = Map.of("tea", 4.0, "cup", 6.0, "honey", 5.0, "sugar", 1.0, "filter", 3.0, "water", 0.5);

    private static final List<Shopper> SHOPPERS = shoppers();
    private static final OfferModel MODEL = OfferModel.fit(SHOPPERS.subList(0, 2000));

    private static List<Shopper> shoppers() {
        Table customers = DataPackage.read(Path.of("data/crm")).table("customers");
        return Shopper.of(customers, "basket", ";", "channel");
    }

    private static Shopper shopper(String profile, String... items) {
        return new Shopper(new TreeSet<>(Arrays.asList(items)), List.of(profile));
    }

    @Test
    void theBeliefIsTheFormulaOnASmallTable() {
        OfferModel model = OfferModel.fit(List.of(
                shopper("web", "a", "b"), shopper("web", "a", "b"), shopper("app", "a", "c"), shopper("app", "c")));
        // next after {a} on the web: b: 2/4 · P(a|b) = 3/4 · (1 − P(c|b)) = 3/4 · P(web|b) = 3/4; c: 2/4 · P(a|c) = 2/4 · (1 − P(b|c)) = 3/4 · P(web|c) = 1/4
        double b = 27.0 / 128;
        double c = 3.0 / 64;
        Distribution<String> belief = model.belief(shopper("web", "a"));
        assertEquals(List.of("b", "c"), belief.states());
        assertEquals(b / (b + c), belief.probability("b"), ROUNDING);
        // b and c were bought twice each
        assertEquals(0.5, model.popularity(shopper("web", "a")).probability("b"), ROUNDING);
    }

    @Test
    void teaBringsACup() {
        assertEquals("cup", MODEL.rank(shopper("app", "tea"), MARGINS).getFirst().item());
        assertTrue(MODEL.belief(shopper("app", "tea")).probability("cup") > MODEL.belief(shopper("app", "honey")).probability("cup") + 0.2);
    }

    @Test
    void onShoppersItNeverSawTheModelBeatsPopularity() {
        OfferTrial trial = OfferTrial.of(MODEL, SHOPPERS.subList(2000, 3000), MARGINS, 1);
        assertEquals(1000, trial.cases().size());
        // the standard error of a share of 1000 cases is at most 0.016
        assertTrue(trial.hitRate(1) > trial.hitRateOfPopularity(1) + 3 * 0.016, trial.toString());
        assertTrue(trial.hitRate(2) >= trial.hitRate(1), trial.toString());
        assertTrue(trial.profit() > trial.profitOfPopularity() && trial.profit() < trial.profitOfTruth(), trial.toString());
        assertEquals(1, trial.hitRate(6));
        assertEquals(5, trial.toString().lines().count(), trial.toString());
    }

    @Test
    void askingAPersonAboutTheDoubtfulCasesEarnsMoreThanAskingAlwaysOrNever() {
        double price = 1.5;
        Routing learned = OfferTrial.of(MODEL, SHOPPERS.subList(2000, 2500), MARGINS, 1).routing(price);
        Routing tried = OfferTrial.of(MODEL, SHOPPERS.subList(2500, 3000), MARGINS, 2).routing(price);
        double threshold = learned.best().threshold();
        double earned = Fractions.toDouble(tried.at(threshold).payoff());
        assertTrue(earned > Fractions.toDouble(tried.curve().getFirst().payoff()), "always: " + tried);
        assertTrue(earned > Fractions.toDouble(tried.curve().getLast().payoff()), "never: " + tried);
        int toPerson = tried.at(threshold).toHuman();
        assertTrue(toPerson > 0 && toPerson < 500, toPerson + " of 500 to a person");
    }

    @Test
    void theExpectedGapIsRealisedOnAverageWhereTheBeliefsAreRight() {
        OfferTrial trial = OfferTrial.of(MODEL, SHOPPERS.subList(2000, 3000), MARGINS, 1);
        Routing free = trial.routing(0);
        // with a free look everything is known: the first point of the curve is the truth, the last one the model alone
        assertEquals(trial.profitOfTruth() * 1000, Fractions.toDouble(free.curve().getFirst().payoff()), 1e-6);
        assertEquals(trial.profit() * 1000, Fractions.toDouble(free.curve().getLast().payoff()), 1e-6);
        double expected = trial.cases().stream()
                .mapToDouble(one -> one.belief().expectation(MARGINS::get)
                        - OfferModel.rank(one.belief(), MARGINS).getFirst().expectedProfit())
                .average().orElseThrow();
        // a case earns between 0 and 6: the standard error of the mean is at most 6/2/√1000
        assertEquals(trial.profitOfTruth() - trial.profit(), expected, 3 * 3 / Math.sqrt(1000));
    }

    @Test
    void whatCannotBeOfferedIsRefusedByName() {
        assertEquals("margins must have one for every item, but 'cup' has none",
                assertThrows(IllegalArgumentException.class, () -> OfferTrial.of(MODEL, SHOPPERS, Map.of("tea", 1.0), 1)).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> MODEL.belief(shopper("app", "coal"))).getMessage().endsWith("but holds 'coal'"));
        assertThrows(IllegalArgumentException.class, () -> MODEL.belief(shopper("app", MODEL.items().toArray(String[]::new))));
        assertThrows(IllegalArgumentException.class, () -> MODEL.belief(new Shopper(new TreeSet<>(), List.of())));
        assertThrows(IllegalArgumentException.class, () -> OfferModel.fit(List.of(shopper("app", "tea"))));
    }
}

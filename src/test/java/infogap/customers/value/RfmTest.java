package infogap.customers.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RfmTest {

    @Test
    void fiveCustomersAndFiveScoresByHand() {
        // quintiles of five different values lie between them: everybody gets another score
        PurchaseHistory history = history(
                summary("a", 1, 10, 20, 5, 5),
                summary("b", 2, 19, 20, 5, 500),
                summary("c", 3, 15, 20, 50, 40),
                summary("d", 4, 5, 20, 5, 1),
                summary("e", 5, 12, 20, 200, 0.5));
        assertEquals(List.of("2-1-2", "5-2-5", "4-3-3", "1-4-1", "3-5-4"), cells(Rfm.of(history, 5)));
    }

    @Test
    void equalValuesShareAScoreAndScoresBetweenCoincidingQuantilesAreGivenToNobody() {
        // six of ten never bought again: the quintiles of x are 0, 0, 0.4 and 1.2
        List<PurchaseSummary> customers = new ArrayList<>();
        int[] x = {0, 0, 0, 0, 0, 0, 1, 1, 2, 3};
        for (int i = 0; i < x.length; i++) {
            customers.add(summary("c" + i, x[i], x[i] == 0 ? 0 : 4, 9, 1, x[i]));
        }
        Rfm rfm = Rfm.of(new PurchaseHistory(customers, CalendarUnit.WEEKS, 0), 5);
        assertEquals(List.of(1, 1, 1, 1, 1, 1, 4, 4, 5, 5), rfm.scores().stream().map(Rfm.Score::frequency).toList());
        assertEquals(List.of("1", "3", "4", "5"), rfm.frequency().labels());
    }

    @Test
    void customersWhoAllDidTheSameAllScoreOne() {
        PurchaseHistory history = history(summary("a", 0, 0, 9, 7, 0), summary("b", 0, 0, 9, 7, 0), summary("c", 0, 0, 9, 7, 0));
        assertEquals(List.of("1-1-1", "1-1-1", "1-1-1"), cells(Rfm.of(history, 4)));
    }

    @Test
    void scoresFollowTheValuesAndEachHasItsShare() {
        SplittableRandom random = new SplittableRandom(8);
        PurchaseHistory history = new PurchaseHistory(
                IntStream.range(0, 500).mapToObj(i -> summary("c" + i, 1 + random.nextInt(1000), random.nextDouble(1, 50), 50, 1, random.nextDouble(100))).toList(),
                CalendarUnit.WEEKS, 0);
        Rfm rfm = Rfm.of(history, 5);
        for (int score = 1; score <= 5; score++) {
            int wanted = score;
            assertEquals(100, rfm.scores().stream().filter(s -> s.monetary() == wanted).count());
            assertEquals(100, rfm.scores().stream().filter(s -> s.recency() == wanted).count());
        }
        for (int i = 0; i < 500; i++) {
            for (int j = 0; j < 500; j++) {
                PurchaseSummary one = history.customers().get(i);
                PurchaseSummary other = history.customers().get(j);
                if (one.pattern().frequency() <= other.pattern().frequency()) {
                    assertTrue(rfm.scores().get(i).frequency() <= rfm.scores().get(j).frequency());
                }
                if (one.pattern().recency() <= other.pattern().recency()) {
                    assertTrue(rfm.scores().get(i).recency() <= rfm.scores().get(j).recency());
                }
            }
        }
    }

    @Test
    void fewerThanTwoBandsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Rfm.of(history(summary("a", 0, 0, 9, 7, 0)), 1));
        assertThrows(IllegalArgumentException.class, () -> Rfm.of(null, 5));
    }

    private static List<String> cells(Rfm rfm) {
        return rfm.scores().stream().map(Rfm.Score::cell).toList();
    }

    private static PurchaseHistory history(PurchaseSummary... customers) {
        return new PurchaseHistory(List.of(customers), CalendarUnit.WEEKS, 0);
    }

    private static PurchaseSummary summary(String name, int x, double recency, double age, double first, double repeat) {
        return new PurchaseSummary(name, new BuyingPattern(x, recency, age), first, repeat);
    }
}

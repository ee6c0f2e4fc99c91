package infogap.customers.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.table.data.DateForm;
import infogap.table.data.TableGuess;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PurchaseHistoryTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 3, 12);

    /// Ada buys in weeks 0, 2 and 6, twice on the last of these days, and again after the end; Bob once in week 3.
    private static final List<Purchase> PURCHASES = List.of(
            Purchase.on("Ada", START, 10),
            Purchase.on("Bob", START.plusWeeks(3), 8),
            Purchase.on("Ada", START.plusWeeks(6), 25),
            Purchase.on("Ada", START.plusWeeks(2), 20),
            Purchase.on("Ada", START.plusWeeks(6), 15),
            Purchase.on("Ada", END.plusDays(1), 99));

    @Test
    void aSmallHistoryByHand() {
        PurchaseHistory history = PurchaseHistory.of(PURCHASES, END, CalendarUnit.WEEKS);
        assertEquals(List.of(
                        new PurchaseSummary("Ada", new BuyingPattern(2, 6, 10), 10, 60),
                        new PurchaseSummary("Bob", new BuyingPattern(0, 0, 7), 8, 0)),
                history.customers());
        assertEquals(1, history.later());
        assertEquals(1, history.returned());
        assertEquals(OptionalDouble.of(30), history.customer("Ada").meanRepeatValue());
        assertEquals(OptionalDouble.empty(), history.customer("Bob").meanRepeatValue());
        assertEquals(70, history.customer("Ada").totalValue());
        assertTrue(history.toString().contains("Bob                   0      0.000      7.000            –"), history.toString());
    }

    @Test
    void theUnitScalesTheTimesAndNothingElse() {
        PurchaseHistory days = PurchaseHistory.of(PURCHASES, END, CalendarUnit.DAYS);
        assertEquals(new BuyingPattern(2, 42, 70), days.customer("Ada").pattern());
        BuyingPattern years = PurchaseHistory.of(PURCHASES, END, CalendarUnit.YEARS).customer("Ada").pattern();
        assertEquals(70 / 365.25, years.age(), 1e-15);
        assertEquals(365.25 / 7, CalendarUnit.WEEKS.perYear(), 1e-12);
    }

    @Test
    void theOrderOfThePurchasesDoesNotMatter() {
        List<Purchase> shuffled = new ArrayList<>(PURCHASES);
        Collections.shuffle(shuffled, new Random(3));
        assertEquals(PurchaseHistory.of(PURCHASES, END, CalendarUnit.WEEKS), PurchaseHistory.of(shuffled, END, CalendarUnit.WEEKS));
    }

    @Test
    void timesOfDayAreTwoPurchasesAndWhatIsBoughtAtTheEndCounts() {
        PurchaseHistory history = PurchaseHistory.of(
                List.of(new Purchase("Ada", 0.25, 1), new Purchase("Ada", 0.75, 2), new Purchase("Ada", 4, 3), new Purchase("Eve", 5, 1)), 4, CalendarUnit.DAYS);
        assertEquals(List.of(new BuyingPattern(2, 3.75, 3.75)), history.patterns());
        assertEquals(1, history.later());
    }

    @Test
    void aTableWithOnePurchasePerRow() {
        Table table = table();
        PurchaseHistory history = PurchaseHistory.of(table, "who", "when", "paid", END, CalendarUnit.WEEKS);
        assertEquals(PurchaseHistory.of(PURCHASES, END, CalendarUnit.WEEKS), history);
    }

    @Test
    void aBadTableIsRefusedWithItsPlace() {
        Table table = table();
        assertMessage("orders.csv must have a column 'buyer', but has [who, when, paid]", () -> history(table, "buyer", "when", "paid"));
        assertMessage("orders.csv, column 'paid' must hold dates, but holds DOUBLE", () -> history(table, "who", "paid", "paid"));
        assertMessage("orders.csv, row 1, column 'who' must be a number, but is the text 'Ada'", () -> history(table, "who", "when", "who"));
        table.doubleColumn("paid").set(2, -5.0);
        assertMessage("orders.csv, row 3, column 'paid' must be at least 0, but is -5.0", () -> history(table, "who", "when", "paid"));
        table.doubleColumn("paid").set(2, 5.0);
        table.dateColumn("when").setMissing(1);
        assertMessage("orders.csv, row 2, column 'when' must have a value, but is missing: clean the table first", () -> history(table, "who", "when", "paid"));
    }

    @Test
    void badArgumentsAreRefused() {
        assertMessage("customer must be a text that is not blank, but is ' '", () -> new Purchase(" ", 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Purchase("Ada", Double.NaN, 1));
        assertMessage("amount must be a finite number of at least 0, but is -1", () -> Purchase.on("Ada", START, -1));
        assertThrows(IllegalArgumentException.class, () -> Purchase.on("Ada", START, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Purchase.on("Ada", null, 1));
        assertMessage("end must not lie before every purchase, but is day 0.0", () -> PurchaseHistory.of(PURCHASES, 0, CalendarUnit.DAYS));
        assertThrows(IllegalArgumentException.class, () -> PurchaseHistory.of(PURCHASES, Double.NaN, CalendarUnit.DAYS));
        assertThrows(IllegalArgumentException.class, () -> PurchaseHistory.of(List.of(), END, CalendarUnit.DAYS));
        assertThrows(IllegalArgumentException.class, () -> PurchaseHistory.of(PURCHASES, END, null));
        PurchaseHistory history = PurchaseHistory.of(PURCHASES, END, CalendarUnit.WEEKS);
        assertMessage("customer must be one of the 2 in the history, but is 'Eve'", () -> history.customer("Eve"));
        PurchaseSummary ada = history.customer("Ada");
        assertThrows(IllegalArgumentException.class, () -> new PurchaseHistory(List.of(ada, ada), CalendarUnit.WEEKS, 0));
        assertMessage("repeatValue must be 0 without a repeat purchase, but is 3",
                () -> new PurchaseSummary("Bob", new BuyingPattern(0, 0, 7), 8, 3));
    }

    @Test
    void aStrangersFileGivesTheSameHistoryWhateverTheFormOfItsDates() {
        PurchaseHistory expected = history(table(), "who", "when", "paid");
        for (DateForm form : DateForm.values()) {
            StringBuilder csv = new StringBuilder("who;when;paid\n");
            for (Purchase purchase : PURCHASES) {
                LocalDate day = LocalDate.ofEpochDay((long) purchase.day());
                String written = form.pattern().replace("%Y", day.getYear() + "").replace("%m", String.format("%02d", day.getMonthValue()))
                        .replace("%d", String.format("%02d", day.getDayOfMonth())).replace("%b", day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
                csv.append(purchase.customer()).append(';').append(written).append(';').append(String.valueOf(purchase.amount()).replace('.', ',')).append('\n');
            }
            assertEquals(expected, history(TableGuess.ofText("orders.csv", csv.toString()).table(), "who", "when", "paid"), form.name());
        }
    }

    private static Table table() {
        return Table.create("orders.csv",
                StringColumn.create("who", PURCHASES.stream().map(Purchase::customer).toArray(String[]::new)),
                DateColumn.create("when", PURCHASES.stream().map(purchase -> LocalDate.ofEpochDay((long) purchase.day())).toArray(LocalDate[]::new)),
                DoubleColumn.create("paid", PURCHASES.stream().mapToDouble(Purchase::amount).toArray()));
    }

    private static PurchaseHistory history(Table table, String customer, String date, String amount) {
        return PurchaseHistory.of(table, customer, date, amount, END, CalendarUnit.WEEKS);
    }

    private static void assertMessage(String expected, Executable call) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}

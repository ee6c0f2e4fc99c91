package infogap.customers.value;

import infogap.table.data.MissingValues;
import infogap.table.prepare.Features;
import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// All customers' purchases up to the end of an observation.
///
/// What a customer bought at exactly the same time, so on the same date, is one purchase. Purchases after the end are not counted: they are there to hold a
/// forecast against. A customer who only bought after the end is not there.
///
/// @param customers one summary for each customer, in alphabetical order
/// @param unit in which all times are
/// @param later how many purchases came after the end
public record PurchaseHistory(List<PurchaseSummary> customers, CalendarUnit unit, int later) {

    /// Keeps an immutable copy.
    ///
    /// @throws IllegalArgumentException if there is no customer or no unit, a customer stands twice, or `later` is negative
    public PurchaseHistory {
        customers = Checks.notEmpty("customers", customers);
        Checks.distinct("names of the customers", customers.stream().map(PurchaseSummary::customer).toList());
        Checks.present("unit", unit);
        Checks.atLeast("later", later, 0);
    }

    /// The history up to the close of a day: what was bought on that date counts.
    ///
    /// @throws IllegalArgumentException if nothing was bought up to the end
    public static PurchaseHistory of(List<Purchase> purchases, LocalDate end, CalendarUnit unit) {
        return of(purchases, Checks.present("end", end).toEpochDay(), unit);
    }

    /// The history up to a time.
    ///
    /// @param end in days since 1970-01-01, as the purchases' times
    /// @throws IllegalArgumentException if nothing was bought up to the end, or the end is not finite
    public static PurchaseHistory of(List<Purchase> purchases, double end, CalendarUnit unit) {
        Checks.finite("end", end);
        Checks.present("unit", unit);
        Map<String, SortedMap<Double, CompensatedSum>> byCustomer = new TreeMap<>();
        int later = 0;
        for (Purchase purchase : Checks.notEmpty("purchases", purchases)) {
            if (purchase.day() > end) {
                later++;
                continue;
            }
            // minus zero is another key than zero, and the same time
            byCustomer.computeIfAbsent(purchase.customer(), _ -> new TreeMap<>())
                    .computeIfAbsent(purchase.day() + 0.0, _ -> new CompensatedSum())
                    .add(purchase.amount());
        }
        if (byCustomer.isEmpty()) {
            throw new IllegalArgumentException("end must not lie before every purchase, but is day " + end);
        }
        List<PurchaseSummary> customers = new ArrayList<>();
        byCustomer.forEach((customer, amounts) -> customers.add(summary(customer, amounts, end, unit)));
        return new PurchaseHistory(customers, unit, later);
    }

    /// The history in a table with one purchase per row.
    ///
    /// @param customer the column that names the customer
    /// @param date the column of dates
    /// @param amount the column of numbers that says what was paid
    /// @throws IllegalArgumentException if a column is missing or of another type, a cell is empty, an amount is negative, or nothing was bought up to the end
    public static PurchaseHistory of(Table table, String customer, String date, String amount, LocalDate end, CalendarUnit unit) {
        Checks.present("table", table);
        for (String name : List.of(customer, date, amount)) {
            if (!table.containsColumn(name)) {
                throw new IllegalArgumentException(table.name() + " must have a column '" + name + "', but has " + table.columnNames());
            }
        }
        double[] amounts = Features.column(table, amount);
        if (!(table.column(date) instanceof DateColumn dates)) {
            throw new IllegalArgumentException(table.name() + ", column '" + date + "' must hold dates, but holds " + table.column(date).type());
        }
        List<Purchase> purchases = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            requireCell(table, table.column(customer), row);
            requireCell(table, dates, row);
            if (amounts[row] < 0) {
                throw new IllegalArgumentException(place(table, amount, row) + " must be at least 0, but is " + amounts[row]);
            }
            purchases.add(Purchase.on(table.column(customer).getString(row), dates.get(row), amounts[row]));
        }
        return of(purchases, end, unit);
    }

    /// The customers' patterns, in order.
    public List<BuyingPattern> patterns() {
        return customers.stream().map(PurchaseSummary::pattern).toList();
    }

    /// The customer with this name.
    ///
    /// @throws IllegalArgumentException if there is none
    public PurchaseSummary customer(String name) {
        return customers.stream().filter(customer -> customer.customer().equals(name)).findFirst().orElseThrow(() ->
                new IllegalArgumentException("customer must be one of the " + customers.size() + " in the history, but is '" + name + "'"));
    }

    /// How many customers bought again.
    public int returned() {
        return (int) customers.stream().filter(customer -> customer.pattern().frequency() > 0).count();
    }

    /// The first ten customers.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
                "%d customers, %d bought again; times in %s%n%-16s %6s %10s %10s %12s",
                customers.size(), returned(), unit.name().toLowerCase(Locale.ROOT), "customer", "x", "t_x", "T", "mean repeat"));
        for (PurchaseSummary customer : customers.subList(0, Math.min(10, customers.size()))) {
            BuyingPattern pattern = customer.pattern();
            text.append(String.format(Locale.ROOT, "%n%-16s %6d %10.3f %10.3f %12s", customer.customer(), pattern.frequency(), pattern.recency(), pattern.age(),
                    customer.meanRepeatValue().isPresent() ? String.format(Locale.ROOT, "%.2f", customer.meanRepeatValue().getAsDouble()) : "–"));
        }
        return text.toString();
    }

    private static PurchaseSummary summary(String customer, SortedMap<Double, CompensatedSum> amounts, double end, CalendarUnit unit) {
        double first = amounts.firstKey();
        double firstValue = amounts.get(first).value();
        CompensatedSum repeats = new CompensatedSum();
        amounts.tailMap(Math.nextUp(first)).values().forEach(amount -> repeats.add(amount.value()));
        BuyingPattern pattern = new BuyingPattern(
                amounts.size() - 1, (amounts.lastKey() - first) / unit.days(), (end - first) / unit.days());
        return new PurchaseSummary(customer, pattern, firstValue, repeats.value());
    }

    private static void requireCell(Table table, Column<?> column, int row) {
        if (MissingValues.at(column, row)) {
            throw new IllegalArgumentException(place(table, column.name(), row) + " must have a value, but is missing: clean the table first");
        }
    }

    private static String place(Table table, String column, int row) {
        return table.name() + ", row " + (row + 1) + ", column '" + column + "'";
    }
}

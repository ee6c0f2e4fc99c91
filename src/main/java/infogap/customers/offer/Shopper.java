package infogap.customers.offer;

import infogap.customers.basket.Baskets;
import infogap.numeric.Checks;
import infogap.table.data.MissingValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A customer as a shop sees one: what is in the basket, and a profile (画像) of some categories.
///
/// @param basket the items; may be empty
/// @param profile one category for each attribute, in the same order for all shoppers; may be empty
public record Shopper(SortedSet<String> basket, List<String> profile) {

    /// Keeps immutable copies.
    ///
    /// @throws IllegalArgumentException if a part is missing, or an item or a category is blank
    public Shopper {
        Checks.present("basket", basket).forEach(item -> Checks.text("basket", item));
        Checks.present("profile", profile).forEach(category -> Checks.text("profile", category));
        basket = Collections.unmodifiableSortedSet(new TreeSet<>(basket));
        profile = List.copyOf(profile);
    }

    /// The shoppers of a table.
    ///
    /// @param basket a text column with the items of a basket
    /// @param separator between two items
    /// @param profile columns of categories; numbers count as the categories that they print, so band them first
    /// @throws IllegalArgumentException if a column is not there or a cell is missing; the message names row and column
    public static List<Shopper> of(Table table, String basket, String separator, String... profile) {
        List<SortedSet<String>> baskets = Baskets.of(Checks.present("table", table), basket, separator).baskets();
        List<Shopper> shoppers = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> categories = new ArrayList<>();
            for (String name : profile) {
                categories.add(category(table, name, row));
            }
            shoppers.add(new Shopper(baskets.get(row), categories));
        }
        return List.copyOf(shoppers);
    }

    private static String category(Table table, String name, int row) {
        if (!table.columnNames().contains(name)) {
            throw new IllegalArgumentException(table.name() + " must have a column '" + name + "', but has " + table.columnNames());
        }
        Column<?> column = table.column(name);
        if (MissingValues.at(column, row)) {
            throw new IllegalArgumentException(table.name() + ", row " + (row + 1) + ", column '" + name + "' must have a category, but is missing");
        }
        return Objects.toString(column.get(row));
    }

    /// The same shopper before this item was put into the basket.
    ///
    /// @throws IllegalArgumentException if it is not there
    public Shopper without(String item) {
        if (!basket.contains(item)) {
            throw new IllegalArgumentException("item must be one of " + basket + ", but is '" + item + "'");
        }
        SortedSet<String> rest = new TreeSet<>(basket);
        rest.remove(item);
        return new Shopper(rest, profile);
    }
}

package infogap.customers.service;

import infogap.table.data.DataPackage;
import infogap.table.data.Field;
import infogap.table.data.MissingValues;
import infogap.table.data.TableSchema;
import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A decision table: which service for which case. A case is one category for each condition (segment, trust, …); a rule names a
/// category or `*` for any.
///
/// The table is checked when it is made: each combination of categories is answered by exactly one rule. So there is no order of the
/// rules to know, no default to fall into, and no case without an answer.
public final class ServiceRules {

    /// In a rule: any category.
    public static final String ANY = "*";

    private static final int MOST_COMBINATIONS = 1_000_000;

    private final Map<String, List<String>> conditions;
    private final List<Rule> rules;

    private ServiceRules(Map<String, List<String>> conditions, List<Rule> rules) {
        this.conditions = conditions;
        this.rules = rules;
    }

    /// One row of the table.
    ///
    /// @param row its number in the file, from 1
    /// @param when for each condition, in order, a category or `*`
    /// @param service what the customer gets
    public record Rule(int row, List<String> when, String service) {

        /// Keeps an immutable copy.
        public Rule {
            when = Checks.notEmpty("when", when);
            Checks.text("service", service);
        }

        boolean fits(List<String> situation) {
            for (int i = 0; i < when.size(); i++) {
                if (!when.get(i).equals(ANY) && !when.get(i).equals(situation.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /// The rules in a data package's table. Each described column with categories is a condition, its categories without `*` the
    /// possible cases; the column `service` is the answer; other columns are for people.
    ///
    /// @throws IllegalArgumentException if the table has no condition or no column `service`, a case has no rule, or two
    public static ServiceRules read(DataPackage data, String resource) {
        return of(data.table(resource), data.resource(resource).schema());
    }

    /// The rules in a table.
    ///
    /// @throws IllegalArgumentException as [#read]
    public static ServiceRules of(Table table, TableSchema schema) {
        Map<String, List<String>> conditions = new LinkedHashMap<>();
        for (Field field : schema.fields()) {
            if (!field.categories().isEmpty()) {
                conditions.put(field.name(), field.categories().stream().filter(category -> !category.equals(ANY)).toList());
            }
        }
        schema.field("service");
        List<Rule> rules = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> when = new ArrayList<>();
            for (String condition : conditions.keySet()) {
                when.add(cell(table, condition, row));
            }
            rules.add(new Rule(row + 1, when, cell(table, "service", row)));
        }
        return of(table.name(), conditions, rules);
    }

    /// Rules made by hand.
    ///
    /// @param name what the rules are called in messages
    /// @param conditions each condition's categories
    /// @throws IllegalArgumentException if there is no condition or rule, a rule names something else, a case has no rule, or two
    public static ServiceRules of(String name, Map<String, List<String>> conditions, List<Rule> rules) {
        Checks.notEmpty("conditions of " + name, conditions.keySet());
        List<Rule> checked = Checks.notEmpty("rules of " + name, rules);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        long combinations = 1;
        for (Map.Entry<String, List<String>> condition : conditions.entrySet()) {
            copy.put(condition.getKey(), Checks.distinct("categories of " + condition.getKey(), condition.getValue()));
            combinations *= condition.getValue().size();
            if (combinations > MOST_COMBINATIONS) {
                throw new IllegalArgumentException("conditions of " + name + " must have at most " + MOST_COMBINATIONS + " combinations");
            }
        }
        ServiceRules made = new ServiceRules(copy, checked);
        made.requireKnownCategories(name);
        made.requireOneAnswerEach(name, new ArrayList<>(), List.copyOf(copy.values()));
        return made;
    }

    /// The rule for a case.
    ///
    /// @param situation one category for each condition, in the order of [#conditions]
    /// @throws IllegalArgumentException if the case names a category that does not exist
    public Rule rule(String... situation) {
        List<String> wanted = List.of(situation);
        Checks.sameLength("situation", wanted.size(), "conditions", conditions.size());
        int i = 0;
        for (Map.Entry<String, List<String>> condition : conditions.entrySet()) {
            if (!condition.getValue().contains(wanted.get(i++))) {
                throw new IllegalArgumentException(
                        condition.getKey() + " must be one of " + condition.getValue() + ", but is '" + wanted.get(i - 1) + "'");
            }
        }
        return rules.stream().filter(rule -> rule.fits(wanted)).findFirst().orElseThrow();
    }

    /// The service for a case.
    ///
    /// @throws IllegalArgumentException as [#rule]
    public String service(String... situation) {
        return rule(situation).service();
    }

    /// Each condition's categories.
    public Map<String, List<String>> conditions() {
        return new LinkedHashMap<>(conditions);
    }

    /// The rules in order.
    public List<Rule> rules() {
        return rules;
    }

    /// The rules as a table.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        conditions.keySet().forEach(condition -> text.append(String.format(Locale.ROOT, "%-12s", condition)));
        text.append("service");
        for (Rule rule : rules) {
            text.append('\n');
            rule.when().forEach(category -> text.append(String.format(Locale.ROOT, "%-12s", category)));
            text.append(rule.service());
        }
        return text.toString();
    }

    private void requireKnownCategories(String name) {
        List<String> names = List.copyOf(conditions.keySet());
        for (Rule rule : rules) {
            Checks.sameLength("conditions of " + name + ", row " + rule.row(), rule.when().size(), "conditions", names.size());
            for (int i = 0; i < names.size(); i++) {
                String category = rule.when().get(i);
                if (!category.equals(ANY) && !conditions.get(names.get(i)).contains(category)) {
                    throw new IllegalArgumentException(name + ", row " + rule.row() + ", column '" + names.get(i) + "' must be one of "
                            + conditions.get(names.get(i)) + " or " + ANY + ", but is '" + category + "'");
                }
            }
        }
    }

    private void requireOneAnswerEach(String name, List<String> chosen, List<List<String>> all) {
        if (chosen.size() < all.size()) {
            for (String category : all.get(chosen.size())) {
                chosen.add(category);
                requireOneAnswerEach(name, chosen, all);
                chosen.removeLast();
            }
            return;
        }
        List<Integer> fitting = rules.stream().filter(rule -> rule.fits(chosen)).map(Rule::row).toList();
        if (fitting.size() != 1) {
            throw new IllegalArgumentException(name + " must answer each case by one rule, but " + conditions.keySet() + " = " + chosen
                    + (fitting.isEmpty() ? " has none" : " has those in rows " + fitting));
        }
    }

    private static String cell(Table table, String column, int row) {
        Column<?> cells = table.column(column);
        if (MissingValues.at(cells, row)) {
            throw new IllegalArgumentException(table.name() + ", row " + (row + 1) + ", column '" + column + "' must not be empty");
        }
        return cells.getString(row);
    }
}

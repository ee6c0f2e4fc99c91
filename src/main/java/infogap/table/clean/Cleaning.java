package infogap.table.clean;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/// Rules applied one after the other: each is fitted on the training rows as the rules before it left them.
///
/// ```java
/// Cleaning cleaning = Cleaning.fit(train, new EmptyOutliers("income", new Iqr(3)), new ImputeMedian("income"));
/// Cleaning.Result cleanTest = cleaning.apply(test);
/// ```
public final class Cleaning {

    private final List<FittedRule> rules;

    private Cleaning(List<FittedRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// Fits the rules in order.
    ///
    /// @throws IllegalArgumentException if there is no rule, or a rule cannot be fitted
    public static Cleaning fit(Table training, CleaningRule... rules) {
        Checks.present("training", training);
        List<FittedRule> fitted = new ArrayList<>();
        Table table = training;
        for (CleaningRule rule : Checks.notEmpty("rules", Arrays.asList(Checks.present("rules", rules)))) {
            FittedRule next = rule.fit(table);
            table = next.apply(table).table();
            fitted.add(next);
        }
        return new Cleaning(fitted);
    }

    /// The table after all rules, and what each of them did. The given table is not changed.
    ///
    /// @throws IllegalArgumentException if a rule's column is not in the table
    public Result apply(Table table) {
        List<CleaningStep> steps = new ArrayList<>();
        Table current = Checks.present("table", table);
        for (FittedRule rule : rules) {
            CleaningStep step = rule.apply(current);
            steps.add(step);
            current = step.table();
        }
        return new Result(current, steps);
    }

    /// The rules with the numbers that they learned, one per line.
    @Override
    public String toString() {
        return String.join("\n", rules.stream().map(FittedRule::toString).toList());
    }

    /// A cleaned table and its report.
    ///
    /// @param table the table after all rules
    /// @param steps what each rule did, in order
    public record Result(Table table, List<CleaningStep> steps) {

        /// Keeps an immutable copy of the steps.
        public Result {
            steps = List.copyOf(steps);
        }

        /// One line per rule, then the rows left.
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            steps.forEach(step -> text.append(step).append('\n'));
            return text.append(table.rowCount()).append(" rows left").toString();
        }
    }
}

package infogap.table.clean;

import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Table;

/// What one rule did to one table.
///
/// @param table the table after the rule
/// @param rule the rule and the number that it learned
/// @param effect what happened to the rows below
/// @param rows the rows concerned, counted from 0 in the table *before* this rule, ascending
public record CleaningStep(Table table, String rule, Effect effect, List<Integer> rows) {

    /// What happens to a row.
    public enum Effect {
        /// The row is gone.
        ROWS_DROPPED,
        /// A missing value was filled.
        CELLS_FILLED,
        /// A value was changed or emptied.
        CELLS_CHANGED,
        /// The row is marked and unchanged.
        ROWS_FLAGGED
    }

    /// Keeps an immutable copy of the rows.
    public CleaningStep {
        rows = List.copyOf(rows);
    }

    /// `fill missing age with the training median = 41: 37 cells filled`.
    @Override
    public String toString() {
        return rule + ": " + rows.size() + " " + effect.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

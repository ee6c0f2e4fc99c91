package infogap.table.formula;

import infogap.regression.Variable;
import java.util.List;
import tech.tablesaw.api.Table;

/// A column, or arithmetic on columns.
record NumericFactor(String name, Node node) implements Factor {

    @Override
    public List<Variable> columns(Table table, int[] rows, boolean full, ColumnNames names) {
        return List.of(Arithmetic.variable(name, node, table, rows));
    }
}

package infogap.table.formula;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import infogap.regression.Design;
import infogap.regression.Variable;
import infogap.table.data.MissingCells;
import infogap.table.data.MissingValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A formula with what it learned from its training table: levels, polynomials, knots. It makes the same columns of any table.
public final class Encoder {

    private final Formula formula;
    private final Terms terms;
    private final Map<String, Factor> factors;

    private Encoder(Formula formula, Terms terms, Map<String, Factor> factors) {
        this.formula = formula;
        this.terms = terms;
        this.factors = factors;
    }

    static Encoded train(Formula formula, Table table) {
        Set<String> responseColumns = formula.response().columns();
        Terms terms = Terms.of(formula.terms(), table.columnNames().stream()
                .filter(name -> !responseColumns.contains(name) && formula.weighting().filter(w -> w.column().equals(name)).isEmpty())
                .toList());
        Set<String> columns = new LinkedHashSet<>(responseColumns);
        terms.factors().values().forEach(node -> columns.addAll(node.columns()));
        terms.offsets().forEach(node -> columns.addAll(node.columns()));
        formula.weighting().ifPresent(weighting -> columns.add(weighting.column()));
        columns.forEach(name -> Cells.column(table, name));
        Map<String, Integer> dropped = new LinkedHashMap<>();
        int[] rows = usedRows(formula, table, columns, dropped);
        if (rows.length == 0) {
            throw new IllegalArgumentException(table.name() + " must have a row without missing cells in " + columns + ", but has none of " + table.rowCount());
        }
        Map<String, Factor> factors = new LinkedHashMap<>();
        terms.terms().forEach(term -> term.forEach(factor -> factors.computeIfAbsent(factor, name -> FactorReader.fit(terms.factors().get(name), table, rows))));
        Encoder encoder = new Encoder(formula, terms, factors);
        return new Encoded(encoder, table.copy(), rows, dropped, encoder.design(table, rows));
    }

    private static int[] usedRows(Formula formula, Table table, Set<String> columns, Map<String, Integer> dropped) {
        IntStream.Builder used = IntStream.builder();
        List<Column<?>> cells = columns.stream().<Column<?>>map(table::column).toList();
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> empty = new ArrayList<>();
            for (Column<?> column : cells) {
                if (MissingValues.at(column, row)) {
                    empty.add(column.name());
                }
            }
            if (!empty.isEmpty() && formula.missing() == MissingCells.REFUSE) {
                throw new IllegalArgumentException(Cells.place(table, row, empty.getFirst()) + " must have a value, but is missing");
            }
            empty.forEach(name -> dropped.merge(name + " missing", 1, Integer::sum));
            if (empty.isEmpty() && formula.weighting().isPresent()) {
                Formula.Weighting weighting = formula.weighting().get();
                double weight = Cells.number(table, weighting.column(), row).toDouble();
                if (!weighting.kind().allows(weight)) {
                    throw new IllegalArgumentException(Cells.place(table, row, weighting.column()) + " must be " + weighting.kind().expected() + ", but is " + weight);
                }
                if (weight == 0) {
                    dropped.merge(weighting.column() + " 0", 1, Integer::sum);
                    continue;
                }
            }
            if (empty.isEmpty()) {
                used.add(row);
            }
        }
        return used.build().toArray();
    }

    /// The formula.
    public Formula formula() {
        return formula;
    }

    /// The names of the design's columns, the constant first.
    List<Set<String>> terms() {
        return terms.terms();
    }

    Map<String, Factor> factors() {
        return factors;
    }

    /// The design of a table's rows, which need no response. Every row must have the cells that the terms read.
    ///
    /// @throws IllegalArgumentException if a column is not there or has the wrong type, a cell is missing, or a level was not among those that were fitted
    public Design design(Table table) {
        Checks.atLeast("rows of " + Checks.present("table", table).name(), table.rowCount(), 1);
        return design(table, IntStream.range(0, table.rowCount()).toArray());
    }

    Design design(Table table, int[] rows) {
        List<Variable> variables = new ArrayList<>();
        boolean constantIsFree = !terms.intercept();
        Map<String, Map<Boolean, List<Variable>>> made = new LinkedHashMap<>();
        for (Set<String> term : terms.terms()) {
            List<Variable> columns = List.of();
            for (String name : term) {
                Factor factor = factors.get(name);
                boolean full = false;
                if (factor instanceof CategoricalFactor) {
                    Set<String> margin = new LinkedHashSet<>(term);
                    margin.remove(name);
                    // without a constant the first factor of degree one takes its place
                    full = margin.isEmpty() ? constantIsFree : !terms.has(margin);
                    constantIsFree &= !margin.isEmpty();
                }
                List<Variable> own = made.computeIfAbsent(name, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(full, wanted -> factor.columns(table, rows, wanted, formula.names()));
                columns = columns.isEmpty() ? own : product(columns, own);
            }
            variables.addAll(columns);
        }
        if (variables.isEmpty()) {
            if (!terms.intercept()) {
                throw new IllegalArgumentException("formula '" + formula + "' must have a term or a constant, but has neither");
            }
            return Design.ofConstant(rows.length);
        }
        Design design = Design.of(variables);
        return terms.intercept() ? design : design.withoutIntercept();
    }

    // as in R the columns of the first factor run fastest
    private static List<Variable> product(List<Variable> first, List<Variable> second) {
        List<Variable> products = new ArrayList<>();
        second.forEach(right -> first.forEach(left -> products.add(left.times(right))));
        return products;
    }

    /// What is added with coefficient 1; zeros where there is no offset.
    double[] offset(Table table, int[] rows) {
        DoubleDouble[] sum = new DoubleDouble[rows.length];
        Arrays.fill(sum, DoubleDouble.ZERO);
        for (Node node : terms.offsets()) {
            DoubleDouble[] values = Arithmetic.values(node, table, rows);
            Arrays.setAll(sum, i -> sum[i].plus(values[i]));
        }
        return Arrays.stream(sum).mapToDouble(DoubleDouble::toDouble).toArray();
    }

    boolean hasOffset() {
        return !terms.offsets().isEmpty();
    }

    /// The formula and what each categorical factor has learned.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(formula.toString());
        factors.values().forEach(factor -> {
            if (factor instanceof CategoricalFactor category) {
                text.append("\n  ").append(category.name()).append(": ").append(category.levels())
                        .append(category.sum() ? ", against their mean" : ", against '" + category.levels().getFirst() + "'");
            }
        });
        return text.toString();
    }
}

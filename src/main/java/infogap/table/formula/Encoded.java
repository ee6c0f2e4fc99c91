package infogap.table.formula;

import infogap.numeric.DoubleDouble;
import infogap.regression.Design;
import infogap.regression.Variable;
import infogap.regression.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A training table as a model takes it: the rows that are used, their design, response and weights, and what was left out.
public final class Encoded {

    private final Encoder encoder;
    private final Table table;
    private final int[] rows;
    private final Map<String, Integer> dropped;
    private final Design design;

    Encoded(Encoder encoder, Table table, int[] rows, Map<String, Integer> dropped, Design design) {
        this.encoder = encoder;
        this.table = table;
        this.rows = rows;
        this.dropped = new LinkedHashMap<>(dropped);
        this.design = design;
    }

    /// The formula with what it learned.
    public Encoder encoder() {
        return encoder;
    }

    /// The columns.
    public Design design() {
        return design;
    }

    /// The rows of the table that are used, counted from 0.
    public int[] rows() {
        return rows.clone();
    }

    /// How many rows were left out, by reason; a row with two reasons counts under both.
    public Map<String, Integer> dropped() {
        return Map.copyOf(dropped);
    }

    /// The response as numbers, without the offset; a truth value is 1 or 0.
    ///
    /// @throws IllegalArgumentException if it is no number
    public Variable response() {
        Node node = encoder.formula().response();
        return Arithmetic.variable(node.toString(), node, table, rows);
    }

    /// The response less the offset.
    Variable responseWithoutOffset() {
        if (!encoder.hasOffset()) {
            return response();
        }
        Variable response = response();
        double[] offset = offset();
        DoubleDouble[] rest = new DoubleDouble[offset.length];
        Arrays.setAll(rest, i -> response.precise(i).minus(DoubleDouble.of(offset[i])));
        return Variable.of(response.name() + " - offset", rest);
    }

    /// The response as categories, for models of classes.
    ///
    /// @throws IllegalArgumentException if the response is not one column
    public List<String> classes() {
        if (!(encoder.formula().response() instanceof Node.Name(String column))) {
            throw new IllegalArgumentException("the response must be a column of classes, but is '" + encoder.formula().response() + "'");
        }
        return levels(column);
    }

    /// The response as 0 and 1: a truth value, a number that is 0 or 1, or the second of two texts in the order of their characters.
    ///
    /// @throws IllegalArgumentException if it is neither
    public double[] binary() {
        if (encoder.formula().response() instanceof Node.Name(String column) && Cells.isCategorical(Cells.column(table, column))) {
            List<String> found = levels(column);
            List<String> levels = new ArrayList<>(new TreeSet<>(found));
            if (levels.size() != 2) {
                throw new IllegalArgumentException(table.name() + ", column '" + column + "' must have two levels as a yes or no, but has " + levels);
            }
            return found.stream().mapToDouble(levels::indexOf).toArray();
        }
        double[] values = response().values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0 && values[i] != 1) {
                throw new IllegalArgumentException(Cells.place(table, rows[i], encoder.formula().response().toString()) + " must be 0 or 1, but is " + values[i]);
            }
        }
        return values;
    }

    /// The response as counts.
    ///
    /// @throws IllegalArgumentException if one is no whole number of at least 0
    public double[] counts() {
        double[] values = response().values();
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] == Math.rint(values[i]))) {
                throw new IllegalArgumentException(Cells.place(table, rows[i], encoder.formula().response().toString())
                        + " must be a whole number of at least 0, but is " + values[i]);
            }
        }
        return values;
    }

    /// What is added with coefficient 1.
    public double[] offset() {
        return encoder.offset(table, rows);
    }

    /// What the rows count for, where the formula says so.
    public Optional<Weights> weights() {
        return encoder.formula().weighting().map(weighting -> {
            Column<?> column = Cells.column(table, weighting.column());
            return weighting.kind().of(Arrays.stream(rows).mapToDouble(row -> Cells.number(table, column, row).toDouble()).toArray());
        });
    }

    /// The cells of a column as categories, in the order of the rows that are used.
    ///
    /// @throws IllegalArgumentException if the column is not there, or a cell is missing
    public List<String> levels(String column) {
        Column<?> cells = Cells.column(table, column);
        return Arrays.stream(rows).mapToObj(row -> Cells.level(table, cells, row)).toList();
    }

    /// One number for each different cell of a column, for clustered errors.
    int[] clusters(String column) {
        List<String> levels = levels(column);
        List<String> different = new ArrayList<>(new TreeSet<>(levels));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        different.forEach(level -> numbers.put(level, numbers.size()));
        return levels.stream().mapToInt(numbers::get).toArray();
    }

    Table table() {
        return table;
    }

    /// What a reader of the model should know of the rows: how many were left out and why, and which level rests on a single one.
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!dropped.isEmpty()) {
            notes.add((table.rowCount() - rows.length) + " of " + table.rowCount() + " rows left out: "
                    + String.join(", ", dropped.entrySet().stream().map(entry -> entry.getKey() + " in " + entry.getValue()).toList()));
        }
        encoder.factors().values().forEach(factor -> {
            if (factor instanceof CategoricalFactor category) {
                int[] counts = new int[category.levels().size()];
                int[] last = new int[counts.length];
                int[] positions = category.positions(table, rows);
                for (int i = 0; i < rows.length; i++) {
                    counts[positions[i]]++;
                    last[positions[i]] = rows[i];
                }
                for (int level = 0; level < counts.length; level++) {
                    if (counts[level] == 1) {
                        notes.add("level '" + category.levels().get(level) + "' of " + category.name() + " has one row, row " + (last[level] + 1)
                                + " of " + table.name() + ", which alone decides its coefficient");
                    }
                }
            }
        });
        return notes;
    }
}

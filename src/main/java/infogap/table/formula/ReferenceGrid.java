package infogap.table.formula;

import infogap.numeric.CompensatedSum;
import infogap.regression.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// All combinations of the levels of a model's categorical factors, numeric columns at their means.
final class ReferenceGrid {

    private static final int MOST_ROWS = 1_000_000;

    private ReferenceGrid() {}

    /// For each level of the column the mean row of the design over the grid's rows with that level.
    static Map<String, double[]> means(Encoded encoded, String column) {
        Map<String, List<String>> levels = levels(encoded);
        if (!levels.containsKey(column)) {
            throw new IllegalArgumentException("column must be one of the categorical columns " + levels.keySet() + " of '" + encoded.encoder().formula()
                    + "', but is '" + column + "'");
        }
        Table grid = grid(encoded, levels);
        Design design = encoded.encoder().design(grid);
        Map<String, double[]> means = new LinkedHashMap<>();
        for (String level : levels.get(column)) {
            int[] rows = IntStream.range(0, grid.rowCount()).filter(row -> Cells.level(grid, column, row).equals(level)).toArray();
            double[] mean = new double[design.columns()];
            Arrays.setAll(mean, k -> CompensatedSum.of(Arrays.stream(rows).mapToDouble(row -> design.precise(row, k).toDouble()).toArray()) / rows.length);
            means.put(level, mean);
        }
        return means;
    }

    private static Map<String, List<String>> levels(Encoded encoded) {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        encoded.encoder().factors().values().forEach(factor -> {
            if (factor instanceof CategoricalFactor category) {
                levels.putIfAbsent(category.column(), category.levels());
            }
        });
        return levels;
    }

    private static Table grid(Encoded encoded, Map<String, List<String>> levels) {
        long size = levels.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
        if (size > MOST_ROWS) {
            throw new IllegalArgumentException("the grid of all levels must have at most " + MOST_ROWS + " rows, but has " + size);
        }
        Table table = encoded.table();
        Set<String> columns = new LinkedHashSet<>();
        encoded.encoder().factors().values().forEach(factor -> columns.addAll(switch (factor) {
            case NumericFactor numeric -> numeric.node().columns();
            case PolynomialFactor polynomial -> polynomial.node().columns();
            case SplineFactor spline -> spline.node().columns();
            case NaturalSplineFactor spline -> spline.node().columns();
            case CategoricalFactor category -> Set.of(category.column());
        }));
        List<Column<?>> made = new ArrayList<>();
        for (String name : columns) {
            made.add(levels.containsKey(name)
                    ? levelColumn(table.column(name), levels, name, (int) size)
                    : DoubleColumn.create(name, constant(encoded, name, (int) size)));
        }
        return Table.create("the grid of " + table.name(), made);
    }

    private static Column<?> levelColumn(Column<?> like, Map<String, List<String>> levels, String name, int size) {
        int repeat = 1;
        for (Map.Entry<String, List<String>> entry : levels.entrySet()) {
            if (entry.getKey().equals(name)) {
                break;
            }
            repeat *= entry.getValue().size();
        }
        int run = repeat;
        List<String> own = levels.get(name);
        String[] cells = IntStream.range(0, size).mapToObj(i -> own.get(i / run % own.size())).toArray(String[]::new);
        return switch (like) {
            case NumericColumn<?> _ -> DoubleColumn.create(name, Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray());
            case BooleanColumn _ -> BooleanColumn.create(name, Arrays.stream(cells).map(cell -> cell.equals("TRUE")).toArray(Boolean[]::new));
            case DateColumn _ -> DateColumn.create(name, Arrays.stream(cells).map(java.time.LocalDate::parse).toArray(java.time.LocalDate[]::new));
            default -> StringColumn.create(name, cells);
        };
    }

    private static double[] constant(Encoded encoded, String name, int size) {
        int[] rows = encoded.rows();
        double mean = CompensatedSum.of(Arrays.stream(rows).mapToDouble(row -> Cells.number(encoded.table(), name, row).toDouble()).toArray()) / rows.length;
        double[] values = new double[size];
        Arrays.fill(values, mean);
        return values;
    }
}

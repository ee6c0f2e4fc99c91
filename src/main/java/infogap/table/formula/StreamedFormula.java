package infogap.table.formula;

import infogap.numeric.Checks;
import infogap.table.data.MissingCells;
import infogap.table.stream.CsvRows;
import infogap.table.stream.RowTerms;
import infogap.table.stream.SourceColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// A formula over the rows of a file that is not in memory: columns are formed row by row, in doubles, under the names that [Encoder] gives them.
///
///     CsvRows rows = CsvRows.of(Path.of("customers.csv"));
///     rows.leastSquares(StreamedFormula.of(Formula.of("purchase ~ log(income) + C(city):age"), rows)).fit();
///
/// A column is a number if its first [CsvRows#SAMPLE] rows are; other columns, and those within `C(…)`, are categories, whose levels are found by a pass of their own. What
/// learns from all rows at once, `poly`, `bs` and `ns`, is refused, as are weights.
public final class StreamedFormula implements RowTerms {

    private final List<SourceColumn> sources;
    private final List<String> regressors;
    private final List<ToDoubleFunction<double[]>> columns;
    private final String response;
    private final ToDoubleFunction<double[]> responseOf;
    private final boolean intercept;
    private final MissingCells missing;

    private StreamedFormula(List<SourceColumn> sources, Map<String, ToDoubleFunction<double[]>> columns, String response,
            ToDoubleFunction<double[]> responseOf, boolean intercept, MissingCells missing) {
        this.sources = sources;
        this.regressors = List.copyOf(columns.keySet());
        this.columns = List.copyOf(columns.values());
        this.response = response;
        this.responseOf = responseOf;
        this.intercept = intercept;
        this.missing = missing;
    }

    /// The formula over the columns of this file.
    ///
    /// @throws IllegalArgumentException if a column is not in the file, a category has one level or more than [CsvRows#MOST_LEVELS], there is no regressor, or a term
    ///     cannot be formed row by row
    public static StreamedFormula of(Formula formula, CsvRows rows) {
        Checks.present("rows", rows);
        if (Checks.present("formula", formula).weighting().isPresent()) {
            throw new IllegalArgumentException("formula must have no weights to be streamed, but '" + formula + "' is weighted");
        }
        Terms terms = Terms.of(formula.terms(), rows.header().stream().filter(name -> !formula.response().columns().contains(name)).toList());
        return new Reading(formula, terms, rows).read();
    }

    @Override
    public List<SourceColumn> sources() {
        return sources;
    }

    @Override
    public List<String> regressors() {
        return regressors;
    }

    @Override
    public String response() {
        return response;
    }

    @Override
    public boolean hasIntercept() {
        return intercept;
    }

    /// The formula's rule.
    @Override
    public MissingCells missing() {
        return missing;
    }

    @Override
    public double form(double[] cells, double[] formed) {
        for (int k = 0; k < formed.length; k++) {
            formed[k] = columns.get(k).applyAsDouble(cells);
        }
        return responseOf.applyAsDouble(cells);
    }

    /// A formula while its columns are looked up.
    private static final class Reading {

        private final Formula formula;
        private final Terms terms;
        private final CsvRows rows;
        private final List<SourceColumn> sources = new ArrayList<>();
        private final Map<String, CategoricalFactor> categories = new LinkedHashMap<>();
        private Set<String> numeric = Set.of();

        Reading(Formula formula, Terms terms, CsvRows rows) {
            this.formula = formula;
            this.terms = terms;
            this.rows = rows;
        }

        StreamedFormula read() {
            Set<String> needed = new LinkedHashSet<>(formula.response().columns());
            terms.factors().values().forEach(node -> needed.addAll(node.columns()));
            terms.offsets().forEach(node -> needed.addAll(node.columns()));
            numeric = Set.copyOf(rows.numeric(List.copyOf(needed)));
            findCategories(List.copyOf(needed));
            Map<String, ToDoubleFunction<double[]>> columns = columns();
            ToDoubleFunction<double[]> response = number(formula.response());
            String name = formula.response().toString();
            if (terms.offsets().isEmpty()) {
                return new StreamedFormula(sources, columns, name, response, terms.intercept(), formula.missing());
            }
            List<ToDoubleFunction<double[]>> offsets = terms.offsets().stream().map(this::number).toList();
            return new StreamedFormula(sources, columns, name + " - offset",
                    cells -> response.applyAsDouble(cells) - offsets.stream().mapToDouble(offset -> offset.applyAsDouble(cells)).sum(), terms.intercept(),
                    formula.missing());
        }

        private void findCategories(List<String> needed) {
            Map<String, Node> categorical = new LinkedHashMap<>();
            terms.factors().forEach((name, node) -> {
                if (node instanceof Node.Call(String function, var _) && Set.of("poly", "bs", "ns").contains(function)) {
                    throw new IllegalArgumentException("'" + node + "' learns from all rows at once and cannot be formed row by row: write I(x^2), or fit a table in memory");
                }
                boolean category = node instanceof Node.Name(String column) ? !numeric.contains(column)
                        : node instanceof Node.Call(String function, var _) && Set.of("C", "factor", "relevel").contains(function);
                if (category) {
                    categorical.put(name, node);
                }
            });
            List<String> read = categorical.values().stream().flatMap(node -> node.columns().stream()).distinct().toList();
            if (read.isEmpty()) {
                return;
            }
            Map<String, List<String>> levels = new LinkedHashMap<>();
            // a column that must be a number is one or makes a bad row: "C(x)" of numbers, too
            Set<String> numbers = new LinkedHashSet<>(needed);
            numbers.removeIf(column -> read.contains(column) && !numeric.contains(column));
            rows.levels(read, needed, List.copyOf(numbers)).forEach(found -> levels.put(found.name(), found.levels()));
            categorical.forEach((name, node) -> {
                String column = node.columns().iterator().next();
                Table seen = seen(column, levels.get(column), numeric.contains(column));
                categories.put(name, (CategoricalFactor) FactorReader.fit(node, seen, IntStream.range(0, seen.rowCount()).toArray()));
            });
        }

        /// A table in which each level stands once.
        private Table seen(String column, List<String> levels, boolean numbers) {
            Table table = Table.create(rows.file().toString());
            return numbers ? table.addColumns(DoubleColumn.create(column, levels.stream().mapToDouble(Double::parseDouble).toArray()))
                    : table.addColumns(StringColumn.create(column, levels));
        }

        // as Encoder.design; the columns of the first factor run fastest
        private Map<String, ToDoubleFunction<double[]>> columns() {
            Map<String, ToDoubleFunction<double[]>> columns = new LinkedHashMap<>();
            boolean constantIsFree = !terms.intercept();
            for (Set<String> term : terms.terms()) {
                Map<String, ToDoubleFunction<double[]>> products = new LinkedHashMap<>();
                for (String name : term) {
                    boolean full = false;
                    if (categories.containsKey(name)) {
                        Set<String> margin = new LinkedHashSet<>(term);
                        margin.remove(name);
                        full = margin.isEmpty() ? constantIsFree : !terms.has(margin);
                        constantIsFree &= !margin.isEmpty();
                    }
                    Map<String, ToDoubleFunction<double[]>> own = categories.containsKey(name) ? indicators(categories.get(name), full)
                            : Map.of(name, number(terms.factors().get(name)));
                    products = products.isEmpty() ? own : product(products, own);
                }
                columns.putAll(products);
            }
            return columns;
        }

        private static Map<String, ToDoubleFunction<double[]>> product(Map<String, ToDoubleFunction<double[]>> first, Map<String, ToDoubleFunction<double[]>> second) {
            Map<String, ToDoubleFunction<double[]>> products = new LinkedHashMap<>();
            second.forEach((rightName, right) -> first.forEach((leftName, left) -> products.put(leftName + ":" + rightName,
                    cells -> left.applyAsDouble(cells) * right.applyAsDouble(cells))));
            return products;
        }

        private Map<String, ToDoubleFunction<double[]>> indicators(CategoricalFactor factor, boolean full) {
            int at = levels(factor);
            List<String> levels = factor.levels();
            Map<String, ToDoubleFunction<double[]>> indicators = new LinkedHashMap<>();
            for (int k = full || factor.sum() ? 0 : 1; k < (full || !factor.sum() ? levels.size() : levels.size() - 1); k++) {
                int level = k;
                boolean last = factor.sum() && !full;
                String label = full ? formula.names().full(factor.name(), levels.get(k)) : factor.sum() ? formula.names().sum(factor.name(), levels.get(k), k + 1)
                        : formula.names().treatment(factor.name(), levels.get(k));
                indicators.put(label, cells -> cells[at] == level ? 1 : last && cells[at] == levels.size() - 1 ? -1 : 0);
            }
            return indicators;
        }

        /// Where the position of a row's level stands among its cells.
        private int levels(CategoricalFactor factor) {
            SourceColumn source = new SourceColumn.Levels(factor.column(), factor.levels(), numeric.contains(factor.column()));
            if (!sources.contains(source)) {
                sources.add(source);
            }
            return sources.indexOf(source);
        }

        private int number(String column) {
            SourceColumn source = new SourceColumn.Number(column);
            if (!sources.contains(source)) {
                sources.add(source);
            }
            return sources.indexOf(source);
        }

        private ToDoubleFunction<double[]> number(Node node) {
            return switch (node) {
                case Node.Literal(BigDecimal value) -> {
                    double constant = value.doubleValue();
                    yield _ -> constant;
                }
                case Node.Name(String name) -> {
                    int at = number(name);
                    yield cells -> cells[at];
                }
                case Node.Parentheses(Node inner) -> number(inner);
                case Node.Negative(Node operand) -> {
                    ToDoubleFunction<double[]> of = number(operand);
                    yield cells -> -of.applyAsDouble(cells);
                }
                case Node.Operation(char operator, Node left, Node right) -> combined(operator, number(left), number(right), node);
                case Node.Call call -> {
                    ToDoubleFunction<double[]> argument = number(Terms.onlyArgument(call));
                    DoubleUnaryOperator function = Arithmetic.function(call.function());
                    yield cells -> function.applyAsDouble(argument.applyAsDouble(cells));
                }
                default -> throw new IllegalArgumentException("'" + node + "' must be arithmetic on columns");
            };
        }

        private static ToDoubleFunction<double[]> combined(char operator, ToDoubleFunction<double[]> left, ToDoubleFunction<double[]> right, Node node) {
            return switch (operator) {
                case '+' -> cells -> left.applyAsDouble(cells) + right.applyAsDouble(cells);
                case '-' -> cells -> left.applyAsDouble(cells) - right.applyAsDouble(cells);
                case '*' -> cells -> left.applyAsDouble(cells) * right.applyAsDouble(cells);
                case '/' -> cells -> left.applyAsDouble(cells) / right.applyAsDouble(cells);
                case '^' -> cells -> Math.pow(left.applyAsDouble(cells), right.applyAsDouble(cells));
                default -> throw new IllegalArgumentException("arithmetic must have + - * / or ^, but '" + node + "' has " + operator);
            };
        }
    }
}

package infogap.table.formula;

import infogap.numeric.DoubleDouble;
import infogap.regression.Variable;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// Numbers computed from a row's cells. Sums, products, quotients and whole powers keep 106 bits of the decimals in the cells; functions are rounded to doubles.
final class Arithmetic {

    private static final double LARGEST_EXPONENT = 64;

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.ofEntries(
            Map.entry("log", Math::log), Map.entry("log10", Math::log10), Map.entry("log2", x -> Math.log(x) / Math.log(2)), Map.entry("log1p", Math::log1p),
            Map.entry("exp", Math::exp), Map.entry("expm1", Math::expm1), Map.entry("sqrt", Math::sqrt), Map.entry("sin", Math::sin),
            Map.entry("cos", Math::cos), Map.entry("tanh", Math::tanh));

    private Arithmetic() {}

    /// The numbers of the given rows under a name.
    static Variable variable(String name, Node node, Table table, int[] rows) {
        DoubleDouble[] values = values(node, table, rows);
        boolean fits = Arrays.stream(values).allMatch(value -> value.low() == 0);
        return fits ? Variable.of(name, Arrays.stream(values).mapToDouble(DoubleDouble::toDouble).toArray()) : Variable.of(name, values);
    }

    static DoubleDouble[] values(Node node, Table table, int[] rows) {
        IntFunction<DoubleDouble> function = of(node, table);
        DoubleDouble[] values = new DoubleDouble[rows.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = finite(function, node, table, rows[i]);
        }
        return values;
    }

    private static DoubleDouble finite(IntFunction<DoubleDouble> function, Node node, Table table, int row) {
        DoubleDouble value;
        try {
            value = function.apply(row);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(Cells.place(table, row, node.toString()) + " must be a finite number, but " + e.getMessage(), e);
        }
        if (!Double.isFinite(value.toDouble())) {
            throw new IllegalArgumentException(Cells.place(table, row, node.toString()) + " must be a finite number, but is " + value.toDouble()
                    + " for " + cells(node, table, row));
        }
        return value;
    }

    private static String cells(Node node, Table table, int row) {
        return String.join(", ", node.columns().stream().map(name -> name + " = " + table.column(name).getString(row)).toList());
    }

    // the columns are looked up once, not for every row
    private static IntFunction<DoubleDouble> of(Node node, Table table) {
        return switch (node) {
            case Node.Literal(var number) -> {
                DoubleDouble constant = DoubleDouble.of(number);
                yield _ -> constant;
            }
            case Node.Name(String name) -> {
                Column<?> column = Cells.column(table, name);
                yield row -> Cells.number(table, column, row);
            }
            case Node.Parentheses(Node inner) -> of(inner, table);
            case Node.Negative(Node operand) -> {
                IntFunction<DoubleDouble> inner = of(operand, table);
                yield row -> inner.apply(row).negate();
            }
            case Node.Operation(char operator, Node left, Node right) -> {
                IntFunction<DoubleDouble> first = of(left, table);
                IntFunction<DoubleDouble> second = of(right, table);
                yield row -> combine(operator, first.apply(row), second.apply(row), node);
            }
            case Node.Call call -> call(call, table);
            default -> throw new IllegalArgumentException("'" + node + "' must be arithmetic on columns");
        };
    }

    private static IntFunction<DoubleDouble> call(Node.Call call, Table table) {
        DoubleUnaryOperator operator = function(call.function());
        IntFunction<DoubleDouble> argument = of(Terms.onlyArgument(call), table);
        // these two keep their 106 bits
        return switch (call.function()) {
            case "I" -> argument;
            case "abs" -> row -> argument.apply(row).abs();
            default -> row -> DoubleDouble.of(operator.applyAsDouble(argument.apply(row).toDouble()));
        };
    }

    /// The function of that name.
    static DoubleUnaryOperator function(String name) {
        return switch (name) {
            case "I" -> x -> x;
            case "abs" -> Math::abs;
            default -> {
                DoubleUnaryOperator function = FUNCTIONS.get(name);
                if (function == null) {
                    throw new IllegalArgumentException("function must be one of I, abs, " + String.join(", ", FUNCTIONS.keySet().stream().sorted().toList())
                            + ", and around a term poly, bs, ns, C, factor, relevel or offset, but is '" + name + "'");
                }
                yield function;
            }
        };
    }

    private static DoubleDouble combine(char operator, DoubleDouble left, DoubleDouble right, Node node) {
        return switch (operator) {
            case '+' -> left.plus(right);
            case '-' -> left.minus(right);
            case '*' -> left.times(right);
            case '/' -> {
                if (right.toDouble() == 0) {
                    throw new ArithmeticException("'" + node + "' divides by 0");
                }
                yield left.dividedBy(right);
            }
            case '^' -> power(left, right);
            default -> throw new IllegalArgumentException("arithmetic must have + - * / or ^, but '" + node + "' has " + operator);
        };
    }

    private static DoubleDouble power(DoubleDouble base, DoubleDouble exponent) {
        double times = exponent.toDouble();
        if (exponent.low() != 0 || times != Math.rint(times) || times < 1 || times > LARGEST_EXPONENT) {
            return DoubleDouble.of(Math.pow(base.toDouble(), times));
        }
        DoubleDouble power = base;
        for (int k = 1; k < times; k++) {
            power = power.times(base);
        }
        return power;
    }
}

package infogap.table.formula;

import infogap.numeric.DoubleDouble;
import infogap.regression.Variable;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import tech.tablesaw.api.Table;

/// Numbers computed from a row's cells. Sums, products, quotients and whole powers keep 106 bits of the decimals in the cells; functions are rounded to doubles.
final class Arithmetic {

    private static final double LARGEST_EXPONENT = 64;

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.ofEntries(
            Map.entry("log", Math::log), Map.entry("log10", Math::log10), Map.entry("log2", x -> Math.log(x) / Math.log(2)), Map.entry("log1p", Math::log1p),
            Map.entry("exp", Math::exp), Map.entry("expm1", Math::expm1), Map.entry("sqrt", Math::sqrt), Map.entry("sin", Math::sin),
            Map.entry("cos", Math::cos), Map.entry("tanh", Math::tanh));

    private Arithmetic() {}

    static boolean isFunction(String name) {
        return FUNCTIONS.containsKey(name) || name.equals("I") || name.equals("abs");
    }

    static Set<String> functions() {
        return FUNCTIONS.keySet();
    }

    /// The numbers of the given rows under a name.
    static Variable variable(String name, Node node, Table table, int[] rows) {
        DoubleDouble[] values = values(node, table, rows);
        boolean fits = Arrays.stream(values).allMatch(value -> value.low() == 0);
        return fits ? Variable.of(name, Arrays.stream(values).mapToDouble(DoubleDouble::toDouble).toArray()) : Variable.of(name, values);
    }

    static DoubleDouble[] values(Node node, Table table, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> finite(node, table, row)).toArray(DoubleDouble[]::new);
    }

    private static DoubleDouble finite(Node node, Table table, int row) {
        DoubleDouble value;
        try {
            value = value(node, table, row);
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

    private static DoubleDouble value(Node node, Table table, int row) {
        return switch (node) {
            case Node.Literal(var number) -> DoubleDouble.of(number);
            case Node.Name(String name) -> Cells.number(table, name, row);
            case Node.Parentheses(Node inner) -> value(inner, table, row);
            case Node.Negative(Node operand) -> value(operand, table, row).negate();
            case Node.Operation(char operator, Node left, Node right) -> combine(operator, value(left, table, row), value(right, table, row), node);
            case Node.Call call -> call(call, table, row);
            default -> throw new IllegalArgumentException("'" + node + "' must be arithmetic on columns");
        };
    }

    private static DoubleDouble call(Node.Call call, Table table, int row) {
        DoubleDouble argument = value(Terms.onlyArgument(call), table, row);
        return switch (call.function()) {
            case "I" -> argument;
            case "abs" -> argument.abs();
            default -> DoubleDouble.of(function(call.function()).applyAsDouble(argument.toDouble()));
        };
    }

    /// On doubles, which `I` leaves as they are.
    static DoubleUnaryOperator function(String name) {
        DoubleUnaryOperator function = switch (name) {
            case "I" -> DoubleUnaryOperator.identity();
            case "abs" -> Math::abs;
            default -> FUNCTIONS.get(name);
        };
        if (function == null) {
            throw new IllegalArgumentException("function must be one of I, abs, " + String.join(", ", functions().stream().sorted().toList())
                    + ", and around a term poly, bs, C, factor, relevel or offset, but is '" + name + "'");
        }
        return function;
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

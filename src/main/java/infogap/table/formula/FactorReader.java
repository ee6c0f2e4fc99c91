package infogap.table.formula;

import infogap.table.data.MissingValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/// Turns a factor of the formula into what it is on the training table.
final class FactorReader {

    private static final Set<String> CATEGORICAL = Set.of("C", "factor", "relevel");

    private FactorReader() {}

    static Factor fit(Node node, Table table, int[] rows) {
        if (node instanceof Node.Name(String column) && Cells.isCategorical(Cells.column(table, column))) {
            return CategoricalFactor.fit(node.toString(), column, Optional.empty(), false, table, rows);
        }
        if (node instanceof Node.Call call) {
            if (CATEGORICAL.contains(call.function())) {
                return categorical(call, table, rows);
            }
            if (call.function().equals("poly")) {
                Arguments given = new Arguments(call, List.of("degree", "raw"));
                return PolynomialFactor.fit(call.toString(), given.subject(), given.integer("degree", 1), given.flag("raw"), table, present(given.subject(), table));
            }
            if (call.function().equals("bs")) {
                Arguments given = new Arguments(call, List.of("df", "degree"));
                int degree = given.integer("degree", 3);
                return SplineFactor.fit(call.toString(), given.subject(), given.integer("df", degree), degree, table, present(given.subject(), table));
            }
            if (call.function().equals("ns")) {
                Arguments given = new Arguments(call, List.of("df"));
                return NaturalSplineFactor.fit(call.toString(), given.subject(), given.integer("df", 1), table, present(given.subject(), table));
            }
        }
        return new NumericFactor(node.toString(), node);
    }

    // as in R: the rows in which x itself is there, also those that another column's missing cell will leave out
    private static int[] present(Node node, Table table) {
        return IntStream.range(0, table.rowCount())
                .filter(row -> node.columns().stream().noneMatch(name -> MissingValues.at(table.column(name), row)))
                .toArray();
    }

    private static Factor categorical(Node.Call call, Table table, int[] rows) {
        Arguments given = new Arguments(call, List.of("contrast", "ref", "reference"));
        if (!(given.subject() instanceof Node.Name(String column))) {
            throw new IllegalArgumentException(call.function() + "(…) must have a column first, but is '" + call + "'");
        }
        boolean sum = false;
        Optional<String> reference = given.text("ref").or(() -> given.text("reference"));
        Optional<Node> contrast = given.value("contrast");
        if (contrast.isPresent()) {
            switch (contrast.get()) {
                case Node.Name(String name) when name.equals("Sum") || name.equals("contr.sum") -> sum = true;
                case Node.Name(String name) when name.equals("Treatment") || name.equals("contr.treatment") -> sum = false;
                case Node.Call(String name, List<Node> arguments) when name.equals("Treatment") && arguments.size() == 1 -> reference = Optional.of(text(
                        arguments.getFirst() instanceof Node.Named(String key, Node value) && key.equals("reference") ? value : arguments.getFirst(), call));
                default -> throw new IllegalArgumentException("coding in '" + call + "' must be Treatment, Treatment(\"level\") or Sum, but is '" + contrast.get() + "'");
            }
        }
        return CategoricalFactor.fit(call.toString(), column, reference, sum, table, rows);
    }

    private static String text(Node node, Node.Call call) {
        return switch (node) {
            case Node.Text(String value) -> value;
            case Node.Literal literal -> literal.toString();
            default -> throw new IllegalArgumentException("level in '" + call + "' must be a text between quotes or a number, but is '" + node + "'");
        };
    }

    /// The arguments after the first, by position or by name.
    private record Arguments(Node.Call call, List<String> keys) {

        Arguments {
            if (call.arguments().isEmpty()) {
                throw new IllegalArgumentException(call.function() + "(…) must have an argument, but is '" + call + "'");
            }
            for (Node argument : call.arguments()) {
                if (argument instanceof Node.Named named && !keys.contains(named.name())) {
                    throw new IllegalArgumentException("arguments of " + call.function() + "(…) must be called " + keys + ", but '" + call + "' has '" + named.name() + "'");
                }
            }
            if (call.arguments().size() > keys.size() + 1) {
                throw new IllegalArgumentException(call.function() + "(…) must have at most " + (keys.size() + 1) + " arguments, but is '" + call + "'");
            }
        }

        Node subject() {
            return call.arguments().getFirst();
        }

        Optional<Node> value(String key) {
            List<Node> given = call.arguments();
            Optional<Node> named = given.stream()
                    .filter(argument -> argument instanceof Node.Named n && n.name().equals(key))
                    .map(argument -> ((Node.Named) argument).value())
                    .findFirst();
            int position = keys.indexOf(key) + 1;
            return named.or(() -> IntStream.range(position, position + 1)
                    .filter(i -> i < given.size() && !(given.get(i) instanceof Node.Named))
                    .mapToObj(given::get)
                    .findFirst());
        }

        int integer(String key, int otherwise) {
            Optional<Node> value = value(key);
            if (value.isEmpty()) {
                return otherwise;
            }
            if (value.get() instanceof Node.Literal(var number) && number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(java.math.BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
                return number.intValueExact();
            }
            throw new IllegalArgumentException(key + " in '" + call + "' must be an integer, but is '" + value.get() + "'");
        }

        boolean flag(String key) {
            return value(key).map(value -> switch (value) {
                case Node.Name(String word) when Set.of("TRUE", "True", "T").contains(word) -> true;
                case Node.Name(String word) when Set.of("FALSE", "False", "F").contains(word) -> false;
                default -> throw new IllegalArgumentException(key + " in '" + call + "' must be TRUE or FALSE, but is '" + value + "'");
            }).orElse(false);
        }

        Optional<String> text(String key) {
            return value(key).map(value -> FactorReader.text(value, call));
        }
    }
}

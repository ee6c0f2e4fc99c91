package infogap.table.formula;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A part of a formula as it was written. It prints as R's `deparse` would print it, which is what columns are named after.
sealed interface Node {

    /// The columns that it reads.
    default Set<String> columns() {
        Set<String> names = new LinkedHashSet<>();
        collect(names);
        return names;
    }

    void collect(Set<String> names);

    record Literal(BigDecimal value) implements Node {
        @Override
        public void collect(Set<String> names) {}

        @Override
        public String toString() {
            return value.stripTrailingZeros().toPlainString();
        }
    }

    record Text(String value) implements Node {
        @Override
        public void collect(Set<String> names) {}

        @Override
        public String toString() {
            return "\"" + value + "\"";
        }
    }

    record Name(String value) implements Node {

        private static final Pattern BARE = Pattern.compile("[\\p{L}._][\\p{L}\\p{N}._]*");

        @Override
        public void collect(Set<String> names) {
            names.add(value);
        }

        @Override
        public String toString() {
            return BARE.matcher(value).matches() ? value : "`" + value + "`";
        }
    }

    /// Every column but the response: `.`.
    record Everything() implements Node {
        @Override
        public void collect(Set<String> names) {}

        @Override
        public String toString() {
            return ".";
        }
    }

    /// An argument `name = value` of a call.
    record Named(String name, Node value) implements Node {
        @Override
        public void collect(Set<String> names) {
            value.collect(names);
        }

        @Override
        public String toString() {
            return name + " = " + value;
        }
    }

    record Call(String function, List<Node> arguments) implements Node {

        // the arguments after the first one are rules: a degree, a reference, a coding
        @Override
        public void collect(Set<String> names) {
            arguments.stream().limit(1).forEach(argument -> argument.collect(names));
        }

        @Override
        public String toString() {
            return function + arguments.stream().map(Node::toString).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /// `+ - * / ^ :` between two operands.
    record Operation(char operator, Node left, Node right) implements Node {
        @Override
        public void collect(Set<String> names) {
            left.collect(names);
            right.collect(names);
        }

        @Override
        public String toString() {
            return "+-*".indexOf(operator) >= 0 ? left + " " + operator + " " + right : left.toString() + operator + right;
        }
    }

    record Negative(Node operand) implements Node {
        @Override
        public void collect(Set<String> names) {
            operand.collect(names);
        }

        @Override
        public String toString() {
            return "-" + operand;
        }
    }

    record Parentheses(Node inner) implements Node {
        @Override
        public void collect(Set<String> names) {
            inner.collect(names);
        }

        @Override
        public String toString() {
            return "(" + inner + ")";
        }
    }
}
